import { addDays, type Day, instantOf, localTime, weekdayOf } from "../calendar/calendar.ts";
import type { Branch, Opening } from "./branch.ts";

type Hours = Pick<Branch, "hours" | "holidays" | "timeZone">;

/** The openings of one calendar day: a holiday's own where there is one, else the weekday's. */
export function openingsOn(branch: Hours, day: Day): readonly Opening[] {
  return branch.holidays.find((holiday) => holiday.day === day)?.openings ?? branch.hours[weekdayOf(day)] ?? [];
}

/** Whether the branch is open at a minute of a calendar day, also by an opening that began the day before. */
export function isOpenAt(branch: Hours, day: Day, minute: number): boolean {
  return (
    openingsOn(branch, day).some(({ open, close }) => open <= minute && minute < close) ||
    openingsOn(branch, addDays(day, -1)).some(({ close }) => minute + 1440 < close)
  );
}

/** Whether the branch is open at an instant (epoch ms). */
export function isOpen(branch: Hours, instant: number): boolean {
  const { day, minute } = localTime(instant, branch.timeZone);
  return isOpenAt(branch, day, minute);
}

/** The next opening from an instant on, looking two weeks ahead; undefined where there is none. Now, when it is open. */
export function nextOpening(branch: Hours, instant: number): { day: Day; minute: number } | undefined {
  const now = localTime(instant, branch.timeZone);
  if (isOpenAt(branch, now.day, now.minute)) return now;
  for (let ahead = 0; ahead <= 14; ahead++) {
    const day = addDays(now.day, ahead);
    const first = openingsOn(branch, day)
      .map(({ open }) => open)
      .filter((open) => ahead > 0 || open > now.minute)
      .sort((a, b) => a - b)[0];
    if (first !== undefined) return { day, minute: first };
  }
  return undefined;
}

/** When the shop's day is over (epoch ms): the last closing of the branches that open today, else midnight. */
export function endOfDay(branches: readonly Hours[], timeZone: string, instant: number): number {
  const closingsOf = (ago: number) =>
    branches.flatMap((branch) => {
      const day = addDays(localTime(instant, branch.timeZone).day, -ago);
      return openingsOn(branch, day)
        .map(({ close }) => instantOf(day, close, branch.timeZone))
        .filter((at) => at > instant);
    });
  // After midnight the day that began yesterday is not over yet.
  const closings = [closingsOf(1), closingsOf(0)].find((some) => some.length > 0);
  return closings ? Math.max(...closings) : instantOf(addDays(localTime(instant, timeZone).day, 1), 0, timeZone);
}

/** The closing minute of the opening that covers a minute of a day; may exceed 1440. */
export function closingAfter(branch: Hours, day: Day, minute: number): number | undefined {
  return openingsOn(branch, day).find(({ open, close }) => open <= minute && minute < close)?.close;
}
