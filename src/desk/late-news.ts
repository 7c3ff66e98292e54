import type { Tx } from "../database/database.ts";
import { byUrgency } from "../shop/call/call.ts";
import type { Desk, DeskRow } from "../staff/desk-store.ts";
import { aboutText } from "./about.ts";
import { callCard, sayMoment } from "./call-card.ts";
import type { Reader } from "./card.ts";
import { callWords, deskWords } from "./desk.words.ts";
import type { OpenDeskCall } from "./desk-news-store.ts";
import { readDeskCalls } from "./desk-view-store.ts";
import type { News } from "./news.ts";

const MINUTE_MS = 60_000;
/** A colleague is reminded no more often than this, however much falls due. */
const REMIND_APART_MS = 5 * MINUTE_MS;
/** A call that was due when it came had its card just then. */
const AT_ONCE_MS = 5 * MINUTE_MS;
/** When a colleague is reminded of a call, after it fell due. */
const REMINDERS_MS = [0, 30 * MINUTE_MS, 120 * MINUTE_MS];
const MOST_LISTED = 15;

/** One message about the calls that customers wait for by now and that nobody else who is on duty has taken. */
export async function lateNews(tx: Tx, desk: Desk, news: News): Promise<readonly Omit<DeskRow, "id">[]> {
  const { now, timeZone } = news;
  const reminders = news.told.flatMap(({ key, conversationId, createdAt }) => {
    const upTo = conversationId === desk.conversationId ? /late-(\d+)$/.exec(key)?.[1] : undefined;
    return upTo === undefined ? [] : [{ upTo: Number(upTo), createdAt }];
  });
  if (!news.onDuty.has(desk.staffId) || reminders.some(({ createdAt }) => createdAt > now - REMIND_APART_MS)) return [];
  const upTo = Math.max(desk.linkedAt, ...reminders.map((one) => one.upTo));
  const late = news.calls.flatMap((call) => {
    const at = lateSince(call, now);
    // Who took a call and went home, or has left, calls nobody.
    const isTaken = call.takenBy !== undefined && call.takenBy !== desk.staffId && news.onDuty.has(call.takenBy);
    return !isTaken && at !== undefined && at > upTo ? [{ call, at }] : [];
  });
  if (late.length === 0) return [];
  const mark = `late-${Math.max(...late.map(({ at }) => at))}`;
  const ids = late
    .map(({ call }) => call)
    .toSorted(byUrgency(now))
    .map(({ id }) => id);
  const calls = await readDeskCalls(tx, ids.slice(0, MOST_LISTED));
  const reader: Reader = { staffId: desk.staffId, timeZone, now };
  const [only] = calls;
  if (only && calls.length === 1) {
    const first = only.promisedAt === undefined ? callWords.latePlain : callWords.late;
    const { about, stamp, message } = callCard(only, reader, { first });
    return [{ key: `card:${aboutText(about)}:${stamp}:${mark}`, about: aboutText(about), message }];
  }
  const lines = calls.map(({ customer, dueAt, phone }) =>
    callWords.lateLine(customer || deskWords.nameless, sayMoment(dueAt ?? now, reader), phone),
  );
  const text = [callWords.lateList(ids.length), ...lines, callWords.lateHint].join("\n");
  return [{ key: mark, about: `late:${calls.map(({ id }) => id).join(",")}`, message: { text, choices: [] } }];
}

/** The last moment at which somebody was to be reminded of it; undefined while it is in time. */
function lateSince({ dueAt, createdAt }: OpenDeskCall, now: number): number | undefined {
  if (dueAt === undefined) return undefined;
  const due = dueAt - createdAt < MINUTE_MS ? dueAt + AT_ONCE_MS : dueAt;
  return REMINDERS_MS.map((after) => due + after).findLast((at) => at <= now);
}
