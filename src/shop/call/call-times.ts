import type { Branch } from "../branch/branch.ts";
import { closingAfter, isOpen, isOpenAt, nextOpening } from "../branch/openings.ts";
import { addDays, type Day, instantOf, localTime, minuteOf } from "../calendar/calendar.ts";

const MINUTE_MS = 60_000;
/** A call promised "in a moment" comes within this. */
const SOON_MS = 15 * MINUTE_MS;
/** Kept waiting longer than this after a promise, the customer is told. */
export const LATE_MS = 15 * MINUTE_MS;
/** At the opening everybody of the night is called one after the other. */
export const LATE_AT_OPENING_MS = 60 * MINUTE_MS;
/** Nobody is called earlier or later in the day than this of the shop's own accord. */
const DECENT = { from: 7 * 60, to: 21 * 60 };
const MOST_DAYS = 15;

/** When a customer wants to be called, as said. No `soon` and no `time`: some time that day. */
export interface WantedTime {
  readonly soon?: boolean | undefined;
  /** Calendar day of the shop */
  readonly day?: string | undefined;
  /** HH:MM, or pagi | siang | sore | malam */
  readonly time?: string | undefined;
  /** HH:MM that is meant by it, where it was named loosely */
  readonly around?: string | undefined;
}

/** When the call will be: an instant, or why not then. `rough` is a time of day, not a minute. */
export type Moment =
  | { readonly type: "at"; readonly at: number; readonly soon: boolean; readonly rough: boolean }
  | { readonly type: "past" }
  | { readonly type: "closed" };

export function isShopOpen(branches: readonly Branch[], at: number): boolean {
  // A shop that keeps no hours is there whenever it is.
  return branches.length === 0 || branches.some((branch) => isOpen(branch, at));
}

/** When the shop closes that is open now, as a minute of its day; undefined while it is closed or never closes. */
export function closingMinute(branches: readonly Branch[], now: number): number | undefined {
  const closings = branches.flatMap((branch) => {
    const { day, minute } = localTime(now, branch.timeZone);
    const today = closingAfter(branch, day, minute);
    const closing = today ?? (isOpen(branch, now) ? closingOfYesterday(branch, day, minute) : undefined);
    return closing === undefined ? [] : [closing];
  });
  const last = Math.max(...closings);
  return closings.length === 0 || last === 1440 ? undefined : last;
}

function closingOfYesterday(branch: Branch, day: Day, minute: number): number | undefined {
  const closing = closingAfter(branch, addDays(day, -1), minute + 1440);
  return closing === undefined ? undefined : closing - 1440;
}

/** The first instant from `from` on at which the shop is open and it is no time to be asleep. */
export function nextCallable(branches: readonly Branch[], from: number): number | undefined {
  if (branches.length === 0) return from;
  const found = branches.flatMap((branch) => callableAt(branch, from) ?? []);
  return found.length > 0 ? Math.min(...found) : undefined;
}

function callableAt(branch: Branch, from: number): number | undefined {
  let start = from;
  for (let days = 0; days < MOST_DAYS; days++) {
    const opening = nextOpening(branch, start);
    if (!opening) return undefined;
    const minute = Math.max(opening.minute, DECENT.from);
    if (minute <= DECENT.to && isOpenAt(branch, opening.day, minute))
      return Math.max(start, instantOf(opening.day, minute, branch.timeZone));
    start = instantOf(addDays(opening.day, 1), 0, branch.timeZone);
  }
  return undefined;
}

/** When we call back: in a moment, or from an instant (epoch ms) on. `unknown`: nobody can tell yet, and nothing is promised. */
export interface Back {
  readonly at: number;
  readonly soon: boolean;
  readonly unknown?: true;
}

/**
 * When somebody who called, or wants a call, is called back unless they name a time: in a moment, or when the shop opens.
 * A shop that closes before the moment is over calls at its next opening.
 */
export function backAt(branches: readonly Branch[], now: number): Back {
  const soon = now + SOON_MS;
  if (isShopOpen(branches, now) && isShopOpen(branches, soon)) return { at: soon, soon: true };
  const opening = nextCallable(branches, isShopOpen(branches, now) ? soon : now);
  return opening === undefined ? { at: now, soon: false, unknown: true } : { at: opening, soon: false };
}

const PARTS: Readonly<Record<string, { readonly from: number; readonly to: number; readonly best: number }>> = {
  pagi: { from: 420, to: 660, best: 540 },
  siang: { from: 660, to: 900, best: 780 },
  sore: { from: 900, to: 1110, best: 960 },
  malam: { from: 1110, to: 1260, best: 1140 },
};
const ANY_TIME = { from: 420, to: 1260, best: 540 };
const STEP = 30;

/** The moment of a call that was asked for, within the shop's hours. A bare time that is over today means tomorrow. */
export function momentOf(wanted: WantedTime, branches: readonly Branch[], timeZone: string, now: number): Moment {
  if (wanted.soon) {
    const { at, soon, unknown } = backAt(branches, now);
    return unknown ? { type: "closed" } : { type: "at", at, soon, rough: !soon };
  }
  const today = localTime(now, timeZone).day;
  const day = wanted.day ?? today;
  if (day < today) return { type: "past" };
  const moment = momentOn(day, wanted, branches, timeZone, now);
  return moment.type === "past" && wanted.day === undefined
    ? momentOn(addDays(today, 1), wanted, branches, timeZone, now)
    : moment;
}

function momentOn(
  day: Day,
  { time, around }: Pick<WantedTime, "time" | "around">,
  branches: readonly Branch[],
  timeZone: string,
  now: number,
): Moment {
  const clock = around ?? time;
  const said = clock === undefined ? undefined : minuteOf(clock);
  const part = PARTS[time ?? ""] ?? ANY_TIME;
  const steps = Array.from({ length: (part.to - part.from) / STEP }, (_, step) => part.from + step * STEP);
  const minutes = said === undefined ? [part.best, ...steps] : [said];
  const ahead = minutes.map((minute) => instantOf(day, minute, timeZone)).filter((at) => at > now);
  if (ahead.length === 0) return { type: "past" };
  const at = ahead.find((instant) => isShopOpen(branches, instant));
  return at === undefined
    ? { type: "closed" }
    : { type: "at", at, soon: false, rough: around !== undefined || said === undefined };
}

/** Up to three moments to tap: at once, later today, the next day. */
export function offeredTimes(branches: readonly Branch[], timeZone: string, now: number): readonly Offered[] {
  const { day } = localTime(now, timeZone);
  const open = backAt(branches, now).soon;
  const later = ["siang", "sore", "malam"].flatMap((part) => offeredOn(day, part, branches, timeZone, now));
  const opening = nextCallable(branches, instantOf(addDays(day, 1), 0, timeZone));
  const next = opening === undefined ? day : localTime(opening, timeZone).day;
  const first = open ? [{ soon: true as const, day }] : [];
  const tomorrow = ["pagi", "siang", "sore"].flatMap((part) => offeredOn(next, part, branches, timeZone, now));
  return [...first, ...later.slice(0, 1), ...tomorrow].slice(0, 3);
}

/** A moment that can be tapped: at once, or a minute of a day. */
export type Offered =
  | { readonly soon: true; readonly day: Day }
  | { readonly soon?: undefined; readonly day: Day; readonly minute: number };

const AN_HOUR_MS = 60 * MINUTE_MS;

function offeredOn(day: Day, part: string, branches: readonly Branch[], timeZone: string, now: number): Offered[] {
  const moment = momentOn(day, { time: part }, branches, timeZone, now);
  if (moment.type !== "at" || moment.at < now + AN_HOUR_MS) return [];
  return [localTime(moment.at, timeZone)];
}

const RETRIES_MS: readonly number[] = [15 * MINUTE_MS, 60 * MINUTE_MS];

/**
 * When somebody who did not answer is tried again: after a quarter of an hour, after an hour, at the next day's opening;
 * undefined when that is enough. `tries` counts the one that was just made.
 */
export function nextTry(tries: number, branches: readonly Branch[], timeZone: string, now: number): number | undefined {
  const pause = RETRIES_MS[tries - 1];
  if (pause !== undefined) return nextCallable(branches, now + pause) ?? now + pause;
  if (tries > RETRIES_MS.length + 1) return undefined;
  const tomorrow = instantOf(addDays(localTime(now, timeZone).day, 1), DECENT.from + 120, timeZone);
  return nextCallable(branches, tomorrow) ?? tomorrow;
}
