import { type DateHit, dateAt, mayStartDate } from "./dates.ts";
import { DAYPARTS, type Daypart, PRAYERS } from "./lexicon/calendar.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { isoDate, type LocalTime, localTime, weekdayOf } from "./local-time.ts";
import { inPart, type TimeHit, timeAt } from "./times.ts";
import type { Token } from "./tokens.ts";
import { wholeNumberAt } from "./whole-numbers.ts";

/** The day and time a message names, as words of the output, with the tokens that say so. */
export interface When {
  readonly date?: string;
  readonly time?: string;
  /** HH:MM that is meant by a time named loosely */
  readonly around?: string;
  readonly taken: ReadonlySet<number>;
}

const NEVER: When = { taken: new Set() };

const TIMELY = new Set(["jam", "sejam", "sekarang", "buka", "berbuka"]);

/** Day and time named in the free tokens, in the shop's zone. Greetings ("pagi kak") and the past name none. */
export function whenOf(tokens: readonly Token[], free: (at: number) => boolean, now: number, timeZone: string): When {
  if (
    !tokens.some(
      (token, at) =>
        free(at) && (mayStartDate(token) || TIMELY.has(token.word) || TIMELY.has(token.raw) || PRAYERS.has(token.raw)),
    )
  )
    return NEVER;
  const clock = localTime(now, timeZone);
  const found = scan(tokens, free, clock);
  const time = timeSaid(tokens, found);
  const date = daySaid(tokens, found, clock, time);
  return {
    ...(date !== undefined && { date: isoDate(date) }),
    ...(time && { time: time.minute === undefined ? time.part : clockText(laterToday(time, date, clock)) }),
    ...(time?.around !== undefined && time.minute === undefined && { around: clockText(time.around) }),
    taken: found.taken,
  };
}

interface Found {
  readonly dates: DateHit[];
  readonly times: TimeHit[];
  readonly taken: Set<number>;
  /** "nanti", "2 jam lagi": later today */
  soon: boolean;
}

function scan(tokens: readonly Token[], free: (at: number) => boolean, clock: LocalTime): Found {
  const found: Found = { dates: [], times: [], taken: new Set(), soon: false };
  let past = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token || !free(at) || token.kind === "sign") {
      past &&= token?.kind !== "sign";
      at++;
      continue;
    }
    if (token.word === "kemarin" || token.word === "tadi") past = true;
    const to = step(tokens, at, clock, found, past);
    for (let used = at; used < to; used++) found.taken.add(used);
    at = Math.max(to, at + 1);
  }
  return found;
}

/** Reads what starts at a token into `found`, and answers where it ends (the token itself when nothing does). */
function step(tokens: readonly Token[], at: number, clock: LocalTime, found: Found, past: boolean): number {
  const wait = waitAt(tokens, at);
  if (wait) {
    const minute = clock.minute + wait.minutes;
    found.dates.push({ from: at, to: wait.to, day: clock.day + Math.floor(minute / 1440), weekday: false, eve: false });
    found.times.push({ from: at, to: wait.to, minute: minute % 1440, sure: true });
    return wait.to;
  }
  const date = dateAt(tokens, at, clock.day);
  if (date) {
    if (!past) found.dates.push(date);
    const part = date.eve ? "malam" : DAYPARTS.get(tokens[at]?.word ?? "");
    if (!past && part) found.times.push({ from: at, to: date.to, part, sure: true });
    return date.to;
  }
  const time = timeAt(
    tokens,
    at,
    found.dates.some((date) => date.to === at),
  );
  if (!time || !standsAsTime(tokens, time, found)) return at;
  // "abis jumatan tadi".
  if (!past && tokens[time.to]?.word !== "tadi") {
    found.times.push(time);
    if (FRIDAY.has(tokens[time.to - 1]?.raw ?? "")) found.dates.push(fridayAt(time, clock));
    if (soonAround(tokens, time) || fetchedThen(tokens, time, clock)) found.soon = true;
  }
  return past ? at : time.to;
}

const FRIDAY = new Set(["jumatan", "jumatannya"]);

/** "sebelum jumatan": a prayer of one weekday. */
function fridayAt({ from, to }: TimeHit, { day }: LocalTime): DateHit {
  return { from, to, day: day + ((5 - weekdayOf(day) + 7) % 7), weekday: true, eve: false };
}

const SOON = new Set(["nanti"]);
const NEAR = 7;

/** "nanti diambil gojek jam 4", "jam 2 siang nanti". */
function soonAround(tokens: readonly Token[], { from, to }: TimeHit): boolean {
  if (tokens[to]?.word === "nanti" || tokens[to]?.raw === "ini") return true;
  for (let at = from - 1; at >= 0 && at > from - NEAR && tokens[at]?.kind !== "sign"; at--)
    if (SOON.has(tokens[at]?.word ?? "")) return true;
  return false;
}

const FETCHED = new Set(["ambil", "kirim", "datang", "mampir"]);

/** "sore tak jupuk": a part of today still to come, right beside a word of fetching or sending. */
function fetchedThen(tokens: readonly Token[], time: TimeHit, clock: LocalTime): boolean {
  if (time.minute !== undefined || time.part === undefined || clock.minute >= PART_ENDS[time.part]) return false;
  const beside = [time.to, time.to + 1, time.to + 2, time.from - 1];
  return time.part !== "pagi" && beside.some((at) => FETCHED.has(tokens[at]?.word ?? ""));
}

const GREETS = new Set(["halo", "selamat", "met"]);

/** A bare "pagi" is a time unless it greets. */
function standsAsTime(tokens: readonly Token[], time: TimeHit, found: Found): boolean {
  if (time.minute !== undefined || time.to - time.from > 1 || !DAYPARTS.has(tokens[time.from]?.word ?? "")) return true;
  const before = tokens[time.from - 1];
  const after = tokens[time.to];
  if (found.dates.some((date) => date.to === time.from) || SOON.has(before?.word ?? "")) return true;
  if (before && GREETS.has(before.word)) return false;
  if (comesThen(tokens, time)) return true;
  const opens = time.from === 0 || before?.word === "kak" || before?.kind === "sign";
  return !(
    opens &&
    time.from < 3 &&
    (after === undefined || after.kind === "sign" || after.word === "kak" || !TIMES_AFTER.has(after.word))
  );
}

/** "sore saya ambil ya": no greeting. */
function comesThen(tokens: readonly Token[], { to }: TimeHit): boolean {
  const verb = tokens[to]?.word === "saya" || tokens[to]?.raw === "tak" ? to + 1 : to;
  const after = tokens[verb + 1];
  const ends = after === undefined || after.kind === "sign" || /^(ya|aja|ke|sendiri)$/.test(after.word);
  return FETCHED.has(tokens[verb]?.word ?? "") && ends;
}

const TIMES_AFTER = new Set(["aja", "bisa", "ya", "jam", "nanti"]);

/** Hours or minutes that anybody says to wait. */
const LONGEST_WAIT = 1000;

function waitAt(tokens: readonly Token[], at: number): { minutes: number; to: number } | undefined {
  const token = tokens[at];
  const spelled = token?.kind === "word" ? wholeNumberAt(tokens, at) : undefined;
  const count = token?.raw === "sejam" ? 1 : (spelled?.value ?? (token?.kind === "number" ? token.value : undefined));
  if (token?.raw === "setengah" && tokens[at + 1]?.word === "jam" && tokens[at + 2]?.word === "lagi")
    return { minutes: 30, to: at + 3 };
  if (count === undefined || count > LONGEST_WAIT) return undefined;
  const past = spelled?.to ?? at + 1;
  const unit = token?.raw === "sejam" ? "jam" : tokens[past]?.word;
  const after = token?.raw === "sejam" ? at + 1 : past + 1;
  if ((unit !== "jam" && unit !== "menit") || tokens[after]?.word !== "lagi") return undefined;
  return { minutes: Math.round(count * (unit === "jam" ? 60 : 1)), to: after + 1 };
}

/** The clock time, in the part of the day said beside it; or the part alone. */
function timeSaid(tokens: readonly Token[], found: Found): TimeHit | undefined {
  const times = found.times.filter((time) => !ownHours(tokens, time) && !AWAY.has(tokens[time.from - 1]?.word ?? ""));
  const moved = times.findLast((time) => TOWARDS.has(tokens[time.from - 1]?.word ?? ""));
  const clock = moved?.minute === undefined ? times.find((time) => time.minute !== undefined) : moved;
  const part = moved?.part === undefined ? times.find((time) => time.part !== undefined) : moved;
  if (!clock) return part;
  if (clock.minute !== undefined && !clock.sure && part?.part)
    return { ...clock, minute: inPart(clock.minute, part.part), part: part.part, sure: true };
  return clock;
}

const OWN_HOURS = new Set(
  "ngantor kerja kuliah sekolah kantor rapat meeting shift jaga dinas les acara pergi".split(" "),
);
const OTHERS_HOURS = new Set("buka tutup katanya janji janjinya janjine janjian sudah".split(" "));

/** "aku ngantor sampai jam 5", "katanya jam 2": hours of the customer or the shop, or promised once. */
function ownHours(tokens: readonly Token[], { from }: TimeHit): boolean {
  const until = tokens[from - 1]?.word === "sampai";
  for (let at = from - 1; at >= 0 && at > from - 5 && tokens[at]?.kind !== "sign"; at--) {
    const { raw = "", word = "" } = tokens[at] ?? {};
    if (until && OWN_HOURS.has(raw)) return true;
    if (at > from - 4 && (OTHERS_HOURS.has(raw) || OTHERS_HOURS.has(word))) return true;
  }
  return false;
}

const TOWARDS = new Set(["ke", "jadi", "eh", "mending", "ganti", "ralat"]);
/** The day goods are wanted for, before the day they are ordered on. */
const AIMS = new Set(["buat", "kirim", "ambil", "sampai", "acara"]);
const AWAY = new Set(["bukan", "dari", "jangan", "tidak"]);

function daySaid(
  tokens: readonly Token[],
  found: Found,
  clock: LocalTime,
  time: TimeHit | undefined,
): number | undefined {
  const stands = found.dates.filter(
    (date) =>
      !AWAY.has(tokens[date.from - 1]?.word ?? "") && (found.dates.length < 2 || tokens[date.to]?.word !== "tidak"),
  );
  const moved = stands.findLast((date) => TOWARDS.has(tokens[date.from - 1]?.word ?? ""));
  const aimed = stands.find(
    (each) => AIMS.has(tokens[each.from - 1]?.word ?? "") || AIMS.has(tokens[each.from - 2]?.word ?? ""),
  );
  const date = moved ?? aimed ?? stands[0];
  const shift = date ? daysBefore(tokens, date) : 0;
  if (date && shift > 0) return date.day - shift;
  if (date) return date.weekday && date.day === clock.day && passed(time, clock) ? date.day + 7 : date.day;
  return (found.soon && time) || rightNow(tokens) ? clock.day : undefined;
}

/** "kirim sekarang ya": today. */
function rightNow(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    if (word !== "sekarang") return false;
    for (let near = at - NEAR; near < at + NEAR; near++)
      if (tokens[near]?.word === "kirim" || tokens[near]?.word === "ambil") return true;
    return false;
  });
}

const DAY_BEFORE = new Set(["sebelumnya", "sebelum", "sebelume", "sakdurunge"]);

/** "acara tanggal 24, diantar sehari sebelumnya": how many days before the day named. */
function daysBefore(tokens: readonly Token[], { from, to }: DateHit): number {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.raw === "h" && tokens[at + 1]?.raw === "-" && tokens[at + 2]?.kind === "number")
      return Math.min(tokens[at + 2]?.value ?? 0, 14);
    if (at >= from && at < to) continue;
    const one = token?.raw === "sehari";
    const count = one ? 1 : token?.kind === "number" ? token.value : numberWord(token?.raw ?? "");
    const behind = tokens[at + (one ? 1 : 2)];
    if (count === undefined || !(one || tokens[at + 1]?.word === "hari")) continue;
    if (DAY_BEFORE.has(behind?.word ?? "") || DAY_BEFORE.has(behind?.raw ?? ""))
      return Number.isInteger(count) ? count : 0;
  }
  return 0;
}

const PART_ENDS: Readonly<Record<Daypart, number>> = {
  pagi: 11 * 60,
  siang: 15 * 60,
  sore: 18 * 60 + 30,
  malam: 24 * 60,
};

function passed(time: TimeHit | undefined, clock: LocalTime): boolean {
  if (!time) return false;
  return clock.minute >= (time.minute ?? (time.part ? PART_ENDS[time.part] : 24 * 60));
}

/** A bare hour: shops mean the afternoon by 1 to 6, and today's hour still to come. */
function laterToday(time: TimeHit, date: number | undefined, clock: LocalTime): number {
  const minute = time.minute ?? 0;
  if (time.sure || minute >= 12 * 60) return minute;
  if (minute < 7 * 60) return minute + 12 * 60;
  return date === clock.day && minute <= clock.minute ? minute + 12 * 60 : minute;
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
