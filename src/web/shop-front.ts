import type { Holiday, Opening, OpeningHours } from "../shop/branch/branch.ts";

/** A place's hours, as far as telling open from closed needs them. */
export interface Hours {
  readonly timeZone: string;
  readonly hours: OpeningHours;
  readonly holidays: readonly Holiday[];
}

/** Open until `at`, or closed until `at` (HH:MM, in `days` days from today); `at` is absent where no opening is in sight. */
export interface Doors {
  readonly open: boolean;
  readonly at?: string;
  readonly days?: number;
}

const DAY_MINUTES = 1440;
const DAY_MS = 86_400_000;
const LOOK_AHEAD_DAYS = 14;

/** Whether a place is open at an instant, and when that changes. Hours may run past midnight. */
export function doorsAt(place: Hours, now: number): Doors {
  const minute = localMinute(place.timeZone, now);
  for (const days of [-1, 0]) {
    const running = openingsOn(place, now + days * DAY_MS).find((opening) => {
      const since = minute - days * DAY_MINUTES;
      return since >= opening.open && since < opening.close;
    });
    if (running) return { open: true, at: clockTime(running.close) };
  }
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days++) {
    const next = openingsOn(place, now + days * DAY_MS)
      .filter((opening) => days > 0 || opening.open > minute)
      .sort((one, other) => one.open - other.open)[0];
    if (next) return { open: false, at: clockTime(next.open), days };
  }
  return { open: false };
}

function openingsOn(place: Hours, instant: number): readonly Opening[] {
  const { day, weekday } = localDay(place.timeZone, instant);
  return place.holidays.find((holiday) => holiday.day === day)?.openings ?? place.hours[weekday] ?? [];
}

function clockTime(minutes: number): string {
  const within = minutes % DAY_MINUTES;
  const two = (part: number) => part.toString().padStart(2, "0");
  return `${two(Math.floor(within / 60))}.${two(within % 60)}`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function localDay(timeZone: string, instant: number): { day: string; weekday: number } {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
  const weekday = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short" }).format(instant);
  return { day, weekday: WEEKDAYS.indexOf(weekday) };
}

function localMinute(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return part("hour") * 60 + part("minute");
}
