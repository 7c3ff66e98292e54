import { z } from "zod";
import { type Ask, dayOfGoods, type Meaning, type OfferedChoice, type Picture } from "#flow";
import type { Branch } from "../../src/shop/branch/branch.ts";
import { isOpenAt, nextOpening, openingsOn } from "../../src/shop/branch/openings.ts";
import { addDays, type Day, localTime, minuteOf } from "../../src/shop/calendar/calendar.ts";
import type { BasketLine } from "../../src/shop/catalogue/catalogue.ts";
import { earliestDay, madeToOrderQuantity } from "../../src/shop/order/quote.ts";
import { whenWords as words } from "./when.words.ts";

/**
 * When goods are fetched or brought. `asap` is as soon as they are ready; a day is a calendar day of the branch;
 * `around` is the clock that is meant by a time named loosely ("habis magrib").
 */
export const When = z.object({
  asap: z.boolean().optional(),
  day: z.string().optional(),
  time: z.string().optional(),
  around: z.string().optional(),
});
export type When = z.infer<typeof When>;

export const AS_SOON_AS_READY: When = { asap: true };

/** Minutes between a yes and the earliest pickup. */
const TO_GET_READY = 30;

/** What a problem with a time is judged by. */
export interface Occasion {
  readonly lines: readonly BasketLine[];
  readonly pickup: boolean;
  readonly branch: Branch | undefined;
}

/** The day and time in a meaning, over what was known. A bare time means today. */
export function hearWhen(meaning: Meaning, known: When | undefined, picture: Picture): When | undefined {
  const said = dayOfGoods(meaning);
  if (!said.date && !said.time) return undefined;
  const before = known?.asap ? undefined : known;
  const day = said.date ?? before?.day ?? localTime(picture.now, picture.timeZone).day;
  const { time, around } = said.time ? said : (before ?? {});
  return { day, ...(time ? { time } : {}), ...(around ? { around } : {}) };
}

/** Why a day and time cannot stand: too early, past, closed, outside the hours, full, or a pickup without its time. */
export function whenProblem(when: When, occasion: Occasion, picture: Picture): Ask | undefined {
  const { branch, lines, pickup } = occasion;
  const today = localTime(picture.now, branch?.timeZone ?? picture.timeZone);
  const earliest = earliestDay(lines, picture);
  const day = when.day ?? today.day;
  const choices = timeChoices(occasion, picture);
  const ask = (text: string): Ask => ({ text, question: { type: "when" }, choices });
  if (day < earliest) return ask(words.tooEarly(lines, earliest, picture));
  if (!branch) return undefined;
  if (isFull(day, lines, branch, picture)) return ask(words.full(day, picture));
  if (when.asap) return pickup ? askWhen(occasion, picture) : undefined;
  if (openingsOn(branch, day).length === 0 && !when.time) return ask(words.closed(branch, day, picture));
  // Who fetches it after a prayer stands at the door then; a courier's part of the day is wider.
  const clock = (pickup ? when.around : undefined) ?? when.time;
  const minute = clock === undefined ? undefined : minuteOf(clock);
  if (minute === undefined)
    return pickup && when.time === undefined
      ? ask(words.whatTime(branch, day, picture))
      : daypartProblem(when, branch, day, ask, picture);
  if (day === today.day && minute < today.minute) return ask(words.past(clock ?? "", picture));
  return isOpenAt(branch, day, minute) ? undefined : ask(words.outsideHours(branch, day, picture));
}

/** Asks when; pickups with times to tap. */
export function askWhen(occasion: Occasion, picture: Picture): Ask {
  const earliest = earliestDay(occasion.lines, picture);
  return {
    text: words.when(occasion, earliest, picture),
    again: words.whenAgain(occasion.pickup, picture),
    question: { type: "when" },
    choices: timeChoices(occasion, picture),
  };
}

const DAYPARTS: Readonly<Record<string, readonly [number, number]>> = {
  pagi: [300, 660],
  siang: [660, 900],
  sore: [900, 1110],
  malam: [1110, 1440],
};

function daypartProblem(
  when: When,
  branch: Branch,
  day: Day,
  ask: (text: string) => Ask,
  picture: Picture,
): Ask | undefined {
  const part = DAYPARTS[when.time ?? ""];
  if (!part) return undefined;
  const open = openingsOn(branch, day).some((opening) => opening.open < part[1] && part[0] < opening.close);
  return open ? undefined : ask(words.outsideHours(branch, day, picture));
}

function isFull(day: Day, lines: readonly BasketLine[], branch: Branch, picture: Picture): boolean {
  const wanted = madeToOrderQuantity(lines, picture);
  const left = wanted > 0 ? picture.capacityLeft(branch.id, day) : undefined;
  return left !== undefined && left < wanted;
}

/** Up to three moments that would do, each to be tapped. */
function timeChoices({ lines, branch, pickup }: Occasion, picture: Picture): OfferedChoice[] {
  if (!branch) return [];
  const now = localTime(picture.now, branch.timeZone);
  const earliest = earliestDay(lines, picture);
  const first = earliest > now.day ? firstOpen(branch, earliest) : nextSlot(branch, picture.now);
  if (!first) return [];
  const days = [first, firstOpen(branch, addDays(first.day, 1))].filter((slot) => slot !== undefined);
  return days
    .filter(({ day }) => !isFull(day, lines, branch, picture))
    .map(({ day, minute }) => {
      const time = `${Math.floor((minute % 1440) / 60)
        .toString()
        .padStart(2, "0")}:${(minute % 60).toString().padStart(2, "0")}`;
      return {
        label: words.moment(day, pickup ? time : undefined, now.day),
        means: pickup ? { date: day, time } : { date: day },
      };
    });
}

function nextSlot(branch: Branch, now: number): { day: Day; minute: number } | undefined {
  const ready = nextOpening(branch, now + TO_GET_READY * 60_000);
  if (!ready) return undefined;
  const rounded = Math.ceil(ready.minute / 30) * 30;
  if (rounded < 1440 && isOpenAt(branch, ready.day, rounded)) return { day: ready.day, minute: rounded };
  return firstOpen(branch, addDays(ready.day, 1));
}

function firstOpen(branch: Branch, from: Day): { day: Day; minute: number } | undefined {
  for (let ahead = 0; ahead < 14; ahead++) {
    const day = addDays(from, ahead);
    const open = openingsOn(branch, day)[0]?.open;
    if (open !== undefined) return { day, minute: open };
  }
  return undefined;
}
