import type { Engine } from "../../database/database-url.ts";
import type { RawTx } from "../../database/raw-tx.ts";
import { join, type Sql, sql } from "../../database/sql.ts";
import { groupBy } from "../../group-by.ts";
import { Fulfilment, OrderStatus, Payment } from "./order.ts";
import { bookedDayOf } from "./order-desk.ts";
import type { Held, StoredLine, StoredOrder } from "./stored-order.ts";

const COLUMNS = sql`
  o."id", o."number", o."customerId", o."conversationId", o."topicId", o."status", o."version", o."fulfilment",
  o."payment", o."branchId", o."zoneId", o."contactName", o."contactPhone", o."address", o."day", o."time",
  o."goodsTotal", o."fee", o."total", o."note", o."agreedDigest", o."agreedText", o."agreedWords", o."pickupCode",
  o."courierId", o."cardId", o."placedAt", b."timeZone", l."sku", l."name", l."quantity", l."unit", l."unitPrice", l."amount", l."held",
  l."note" AS "lineNote", l."agreedBy"`;

/** The orders with these ids or placed by these topics. */
export function findOrders(
  tx: RawTx,
  ids: readonly string[],
  topics: readonly string[],
): Promise<readonly StoredOrder[]> {
  // An id that no order has stands for "none", because neither engine takes an empty list.
  return read(
    tx,
    sql`SELECT ${COLUMNS} FROM "Order" o JOIN "OrderLine" l ON l."orderId" = o."id" JOIN "Branch" b ON b."id" = o."branchId"
      WHERE o."id" IN (${join(ids.length > 0 ? [...ids] : [""])})
         OR o."topicId" IN (${join(topics.length > 0 ? [...topics] : [""])})
      ORDER BY o."id", l."position"`,
  );
}

/** Each customer's latest orders, newest first. */
export function latestOrders(tx: RawTx, customers: readonly string[], most: number): Promise<readonly StoredOrder[]> {
  return read(
    tx,
    sql`SELECT ${COLUMNS} FROM (
        SELECT x.*, ROW_NUMBER() OVER (PARTITION BY x."customerId" ORDER BY x."placedAt" DESC, x."id" DESC) AS "age"
        FROM "Order" x WHERE x."customerId" IN (${join([...customers])})
      ) o JOIN "OrderLine" l ON l."orderId" = o."id" JOIN "Branch" b ON b."id" = o."branchId"
      WHERE o."age" <= ${most} ORDER BY o."placedAt" DESC, o."id" DESC, l."position"`,
  );
}

/** Locks orders after stock, as all do, and returns how they stand now. */
export async function lockOrders(
  tx: RawTx,
  engine: Engine,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly version: number; readonly status: string }>> {
  if (engine === "sqlite" || ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; version: number; status: string }[]>(sql`
    SELECT "id", "version", "status" FROM "Order" WHERE "id" IN (${join([...ids])}) ORDER BY "id" FOR UPDATE`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many COD orders each customer has that are neither paid nor ended. */
export async function countOpenCod(tx: RawTx, customers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ customerId: string; open: bigint | number }[]>(sql`
    SELECT "customerId", COUNT(*) AS "open" FROM "Order"
    WHERE "customerId" IN (${join([...customers])}) AND "payment" = 'cash_on_delivery'
      AND "status" NOT IN ('completed', 'cancelled')
    GROUP BY "customerId"`);
  return new Map(rows.map((row) => [row.customerId, Number(row.open)]));
}

/** Locks customers, before stock, so that rules across one customer's contacts hold. */
export async function lockCustomers(tx: RawTx, engine: Engine, ids: ReadonlySet<string>): Promise<void> {
  if (engine === "sqlite" || ids.size === 0) return;
  await tx.$queryRaw(sql`
    SELECT "id" FROM "Customer" WHERE "id" IN (${join([...ids])}) ORDER BY "id" FOR UPDATE`);
}

interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly topicId: string;
  readonly status: string;
  readonly version: number;
  readonly fulfilment: string;
  readonly payment: string;
  readonly branchId: string;
  readonly zoneId: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly address: string | null;
  readonly day: string | null;
  readonly time: string | null;
  readonly goodsTotal: number;
  readonly fee: number;
  readonly total: number;
  readonly note: string | null;
  readonly agreedDigest: string;
  readonly agreedText: string;
  readonly agreedWords: string;
  readonly pickupCode: string | null;
  readonly courierId: string | null;
  readonly cardId: string | null;
  readonly placedAt: bigint | number;
  /** The branch's */
  readonly timeZone: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly amount: number;
  readonly held: string;
  readonly lineNote: string | null;
  readonly agreedBy: string | null;
}

async function read(tx: RawTx, query: Sql): Promise<readonly StoredOrder[]> {
  const rows = await tx.$queryRaw<OrderRow[]>(query);
  return [...groupBy(rows, (row) => row.id).values()].flatMap(([first, ...rest]) =>
    first ? [storedOrder(first, [first, ...rest])] : [],
  );
}

function storedOrder(row: OrderRow, lines: readonly OrderRow[]): StoredOrder {
  const placedAt = Number(row.placedAt);
  const known = {
    id: row.id,
    number: row.number,
    customerId: row.customerId,
    conversationId: row.conversationId,
    topicId: row.topicId,
    status: OrderStatus.parse(row.status),
    version: Number(row.version),
    fulfilment: Fulfilment.parse(row.fulfilment),
    payment: Payment.parse(row.payment),
    branchId: row.branchId,
    goodsTotal: Number(row.goodsTotal),
    fee: Number(row.fee),
    total: Number(row.total),
    agreedDigest: row.agreedDigest,
    agreedText: row.agreedText,
    agreedWords: row.agreedWords,
    placedAt,
    lines: lines.map(storedLine),
  };
  const given = present({
    zoneId: row.zoneId,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    address: row.address,
    day: row.day,
    time: row.time,
    note: row.note,
    pickupCode: row.pickupCode,
    courierId: row.courierId,
    cardId: row.cardId,
  });
  return { ...known, ...given, bookedDay: bookedDayOf(given.day, row.timeZone, placedAt) };
}

function storedLine(row: OrderRow): StoredLine {
  return {
    sku: row.sku,
    name: row.name,
    quantity: Number(row.quantity),
    unit: row.unit,
    unitPrice: Number(row.unitPrice),
    amount: Number(row.amount),
    madeToOrder: row.held === "day",
    held: heldOf(row.held),
    ...present({ note: row.lineNote, agreedBy: row.agreedBy }),
  };
}

function heldOf(text: string): Held {
  return text === "stock" || text === "day" ? text : "none";
}

/** Only what is there: the types tell an absent value from null. */
function present<K extends string>(values: Readonly<Record<K, string | null>>): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== null) found[key] = value;
  }
  return found;
}
