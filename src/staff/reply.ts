import type { OutgoingMessage } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { enqueue } from "../outbox/enqueue.ts";
import type { Acts, Rank } from "./acts.ts";
import { type HeldConversation, lockConversation, spokeThere } from "./holder-store.ts";
import { takeOverLocked } from "./take-over.ts";

export type Replied =
  | { readonly type: "replied"; readonly rowId: string }
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/** What a member of staff says: words alone, or a picture of the shop's (Photo.id) with its caption. */
export type StaffWords = string | Pick<OutgoingMessage, "text" | "photo">;

/**
 * Sends a staff member's words. Whoever replies takes the conversation over. `key` is the sender's own mark for these
 * words: the same reply sent again (a double click, a lost answer) is sent once.
 */
export async function reply(
  acts: Acts,
  conversationId: string,
  staffId: string,
  words: StaffWords,
  key: string,
  rank: Rank = "seller",
): Promise<Replied> {
  const { database } = acts;
  const result = await database.transaction(async (tx): Promise<Replied> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    const message = { ...(typeof words === "string" ? { text: words } : words), choices: [] };
    const rowKey = `staff:${conversationId}:${staffId}:${key}`;
    return replyLocked(tx, acts, conversation, { staffId, rank, rowKey, message });
  });
  if (result.type === "replied") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

/** What goes out in a reply; `rowKey` is unique to it. */
export interface StaffReply {
  readonly staffId: string;
  readonly rank: Rank;
  readonly rowKey: string;
  readonly message: OutgoingMessage;
}

/** The same, in a transaction that has the conversation locked. */
export async function replyLocked(
  tx: Tx,
  acts: Acts,
  conversation: HeldConversation,
  { staffId, rank, rowKey, message }: StaffReply,
): Promise<Exclude<Replied, { type: "unknownConversation" }>> {
  const { id: conversationId, accountId } = conversation;
  const sent = await tx.outboxRow.findUnique({ where: { key: rowKey }, select: { id: true } });
  if (sent) return { type: "replied", rowId: sent.id };
  const taken = await takeOverLocked(tx, acts, conversation, staffId, rank);
  if (taken.type === "heldBy") return taken;
  const now = acts.clock();
  const rowId = acts.newId();
  const sequence = conversation.sequence + 1;
  const row = { id: rowId, key: rowKey, conversationId, accountId, sequence, version: taken.version, message };
  await tx.conversation.update({ where: { id: conversationId }, data: { sequence, lastAt: now, unread: 0 } });
  await spokeThere(tx, conversationId, now);
  await enqueue(tx, [{ ...row, author: staffId, purpose: "reply" }], now);
  return { type: "replied", rowId };
}
