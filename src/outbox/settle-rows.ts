import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

/** How a row's sending ended. Instants in epoch ms. */
export interface Settled {
  readonly id: string;
  /** The attempt that ended so: an owner that came later is not overruled */
  readonly attempts: number;
  readonly status: "sent" | "queued" | "failed" | "withheld";
  readonly externalId?: string;
  readonly sentAt?: number;
  readonly notBefore?: number;
  readonly error?: string;
  /** The channel could not even try: the attempt does not count */
  readonly untried?: true;
  /** The contact wants or can receive nothing more */
  readonly blocked?: boolean;
}

/** Writes how rows ended, and ends sending to those who blocked the shop. `from` is the status they are in. */
export async function settleRows(
  tx: RawTx,
  account: string,
  settled: readonly Settled[],
  from: "sending" | "queued",
  now: number,
): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map((row) => [
    row.id,
    row.status,
    row.externalId ?? null,
    row.sentAt ?? null,
    row.notBefore ?? null,
    row.error ?? null,
    row.attempts,
    row.untried ? 1 : 0,
  ]);
  await tx.$executeRaw(sql`
    UPDATE "OutboxRow" SET "status" = v.column2, "externalId" = COALESCE(v.column3, "externalId"),
      "sentAt" = COALESCE(v.column4, "sentAt"), "notBefore" = COALESCE(v.column5, "notBefore"), "error" = v.column6,
      "attempts" = "attempts" - v.column8
    FROM (${values(["TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT", "TEXT", "INTEGER", "INTEGER"], rows)}) AS v
    WHERE "OutboxRow"."id" = v.column1 AND "OutboxRow"."accountId" = ${account}
      AND "OutboxRow"."status" = ${from} AND "OutboxRow"."attempts" = v.column7`);
  const blocked = settled.filter((row) => row.blocked).map((row) => row.id);
  if (blocked.length > 0) await endSendingTo(tx, blocked, now);
}

async function endSendingTo(tx: RawTx, rowIds: readonly string[], now: number): Promise<void> {
  const conversations = sql`SELECT x."conversationId" FROM "OutboxRow" x WHERE x."id" IN (${join([...rowIds])})`;
  await tx.$executeRaw(sql`
    UPDATE "Contact" SET "blockedAt" = ${now}
    WHERE "id" IN (SELECT c."contactId" FROM "Conversation" c WHERE c."id" IN (${conversations}))`);
  await tx.$executeRaw(sql`
    UPDATE "OutboxRow" SET "status" = 'failed', "error" = 'blocked'
    WHERE "status" = 'queued' AND "conversationId" IN (${conversations})`);
}
