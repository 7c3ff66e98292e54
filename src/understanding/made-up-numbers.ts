/**
 * Puts made-up numbers in the place of phone and account numbers, one after another with the same function: the same
 * number stays the same one, as long as it was and written as it was (`0812-3456-7890` → `0812-0000-0001`).
 */
export function madeUpNumbers(): (text: string) => string {
  const known = new Map<string, number>();
  return (text) => {
    const plain = text.replaceAll(SPELLED, digitsOf);
    let past = 0;
    const parts = numbersIn(plain).map(({ start, end }) => {
      const written = plain.slice(start, end);
      const digits = [...madeUp(known, written.replaceAll(NO_DIGIT, ""))];
      const before = plain.slice(past, start);
      past = end;
      return before + written.replaceAll(DIGIT, () => digits.shift() ?? "0");
    });
    return [...parts, plain.slice(past)].join("");
  };
}

const DIGIT = /\p{Nd}/gu;
const NO_DIGIT = /\P{Nd}/gu;
const WORDS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const WORD = `(?:kosong|${WORDS.join("|")})`;
/** A number read out digit by digit */
const SPELLED = new RegExp(`\\b(?:${WORD}[ ,.-]{1,2}){7,14}${WORD}\\b`, "giu");

function digitsOf(words: string): string {
  const said = words.toLowerCase().split(/[ ,.-]+/);
  return said.map((word) => Math.max(0, WORDS.indexOf(word))).join("");
}

/** As many digits as there were: Indonesian mobile numbers that nobody has. */
function madeUp(known: Map<string, number>, digits: string): string {
  const [, prefix = "", own = digits] = /^(0|62(?=\d{8})|(?=8))(.+)$/.exec(digits) ?? [];
  const place = known.get(own) ?? known.size + 1;
  known.set(own, place);
  const isPhone = own !== digits || digits.startsWith("8");
  const length = isPhone ? own.length : own.length - 1;
  return `${isPhone ? prefix : "0"}812${String(place).padStart(Math.max(0, length - 3), "0")}`.slice(0, digits.length);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where phone and account numbers stand. Prices, dates, times and amounts are none. */
function numbersIn(text: string): Stretch[] {
  const groups = [...text.matchAll(/\p{Nd}+/gu)].map(({ 0: digits, index }) => ({ digits, start: index }));
  const found: Stretch[] = [];
  for (let at = 0; at < groups.length; at++) {
    const taken = groupsOfNumber(text, groups.slice(at, at + MOST_GROUPS));
    const last = taken.at(-1);
    const first = taken[0];
    if (first === undefined || last === undefined) continue;
    found.push({ start: first.start, end: last.start + last.digits.length });
    at += taken.length - 1;
  }
  return found;
}

interface Group {
  readonly digits: string;
  readonly start: number;
}

const MOST_GROUPS = 8;
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 9;
const FEWEST_IN_ONE = 7;
/** How phone numbers begin where they are written in groups */
const BEGINS = /^(?:0\d{2,}|62\d*|8[1-9]\d+)$/;
const ROUND_SUM = /^[1-9]\d{0,6}00$/;

function groupsOfNumber(text: string, groups: readonly Group[]): readonly Group[] {
  const [first] = groups;
  if (first === undefined) return [];
  const run = BEGINS.test(first.digits) ? joinedGroups(text, groups) : [];
  const total = run.reduce((sum, { digits }) => sum + digits.length, 0);
  if (total >= FEWEST_DIGITS && !isSum(text, run)) return run;
  const isLong = first.digits.length >= FEWEST_IN_ONE && !ROUND_SUM.test(first.digits);
  return isLong ? [first] : [];
}

/** The groups that stand close enough to be one number. */
function joinedGroups(text: string, groups: readonly Group[]): readonly Group[] {
  let total = 0;
  const end = groups.findIndex(({ digits, start }, at) => {
    const before = groups[at - 1];
    const gap = before && text.slice(before.start + before.digits.length, start);
    const isApart = gap !== undefined && !/^[ ().–-]{1,3}$/u.test(gap);
    // A single digit behind a whole number is how many of something.
    const isAmount = total >= FEWEST_DIGITS && digits.length < 3;
    total += digits.length;
    return isApart || isAmount || total > MOST_DIGITS;
  });
  return end === -1 ? groups : groups.slice(0, end);
}

/** `620.000.000` */
function isSum(text: string, run: readonly Group[]): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return false;
  return /^\d{1,3}(?:\.\d{3})+$/.test(text.slice(first.start, last.start + last.digits.length));
}
