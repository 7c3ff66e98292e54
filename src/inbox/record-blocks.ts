import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { type Value, values } from "../database/values.ts";
import type { NewEvent } from "./append-events.ts";

/** Keeps on the contact whether they block the shop; the last event of each conversation decides. */
export async function recordBlocks(tx: RawTx, events: readonly NewEvent[], now: number): Promise<void> {
  const blockedAt = new Map<string, number | null>();
  for (const { conversationId, body } of events) {
    if (body.type === "contactBlocked") blockedAt.set(conversationId, now);
    else if (body.type === "contactReturned") blockedAt.set(conversationId, null);
  }
  if (blockedAt.size === 0) return;
  const rows: Value[][] = [...blockedAt];
  await tx.$executeRaw(sql`
    UPDATE "Contact" SET "blockedAt" = v.column2
    FROM (${values(["TEXT", "BIGINT"], rows)}) AS v
    JOIN "Conversation" c ON c."id" = v.column1
    WHERE "Contact"."id" = c."contactId"`);
}
