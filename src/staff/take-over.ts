import type { Tx } from "../database/database.ts";
import type { Acts, Rank } from "./acts.ts";
import { audit, changeHolder, type HeldConversation, isColleagues, lockConversation } from "./holder-store.ts";

export type TakenOver =
  | { readonly type: "takenOver"; readonly version: number }
  /** A colleague holds it; an owner may take it all the same */
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/**
 * A staff member takes a conversation at once. A turn being taken there commits first; what the bot has not sent yet is
 * withheld, and from here on it says nothing there. Taking what one already holds changes nothing.
 */
export async function takeOver(
  acts: Acts,
  conversationId: string,
  staffId: string,
  rank: Rank = "seller",
): Promise<TakenOver> {
  const result = await acts.database.transaction(async (tx): Promise<TakenOver> => {
    const conversation = await lockConversation(tx, acts.database.engine, conversationId);
    return conversation ? takeOverLocked(tx, acts, conversation, staffId, rank) : { type: "unknownConversation" };
  });
  if (result.type === "takenOver") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

/** The same, in a transaction that has the conversation locked. */
export async function takeOverLocked(
  tx: Tx,
  { clock, newId }: Pick<Acts, "clock" | "newId">,
  conversation: HeldConversation,
  staffId: string,
  rank: Rank,
): Promise<Exclude<TakenOver, { type: "unknownConversation" }>> {
  const { id, holder, version } = conversation;
  if (holder === staffId) return { type: "takenOver", version };
  const overrules = isColleagues(holder, staffId);
  if (overrules && rank !== "owner") return { type: "heldBy", staff: holder };
  const now = clock();
  const taken = await changeHolder(tx, conversation, staffId, "taken_over", now);
  await audit(tx, {
    id: newId(),
    at: now,
    who: staffId,
    what: "tookOver",
    subject: id,
    ...(overrules ? { from: holder } : {}),
  });
  return { type: "takenOver", version: taken };
}
