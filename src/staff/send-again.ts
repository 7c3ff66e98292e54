import { OutgoingMessage } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import type { Acts, Rank } from "./acts.ts";
import { lockConversation } from "./holder-store.ts";
import { type Replied, replyLocked } from "./reply.ts";

export type SentAgain = Replied | { readonly type: "notFailed" };

/** Sends a seller's reply that failed once more, as a row of its own; twice asked for it is still one. */
export async function sendAgain(
  acts: Acts,
  conversationId: string,
  rowId: string,
  staffId: string,
  rank: Rank = "seller",
): Promise<SentAgain> {
  const { database } = acts;
  const result = await database.transaction(async (tx): Promise<SentAgain> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    const message = await failedReply(tx, conversationId, rowId);
    if (message === undefined) return { type: "notFailed" };
    return replyLocked(tx, acts, conversation, { staffId, rank, rowKey: againKey(rowId), message });
  });
  if (result.type === "replied") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

/** Key of the row that goes in the place of a failed one. */
export function againKey(rowId: string): string {
  return `again:${rowId}`;
}

async function failedReply(tx: Tx, conversationId: string, rowId: string): Promise<OutgoingMessage | undefined> {
  const row = await tx.outboxRow.findFirst({
    where: { id: rowId, conversationId, status: "failed", purpose: "reply", author: { not: "bot" } },
  });
  return row === null ? undefined : OutgoingMessage.safeParse(JSON.parse(row.body)).data;
}
