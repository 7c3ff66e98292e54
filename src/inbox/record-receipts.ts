import type { Receipt } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

/** Moves outbox rows on: sent, delivered, read, never backwards. Returns the conversations of the rows that moved. */
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
  const rows = [...best.values()].map(({ externalId, status }) => [externalId, status, RANK[status]]);
  const moved = await database.rawTransaction((tx) =>
    tx.$queryRaw<{ conversationId: string }[]>(sql`
      UPDATE "OutboxRow" SET "status" = v.column2
      FROM (${values(["TEXT", "TEXT", "INTEGER"], rows)}) AS v
      WHERE "OutboxRow"."accountId" = ${account} AND "OutboxRow"."externalId" = v.column1
        AND v.column3 > CASE "OutboxRow"."status" WHEN 'sent' THEN 0 WHEN 'delivered' THEN 1 ELSE 9 END
      RETURNING "OutboxRow"."conversationId"`),
  );
  return [...new Set(moved.map((row) => row.conversationId))];
}

/** `failed` counts only while the platform has not said that it was delivered. */
const RANK: Readonly<Record<Receipt["status"], number>> = { failed: 1, delivered: 1, read: 2 };
