import { instantOf, minuteOf } from "../calendar/calendar.ts";
import type { PlacedOrder } from "./order.ts";

/** By when dayparts are meant, minutes from midnight. */
const DAYPARTS: Readonly<Record<string, number>> = { pagi: 10 * 60, siang: 13 * 60, sore: 17 * 60, malam: 20 * 60 };
/** A day without a time of day: by its end. */
const END_OF_DAY = 21 * 60;
const USUAL_MINUTES = 60;

/** The instant (epoch ms) by which an order is to be there: what was promised, or as soon as it usually is. */
export function promisedAt(
  { day, time, placedAt }: Pick<PlacedOrder, "day" | "time" | "placedAt">,
  timeZone: string,
  /** From the yes to the door */
  minutes = USUAL_MINUTES,
): number {
  if (day === undefined) return placedAt + minutes * 60_000;
  const minute = time === undefined ? undefined : (minuteOf(time) ?? daypartIn(time));
  return instantOf(day, minute ?? END_OF_DAY, timeZone);
}

function daypartIn(time: string): number | undefined {
  const word = Object.keys(DAYPARTS).find((daypart) => time.toLowerCase().includes(daypart));
  return word === undefined ? undefined : DAYPARTS[word];
}
