import type { EventBody } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { appendEvents } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import type { Acts, Rank } from "./acts.ts";
import { audit, changeHolder, type HeldConversation, isColleagues, lockConversation } from "./holder-store.ts";

export type HandedBack =
  | { readonly type: "handedBack"; readonly version: number }
  /** Nothing to hand back: the bot holds it already */
  | { readonly type: "withBot" }
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/** Gives a conversation back to the bot, which says one line about what is still open and goes on with the errand. */
export async function handBack(
  acts: Acts,
  conversationId: string,
  staffId: string,
  rank: Rank = "seller",
): Promise<HandedBack> {
  const { database } = acts;
  const result = await database.transaction(async (tx): Promise<HandedBack> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    if (conversation.holder === "bot") return { type: "withBot" };
    const { holder } = conversation;
    const overrules = isColleagues(holder, staffId);
    if (overrules && rank !== "owner") return { type: "heldBy", staff: holder };
    const from = overrules ? { from: holder } : {};
    const version = await handBackLocked(tx, acts, conversation, { staff: staffId, ...from });
    return { type: "handedBack", version };
  });
  if (result.type === "handedBack") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

/** The same, in a transaction that has the conversation locked. Returns its new version. */
export async function handBackLocked(
  tx: Tx,
  { clock, newId }: Pick<Acts, "clock" | "newId">,
  conversation: HeldConversation,
  { from, ...by }: Omit<Extract<EventBody, { type: "handedBack" }>, "type"> & { readonly from?: string },
): Promise<number> {
  const now = clock();
  const { id } = conversation;
  const version = await changeHolder(tx, conversation, "bot", null, now);
  const body = { type: "handedBack" as const, ...by };
  const event = { id: newId(), key: `handedBack:${id}:${version}`, conversationId: id, body };
  await appendEvents(tx, [event], now, quietRule(0));
  if (await neverWrote(tx, id)) await tx.inboxEvent.update({ where: { id: event.id }, data: { handledAt: now } });
  const entry = { id: newId(), at: now, who: by.staff, what: "handedBack", subject: id };
  await audit(tx, { ...entry, ...(from === undefined ? {} : { from }) });
  return version;
}

/** Somebody to whom a seller wrote first, and who has not answered, is nobody whom the bot may speak to. */
async function neverWrote(tx: Tx, id: string): Promise<boolean> {
  const { customerAt } = await tx.conversation.findUniqueOrThrow({ where: { id }, select: { customerAt: true } });
  return customerAt === null;
}
