import type { Choice } from "../channels/message.ts";
import { addDays, localTime, weekdayOf } from "../shop/calendar/calendar.ts";
import { sayDay, sayMinute } from "../shop/calendar/calendar.words.ts";
import { TriedOutcome, UNDO_MS } from "../shop/call/call.ts";
import { type Card, choiceId, type Reader } from "./card.ts";
import { deskWords, callWords as words } from "./desk.words.ts";
import type { DeskCall } from "./desk-view.ts";

/** What a card says beside the call itself. */
export interface CallCardNotes {
  /** A line above everything */
  readonly first?: string;
  /** Asks until when the customer thinks it over */
  readonly untilWhen?: boolean;
}

/** A call as one seller's card shows it, with what this seller may do now. */
export function callCard(call: DeskCall, reader: Reader, notes: CallCardNotes = {}): Card {
  const customer = call.customer || deskWords.nameless;
  const isOpen = call.outcome === undefined;
  const lines = [
    notes.first,
    words.title(customer, deskWords.via(call.channel)),
    whyOf(call),
    call.along && words.along(whyOf(call.along)),
    call.basket.length > 0 ? deskWords.basket(call.basket) : undefined,
    call.kind !== "confirm" && call.order ? deskWords.order(call.order.number, call.order.total) : undefined,
    isOpen ? whenOf(call, reader) : undefined,
    isOpen && call.tries > 0 ? words.tries(call.tries) : undefined,
    isOpen ? (call.phone === undefined ? words.noNumber : words.number(call.phone)) : undefined,
    standingOf(call, reader, notes),
  ];
  return {
    about: { type: "call", id: call.id },
    stamp: call.stamp,
    message: { text: lines.filter((line) => line !== undefined).join("\n"), choices: choicesOf(call, reader, notes) },
  };
}

function whyOf(call: Pick<DeskCall, "kind" | "times" | "reason" | "order">): string {
  if (call.kind === "missed") return words.missed(call.times);
  if (call.kind === "confirm") return words.confirm(call.order && deskWords.order(call.order.number, call.order.total));
  return words.asked(call.reason);
}

function whenOf({ dueAt, promisedAt, tries }: DeskCall, reader: Reader): string {
  if (tries > 0 && dueAt !== undefined) return words.next(sayMoment(dueAt, reader));
  return promisedAt === undefined ? words.noPromise : words.promised(sayMoment(promisedAt, reader));
}

function standingOf(call: DeskCall, { staffId }: Reader, { untilWhen }: CallCardNotes): string | undefined {
  if (call.outcome !== undefined) return words.settled(call.outcome, call.lastTry?.name);
  if (call.led) return words.led;
  if (untilWhen) return words.untilWhen;
  if (call.takenBy === undefined)
    return call.lastTry ? words.settled(call.lastTry.outcome, call.lastTry.name) : undefined;
  return call.takenBy.id === staffId ? words.mine : words.others(call.takenBy.name);
}

function choicesOf(call: DeskCall, reader: Reader, { untilWhen }: CallCardNotes): Choice[] {
  const { version } = call;
  const choice = (act: string, label: string, more?: string) => ({ id: choiceId(act, version, more), label });
  const { buttons } = words;
  const undo = canUndo(call, reader) ? [choice("undo", buttons.undo)] : [];
  if (call.outcome !== undefined) return undo;
  if (call.led) return [];
  if (untilWhen)
    return [
      ...daysToThink(reader).map(({ day, label }) => choice("until", label, day.replaceAll("-", "").slice(2))),
      choice("until", buttons.noDay),
      choice("back", buttons.back),
    ];
  if (call.takenBy === undefined) return [choice("take", buttons.take), ...undo];
  if (call.takenBy.id !== reader.staffId) return [choice("take", buttons.takeAway)];
  return [
    call.kind === "confirm" ? choice("yes", buttons.confirmed) : choice("ordered", buttons.ordered),
    choice("think", buttons.think),
    choice("noanswer", buttons.noAnswer),
    choice("wrong", buttons.wrong),
    choice("reached", buttons.reached),
  ];
}

/** What this seller noted a moment ago may be taken back. */
function canUndo({ lastTry }: DeskCall, { staffId, now }: Reader): boolean {
  return lastTry?.who === staffId && NOTED.has(lastTry.outcome) && lastTry.at > now - UNDO_MS;
}

const NOTED: ReadonlySet<string> = new Set(TriedOutcome.options);

/** Tomorrow, the day after, next Monday and pay day, with their dates: what is tapped is what was read. */
function daysToThink({ now, timeZone }: Reader): readonly { readonly day: string; readonly label: string }[] {
  const { day: today } = localTime(now, timeZone);
  const nextMonday = addDays(today, (8 - weekdayOf(today)) % 7 || 7);
  const payDay = firstOfNextMonth(today);
  return [
    { day: addDays(today, 1), label: words.days.tomorrow },
    { day: addDays(today, 2), label: words.days.inTwo },
    { day: nextMonday, label: words.days.week(sayDay(nextMonday, today)) },
    { day: payDay, label: words.days.payDay(sayDay(payDay, today)) },
  ];
}

function firstOfNextMonth(today: string): string {
  let day = addDays(today, 1);
  while (!day.endsWith("-01")) day = addDays(day, 1);
  return day;
}

/** `hari ini jam 14.30`, `besok (Kamis 19 Nov) jam 09.00` */
export function sayMoment(at: number, { now, timeZone }: Pick<Reader, "now" | "timeZone">): string {
  const then = localTime(at, timeZone);
  const today = localTime(now, timeZone).day;
  const day = then.day === today ? "hari ini" : sayDay(then.day, today);
  return `${day} jam ${sayMinute(then.minute)}`;
}
