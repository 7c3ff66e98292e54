import type { Acts, Rank } from "./acts.ts";
import { handBackLocked } from "./hand-back.ts";
import { audit, isColleagues, lockConversation } from "./holder-store.ts";

export type Closed =
  | { readonly type: "closed" }
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/**
 * Puts a conversation away: whoever holds it gives it back to the bot, which says nothing where nothing is open. The
 * customer's next words bring it back.
 */
export async function close(
  acts: Acts,
  conversationId: string,
  staffId: string,
  rank: Rank = "seller",
): Promise<Closed> {
  const { database, clock, newId } = acts;
  const result = await database.transaction(async (tx): Promise<Closed> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    const { holder } = conversation;
    const overrules = isColleagues(holder, staffId);
    if (overrules && rank !== "owner") return { type: "heldBy", staff: holder };
    const from = overrules ? { from: holder } : {};
    if (holder !== "bot") await handBackLocked(tx, acts, conversation, { staff: staffId, closed: true, ...from });
    const now = clock();
    await tx.conversation.update({ where: { id: conversationId }, data: { closedAt: now, unread: 0 } });
    await audit(tx, { id: newId(), at: now, who: staffId, what: "closed", subject: conversationId });
    return { type: "closed" };
  });
  if (result.type === "closed") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

/** Takes a conversation out again that was put away. */
export async function reopen(acts: Acts, conversationId: string, staffId: string): Promise<Closed> {
  const { database, clock, newId } = acts;
  const result = await database.transaction(async (tx): Promise<Closed> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    await tx.conversation.update({ where: { id: conversationId }, data: { closedAt: null } });
    await audit(tx, { id: newId(), at: clock(), who: staffId, what: "reopened", subject: conversationId });
    return { type: "closed" };
  });
  if (result.type === "closed") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}
