import type { OutgoingMessage } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import type { Acts } from "./acts.ts";
import { findDesks, postToDesk } from "./desk-store.ts";

/** News for colleagues in their own chats. */
export interface StaffNews {
  /** Staff ids */
  readonly to: readonly string[];
  /** `conversation:<id>`, `call:<id>` or `order:<id>`: an answer to the message is about this. `waiting:<id>,<id>`: a list */
  readonly about: string;
  /** What is told under one key reaches each colleague once */
  readonly key: string;
  readonly message: OutgoingMessage;
}

/**
 * Tells colleagues something in their own chats, in the caller's transaction; afterwards the caller says with
 * `acts.changed` that there is something to send. Returns the staff ids of those who are reached; who has linked no chat,
 * has blocked the bot or has left is not. Locks those chats: lock customers' conversations before.
 */
export async function tellStaff(
  tx: Tx,
  { clock, newId }: Pick<Acts, "clock" | "newId">,
  { to, about, key, message }: StaffNews,
): Promise<readonly string[]> {
  const reached: string[] = [];
  for (const { staffId, conversationId } of await findDesks(tx, to)) {
    const posted = await postToDesk(tx, conversationId, [{ id: newId(), key: `news:${key}`, about, message }], clock());
    if (posted.length > 0) reached.push(staffId);
  }
  return reached;
}
