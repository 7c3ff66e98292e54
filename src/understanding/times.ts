import { DAYPARTS, type Daypart, DUSK, PRAYERS, type PrayerTime, WEEKDAYS } from "./lexicon/calendar.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { UNITS } from "./lexicon/units.ts";
import type { Token } from "./tokens.ts";
import { wholeNumberAt } from "./whole-numbers.ts";

/** A time of day as said; minutes since midnight where the clock was named. */
export interface TimeHit {
  readonly from: number;
  readonly to: number;
  readonly minute?: number;
  readonly part?: Daypart;
  /** Minutes since midnight that people mean where a prayer names the time */
  readonly around?: number;
  /** The customer said which half of the day */
  readonly sure: boolean;
}

/** The time of day named from a token on: "jam 4 sore", "setengah 5", "16.30", "ba'da maghrib", "sore". */
export function timeAt(tokens: readonly Token[], from: number, afterDay = false): TimeHit | undefined {
  return clockAt(tokens, from, afterDay) ?? prayerAt(tokens, from) ?? partAt(tokens, from);
}

function clockAt(tokens: readonly Token[], from: number, afterDay: boolean): TimeHit | undefined {
  const counted = smallNumber(tokens[from - 1]) !== undefined && !isClock(tokens[from + 1]);
  const named = tokens[from]?.word === "jam" && !counted;
  const start = named ? from + 1 : from;
  const read = hourAt(tokens, start, named);
  if (!read) return undefined;
  let to = read.to;
  while (tokens[to]?.kind === "word" && LOOSE.has(tokens[to]?.raw ?? "")) to++;
  if (tokens[to]?.raw === "-" && tokens[to + 1]?.kind === "number") to += 2;
  const part = halfOf(tokens[to]);
  // "malam minggu setengah 8", "besok 08.30": a clock time behind a day needs no "jam".
  const led = (afterDay || LEADS.has(tokens[from - 1]?.word ?? "")) && !UNITS.has(tokens[read.to]?.raw ?? "");
  const half = HALF.has(tokens[from]?.raw ?? "") || read.dotted;
  if (!named && !part && !read.clock && !(half && led)) return undefined;
  const minute = part ? inPart(read.minute, part) : read.minute;
  if (minute >= 24 * 60) return undefined;
  return {
    from,
    to: part ? to + 1 : to,
    minute,
    sure: part !== undefined || read.minute >= 13 * 60 || read.clock,
    ...(part && { part }),
  };
}

interface Hour {
  readonly to: number;
  readonly minute: number;
  /** Written like a clock: "16:30" */
  readonly clock: boolean;
  /** Written with a stop: "8.30" */
  readonly dotted?: true;
}

const LOOSE = new Set(["an", "wib", "wita", "wit", "tepat", "pas", "kurleb"]);
/** What a clock time follows without "jam". */
const LEADS = new Set(
  "jadi sekitar kira2 nanti sebelum setelah habis jelang lambat telat maksimal kirim ambil datang mampir pagi siang sore malam".split(
    " ",
  ),
);
const HALF = new Set(["setengah", "stengah", "stgh", "stngah", "satengah"]);

function hourAt(tokens: readonly Token[], from: number, named: boolean): Hour | undefined {
  const first = tokens[from];
  if (first === undefined) return undefined;
  // "jam 1/2 8".
  if (named && first.raw === "1" && tokens[from + 1]?.raw === "/" && tokens[from + 2]?.raw === "2") {
    const next = wholeNumberAt(tokens, from + 3);
    if (next && next.value <= 12) return { to: next.to, minute: ((next.value + 11) % 12) * 60 + 30, clock: false };
  }
  if (HALF.has(first.raw)) {
    const next = wholeNumberAt(tokens, from + 1);
    if (!next || next.value > 12) return undefined;
    return { to: next.to, minute: ((next.value + 11) % 12) * 60 + 30, clock: false };
  }
  const dotted = /^([01]?\d|2[0-4])[.,]([0-5]\d)$/.exec(first.raw);
  if (dotted) {
    const plain = !named && !halfOf(tokens[from + 1]) && tokens[from + 1]?.raw !== "wib";
    return { ...clock(dotted[1], dotted[2], from + 1), ...(plain && { clock: false, dotted: true }) };
  }
  const colon = tokens[from + 1]?.raw === ":" && tokens[from + 1]?.glued ? tokens[from + 2] : undefined;
  if (
    first.kind === "number" &&
    colon?.kind === "number" &&
    colon.glued &&
    /^[0-5]\d$/.test(colon.raw) &&
    first.value < 24
  )
    return clock(first.raw, colon.raw, from + 3);
  const said = smallNumber(first);
  const spelled = first.kind === "word" ? wholeNumberAt(tokens, from) : undefined;
  const hour = spelled?.value ?? said;
  const to = spelled?.to ?? from + 1;
  if (hour === undefined || hour > 24 || hour < 0) return undefined;
  // "lemper 20 malam minggu": twenty of them, on that evening.
  const evening = tokens[to]?.word === "malam" && WEEKDAYS.has(tokens[to + 1]?.raw ?? "");
  if (!named && (!halfOf(tokens[to]) || hour > 12 || evening)) return undefined;
  return withMinutes(tokens, to, hour);
}

function clock(hour: string | undefined, minute: string | undefined, to: number): Hour {
  return {
    to,
    minute: Number(hour) * 60 + Number(minute),
    clock: Number(hour) >= 13 || Number(hour) === 0 || hour?.startsWith("0") === true,
  };
}

/** "jam 10 lewat 15", "jam 3 kurang seperempat", "jam 7 setengah". */
function withMinutes(tokens: readonly Token[], to: number, hour: number): Hour {
  const word = tokens[to]?.raw;
  const next = tokens[to + 1];
  const shift = next?.raw === "seperempat" ? 15 : HALF.has(next?.raw ?? "") ? 30 : smallNumber(next);
  if ((word === "lewat" || word === "lebih" || word === "kurang") && shift !== undefined && shift > 0 && shift < 60) {
    const end = tokens[to + 2]?.raw === "menit" ? to + 3 : to + 2;
    return { to: end, minute: hour * 60 + (word === "kurang" ? -shift : shift), clock: false };
  }
  if (HALF.has(word ?? "")) return { to: to + 1, minute: hour * 60 + 30, clock: false };
  return { to, minute: hour * 60, clock: false };
}

function smallNumber(token: Token | undefined): number | undefined {
  if (token?.kind === "number") return Number.isInteger(token.value) && !token.money ? token.value : undefined;
  if (token?.kind !== "word") return undefined;
  const value = numberWord(token.raw.replace(/an$/, "")) ?? numberWord(token.raw);
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

function partOf(token: Token | undefined): Daypart | undefined {
  return token?.kind === "word"
    ? (DAYPARTS.get(token.word) ?? (token.raw === "subuh" ? "pagi" : undefined))
    : undefined;
}

/** What follows a clock time to say which half of the day it is in: also "am" and "pm". */
function halfOf(token: Token | undefined): Daypart | undefined {
  return token?.raw === "am" ? "pagi" : token?.raw === "pm" ? "sore" : partOf(token);
}

/** A clock time of a part of the day: 4 in the "sore" is 16:00. */
export function inPart(minute: number, part: Daypart): number {
  const noon = 12 * 60;
  if (minute >= 13 * 60) return minute;
  if (part === "pagi") return minute >= noon ? minute - noon : minute;
  if (part === "siang") return minute < 10 * 60 ? minute + noon : minute;
  if (part === "sore") return minute < noon ? minute + noon : minute;
  return minute >= noon ? minute - noon : minute >= 5 * 60 ? minute + noon : minute;
}

const AROUND = new Set([
  "setelah",
  "habis",
  "sebelum",
  "jelang",
  "menjelang",
  "waktu",
  "pas",
  "sholat",
  "solat",
  "shalat",
  "salat",
  "jam",
  "nunggu",
  "usai",
  "selesai",
  "kelar",
  "selepas",
  "lepas",
  "rampung",
]);
const AFTER = new Set(["setelah", "habis", "usai", "selesai", "kelar", "selepas", "lepas", "rampung"]);
const BEFORE = new Set(["sebelum", "jelang", "menjelang"]);

function prayerAt(tokens: readonly Token[], from: number): TimeHit | undefined {
  let at = from;
  while (at < from + 3 && tokens[at]?.kind === "word" && AROUND.has(tokens[at]?.word ?? "")) at++;
  // The fast is broken at dusk.
  if (/^(buka|berbuka)$/.test(tokens[at]?.raw ?? "") && tokens[at + 1]?.raw === "puasa")
    return { from, to: at + 2, part: "malam", around: relative(tokens, from, at, DUSK), sure: true };
  if (tokens[at]?.raw === "tengah" && tokens[at + 1]?.word === "hari")
    return { from, to: at + 2, part: "siang", around: NOON, sure: true };
  const prayer = tokens[at]?.kind === "word" ? PRAYERS.get(tokens[at]?.raw ?? "") : undefined;
  return prayer && { from, to: at + 1, part: prayer.part, around: relative(tokens, from, at, prayer), sure: true };
}

const NOON = 12 * 60;

/** "habis isya", "sebelum magrib", "pas magrib". */
function relative(tokens: readonly Token[], from: number, at: number, prayer: PrayerTime): number {
  const lead = tokens.slice(from, at).map(({ word }) => word);
  if (lead.some((word) => AFTER.has(word))) return prayer.after;
  return lead.some((word) => BEFORE.has(word)) ? prayer.before : prayer.at;
}

function partAt(tokens: readonly Token[], from: number): TimeHit | undefined {
  const part = partOf(tokens[from]);
  return part && { from, to: from + 1, part, sure: true };
}

function isClock(token: Token | undefined): boolean {
  return token?.kind === "number" || HALF.has(token?.raw ?? "") || smallNumber(token) !== undefined;
}
