import type { RawTx } from "../../database/raw-tx.ts";
import { join, sql } from "../../database/sql.ts";
import { type Value, values } from "../../database/values.ts";
import { cashMoves } from "./cash-moves.ts";
import type { OrderDesk } from "./order-desk.ts";
import type { StoredOrder } from "./stored-order.ts";

/** Orders are numbered from here on. */
const FIRST_NUMBER = 1001;

/**
 * Numbers new orders. This takes the shop's row, the last lock of a transaction, and so proves that the catalogue is
 * still the one that was looked at. Undefined when it is not: the caller must then roll back.
 */
export async function numberOrders(tx: RawTx, desk: OrderDesk, catalogueVersion: number): Promise<true | undefined> {
  const placed = desk.changes.filter((change) => change.type === "placed");
  const [row] = await tx.$queryRaw<{ orderCounter: number; catalogueVersion: number }[]>(sql`
    UPDATE "Shop" SET "orderCounter" = "orderCounter" + ${placed.length} WHERE "id" = 1
    RETURNING "orderCounter", "catalogueVersion"`);
  if (!row || Number(row.catalogueVersion) !== catalogueVersion) return undefined;
  const first = FIRST_NUMBER + Number(row.orderCounter) - placed.length;
  const numbers = new Map(placed.map((change, index) => [change.after.id, String(first + index)]));
  for (const [index, change] of desk.changes.entries()) {
    const number = numbers.get(change.after.id);
    if (number !== undefined) desk.changes[index] = { ...change, after: { ...change.after, number } };
  }
  for (const [id, number] of numbers) {
    const order = desk.orders.get(id);
    if (order) desk.orders.set(id, { ...order, number });
  }
  return true;
}

/** The part of a desk that is written. */
type WrittenDesk = Pick<OrderDesk, "changes" | "now" | "newId">;

/** Writes what was decided at a desk: orders, lines, history and cash. Its goods are the ledger's to write. */
export async function writeOrders(
  tx: RawTx,
  desk: WrittenDesk,
  /** Card rows of new orders, by order */
  cards: ReadonlyMap<string, string>,
): Promise<void> {
  const { changes } = desk;
  if (changes.length === 0) return;
  const placed = changes.filter((change) => change.type === "placed").map((change) => change.after);
  if (placed.length > 0) await insertOrders(tx, placed, cards);
  for (const change of changes) if (change.before) await updateOrder(tx, change.before, change.after);
  const changed = changes.filter(({ type }) => type === "changed" || type === "adjusted");
  if (changed.length > 0)
    await tx.$executeRaw(sql`
      DELETE FROM "OrderLine" WHERE "orderId" IN (${join(changed.map((change) => change.after.id))})`);
  const relined = new Map([...placed, ...changed.map((change) => change.after)].map((order) => [order.id, order]));
  if (relined.size > 0) await insertLines(tx, desk, [...relined.values()]);
  await insertHistory(tx, desk);
  await insertCash(tx, desk);
}

function draftValues(order: StoredOrder): Value[] {
  return [
    order.fulfilment,
    order.payment,
    order.branchId,
    order.zoneId ?? null,
    order.contactName ?? null,
    order.contactPhone ?? null,
    order.address ?? null,
    order.day ?? null,
    order.time ?? null,
    order.goodsTotal,
    order.fee,
    order.total,
    order.note ?? null,
    order.agreedDigest,
    order.agreedText,
    order.agreedWords,
    order.pickupCode ?? null,
  ];
}

async function insertOrders(
  tx: RawTx,
  orders: readonly StoredOrder[],
  cards: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = orders.map((order) => [
    order.id,
    order.number,
    order.customerId,
    order.conversationId,
    order.topicId,
    order.status,
    order.version,
    order.placedAt,
    ...draftValues(order),
    cards.get(order.id) ?? null,
  ]);
  const text = (count: number) => Array<"TEXT">(count).fill("TEXT");
  const sums = ["INTEGER", "INTEGER", "INTEGER"] as const;
  await tx.$executeRaw(sql`
    INSERT INTO "Order" ("id", "number", "customerId", "conversationId", "topicId", "status", "version", "placedAt",
      "fulfilment", "payment", "branchId", "zoneId", "contactName", "contactPhone", "address", "day", "time",
      "goodsTotal", "fee", "total", "note", "agreedDigest", "agreedText", "agreedWords", "pickupCode", "cardId",
      "touchId")
    SELECT v.*, (SELECT t."id" FROM "Touch" t WHERE t."customerId" = v.column3 ORDER BY t."at" DESC LIMIT 1)
    FROM (${values([...text(6), "INTEGER", "BIGINT", ...text(9), ...sums, ...text(6)], rows)}) AS v`);
}

/** The rows are locked, so a version that is not there is a fault of ours. */
async function updateOrder(tx: RawTx, before: StoredOrder, after: StoredOrder): Promise<void> {
  const [fulfilment, payment, branchId, zoneId, name, phone, address, day, time, goods, fee, total, note, ...agreed] =
    draftValues(after);
  const [digest, text, words, pickupCode] = agreed;
  const written = await tx.$executeRaw(sql`
    UPDATE "Order" SET "status" = ${after.status}, "version" = ${after.version}, "fulfilment" = ${fulfilment},
      "payment" = ${payment}, "branchId" = ${branchId}, "zoneId" = ${zoneId}, "contactName" = ${name},
      "contactPhone" = ${phone}, "address" = ${address}, "day" = ${day}, "time" = ${time}, "goodsTotal" = ${goods},
      "fee" = ${fee}, "total" = ${total}, "note" = ${note}, "agreedDigest" = ${digest}, "agreedText" = ${text},
      "agreedWords" = ${words}, "pickupCode" = ${pickupCode},
      "courierId" = ${after.courierId ?? null}
    WHERE "id" = ${after.id} AND "version" = ${before.version}`);
  if (written !== 1) throw new Error("An order changed while it was locked.");
}

async function insertLines(tx: RawTx, desk: WrittenDesk, orders: readonly StoredOrder[]): Promise<void> {
  const rows = orders.flatMap((order) =>
    order.lines.map((line, position) => [
      desk.newId(),
      order.id,
      position,
      line.sku,
      line.name,
      line.quantity,
      line.unit,
      line.unitPrice,
      line.amount,
      line.held,
      line.note ?? null,
      line.agreedBy ?? null,
    ]),
  );
  await tx.$executeRaw(sql`
    INSERT INTO "OrderLine" ("id", "orderId", "position", "sku", "name", "quantity", "unit", "unitPrice", "amount",
      "held", "note", "agreedBy")
    ${values(LINE_COLUMNS, rows)}`);
}

const LINE_COLUMNS = [
  ...([
    "TEXT",
    "TEXT",
    "INTEGER",
    "TEXT",
    "TEXT",
    "INTEGER",
    "TEXT",
    "INTEGER",
    "INTEGER",
    "TEXT",
    "TEXT",
    "TEXT",
  ] as const),
];

async function insertHistory(tx: RawTx, { changes, now, newId }: WrittenDesk): Promise<void> {
  const rows = changes.map(({ type, before, after, who, words, data }) => [
    newId(),
    after.id,
    now,
    who,
    type,
    // A step that is taken back leads nowhere new.
    type === "undone" || after.status === before?.status ? null : after.status,
    JSON.stringify({
      from: before?.status,
      to: after.status,
      version: after.version,
      total: after.total,
      words,
      ...data,
    }),
  ]);
  await tx.$executeRaw(sql`
    INSERT INTO "OrderEvent" ("id", "orderId", "at", "who", "what", "status", "data")
    ${values(["TEXT", "TEXT", "BIGINT", "TEXT", "TEXT", "TEXT", "TEXT"], rows)}`);
}

async function insertCash(tx: RawTx, { changes, now, newId }: WrittenDesk): Promise<void> {
  const rows = changes
    .flatMap(({ before, after, cash }) => cash ?? cashMoves(before, after))
    .map(({ orderId, holder, amount }) => [newId(), orderId, holder, amount, now]);
  if (rows.length === 0) return;
  await tx.$executeRaw(sql`
    INSERT INTO "CashEntry" ("id", "orderId", "holder", "amount", "at")
    ${values(["TEXT", "TEXT", "TEXT", "INTEGER", "BIGINT"], rows)}`);
}
