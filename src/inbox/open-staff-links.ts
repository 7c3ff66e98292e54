import { DESK } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { empty, sql } from "../database/sql.ts";
import type { AcceptContext } from "./accept-batches.ts";
import type { NewEvent } from "./append-events.ts";

/**
 * Whoever opens the one-time link of a colleague makes this chat that colleague's own, at once: it is no customer's any
 * more, and what the bot has not said yet is withheld. A link that is used, too old or of somebody who has left changes
 * nothing, nor does one that is opened in another colleague's chat. The conversations are locked, because the events were
 * just appended.
 */
export async function openStaffLinks(
  tx: RawTx,
  events: readonly NewEvent[],
  { database: { engine }, now, newId }: Pick<AcceptContext, "database" | "now" | "newId">,
): Promise<void> {
  for (const { conversationId, body } of events) {
    if (body.type !== "staffLinkOpened") continue;
    const [opened] = await tx.$queryRaw<{ staffId: string; contactId: string; before: string | null }[]>(sql`
      SELECT s."id" AS "staffId", c."contactId", s."contactId" AS "before"
      FROM "StaffLink" l JOIN "Staff" s ON s."id" = l."staffId" JOIN "Conversation" c ON c."id" = ${conversationId}
      WHERE l."id" = ${body.link} AND l."usedAt" IS NULL AND l."expiresAt" > ${now}
        AND s."active" AND s."role" <> 'courier'
        AND NOT EXISTS (SELECT 1 FROM "Staff" o WHERE o."contactId" = c."contactId" AND o."id" <> s."id")
      ${engine === "postgresql" ? sql`FOR UPDATE OF l, s` : empty}`);
    if (!opened) continue;
    const { staffId, contactId, before } = opened;
    await tx.$executeRaw(sql`UPDATE "StaffLink" SET "usedAt" = ${now} WHERE "id" = ${body.link}`);
    if (before !== null && before !== contactId)
      await tx.$executeRaw(sql`
        UPDATE "Conversation" SET "holder" = 'bot', "version" = "version" + 1 WHERE "contactId" = ${before} AND "holder" = ${DESK}`);
    await tx.$executeRaw(sql`UPDATE "Staff" SET "contactId" = ${contactId} WHERE "id" = ${staffId}`);
    await becomeDesk(tx, conversationId, now);
    await tx.$executeRaw(sql`
      INSERT INTO "Audit" ("id", "at", "who", "what", "subject", "data")
      VALUES (${newId()}, ${now}, ${staffId}, 'staffChatLinked', ${contactId}, '{}')`);
  }
}

/** Who works for the shop is no customer to be called, asked or reminded. */
async function becomeDesk(tx: RawTx, conversationId: string, now: number): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE "Conversation" SET "version" = "version" + CASE "holder" WHEN ${DESK} THEN 0 ELSE 1 END, "holder" = ${DESK},
      "state" = NULL, "questionId" = NULL, "heldReason" = NULL, "heldSince" = NULL, "heldUntil" = NULL, "deskAt" = NULL,
      "deskStep" = 0, "unread" = 0, "failures" = 0, "refusals" = 0
    WHERE "id" = ${conversationId}`);
  await tx.$executeRaw(sql`
    UPDATE "OutboxRow" SET "status" = 'withheld', "error" = 'taken over'
    WHERE "conversationId" = ${conversationId} AND "status" = 'queued' AND "author" = 'bot' AND "about" IS NULL`);
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET "outcome" = 'cancelled', "closedAt" = ${now}, "version" = "version" + 1
    WHERE "conversationId" = ${conversationId} AND "outcome" IS NULL`);
}
