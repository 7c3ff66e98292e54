import type { Tx } from "../database/database.ts";
import { UNDO_MS } from "../shop/call/call.ts";
import {
  findCall,
  findConfirmed,
  hasAnotherCall,
  type ListedCall,
  latestOutcomes,
  recordConfirmed,
  recordTry,
  reopenCall,
} from "../shop/call/call-desk-store.ts";
import type { Acts, Rank } from "./acts.ts";
import { undoAlong } from "./call-along.ts";
import { type TakenBack, takeBackNews } from "./call-news.ts";
import { audit, lockConversation } from "./holder-store.ts";

export type CallUndone =
  /** `told`: whether the customer was told of the outcome already, so that somebody had better say a word */
  | { readonly type: "undone"; readonly version: number; readonly told: TakenBack }
  /** Ten minutes have passed, or nothing was noted */
  | { readonly type: "tooLate" }
  /** A colleague noted it */
  | { readonly type: "notYours" }
  /** It is no longer as it was seen, or the customer is on the list anew */
  | { readonly type: "changed" }
  /** The order went on, or was cancelled, by that outcome */
  | { readonly type: "orderMoved" }
  | { readonly type: "unknownCall" };

/**
 * Takes back the last outcome of a call: the call is as it was before, and what the customer was to be told of it and
 * was not sent yet is withheld. Within ten minutes, by whoever noted it or an owner.
 */
export async function undoCall(
  acts: Acts,
  step: { readonly call: string; readonly version: number; readonly staff: string },
  rank: Rank = "seller",
): Promise<CallUndone> {
  const { database, changed } = acts;
  const [undone, conversationId] = await database.transaction((tx) => undoLocked(tx, acts, step, rank));
  if (undone.type === "undone" && conversationId !== undefined)
    changed([
      { type: "call", id: conversationId },
      { type: "order", id: "" },
      { type: "conversation", id: conversationId },
    ]);
  return undone;
}

async function undoLocked(
  tx: Tx,
  { database, clock, newId }: Acts,
  { call: id, version: seen, staff }: { readonly call: string; readonly version: number; readonly staff: string },
  rank: Rank,
): Promise<[CallUndone, conversationId?: string]> {
  const listed = await findCall(tx, id);
  if (!listed) return [{ type: "unknownCall" }];
  await lockConversation(tx, database.engine, listed.conversationId);
  const call = await findCall(tx, id);
  if (!call || call.version !== seen) return [{ type: "changed" }];
  const now = clock();
  const noted = (await latestOutcomes(tx, now - UNDO_MS, id)).get(id);
  if (!noted) return [{ type: "tooLate" }];
  if (noted.who !== staff && rank !== "owner") return [{ type: "notYours" }];
  // Taken, called again, or undone since: the outcome is not what stands there now.
  if (noted.seen !== seen - 1) return [{ type: "changed" }];
  if (call.confirms !== undefined && !(await findConfirmed(tx, call.confirms))?.isPlaced)
    return [{ type: "orderMoved" }];
  if (call.confirms === undefined && call.closed && (await hasAnotherCall(tx, call))) return [{ type: "changed" }];
  const version = await reopenCall(tx, call, noted.before);
  if (version === undefined) return [{ type: "changed" }];
  await undoAlong(tx, call, noted);
  await recordUndone(tx, call, { newId, at: now, who: staff, outcome: noted.outcome });
  const told = await takeBackNews(tx, call, noted.seen, now);
  return [{ type: "undone", version, told }, call.conversationId];
}

async function recordUndone(
  tx: Tx,
  call: ListedCall,
  { newId, at, who, outcome }: { newId: () => string; at: number; who: string; outcome: string },
): Promise<void> {
  await recordTry(tx, { id: newId(), taskId: call.id, at, who, outcome: "undone", note: outcome });
  await audit(tx, { id: newId(), at, who, what: "callUndone", subject: call.id });
  if (call.confirms !== undefined && outcome === "ordered")
    await recordConfirmed(tx, { id: newId(), orderId: call.confirms, at, who, what: "unconfirmed" });
}
