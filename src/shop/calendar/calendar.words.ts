import { addDays, type Day, daysBetween, localTime, minuteOf, weekdayOf } from "./calendar.ts";

export const WEEKDAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"] as const;

/** `hari ini`, `besok (Minggu 22 Nov)`, `Selasa 24 Nov` */
export function sayDay(day: Day, today: Day): string {
  const date = `${WEEKDAYS[weekdayOf(day)]} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
  if (day === today) return `hari ini (${date})`;
  if (day === addDays(today, 1)) return `besok (${date})`;
  return date;
}

/** `kemarin`, `Selasa lalu`, `12 Okt` */
export function sayPast(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  if (ago <= 0) return "tadi";
  if (ago === 1) return "kemarin";
  if (ago < 7) return `${WEEKDAYS[weekdayOf(day)]} lalu`;
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

/** `jam 16.30`, `sore` */
export function sayTime(time: string): string {
  return minuteOf(time) === undefined ? time : `jam ${time.replace(":", ".")}`;
}

/** `08.00`; minutes past midnight may exceed a day (25.30 is said 01.30). */
export function sayMinute(minute: number): string {
  const inDay = minute % 1440;
  return `${Math.floor(inDay / 60)
    .toString()
    .padStart(2, "0")}.${(inDay % 60).toString().padStart(2, "0")}`;
}

/** An instant (epoch ms) as it is told: `jam 14.30`, `besok (Kamis 19 Nov) jam 09.00` */
export function sayInstant(at: number, now: number, timeZone: string): string {
  const then = localTime(at, timeZone);
  const today = localTime(now, timeZone).day;
  const clock = `jam ${sayMinute(then.minute)}`;
  return then.day === today ? clock : `${sayDay(then.day, today)} ${clock}`;
}
