import { enqueue } from "../outbox/enqueue.ts";
import type { Acts, Rank } from "./acts.ts";
import { lockConversation, spokeThere } from "./holder-store.ts";
import { takeOverLocked } from "./take-over.ts";

export type Replied =
  | { readonly type: "replied"; readonly rowId: string }
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/**
 * Sends a staff member's words. Whoever replies takes the conversation over. `key` is the sender's own mark for these
 * words: the same reply sent again (a double click, a lost answer) is sent once.
 */
export async function reply(
  acts: Acts,
  conversationId: string,
  staffId: string,
  text: string,
  key: string,
  rank: Rank = "seller",
): Promise<Replied> {
  const { database, clock, newId } = acts;
  const result = await database.transaction(async (tx): Promise<Replied> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    const rowKey = `staff:${conversationId}:${staffId}:${key}`;
    const sent = await tx.outboxRow.findUnique({ where: { key: rowKey }, select: { id: true } });
    if (sent) return { type: "replied", rowId: sent.id };
    const taken = await takeOverLocked(tx, acts, conversation, staffId, rank);
    if (taken.type === "heldBy") return taken;
    const now = clock();
    const rowId = newId();
    const sequence = conversation.sequence + 1;
    const { accountId } = conversation;
    const message = { text, choices: [] };
    const row = { id: rowId, key: rowKey, conversationId, accountId, sequence, version: taken.version, message };
    await tx.conversation.update({ where: { id: conversationId }, data: { sequence, lastAt: now, unread: 0 } });
    await spokeThere(tx, conversationId, now);
    await enqueue(tx, [{ ...row, author: staffId, purpose: "reply" }], now);
    return { type: "replied", rowId };
  });
  if (result.type === "replied") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}
