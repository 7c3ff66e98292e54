import type { Receipt } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

export interface SentAnew {
  readonly conversationId: string;
  readonly externalId: string;
}

/**
 * Queues again what a platform refused because it had not heard of the customer for too long, though the shop believed
 * it had. The conversation is set right first, so what goes out next goes as the platform allows it, and a message that
 * was sent knowing this is not sent a third time. The old message's id stays: its other receipts must not move the row.
 */
export async function sendAnew(tx: RawTx, account: string, receipts: readonly Receipt[]): Promise<readonly SentAnew[]> {
  const refused = receipts.flatMap(({ rowId, externalId, notHeardSince, reason }) =>
    notHeardSince === undefined ? [] : [[rowId ?? null, externalId, notHeardSince, reason ?? null]],
  );
  if (refused.length === 0) return [];
  const told = sql`(${values(["TEXT", "TEXT", "BIGINT", "TEXT"], refused)}) AS v`;
  const rows = await tx.$queryRaw<RefusedRow[]>(sql`
    SELECT r."id", r."conversationId", v.column2 AS "externalId", r."sentAt", c."customerAt", v.column3 AS "notHeardSince"
    FROM ${told}
    JOIN "OutboxRow" r ON (r."id" = v.column1 OR r."externalId" = v.column2) AND r."accountId" = ${account}
    JOIN "Conversation" c ON c."id" = r."conversationId"
    WHERE r."status" IN ('sent', 'sending') AND (r."externalId" IS NULL OR r."externalId" = v.column2)
      AND c."customerAt" > v.column3`);
  if (rows.length === 0) return [];
  // Who wrote after it was sent has been heard since.
  const mistaken = rows.filter(({ sentAt, customerAt }) => sentAt === null || Number(customerAt) <= Number(sentAt));
  if (mistaken.length > 0)
    await tx.$executeRaw(sql`
      UPDATE "Conversation" SET "customerAt" = v.column2
      FROM (${values(
        ["TEXT", "BIGINT"],
        mistaken.map(({ conversationId, notHeardSince }) => [conversationId, Number(notHeardSince)]),
      )}) AS v
      WHERE "Conversation"."id" = v.column1 AND "Conversation"."customerAt" > v.column2`);
  await tx.$executeRaw(sql`
    UPDATE "OutboxRow" SET "status" = 'queued', "externalId" = v.column2, "error" = v.column4 FROM ${told}
    WHERE "OutboxRow"."id" IN (${join(rows.map(({ id }) => id))}) AND "OutboxRow"."status" IN ('sent', 'sending')
      AND ("OutboxRow"."id" = v.column1 OR "OutboxRow"."externalId" = v.column2)`);
  return rows.map(({ conversationId, externalId }) => ({ conversationId, externalId }));
}

interface RefusedRow {
  readonly id: string;
  readonly conversationId: string;
  readonly externalId: string;
  readonly sentAt: bigint | number | null;
  readonly customerAt: bigint | number;
  readonly notHeardSince: bigint | number;
}
