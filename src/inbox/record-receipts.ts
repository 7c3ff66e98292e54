import type { Receipt } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

/**
 * Moves outbox rows on: sent, delivered, read, never backwards; a receipt that names its row also settles one whose
 * answer was lost. Returns the conversations of the rows that moved.
 */
export async function recordReceipts(
  database: Database,
  account: string,
  receipts: readonly Receipt[],
): Promise<readonly string[]> {
  const best = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const other = best.get(receipt.externalId);
    if (!other || RANK[other.status] < RANK[receipt.status]) best.set(receipt.externalId, receipt);
  }
  const moved = await database.rawTransaction(async (tx) => {
    const known = await moveOn(tx, account, [...best.values()]);
    const seen = new Set(known.map((row) => row.externalId));
    const named = [...best.values()].filter(({ rowId, externalId }) => rowId !== undefined && !seen.has(externalId));
    return [...known, ...(await settleLost(tx, account, named))];
  });
  return [...new Set(moved.map((row) => row.conversationId))];
}

interface Moved {
  readonly conversationId: string;
  readonly externalId: string;
}

async function moveOn(tx: RawTx, account: string, receipts: readonly Receipt[]): Promise<readonly Moved[]> {
  const rows = receipts.map(({ externalId, status, reason }) => [externalId, status, RANK[status], reason ?? null]);
  return tx.$queryRaw<Moved[]>(sql`
    UPDATE "OutboxRow" SET "status" = v.column2, "error" = COALESCE(v.column4, "error")
    FROM (${values(["TEXT", "TEXT", "INTEGER", "TEXT"], rows)}) AS v
    WHERE "OutboxRow"."accountId" = ${account} AND "OutboxRow"."externalId" = v.column1
      AND v.column3 > CASE "OutboxRow"."status" WHEN 'sent' THEN 0 WHEN 'delivered' THEN 1 ELSE 9 END
    RETURNING "OutboxRow"."conversationId", "OutboxRow"."externalId"`);
}

/**
 * Rows that were tried and whose message nobody could name: the receipt names both, so the row is settled and not
 * sent again. Receipts may also outrun the answer to the sending, which then finds its row settled.
 */
async function settleLost(tx: RawTx, account: string, receipts: readonly Receipt[]): Promise<readonly Moved[]> {
  if (receipts.length === 0) return [];
  const rows = receipts.map(({ rowId, externalId, status, at, reason }) => [
    rowId ?? null,
    externalId,
    status,
    at ?? null,
    reason ?? null,
  ]);
  return tx.$queryRaw<Moved[]>(sql`
    UPDATE "OutboxRow" SET "status" = v.column3, "externalId" = v.column2, "sentAt" = COALESCE("sentAt", v.column4),
      "error" = v.column5
    FROM (${values(["TEXT", "TEXT", "TEXT", "BIGINT", "TEXT"], rows)}) AS v
    WHERE "OutboxRow"."id" = v.column1 AND "OutboxRow"."accountId" = ${account}
      AND "OutboxRow"."externalId" IS NULL AND "OutboxRow"."attempts" > 0
    RETURNING "OutboxRow"."conversationId", "OutboxRow"."externalId"`);
}

/** `failed` counts only while the platform has not said that it was delivered. */
const RANK: Readonly<Record<Receipt["status"], number>> = { sent: 0, failed: 1, delivered: 1, read: 2 };
