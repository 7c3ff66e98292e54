import type { Tx } from "../../database/database.ts";
import type { RawTx } from "../../database/raw-tx.ts";
import { join, sql } from "../../database/sql.ts";
import { type Value, values } from "../../database/values.ts";
import type { PastOrders } from "./confirm-rule.ts";

/** A call that confirms an order. */
export interface ConfirmCall {
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly orderId: string;
  readonly phone?: string;
  /** Epoch ms; later than this the call is late */
  readonly dueAt: number;
  /** The time that the customer was told, where it was one */
  readonly promisedAt?: number;
}

/** What became of these customers' earlier orders; one who is not in it had none. */
export async function pastOrders(tx: RawTx, customers: readonly string[]): Promise<ReadonlyMap<string, PastOrders>> {
  const rows = await tx.$queryRaw<{ customerId: string; completed: bigint | number; failed: bigint | number }[]>(sql`
    SELECT o."customerId", SUM(CASE WHEN o."status" = 'completed' THEN 1 ELSE 0 END) AS "completed",
      SUM(CASE WHEN EXISTS (SELECT 1 FROM "OrderEvent" e WHERE e."orderId" = o."id"
        AND e."status" = 'failed_delivery' AND NOT EXISTS (SELECT 1 FROM "OrderEvent" u WHERE u."orderId" = e."orderId"
          AND u."what" = 'undone' AND u."at" >= e."at" AND u."data" LIKE '%"undid":"failed_delivery"%')) THEN 1 ELSE 0 END) AS "failed"
    FROM "Order" o WHERE o."customerId" IN (${join([...customers])}) GROUP BY o."customerId"`);
  return new Map(
    rows.map((row) => [row.customerId, { completed: Number(row.completed), failedDeliveries: Number(row.failed) }]),
  );
}

/** Puts orders on the list of calls, one call an order. */
export async function recordConfirmCalls(tx: RawTx, calls: readonly ConfirmCall[], now: number): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map(({ id, customerId, conversationId, orderId, phone, dueAt, promisedAt }): Value[] => [
    ...[id, customerId, conversationId, "confirm", "", phone ?? null, orderId],
    ...[dueAt, promisedAt ?? null, 1, now],
  ]);
  await tx.$executeRaw(sql`
    INSERT INTO "CallTask" ("id", "customerId", "conversationId", "kind", "reason", "phone", "orderId", "dueAt", "promisedAt",
      "times", "createdAt")
    ${values(["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT", "INTEGER", "BIGINT"], rows)}`);
}

/** Takes off the list what needs no confirming any more: the order is called off, or goes on without a call. */
export async function dropConfirmCalls(tx: RawTx, orders: readonly string[], now: number): Promise<void> {
  if (orders.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET "outcome" = 'cancelled', "closedAt" = ${now}, "version" = "version" + 1
    WHERE "orderId" IN (${join([...orders])}) AND "kind" = 'confirm' AND "outcome" IS NULL`);
}

/** Customers who said yes in the chat: their orders need no call any more, and the words are kept with the history. */
export async function confirmInChat(
  tx: RawTx,
  said: readonly {
    readonly order: string;
    readonly customerId: string;
    readonly words: string;
    /** Of the new row of the history */
    readonly eventId: string;
  }[],
  now: number,
): Promise<void> {
  if (said.length === 0) return;
  const rows = said.map(({ order, customerId, words, eventId }): Value[] => [
    ...[order, customerId, eventId, JSON.stringify({ words })],
  ]);
  const list = values(["TEXT", "TEXT", "TEXT", "TEXT"], rows);
  await tx.$executeRaw(sql`
    INSERT INTO "OrderEvent" ("id", "orderId", "at", "who", "what", "data")
    SELECT v.column3, v.column1, CAST(${now} AS BIGINT), 'customer', 'confirmed', v.column4 FROM (${list}) AS v
    WHERE EXISTS (SELECT 1 FROM "CallTask" t WHERE t."orderId" = v.column1 AND t."customerId" = v.column2
      AND t."kind" = 'confirm' AND t."outcome" IS NULL)`);
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET "outcome" = 'ordered', "closedAt" = CAST(${now} AS BIGINT), "version" = "version" + 1
    FROM (${list}) AS v WHERE "CallTask"."orderId" = v.column1 AND "CallTask"."customerId" = v.column2
      AND "CallTask"."kind" = 'confirm' AND "CallTask"."outcome" IS NULL`);
}

/** Customers who named the number at which the call reaches them: it is due anew, as if nobody had tried. */
export async function moveConfirmCalls(
  tx: RawTx,
  named: readonly {
    readonly order: string;
    readonly customerId: string;
    readonly phone: string;
    readonly dueAt: number;
  }[],
): Promise<void> {
  if (named.length === 0) return;
  const rows = named.map(({ order, customerId, phone, dueAt }): Value[] => [order, customerId, phone, dueAt]);
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET "phone" = v.column3, "dueAt" = v.column4, "promisedAt" = v.column4, "tries" = 0,
      "takenBy" = NULL, "version" = "version" + 1
    FROM (${values(["TEXT", "TEXT", "TEXT", "BIGINT"], rows)}) AS v
    WHERE "CallTask"."orderId" = v.column1 AND "CallTask"."customerId" = v.column2
      AND "CallTask"."kind" = 'confirm' AND "CallTask"."outcome" IS NULL`);
}

/** Which of these orders still wait for the yes that a call is to bring. */
export async function awaitingConfirming(tx: Tx, orders: readonly string[]): Promise<ReadonlySet<string>> {
  const calls = await tx.callTask.findMany({
    where: { orderId: { in: [...orders] }, kind: "confirm" },
    select: { outcome: true, orderId: true },
  });
  const confirmed = new Set(calls.filter(({ outcome }) => outcome === "ordered").map(({ orderId }) => orderId));
  return new Set(calls.flatMap(({ orderId }) => (orderId === null || confirmed.has(orderId) ? [] : [orderId])));
}

/** Whether an order still waits for the call that confirms it, also after nobody could be reached. */
export async function awaitsConfirming(tx: Tx, orderId: string): Promise<boolean> {
  return (await awaitingConfirming(tx, [orderId])).has(orderId);
}
