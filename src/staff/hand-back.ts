import { appendEvents } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import type { Acts, Rank } from "./acts.ts";
import { audit, changeHolder, isColleagues, lockConversation } from "./holder-store.ts";

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
  const { database, clock, newId } = acts;
  const result = await database.transaction(async (tx): Promise<HandedBack> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    if (conversation.holder === "bot") return { type: "withBot" };
    const { holder } = conversation;
    const overrules = isColleagues(holder, staffId);
    if (overrules && rank !== "owner") return { type: "heldBy", staff: holder };
    const now = clock();
    const version = await changeHolder(tx, conversation, "bot", null, now);
    const event = { type: "handedBack" as const, staff: staffId };
    const key = `handedBack:${conversationId}:${version}`;
    await appendEvents(tx, [{ id: newId(), key, conversationId, body: event }], now, quietRule(0));
    const from = overrules ? { from: holder } : {};
    await audit(tx, { id: newId(), at: now, who: staffId, what: "handedBack", subject: conversationId, ...from });
    return { type: "handedBack", version };
  });
  if (result.type === "handedBack") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}
