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
}

/** What became of these customers' earlier orders; one who is not in it had none. */
export async function pastOrders(tx: RawTx, customers: readonly string[]): Promise<ReadonlyMap<string, PastOrders>> {
  const rows = await tx.$queryRaw<{ customerId: string; completed: bigint | number; failed: bigint | number }[]>(sql`
    SELECT o."customerId", SUM(CASE WHEN o."status" = 'completed' THEN 1 ELSE 0 END) AS "completed",
      SUM(CASE WHEN EXISTS (SELECT 1 FROM "OrderEvent" e WHERE e."orderId" = o."id"
        AND e."status" = 'failed_delivery') THEN 1 ELSE 0 END) AS "failed"
    FROM "Order" o WHERE o."customerId" IN (${join([...customers])}) GROUP BY o."customerId"`);
  return new Map(
    rows.map((row) => [row.customerId, { completed: Number(row.completed), failedDeliveries: Number(row.failed) }]),
  );
}

/** Puts orders on the list of calls, one call an order. */
export async function recordConfirmCalls(tx: RawTx, calls: readonly ConfirmCall[], now: number): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map(({ id, customerId, conversationId, orderId, phone }): Value[] => [
    ...[id, customerId, conversationId, "confirm", "", phone ?? null, orderId],
    ...[now, 1, now],
  ]);
  await tx.$executeRaw(sql`
    INSERT INTO "CallTask" ("id", "customerId", "conversationId", "kind", "reason", "phone", "orderId", "dueAt", "times",
      "createdAt")
    ${values(["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT", "INTEGER", "BIGINT"], rows)}`);
}

/** Takes off the list what needs no confirming any more: the order is called off, or goes on without a call. */
export async function dropConfirmCalls(tx: RawTx, orders: readonly string[], now: number): Promise<void> {
  if (orders.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET "outcome" = 'cancelled', "closedAt" = ${now}, "version" = "version" + 1
    WHERE "orderId" IN (${join([...orders])}) AND "kind" = 'confirm' AND "outcome" IS NULL`);
}

/** Whether an order still waits for the call that confirms it, also after nobody could be reached. */
export async function awaitsConfirming(tx: Tx, orderId: string): Promise<boolean> {
  const calls = await tx.callTask.findMany({ where: { orderId, kind: "confirm" }, select: { outcome: true } });
  return calls.length > 0 && !calls.some(({ outcome }) => outcome === "ordered");
}
