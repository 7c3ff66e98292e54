import { changeCall, findCall } from "../shop/call/call-desk-store.ts";
import type { Acts } from "./acts.ts";
import { callAlong } from "./call-along.ts";
import { audit, lockConversation } from "./holder-store.ts";

export type CallNoted =
  | { readonly type: "noted"; readonly version: number }
  /** It is no longer as it was seen: a colleague, or the customer, was quicker */
  | { readonly type: "changed" }
  | { readonly type: "unknownColleague" }
  | { readonly type: "unknownCall" };

/** A seller takes a call upon themselves, so that no two call the same customer. */
export async function takeCall(
  acts: Acts,
  seen: { readonly call: string; readonly version: number; readonly staff: string },
): Promise<CallNoted> {
  const { database, clock, newId } = acts;
  const { call: id, version, staff } = seen;
  const found = await database.transaction(async (tx) => {
    const call = await findCall(tx, id);
    if (!call) return undefined;
    // A turn being taken there may be changing the same call.
    await lockConversation(tx, database.engine, call.conversationId);
    const along = await callAlong(tx, call);
    const changed = await changeCall(tx, { id, version }, { takenBy: staff });
    if (along && changed !== undefined) await changeCall(tx, along, { takenBy: staff });
    if (changed !== undefined)
      await audit(tx, { id: newId(), at: clock(), who: staff, what: "callTaken", subject: id });
    return { conversationId: call.conversationId, changed };
  });
  if (!found) return { type: "unknownCall" };
  if (found.changed === undefined) return { type: "changed" };
  acts.changed([{ type: "call", id: found.conversationId }]);
  return { type: "noted", version: found.changed };
}
