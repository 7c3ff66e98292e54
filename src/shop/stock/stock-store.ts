import type { Engine } from "../../database/database-url.ts";
import type { RawTx } from "../../database/raw-tx.ts";
import { empty, join, sql } from "../../database/sql.ts";
import { type Value, values } from "../../database/values.ts";
import type { DayChange, DayLevel, StockChange, StockLevel } from "./ledger.ts";

type VariantAt = Pick<StockLevel, "sku" | "branchId">;
type DayAt = Pick<DayLevel, "branchId" | "day">;

/** Stock of these variants at every branch. */
export async function findStock(tx: RawTx, skus: readonly string[]): Promise<readonly StockLevel[]> {
  const rows = await tx.$queryRaw<StockLevel[]>(sql`
    SELECT "sku", "branchId", "onHand", "reserved" FROM "Stock" WHERE "sku" IN (${join([...skus])})`);
  return rows.map(stockLevel);
}

/** Stock rows, locked in the one order that all use. What has no row is not tracked. */
export async function lockStock(
  tx: RawTx,
  engine: Engine,
  wanted: readonly VariantAt[],
): Promise<readonly StockLevel[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.$queryRaw<StockLevel[]>(sql`
    SELECT "sku", "branchId", "onHand", "reserved" FROM "Stock"
    WHERE ("sku", "branchId") IN (${values(
      ["TEXT", "TEXT"],
      wanted.map(({ sku, branchId }) => [sku, branchId]),
    )})
    ORDER BY "sku", "branchId" ${locked(engine)}`);
  return rows.map(stockLevel);
}

/** Throws when what is written is not there: the rows were locked, so this is a fault of ours. */
export async function writeStock(tx: RawTx, changes: readonly StockChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ sku, branchId, onHand, reserved }) => [sku, branchId, onHand, reserved]);
  const written = await tx.$executeRaw(sql`
    UPDATE "Stock" SET "onHand" = "onHand" + v.column3, "reserved" = "reserved" + v.column4
    FROM (${values(["TEXT", "TEXT", "INTEGER", "INTEGER"], rows)}) AS v
    WHERE "Stock"."sku" = v.column1 AND "Stock"."branchId" = v.column2
      AND "onHand" + v.column3 >= 0 AND "reserved" + v.column4 >= 0
      AND (v.column4 <= 0 OR "onHand" + v.column3 - "reserved" >= v.column4)`);
  if (written !== changes.length) throw new Error("Stock would fall below zero.");
}

/** What is booked for these days; days without a row have nothing booked. */
export async function findDays(tx: RawTx, wanted: readonly DayAt[]): Promise<readonly DayLevel[]> {
  const rows = await tx.$queryRaw<DayLevel[]>(sql`
    SELECT "branchId", "day", "booked" FROM "DayLoad"
    WHERE ("branchId", "day") IN (${dayValues(wanted)})`);
  return rows.map(dayLevel);
}

/** Days, made where they are missing and locked in the one order that all use. */
export async function lockDays(tx: RawTx, engine: Engine, wanted: readonly DayAt[]): Promise<readonly DayLevel[]> {
  if (wanted.length === 0) return [];
  const sorted = wanted.toSorted((a, b) => (`${a.branchId}${a.day}` < `${b.branchId}${b.day}` ? -1 : 1));
  const rows: Value[][] = sorted.map(({ branchId, day }) => [branchId, day, 0]);
  await tx.$executeRaw(sql`
    INSERT INTO "DayLoad" ("branchId", "day", "booked") ${values(["TEXT", "TEXT", "INTEGER"], rows)}
    ON CONFLICT ("branchId", "day") DO NOTHING`);
  const found = await tx.$queryRaw<DayLevel[]>(sql`
    SELECT "branchId", "day", "booked" FROM "DayLoad"
    WHERE ("branchId", "day") IN (${dayValues(wanted)}) ORDER BY "branchId", "day" ${locked(engine)}`);
  return found.map(dayLevel);
}

export async function writeDays(tx: RawTx, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ branchId, day, booked }) => [branchId, day, booked]);
  await tx.$executeRaw(sql`
    UPDATE "DayLoad" SET "booked" = "booked" + v.column3
    FROM (${values(["TEXT", "TEXT", "INTEGER"], rows)}) AS v
    WHERE "DayLoad"."branchId" = v.column1 AND "DayLoad"."day" = v.column2`);
}

function dayValues(wanted: readonly DayAt[]) {
  return values(
    ["TEXT", "TEXT"],
    wanted.map(({ branchId, day }) => [branchId, day]),
  );
}

function locked(engine: Engine) {
  return engine === "postgresql" ? sql`FOR UPDATE` : empty;
}

function stockLevel({ sku, branchId, onHand, reserved }: StockLevel): StockLevel {
  return { sku, branchId, onHand: Number(onHand), reserved: Number(reserved) };
}

function dayLevel({ branchId, day, booked }: DayLevel): DayLevel {
  return { branchId, day, booked: Number(booked) };
}
