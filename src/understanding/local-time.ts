import { Temporal } from "temporal-polyfill";

/** A moment as the shop's clock shows it. */
export interface LocalTime {
  /** Days since 1970-01-01 on the shop's calendar */
  readonly day: number;
  /** Minutes since local midnight */
  readonly minute: number;
}

const DAY = 86_400_000;
/** Indonesia has no summer time, so its zones need no calendar library. */
const FIXED_HOURS: Readonly<Record<string, number | undefined>> = {
  "Asia/Jakarta": 7,
  "Asia/Pontianak": 7,
  "Asia/Makassar": 8,
  "Asia/Jayapura": 9,
};

/** The shop's day and minute at an instant in epoch milliseconds. */
export function localTime(now: number, timeZone: string): LocalTime {
  const hours = FIXED_HOURS[timeZone];
  const offset = hours === undefined ? zoneOffset(now, timeZone) : hours * 3_600_000;
  const local = now + offset;
  const day = Math.floor(local / DAY);
  return { day, minute: Math.floor((local - day * DAY) / 60_000) };
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** YYYY-MM-DD */
export function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day number of a date, or undefined where the calendar has no such day. Months count from 1. */
export function dayOf(year: number, month: number, date: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? Math.round(at.getTime() / DAY) : undefined;
}

/** Year, month (from 1) and date of a day number. */
export function calendarOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

function zoneOffset(now: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
}
