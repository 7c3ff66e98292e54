import type { Tx } from "../database/database.ts";
import { enqueue } from "../outbox/enqueue.ts";
import { instantOf, localTime } from "../shop/calendar/calendar.ts";
import { sayDay, sayMinute } from "../shop/calendar/calendar.words.ts";
import type { TriedOutcome } from "../shop/call/call.ts";
import { callNews } from "../shop/call/call.words.ts";
import {
  type CallChange,
  changeCall,
  findCall,
  type ListedCall,
  recordConfirmed,
  recordTry,
} from "../shop/call/call-desk-store.ts";
import { nextCallable, nextTry } from "../shop/call/call-times.ts";
import { loadHours } from "../shop/catalogue/catalogue-store.ts";
import type { Acts } from "./acts.ts";
import { audit, lockConversation } from "./holder-store.ts";
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
  const { change, news } = await outcomeOf(tx, call, step, now);
  const version = await changeCall(tx, call, change);
  if (version === undefined) return [{ type: "changed" }];
  const note = step.to ?? step.until;
  await recordTry(tx, {
    id: acts.newId(),
    taskId: call.id,
    at: now,
    who: step.staff,
    outcome: step.outcome,
    ...(note === undefined ? {} : { note }),
  });
  await audit(tx, { id: acts.newId(), at: now, who: step.staff, what: `call:${step.outcome}`, subject: call.id });
  if (call.confirms !== undefined && step.outcome === "ordered")
    await recordConfirmed(tx, {
      ...{ id: acts.newId(), orderId: call.confirms, at: now, who: step.staff },
      ...(step.words === undefined ? {} : { words: step.words }),
    });
  if (news !== undefined) await tell(tx, acts, call, step.staff, news, now);
  return [{ type: "noted", version }, call.conversationId];
}

interface CallOutcome {
  readonly change: CallChange;
  /** What the customer reads of it */
  readonly news?: string;
}

async function outcomeOf(tx: Tx, call: ListedCall, step: CallStep, now: number): Promise<CallOutcome> {
  const { outcome, staff } = step;
  const tries = call.tries + 1;
  const kak = call.form ?? "Kak";
  switch (outcome) {
    case "passed_on":
      return { change: { takenBy: step.to ?? null } };
    case "no_answer": {
      const { branches, timeZone } = await loadHours(tx);
      const again = nextTry(tries, branches, timeZone, now);
      if (again === undefined)
        return { change: { tries, outcome: "gave_up", closedAt: now }, news: callNews.gaveUp(kak, call.phone) };
      const change = { tries, dueAt: again, takenBy: null };
      // Once is enough to know who called.
      return tries > 1
        ? { change }
        : { change, news: callNews.noAnswer(kak, call.phone, sayMoment(again, now, timeZone)) };
    }
    case "wrong_number":
      return {
        change: { tries, outcome, takenBy: staff, closedAt: now },
        news: callNews.wrongNumber(kak, call.phone),
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

/** Who thinks it over until a day stays on the list, and is called that day. */
async function calledAgainOn(tx: Tx, day: string, now: number): Promise<CallChange> {
  const { branches, timeZone } = await loadHours(tx);
  const morning = Math.max(now, instantOf(day, FORENOON, timeZone));
  return { dueAt: nextCallable(branches, morning) ?? morning, takenBy: null };
}

/** 09.00, when a day's calls begin */
const FORENOON = 9 * 60;

/** Puts words into the chat as the act of whoever tried, whoever holds it. */
async function tell(
  tx: Tx,
  { database, newId }: Acts,
  call: ListedCall,
  staff: string,
  text: string,
  now: number,
): Promise<void> {
  const conversation = await lockConversation(tx, database.engine, call.conversationId);
  if (!conversation) return;
  const { id: conversationId, accountId, version } = conversation;
  const sequence = conversation.sequence + 1;
  const key = `call:${call.id}:${call.version}`;
  const message = { text, choices: [] };
  await tx.conversation.update({ where: { id: conversationId }, data: { sequence, lastAt: now } });
  await enqueue(
    tx,
    [{ id: newId(), key, conversationId, accountId, sequence, version, message, author: staff, purpose: "reply" }],
    now,
  );
}

async function isColleague(tx: Tx, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const colleague = await tx.staff.findUnique({ where: { id }, select: { active: true, role: true } });
  return colleague?.active === true && colleague.role !== "courier";
}

/** `jam 14.30`, `besok (Kamis 19 Nov) jam 09.00` */
function sayMoment(at: number, now: number, timeZone: string): string {
  const then = localTime(at, timeZone);
  const today = localTime(now, timeZone).day;
  const clock = `jam ${sayMinute(then.minute)}`;
  return then.day === today ? clock : `${sayDay(then.day, today)} ${clock}`;
}
