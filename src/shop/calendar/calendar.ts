/** A calendar day in a shop's own zone, `YYYY-MM-DD`. */
export type Day = string;

/** The calendar day and minute of day that a clock in `timeZone` shows at an instant (epoch ms). */
export function localTime(instant: number, timeZone: string): { day: Day; minute: number } {
  const local = instant + offsetAt(instant, timeZone);
  const number = Math.floor(local / DAY_MS);
  return { day: dayOf(number), minute: Math.floor((local - number * DAY_MS) / 60_000) };
}

export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  // Day 0 was a Thursday.
  return (((numberOf(day) + 4) % 7) + 7) % 7;
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Minutes from midnight for HH:MM; undefined for anything else. */
export function minuteOf(time: string): number | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

/** The instant (epoch ms) at which a clock in `timeZone` shows this minute of a calendar day; minutes may exceed a day. */
export function instantOf(day: Day, minute: number, timeZone: string): number {
  const local = numberOf(day) * DAY_MS + minute * 60_000;
  // The offset is asked at an instant near enough: where clocks do not change, the first guess is right.
  return local - offsetAt(local - offsetAt(local, timeZone), timeZone);
}

const DAY_MS = 86_400_000;
/** Zones change their offset on quarter hours only. */
const QUARTER_MS = 900_000;
const MOST_DAYS = 1_000;

const days = new Map<number, Day>();
const MOST_QUARTERS = 500;
const offsets = new Map<string, Map<number, number>>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Days since 1970-01-01. */
function numberOf(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function dayOf(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}

/** What a zone's clock is ahead of UTC, in ms. Asking Intl is slow, so the latest answers are kept by quarter hour. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / QUARTER_MS);
  const known = quartersOf(timeZone).get(quarter);
  if (known !== undefined) return known;
  const start = quarter * QUARTER_MS;
  const part = Object.fromEntries(
    clock(timeZone)
      .formatToParts(start)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
  const quarters = quartersOf(timeZone);
  if (quarters.size >= MOST_QUARTERS) quarters.clear();
  quarters.set(quarter, shown - start);
  return shown - start;
}

function quartersOf(timeZone: string): Map<number, number> {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  return known;
}

function clock(timeZone: string): Intl.DateTimeFormat {
  let found = clocks.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    clocks.set(timeZone, found);
  }
  return found;
}
