import type { Tx } from "../database/database.ts";
import type { TriedOutcome } from "../shop/call/call.ts";
import { callNews } from "../shop/call/call.words.ts";
import {
  changeCall,
  findCall,
  findConfirmed,
  type ListedCall,
  recordConfirmed,
  recordOutcome,
} from "../shop/call/call-desk-store.ts";
import type { Acts } from "./acts.ts";
import { type CallOutcome, calledAgainOn, triedAgain } from "./call-again.ts";
import { callAlong, noteAlong } from "./call-along.ts";
import { tellOfCall } from "./call-news.ts";
import { confirmOutcome } from "./confirm-outcome.ts";
import { lockConversation } from "./holder-store.ts";
import { stepLocked } from "./step-order.ts";
import type { CallNoted } from "./take-call.ts";

/** How a call went, as the seller says it. */
export interface CallStep {
  readonly call: string;
  /** The version that the seller saw */
  readonly version: number;
  readonly staff: string;
  readonly outcome: TriedOutcome | "passed_on";
  /** For `thinking`: the day (YYYY-MM-DD) on which to call again; without it the call is done */
  readonly until?: string;
  /** For `ordered`, where the call confirms an order: the customer's words of the yes */
  readonly words?: string;
  /** For `passed_on`: the colleague */
  readonly to?: string;
  /** For `cancelled`, where the call confirms an order: why the order is cancelled; without it the order waits on */
  readonly cancels?: string;
}

/** Writes down how a call went. Who did not answer is tried again by rule, and in the end is told that we stop. */
export async function noteCall(acts: Acts, step: CallStep): Promise<CallNoted> {
  const [noted, conversationId] = await acts.database.transaction((tx) => noteLocked(tx, acts, step));
  if (noted.type === "noted" && conversationId !== undefined)
    acts.changed([
      { type: "call", id: conversationId },
      { type: "order", id: "" },
      { type: "conversation", id: conversationId },
    ]);
  return noted;
}

async function noteLocked(tx: Tx, acts: Acts, step: CallStep): Promise<[CallNoted, conversationId?: string]> {
  const listed = await findCall(tx, step.call);
  if (!listed) return [{ type: "unknownCall" }];
  // A turn being taken there may be changing the same call.
  await lockConversation(tx, acts.database.engine, listed.conversationId);
  const call = await findCall(tx, step.call);
  if (!call || call.closed || call.version !== step.version) return [{ type: "changed" }];
  if (step.outcome === "passed_on" && !(await isColleague(tx, step.to))) return [{ type: "unknownColleague" }];
  const now = acts.clock();
  const { confirms } = call;
  const isCancelled = confirms !== undefined && step.outcome === "cancelled" && step.cancels !== undefined;
  const order = isCancelled ? await findConfirmed(tx, confirms) : undefined;
  if (isCancelled && !order?.isPlaced) return [{ type: "changed" }];
  const { change, news } =
    confirms === undefined ? await outcomeOf(tx, call, step, now) : await confirmOutcome(tx, call, confirms, step, now);
  const along = await callAlong(tx, call);
  const version = await changeCall(tx, call, change);
  if (version === undefined) return [{ type: "changed" }];
  if (along) await noteAlong(tx, along, step, { change, ...(news ? { news } : {}) }, { newId: acts.newId, at: now });
  const note = step.to ?? step.until ?? step.cancels;
  await recordOutcome(tx, call, { newId: acts.newId, at: now, who: step.staff, outcome: step.outcome, note });
  if (confirms !== undefined && step.outcome === "ordered")
    await recordConfirmed(tx, {
      ...{ id: acts.newId(), orderId: confirms, at: now, who: step.staff, what: "confirmed" },
      words: step.words,
    });
  if (confirms !== undefined && order) await cancelConfirmed(tx, acts, { confirms, version: order.version }, step);
  if (news !== undefined) await tellOfCall(tx, acts, call, news, step.staff, now);
  return [{ type: "noted", version }, call.conversationId];
}

/** Who does not want the order any more, as the seller heard it, has it cancelled in the same breath. */
async function cancelConfirmed(
  tx: Tx,
  acts: Acts,
  { confirms, version }: { readonly confirms: string; readonly version: number },
  { staff, cancels }: CallStep,
): Promise<void> {
  const reason = cancels === undefined ? {} : { reason: cancels };
  const [stepped] = await stepLocked(tx, acts, { order: confirms, version, status: "cancelled", staff, ...reason });
  if (stepped.type !== "stepped") throw new Error(`A placed order could not be cancelled: ${stepped.type}`);
}

async function outcomeOf(tx: Tx, call: ListedCall, step: CallStep, now: number): Promise<CallOutcome> {
  const { outcome, staff } = step;
  const tries = call.tries + 1;
  const kak = call.form ?? "Kak";
  switch (outcome) {
    case "passed_on":
      return { change: { takenBy: step.to ?? null } };
    case "no_answer":
      return (
        (await triedAgain(tx, call, now)) ?? {
          change: { tries, outcome: "gave_up", closedAt: now },
          news: { text: callNews.gaveUp(kak, call.phone) },
        }
      );
    case "wrong_number":
      return {
        change: { tries, outcome, takenBy: staff, closedAt: now },
        news: { text: callNews.wrongNumber(kak, call.phone) },
      };
    case "thinking":
      if (step.until !== undefined) return { change: { tries, ...(await calledAgainOn(tx, step.until, now)) } };
      return { change: { tries, outcome, takenBy: staff, closedAt: now } };
    case "ordered":
    case "reached":
    case "cancelled":
      return { change: { tries, outcome, takenBy: staff, closedAt: now } };
    default:
      return outcome satisfies never;
  }
}

async function isColleague(tx: Tx, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const colleague = await tx.staff.findUnique({ where: { id }, select: { active: true, role: true } });
  return colleague?.active === true && colleague.role !== "courier";
}
