import type { Dictionary } from "./dictionary.ts";

/** Monday first. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0];
/** A Sunday, to name weekdays by. */
const SUNDAY = Date.UTC(2024, 0, 7, 12);
const DAY_MS = 86_400_000;

export function sayWeekday(day: number, { locale }: Pick<Dictionary, "locale">): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(SUNDAY + day * DAY_MS);
}
