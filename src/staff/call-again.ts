import type { Tx } from "../database/database.ts";
import { addDays, instantOf, localTime } from "../shop/calendar/calendar.ts";
import { sayInstant } from "../shop/calendar/calendar.words.ts";
import { callNews } from "../shop/call/call.words.ts";
import type { CallChange, ListedCall } from "../shop/call/call-desk-store.ts";
import { nextCallable, nextTry } from "../shop/call/call-times.ts";
import { loadHours } from "../shop/catalogue/catalogue-store.ts";
import type { CallNews } from "./call-news.ts";

/** What an outcome makes of a call, and what the customer hears of it. */
export interface CallOutcome {
  readonly change: CallChange;
  readonly news?: CallNews;
}

/** Who did not answer is tried again by rule; undefined when that is enough. */
export async function triedAgain(tx: Tx, call: ListedCall, now: number): Promise<CallOutcome | undefined> {
  const tries = call.tries + 1;
  const { branches, timeZone } = await loadHours(tx);
  const again = nextTry(tries, branches, timeZone, now);
  if (again === undefined) return undefined;
  const change = { tries, dueAt: again, takenBy: null };
  // Once is enough to know who called.
  if (tries > 1) return { change };
  const text = callNews.noAnswer(call.form ?? "Kak", call.phone, sayInstant(again, now, timeZone));
  return { change, news: { text } };
}

/** Who thinks it over until a day stays on the list, and is called that day. */
export async function calledAgainOn(tx: Tx, day: string, now: number): Promise<CallChange> {
  const { branches, timeZone } = await loadHours(tx);
  const morning = Math.max(now, instantOf(day, FORENOON, timeZone));
  return { dueAt: nextCallable(branches, morning) ?? morning, takenBy: null };
}

/** Called again the day after. */
export async function calledTomorrow(tx: Tx, now: number): Promise<CallChange> {
  const { timeZone } = await loadHours(tx);
  return calledAgainOn(tx, addDays(localTime(now, timeZone).day, 1), now);
}

/** The customer has this long to answer in the chat, of the hours in which they can be called. */
export async function answeredBy(tx: Tx, now: number): Promise<number> {
  const { branches } = await loadHours(tx);
  return nextCallable(branches, now + CHAT_WAIT_MS) ?? now + CHAT_WAIT_MS;
}

/** 09.00, when a day's calls begin */
const FORENOON = 9 * 60;
const CHAT_WAIT_MS = 3 * 3_600_000;
