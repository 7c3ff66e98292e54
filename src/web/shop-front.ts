import type { Branch } from "../shop/branch/branch.ts";
import { closingAfter, nextOpening } from "../shop/branch/openings.ts";
import { addDays, daysBetween, localTime } from "../shop/calendar/calendar.ts";

/** Open until `at`, or closed until `at` (HH.MM, in `days` days from today); `at` is absent where no opening is in sight. */
export interface Doors {
  readonly open: boolean;
  readonly at?: string;
  readonly days?: number;
}

const DAY_MINUTES = 1440;

/** Whether a place is open at an instant (epoch ms), and when that changes. Hours may run past midnight. */
export function doorsAt(place: Pick<Branch, "hours" | "holidays" | "timeZone">, now: number): Doors {
  const { day, minute } = localTime(now, place.timeZone);
  const closing = closingAfter(place, day, minute) ?? closingAfter(place, addDays(day, -1), minute + DAY_MINUTES);
  if (closing !== undefined) return { open: true, at: clockTime(closing) };
  const next = nextOpening(place, now);
  return next === undefined
    ? { open: false }
    : { open: false, at: clockTime(next.minute), days: daysBetween(day, next.day) };
}

function clockTime(minutes: number): string {
  // Midnight as a closing time reads 24.00.
  const within = minutes === DAY_MINUTES ? minutes : minutes % DAY_MINUTES;
  const two = (part: number) => part.toString().padStart(2, "0");
  return `${two(Math.floor(within / 60))}.${two(within % 60)}`;
}
