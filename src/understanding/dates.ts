import { DAYPARTS, MONTHS, WEEKDAYS } from "./lexicon/calendar.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { calendarOf, dayOf, weekdayOf } from "./local-time.ts";
import type { Token } from "./tokens.ts";
import { wholeNumberAt } from "./whole-numbers.ts";

/** A day as said, counted from `today`. */
export interface DateHit {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  /** Said as a weekday, which may also mean today */
  readonly weekday: boolean;
  /** "malam minggu": the evening before */
  readonly eve: boolean;
}

/** The day named from a token on, seen from day number `today`; undefined where none is. */
export function dateAt(tokens: readonly Token[], from: number, today: number): DateHit | undefined {
  return (
    relativeAt(tokens, from, today) ??
    nextWeekAt(tokens, from, today) ??
    weekdayAt(tokens, from, today) ??
    calendarAt(tokens, from, today) ??
    feastAt(tokens, from, today)
  );
}

/** Words a date can start with, so that most messages never ask for one. */
export function mayStartDate(token: Token): boolean {
  return (
    token.kind === "number" ||
    STARTS.has(token.word) ||
    WEEKDAYS.has(token.raw) ||
    MONTHS.has(token.raw) ||
    numberWord(token.raw) !== undefined
  );
}

const TOMORROW = new Set(["tmrw", "tmr", "tmrow", "tomorow", "2moro"]);

/** "malam minggu" in one word. */
const SATURDAY_NIGHT = new Set(["malming", "malmingan", "satnite"]);

const STARTS = new Set([
  "malming",
  "malmingan",
  "tahun",
  "natal",
  "valentine",
  "agustusan",
  "seminggu",
  "sehari",
  "tmrw",
  "tmr",
  "tmrow",
  "tomorow",
  "tonight",
  "hari",
  "besok",
  "lusa",
  "tanggal",
  "malam",
  "nanti",
  "ini",
  "minggu",
  "pagi",
  "siang",
  "sore",
  "today",
  "tomorrow",
]);

function hit(from: number, to: number, day: number, more: Partial<DateHit> = {}): DateHit {
  return { from, to, day, weekday: false, eve: false, ...more };
}

function relativeAt(tokens: readonly Token[], from: number, today: number): DateHit | undefined {
  const first = tokens[from]?.word;
  const next = tokens[from + 1];
  if (first === "hari" && (next?.raw === "ini" || next?.raw === "iki" || next?.raw === "ieu"))
    return hit(from, from + 2, today);
  if (tokens[from]?.raw === "today" || tokens[from]?.raw === "tonight") return hit(from, from + 1, today);
  if (SATURDAY_NIGHT.has(tokens[from]?.raw ?? ""))
    return hit(from, from + 1, today + ((6 - weekdayOf(today) + 7) % 7), { eve: true, weekday: true });
  if (TOMORROW.has(tokens[from]?.raw ?? "")) return hit(from, from + 1, today + 1);
  if (first === "besok") return next?.word === "lusa" ? hit(from, from + 2, today + 2) : besok(tokens, from, today);
  if (first === "lusa") return hit(from, from + 1, today + 2);
  if (DAYPARTS.has(first ?? "") && (next?.raw === "ini" || next?.raw === "nanti")) return hit(from, from + 1, today);
  if (tokens[from]?.raw === "seminggu" && next?.word === "lagi") return hit(from, from + 2, today + 7);
  const count = wholeNumberAt(tokens, from);
  const unit = count && tokens[count.to]?.word;
  const days = unit === "hari" ? 1 : unit === "minggu" ? 7 : undefined;
  const to = count && days ? pastAhead(tokens, count.to + 1) : undefined;
  return count && days && count.value <= FARTHEST && to !== undefined
    ? hit(from, to, today + days * count.value)
    : undefined;
}

/** Days or weeks ahead that anybody means. */
const FARTHEST = 1000;

/** "3 hari lagi", "2 hari kedepan", "2 hari dari sekarang": where such a span ends. */
function pastAhead(tokens: readonly Token[], at: number): number | undefined {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word?.word === "lagi" || word?.raw === "kedepan") return at + 1;
  if (word?.word === "ke" && isAhead(next)) return at + 2;
  return word?.word === "dari" && (next?.word === "sekarang" || next?.raw === "ini") ? at + 2 : undefined;
}

/** "besok senin" is that Monday; "besok" alone is tomorrow. */
function besok(tokens: readonly Token[], from: number, today: number): DateHit {
  const named = weekdayAt(tokens, from + 1, today);
  if (named && !named.eve) return { ...named, from };
  const dated = tokens[from + 1]?.word === "tanggal" ? calendarAt(tokens, from + 1, today) : undefined;
  return dated ? { ...dated, from } : hit(from, from + 1, today + 1);
}

const SUNDAY_OR_WEEK = new Set(["minggu", "mgg", "mggu", "minggon"]);

function weekdayAt(tokens: readonly Token[], from: number, today: number): DateHit | undefined {
  const eve = tokens[from]?.word === "malam";
  const said = tokens[from]?.word === "hari" || eve ? from + 1 : from;
  const token = tokens[said];
  const weekday = token?.kind === "word" ? WEEKDAYS.get(token.raw) : undefined;
  if (weekday === undefined || !token) return undefined;
  const next = tokens[said + 1];
  if (PAST.has(next?.word ?? "")) return undefined;
  if (SUNDAY_OR_WEEK.has(token.raw) && said === from && !sundayHere(tokens, said)) return undefined;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const nextWeek = today + ((8 - weekdayOf(today)) % 7 || 7) + ((weekday + 6) % 7);
  if (isAhead(next)) return hit(from, said + 2, nextWeek);
  if (next?.word === "minggu" && isAhead(tokens[said + 2])) return hit(from, said + 3, nextWeek);
  let to = said + 1;
  if (next?.raw === "ini" || next?.word === "besok") to++;
  const dated = tokens[to]?.word === "tanggal" ? calendarAt(tokens, to, today) : undefined;
  if (dated) return { ...dated, from };
  if (eve) return hit(from, to, today + ((ahead + 6) % 7), { eve: true, weekday: true });
  return hit(from, to, today + ahead, { weekday: true });
}

const AHEAD = new Set(["depan", "dpn", "dpan", "ngarep"]);

/** "depan", said of a week or month to come. */
function isAhead(token: Token | undefined): boolean {
  return AHEAD.has(token?.raw ?? "");
}

/** "minggu depan hari rabu": a day of the week to come. */
function nextWeekAt(tokens: readonly Token[], from: number, today: number): DateHit | undefined {
  if (tokens[from]?.word !== "minggu" || !isAhead(tokens[from + 1])) return undefined;
  const named = weekdayAt(tokens, from + 2, today);
  if (!named || named.eve) return undefined;
  return hit(from, named.to, today + ((8 - weekdayOf(today)) % 7 || 7) + ((weekdayOf(named.day) + 6) % 7));
}

const PAST = new Set(["lalu", "kemarin", "kmrn", "wingi", "kemaren"]);

/** "minggu" is Sunday before a part of the day, a clock time or a date, and after another weekday. */
function sundayHere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (wholeNumber(before) !== undefined && before?.kind === "word") return false;
  if (DAYPARTS.has(next?.word ?? "") || next?.word === "jam" || next?.word === "tanggal" || next?.word === "besok")
    return true;
  return before !== undefined && (WEEKDAYS.has(before.raw) || before.raw === "/");
}

function calendarAt(tokens: readonly Token[], from: number, today: number): DateHit | undefined {
  const named = tokens[from]?.word === "tanggal";
  const start = named ? from + 1 : from;
  const spelled = tokens[start]?.kind === "word" ? wholeNumberAt(tokens, start) : undefined;
  const date = spelled?.value ?? wholeNumber(tokens[start]);
  const end = spelled?.to ?? start + 1;
  if (date === undefined || date < 1) return undefined;
  const now = calendarOf(today);
  const iso = date >= 2020 && date < 2100 ? slashed(tokens, start, false) : undefined;
  if (iso) return found(from, iso.to, dayOf(iso.parts[0] ?? 0, iso.parts[1] ?? 0, iso.parts[2] ?? 0));
  if (date > 31) return undefined;
  const month = tokens[end]?.kind === "word" ? MONTHS.get(tokens[end]?.raw ?? "") : undefined;
  if (month !== undefined) {
    const year = tokens[end + 1]?.kind === "number" ? tokens[end + 1]?.value : undefined;
    const years = year !== undefined && year >= 2020 && year < 2100 ? year : undefined;
    return found(
      from,
      end + (years === undefined ? 1 : 2),
      years === undefined ? upcoming(now.year, month, date, today) : dayOf(years, month, date),
    );
  }
  const parts = slashed(tokens, start, named);
  if (parts && (named || parts.parts.length === 3 || date > 12))
    return found(from, parts.to, fromParts(parts.parts, now.year, today));
  if (!named) return undefined;
  if (tokens[end]?.word === "bulan" && isAhead(tokens[end + 1])) {
    const later = now.month === 12 ? dayOf(now.year + 1, 1, date) : dayOf(now.year, now.month + 1, date);
    return found(from, end + 2, later);
  }
  const thisMonth = date >= now.date ? dayOf(now.year, now.month, date) : undefined;
  const nextMonth = now.month === 12 ? dayOf(now.year + 1, 1, date) : dayOf(now.year, now.month + 1, date);
  return found(from, end, thisMonth ?? nextMonth);
}

/** Feasts that stay on one date; named as goods or a promo ("parsel natal") they are none. */
const FEASTS: readonly (readonly [string, number, number])[] = [
  ["malam tahun baru", 12, 31],
  ["tahun baru", 1, 1],
  ["natal", 12, 25],
  ["valentine", 2, 14],
  ["hari ibu", 12, 22],
  ["17 agustusan", 8, 17],
  ["agustusan", 8, 17],
];
const AIMED = new Set(["buat", "pas", "kirim", "ambil", "sebelum", "waktu", "acara", "antar", "paling", "lambat"]);

function feastAt(tokens: readonly Token[], from: number, today: number): DateHit | undefined {
  if (!AIMED.has(tokens[from - 1]?.word ?? "")) return undefined;
  for (const [name, month, date] of FEASTS) {
    const words = name.split(" ");
    if (!words.every((word, offset) => tokens[from + offset]?.word === word)) continue;
    return found(from, from + words.length, upcoming(calendarOf(today).year, month, date, today));
  }
  return undefined;
}

function found(from: number, to: number, day: number | undefined): DateHit | undefined {
  return day === undefined ? undefined : hit(from, to, day);
}

function upcoming(year: number, month: number, date: number, today: number): number | undefined {
  const day = dayOf(year, month, date);
  return day !== undefined && day < today ? dayOf(year + 1, month, date) : day;
}

function fromParts(parts: readonly number[], year: number, today: number): number | undefined {
  const [date = 0, month = 0, given] = parts;
  if (given === undefined) return upcoming(year, month, date, today);
  return dayOf(given < 100 ? 2000 + given : given, month, date);
}

/** "25/10", "25-10-2026": numbers joined by the same stroke. */
function slashed(tokens: readonly Token[], from: number, named: boolean): { parts: number[]; to: number } | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})$/.exec(tokens[from]?.raw ?? "");
  if (dotted && !named) return undefined;
  if (dotted) return { parts: [Number(dotted[1]), Number(dotted[2])], to: from + 1 };
  const stroke = tokens[from + 1]?.raw;
  if (stroke !== "/" && stroke !== "-") return undefined;
  const parts: number[] = [];
  let at = from;
  while (parts.length < 3 && tokens[at]?.kind === "number") {
    parts.push(tokens[at]?.value ?? 0);
    if (tokens[at + 1]?.raw !== stroke) return parts.length > 1 ? { parts, to: at + 1 } : undefined;
    at += 2;
  }
  return parts.length > 1 ? { parts, to: at - 1 } : undefined;
}

function wholeNumber(token: Token | undefined): number | undefined {
  if (token?.kind === "number")
    return Number.isInteger(token.value) && !token.money
      ? token.value
      : /^\d{1,2}\.\d{1,2}$/.test(token.raw)
        ? Math.trunc(token.value)
        : undefined;
  const value = token?.kind === "word" ? numberWord(token.raw) : undefined;
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}
