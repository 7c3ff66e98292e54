import { DESK, OWN_PHONE } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { personsClock } from "../hold-rules.ts";
import type { NewEvent } from "./append-events.ts";
import { readHoldRules } from "./read-hold-rules.ts";

/**
 * Whoever answers from the shop's own phone has taken the chat, at once: what the bot has not said yet is withheld. A
 * seller who holds it in the console keeps it. The conversations are locked, because the events were just appended.
 * Returns those that are held from the phone now.
 */
export async function takeOverFromPhone(
  tx: RawTx,
  events: readonly NewEvent[],
  now: number,
): Promise<readonly string[]> {
  const written = events.filter(({ body }) => body.type === "sellerWrote").map(({ conversationId }) => conversationId);
  if (written.length === 0) return [];
  const spoken = join([...new Set(written)]);
  const { heldUntil, deskAt, deskStep } = personsClock(await readHoldRules(tx), now);
  const clock = sql`"heldUntil" = ${heldUntil}, "deskAt" = ${deskAt}, "deskStep" = ${deskStep}`;
  // On the right stand the values from before: who writes on keeps it as it was taken. What they answer they have read.
  const held = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE "Conversation" SET "holder" = ${OWN_PHONE}, "heldReason" = 'own_phone', "unread" = 0, "closedAt" = NULL,
      "version" = "version" + CASE "holder" WHEN ${OWN_PHONE} THEN 0 ELSE 1 END,
      "heldSince" = CASE "holder" WHEN ${OWN_PHONE} THEN "heldSince" ELSE ${now} END, ${clock}
    WHERE "id" IN (${spoken}) AND "holder" IN ('bot', 'waiting', ${OWN_PHONE})
    RETURNING "id"`);
  // A colleague who holds it in the console has been helped out: that is a word of the shop's all the same.
  await tx.$executeRaw(sql`
    UPDATE "Conversation" SET ${clock}
    WHERE "id" IN (${spoken}) AND "holder" NOT IN ('bot', 'waiting', ${DESK}, ${OWN_PHONE})`);
  if (held.length === 0) return [];
  await tx.$executeRaw(sql`
    UPDATE "OutboxRow" SET "status" = 'withheld', "error" = 'taken over'
    WHERE "conversationId" IN (${join(held.map(({ id }) => id))}) AND "status" = 'queued' AND "author" = 'bot'`);
  return held.map(({ id }) => id);
}
