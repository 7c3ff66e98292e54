import { sayMinute, WEEKDAYS } from "../calendar/calendar.words.ts";
import type { Branch, Opening, OpeningHours } from "./branch.ts";

/** `Senin–Sabtu 08.00–17.00, Minggu tutup` */
export function sayHours(branch: Pick<Branch, "hours">): string {
  return runsOf(branch.hours)
    .map(({ from, to, openings }) => `${sayRun(from, to)} ${sayOpenings(openings)}`)
    .join(", ");
}

/** `08.00–12.00 & 13.00–17.00`, or `tutup` */
export function sayOpenings(openings: readonly Opening[]): string {
  return openings.map(({ open, close }) => `${sayMinute(open)}–${sayMinute(close)}`).join(" & ") || "tutup";
}

const WEEK = [1, 2, 3, 4, 5, 6, 0];

function runsOf(hours: OpeningHours): { from: number; to: number; openings: readonly Opening[] }[] {
  const runs: { from: number; to: number; openings: readonly Opening[] }[] = [];
  for (const weekday of WEEK) {
    const openings = hours[weekday] ?? [];
    const last = runs.at(-1);
    if (last && sayOpenings(last.openings) === sayOpenings(openings)) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, openings });
  }
  return runs;
}

function sayRun(from: number, to: number): string {
  if (from === 1 && to === 0) return "setiap hari";
  return from === to ? `${WEEKDAYS[from]}` : `${WEEKDAYS[from]}–${WEEKDAYS[to]}`;
}
