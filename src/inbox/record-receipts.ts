import type { Receipt } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import { sendAnew } from "./send-anew.ts";

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
  const all = [...best.values()];
  const moved = await database.rawTransaction(async (tx) => {
    const anew = await sendAnew(tx, account, all);
    const rest = all.filter(({ externalId }) => !anew.some((row) => row.externalId === externalId));
    return [
      ...anew,
      ...(await byMessage(
        tx,
        account,
        rest.filter(({ rowId }) => rowId === undefined),
      )),
      ...(await byRow(
        tx,
        account,
        rest.filter(({ rowId }) => rowId !== undefined),
      )),
    ];
  });
  return [...new Set(moved.map((row) => row.conversationId))];
}

interface Moved {
  readonly conversationId: string;
}

async function byMessage(tx: RawTx, account: string, receipts: readonly Receipt[]): Promise<readonly Moved[]> {
  if (receipts.length === 0) return [];
  const rows = receipts.map(({ externalId, status, reason }) => [externalId, status, RANK[status], reason ?? null]);
  return tx.$queryRaw<Moved[]>(sql`
    UPDATE "OutboxRow" SET "status" = v.column2, "error" = COALESCE(v.column4, "error")
    FROM (${values(["TEXT", "TEXT", "INTEGER", "TEXT"], rows)}) AS v
    WHERE "OutboxRow"."accountId" = ${account} AND "OutboxRow"."externalId" = v.column1 AND v.column3 > ${SO_FAR}
    RETURNING "OutboxRow"."conversationId"`);
}

/**
 * Receipts that name their row. One for a row whose message nobody could name yet settles it: the answer was lost, or
 * is outrun by its receipt. One statement for both, since the answer may be written down at this very moment.
 */
async function byRow(tx: RawTx, account: string, receipts: readonly Receipt[]): Promise<readonly Moved[]> {
  if (receipts.length === 0) return [];
  const rows = receipts.map(({ rowId, externalId, status, at, reason }) => [
    rowId ?? null,
    externalId,
    status,
    RANK[status],
    at ?? null,
    reason ?? null,
  ]);
  return tx.$queryRaw<Moved[]>(sql`
    UPDATE "OutboxRow" SET "status" = v.column3, "externalId" = v.column2, "sentAt" = COALESCE("sentAt", v.column5),
      "error" = v.column6
    FROM (${values(["TEXT", "TEXT", "TEXT", "INTEGER", "BIGINT", "TEXT"], rows)}) AS v
    WHERE "OutboxRow"."id" = v.column1 AND "OutboxRow"."accountId" = ${account}
      AND (("OutboxRow"."externalId" IS NULL AND "OutboxRow"."attempts" > 0)
        OR ("OutboxRow"."externalId" <> v.column2 AND "OutboxRow"."status" = 'sending')
        OR ("OutboxRow"."externalId" = v.column2 AND v.column4 > ${SO_FAR}))
    RETURNING "OutboxRow"."conversationId"`);
}

const SO_FAR = sql`CASE "OutboxRow"."status" WHEN 'sent' THEN 0 WHEN 'delivered' THEN 1 ELSE 9 END`;

/** `failed` counts only while the platform has not said that it was delivered. */
const RANK: Readonly<Record<Receipt["status"], number>> = { sent: 0, failed: 1, delivered: 1, read: 2 };
