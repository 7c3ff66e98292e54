import { rupiah } from "../../shop/catalogue/catalogue.words.ts";
import type { CallView, ConversationSummary, Holder, OrderSummary } from "../views.ts";
import type { Dictionary } from "./dictionary.ts";

const MINUTE_MS = 60_000;

/** `baru saja`, `12 mnt`, `3 jam`, `2 hari`, in the dictionary's language. */
export function sayAge(since: number, now: number, { locale, justNow }: Dictionary): string {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE_MS));
  if (minutes === 0) return justNow;
  const say = (value: number, unit: "minute" | "hour" | "day") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  if (minutes < 60) return say(minutes, "minute");
  return minutes < 1440 ? say(Math.floor(minutes / 60), "hour") : say(Math.floor(minutes / 1440), "day");
}

export function sayClock(at: number, { locale }: Dictionary): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(at);
}

export function sayDay(at: number, { locale }: Dictionary): string {
  return new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" }).format(at);
}

/** `Sab, 21 Nov` for `2026-11-21` */
export function sayCalendarDay(day: string, words: Dictionary): string {
  return sayDay(Date.parse(`${day}T12:00:00`), words);
}

/** `16.00` today, else `Kam, 19 Nov 16.00`; by the clock of `timeZone`, or of the reader. */
export function sayMoment(at: number, now: number, { locale }: Dictionary, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", ...zone });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", ...zone }).format(at);
  return day.format(at) === day.format(now) ? clock : `${day.format(at)} ${clock}`;
}

/** When a call is due: as the customer was told it, or when they are tried again. */
export function sayDue(
  { kind, tries = 0, dueAt, promisedAt }: Pick<CallView, "kind" | "dueAt" | "promisedAt"> & { readonly tries?: number },
  moment: (at: number) => string,
  { calls }: Dictionary,
): string {
  if (tries > 0 && dueAt !== undefined) return calls.next(moment(dueAt));
  if (kind === "confirm" && promisedAt === undefined) return calls.confirm.beforeStart;
  return promisedAt === undefined ? calls.noPromise : calls.promised(moment(promisedAt));
}

export function sayDate(at: number, { locale }: Dictionary): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(at);
}

export function sayMoney(amount: number): string {
  return rupiah(amount);
}

/** A stored value in the reader's language, or as it is where it has no word. */
export function sayValue(value: string, words: Dictionary): string {
  const said = words.values[value] ?? value;
  // A day within it is kept as `2026-11-23`.
  return said.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) =>
    Number.isNaN(Date.parse(day)) ? day : sayCalendarDay(day, words),
  );
}

/** `Minta ditelepon: jam 7 malam` for `call: jam 7 malam`. */
export function sayReason(stored: string, words: Dictionary): string {
  const [reason = stored, ...note] = stored.split(": ");
  return [new Map(Object.entries(words.reasons)).get(reason) ?? reason, ...note].join(": ");
}

/** `Sab, 21 Nov · 16.00` for a promised day and time; empty where none was promised. */
export function sayWhen({ day, time }: Pick<OrderSummary, "day" | "time">, words: Dictionary): string {
  const date = day === undefined ? undefined : sayCalendarDay(day, words);
  return [date, time].filter(Boolean).join(" · ");
}

export function sayHolder(holder: Holder, me: string, words: Dictionary): string {
  if (holder.type === "staff") return holder.id === me ? words.you : holder.name;
  if (holder.type === "ownPhone") return words.ownPhone;
  return holder.type === "bot" ? words.bot : words.list.waiting;
}

/** A customer's name, or for a nameless visitor the end of the id, so that two are told apart. */
export function sayCustomer({ id, customer }: Pick<ConversationSummary, "id" | "customer">, words: Dictionary): string {
  return customer === "" ? `${words.visitor} ${id.slice(-4)}` : customer;
}
