import { OWN_PHONE } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import type { NewEvent } from "./append-events.ts";
import { tellKeptNews } from "./kept-news.ts";

/**
 * Gives back to the bot what is answered from the shop's own phone, where somebody said so there without a word. A chat
 * that anybody else holds stays as it is, and the event is kept for the record alone. Call it after `takeOverFromPhone`.
 */
export async function handBackFromPhone(
  tx: RawTx,
  events: readonly NewEvent[],
  { now, newId }: { readonly now: number; readonly newId: () => string },
): Promise<void> {
  const signs = events.filter(({ body }) => body.type === "handedBack");
  if (signs.length === 0) return;
  // Whoever wrote again after the sign has it again.
  const last = new Map(
    events.flatMap((event) => (DECIDES.has(event.body.type) ? [[event.conversationId, event] as const] : [])),
  );
  const meant = signs.filter((sign) => last.get(sign.conversationId) === sign);
  const given = meant.length === 0 ? [] : await giveBack(tx, meant);
  for (const id of given) await tellKeptNews(tx, id, now);
  const acts = meant.filter(({ conversationId }) => given.includes(conversationId));
  const idle = signs.filter((sign) => !acts.includes(sign)).map(({ id }) => id);
  if (idle.length > 0)
    await tx.$executeRaw(sql`UPDATE "InboxEvent" SET "handledAt" = ${now} WHERE "id" IN (${join(idle)})`);
  if (acts.length === 0) return;
  await tx.$executeRaw(sql`
    INSERT INTO "Audit" ("id", "at", "who", "what", "subject", "data")
    ${values(
      ["TEXT", "BIGINT", "TEXT", "TEXT", "TEXT", "TEXT"],
      acts.map(({ conversationId }) => [newId(), now, OWN_PHONE, "handedBack", conversationId, "{}"]),
    )}`);
}

const DECIDES: ReadonlySet<string> = new Set(["sellerWrote", "handedBack"]);

async function giveBack(tx: RawTx, signs: readonly NewEvent[]): Promise<readonly string[]> {
  const given: string[] = [];
  for (const sign of signs) given.push(...(await giveOneBack(tx, sign)));
  return given;
}

/** A sign that comes late, from before the latest word on the phone, is over. */
async function giveOneBack(tx: RawTx, { conversationId, platformAt }: NewEvent): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE "Conversation" SET "holder" = 'bot', "version" = "version" + 1, "heldReason" = NULL, "heldSince" = NULL,
      "heldUntil" = NULL, "deskAt" = NULL, "deskStep" = 0
    WHERE "id" = ${conversationId} AND "holder" = ${OWN_PHONE} AND NOT EXISTS (
      SELECT 1 FROM "InboxEvent" e WHERE e."conversationId" = ${conversationId} AND e."kind" = 'sellerWrote'
        AND e."platformAt" > ${platformAt ?? null})
    RETURNING "id"`);
  return rows.map(({ id }) => id);
}
