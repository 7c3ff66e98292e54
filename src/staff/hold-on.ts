import type { Acts, Rank } from "./acts.ts";
import { audit, isColleagues, lockConversation, spokeThere } from "./holder-store.ts";

export type HeldOn =
  | { readonly type: "heldOn" }
  /** No person holds it: there is nothing to hold on to */
  | { readonly type: "notHeld" }
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/** A seller says that they are still at it: a quiet takeover ends as much later as after a word to the customer. */
export async function holdOn(
  acts: Acts,
  conversationId: string,
  staff: string,
  rank: Rank = "seller",
): Promise<HeldOn> {
  const { database, clock, newId } = acts;
  const result = await database.transaction(async (tx): Promise<HeldOn> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    const { holder } = conversation;
    if (holder === "bot" || holder === "waiting") return { type: "notHeld" };
    if (isColleagues(holder, staff) && rank !== "owner") return { type: "heldBy", staff: holder };
    await spokeThere(tx, conversationId, clock());
    await audit(tx, { id: newId(), at: clock(), who: staff, what: "heldOn", subject: conversationId });
    return { type: "heldOn" };
  });
  if (result.type === "heldOn") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}
