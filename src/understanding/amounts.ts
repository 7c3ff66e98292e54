import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { MONEY_WORDS, MULTIPLIERS, numberWord } from "./lexicon/numbers.ts";
import { MEASURED, NOT_COUNTED_AFTER, NOT_GOODS, UNITS, WHOLESALE, WRAPPED } from "./lexicon/units.ts";
import { VEHICLES } from "./lexicon/vehicles.ts";
import type { Token } from "./tokens.ts";

/** A number as said, with its unit: "2 box", "setengah kg", "selusin", "25rb". */
export interface Amount {
  readonly from: number;
  /** Past the last token */
  readonly to: number;
  readonly value: number;
  readonly unit?: string;
  /** The value is rupiah */
  readonly money: boolean;
  /** It may count goods; false for house numbers, sizes, ages, "20 orang" */
  readonly counts: boolean;
  /** Said of each of several ("satu2", "2-2") */
  readonly each?: true;
  /** Several numbers as one size or kind ("80/90-14", "10w-30"), or a range */
  readonly code?: true;
  /** All the numbers of a code */
  readonly numbers?: readonly number[];
}

/** The amount that starts at a token, if one does. `units` are the unit names of the catalogue. */
export function amountAt(tokens: readonly Token[], from: number, units: ReadonlySet<string>): Amount | undefined {
  const first = tokens[from];
  if (first === undefined || first.kind === "sign") return undefined;
  const special =
    apiece(tokens, from, units) ??
    repeated(tokens, from) ??
    area(tokens, from, units) ??
    codeAt(tokens, from, units) ??
    powerOfTen(tokens, from);
  if (special) return special;
  const together = first.kind === "word" ? unitWithOne(first.raw, tokens[from + 1], units) : undefined;
  if (together) {
    const one = { from, to: from + together.tokens, value: 1, unit: together.unit, money: false, counts: true };
    return apieceOf(tokens, withLess(tokens, withHalf(tokens, one), units));
  }
  const number = numberAt(tokens, from);
  if (!number) return undefined;
  if (belowZero(tokens, from))
    return { ...withUnit(tokens, from, { ...number, value: -number.value }, units), money: false };
  const plain = number.money && first.kind === "number" && !first.money;
  const counted = plain ? withUnit(tokens, from, number, units) : undefined;
  if (counted?.unit !== undefined) return counted;
  if (number.money) return { from, ...number, counts: true };
  return apieceOf(tokens, withLess(tokens, withHalf(tokens, withUnit(tokens, from, number, units)), units));
}

/** "2 ons-an", "3 pcsan": as many of each. */
function apieceOf(tokens: readonly Token[], amount: Amount): Amount {
  const dash = tokens[amount.to]?.raw === "-" && tokens[amount.to]?.glued === true ? 1 : 0;
  const ending = tokens[amount.to + dash];
  const each = amount.unit !== undefined && amount.counts && ending?.raw === "an" && ending.glued;
  return each ? { ...amount, to: amount.to + dash + 1, each: true } : amount;
}

const MOST_REPEATED = 4;
const CLOSING = new Set(["ya", "aja", "kak", "dong", "makasih", "dulu"]);

/** "merah sama hijau 2 2", "S M L 1 1 1": one number for each. */
function repeated(tokens: readonly Token[], from: number): Amount | undefined {
  const first = tokens[from];
  if (first?.kind !== "number" || first.value > 100 || first.value < 1 || !Number.isInteger(first.value))
    return undefined;
  let to = from + 1;
  while (plainNumber(tokens[to]) && tokens[to]?.raw === first.raw) to++;
  const next = tokens[to];
  const ends =
    next === undefined || next.raw === "," || next.raw === "." || next.raw === "\n" || CLOSING.has(next.word);
  if (to < from + 2 || to > from + MOST_REPEATED || !ends || tokens[from - 1]?.kind === "number") return undefined;
  return numbersSomething(tokens, from)
    ? undefined
    : { from, to, value: first.value, money: false, counts: true, each: true };
}

function plainNumber(token: Token | undefined): boolean {
  return token?.kind === "number" && !token.glued && !token.money;
}

/** "satu2", "dua-dua", "2-2", "selusin2": as many of each. */
function apiece(tokens: readonly Token[], from: number, units: ReadonlySet<string>): Amount | undefined {
  const first = tokens[from];
  if (first?.doubled) {
    const said = first.raw.slice(0, -1);
    const one = unitWithOne(said, undefined, units);
    if (one) return { from, to: from + 1, value: 1, unit: one.unit, money: false, counts: true, each: true };
    const value = numberWord(said);
    return value === undefined || value < 1
      ? undefined
      : { from, to: from + 1, value, money: false, counts: true, each: true };
  }
  const [dash, twin] = [tokens[from + 1], tokens[from + 2]];
  // "merah sama hijau 3an"
  if (
    first?.kind === "number" &&
    dash?.raw === "an" &&
    (first.value <= MOST_APIECE || joinedBefore(tokens, from)) &&
    dash.glued
  )
    return numbersSomething(tokens, from)
      ? undefined
      : { from, to: from + 2, value: first.value, money: false, counts: true, each: true };
  if (first?.kind !== "number" || first.value > 50 || dash?.raw !== "-" || !dash.glued || !twin?.glued)
    return undefined;
  if (twin.kind !== "number" || twin.value !== first.value || tokens[from + 3]?.raw === "-") return undefined;
  return { from, to: from + 3, value: first.value, money: false, counts: true, each: true };
}

/** "magnet sama ganci kayu 25an": several are joined, and none is counted yet. */
function joinedBefore(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 7), from);
  return (
    before.some(({ word }) => JOINING.has(word)) && before.every(({ kind, raw }) => kind === "word" || JOINING.has(raw))
  );
}

const JOINING = new Set(["sama", "dan", "&", "+"]);
/** More than so many are a rough number ("50an"). */
const MOST_APIECE = 12;
const CODE_LETTERS = new Set(["w", "r", "h", "ah"]);

/** "80/90-14", "10w-30", "tujuh puluh per sembilan puluh": numbers that are one size or kind, and no quantity. */
function codeAt(tokens: readonly Token[], from: number, units: ReadonlySet<string>): Amount | undefined {
  const first = numberAt(tokens, from);
  if (!first || first.money || first.value < 10) return undefined;
  let to = first.to;
  const numbers = [first.value];
  for (;;) {
    const letters = tokens[to]?.glued && CODE_LETTERS.has(tokens[to]?.raw ?? "") ? to + 1 : to;
    const sign = tokens[letters];
    const joins = sign?.raw === "per" || (sign?.glued && (sign.raw === "/" || sign.raw === "-"));
    const next =
      joins && (sign.raw === "per" || tokens[letters + 1]?.glued) ? numberAt(tokens, letters + 1) : undefined;
    if (!next) break;
    to = next.to;
    numbers.push(next.value);
  }
  if (to === first.to || countedRange(numbers, tokens[to], units)) return undefined;
  return { from, to, value: first.value, money: false, counts: false, code: true, numbers };
}

/** "10-15 toples": so many, and no size ("10-15 kg" may be whom goods fit). */
function countedRange(
  [first = 0, last = 0, ...more]: readonly number[],
  next: Token | undefined,
  units: ReadonlySet<string>,
): boolean {
  const unit = next && unitNamed(next, units);
  return more.length === 0 && last > first && unit !== undefined && MEASURED[unit] === undefined;
}

/** "2e3" is no number that anybody counts goods with. */
function powerOfTen(tokens: readonly Token[], from: number): Amount | undefined {
  const [first, letter, power] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (first?.kind !== "number" || power?.kind !== "number" || letter?.raw !== "e") return undefined;
  if (!letter.glued || !power.glued) return undefined;
  return { from, to: from + 3, value: first.value, money: false, counts: false, code: true };
}

/** "3x4 meter", "ukuran 3 x 4": the two sides of what is sold by its area. */
function area(tokens: readonly Token[], from: number, units: ReadonlySet<string>): Amount | undefined {
  const [first, cross, second] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (first?.kind !== "number" || second?.kind !== "number") return undefined;
  if (cross?.raw !== "x" && cross?.raw !== "kali" && cross?.raw !== "*") return undefined;
  const between = tokens[from + 3]?.raw === "x" ? undefined : tokens[from + 3];
  const unit = between === undefined ? undefined : unitNamed(between, units);
  const sized = ["ukuran", "luas", "luasnya", "seluas", "ukurannya", "uk"].includes(tokens[from - 1]?.raw ?? "");
  if (unit !== "meter" && !(sized && (units.has("meter") || units.has("m2")))) return undefined;
  const value = Math.round(first.value * second.value * 1000) / 1000;
  return { from, to: from + (unit === "meter" ? 4 : 3), value, unit: "meter", money: false, counts: true };
}

/** "4 kilo 5 ons" is 4.5 kilos. */
function withLess(tokens: readonly Token[], amount: Amount, units: ReadonlySet<string>): Amount {
  const measure = amount.unit === undefined ? undefined : MEASURED[amount.unit];
  const next = tokens[amount.to];
  if (!measure || !next || next.kind === "sign") return amount;
  const number = numberAt(tokens, amount.to);
  const less = number && !number.money ? withUnit(tokens, amount.to, number, units) : undefined;
  const smaller = less?.unit === undefined ? undefined : MEASURED[less.unit];
  if (!less || smaller?.of !== measure.of || smaller.size >= measure.size) return amount;
  const value = amount.value + (less.value * smaller.size) / measure.size;
  return { ...amount, to: less.to, value: Math.round(value * 1e6) / 1e6 };
}

/** The unit that a word names; "l" and "m" only where the catalogue says that they are units. */
function unitNamed({ kind, raw }: Token, units: ReadonlySet<string>): string | undefined {
  if (kind !== "word") return undefined;
  const known = UNITS.get(raw) ?? UNITS.get(raw.replace(/nya$/, ""));
  if (known !== undefined || !units.has(raw)) return known;
  return raw === "l" ? "liter" : raw === "m" ? "meter" : raw;
}

/** "lemper -5": a minus, where no line or range has a dash. */
function belowZero(tokens: readonly Token[], at: number): boolean {
  const [first, sign, before] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (first?.kind !== "number" || !first.glued || first.money || sign?.raw !== "-" || sign.glued) return false;
  return before ? before.raw !== "\n" : !tokens.some(({ raw }) => raw === "\n");
}

interface Read {
  readonly to: number;
  readonly value: number;
  readonly money: boolean;
}

function numberAt(tokens: readonly Token[], from: number): Read | undefined {
  const first = tokens[from];
  if (first?.kind === "number") return digitsAt(tokens, from, first);
  if (first?.kind !== "word") return undefined;
  const money = MONEY_WORDS.get(first.raw);
  if (money !== undefined) return { to: from + 1, value: money, money: true };
  return wordsAt(tokens, from);
}

const RUPIAH = new Set(["rupiah", "perak"]);
/** Below it "perak" is what goods are made of. */
const FEWEST_RUPIAH = 50;

function digitsAt(tokens: readonly Token[], from: number, first: Token): Read {
  if (first.money) return { to: from + 1, value: first.value, money: true };
  if (first.value >= FEWEST_RUPIAH && RUPIAH.has(tokens[from + 1]?.raw ?? ""))
    return { to: from + 2, value: first.value, money: true };
  const below = tokens[from + 1]?.raw === "/" ? tokens[from + 2] : undefined;
  if (below?.kind === "number" && below.value > first.value && below.value <= 10 && isPart(first.value, below.value))
    return { to: from + 3, value: first.value / below.value, money: false };
  const half =
    tokens[from + 2]?.raw === "/" && tokens[from + 1]?.raw === "1" && !tokens[from + 1]?.glued
      ? tokens[from + 3]
      : undefined;
  if (half?.raw === "2" || half?.raw === "4")
    return { to: from + 4, value: first.value + 1 / half.value, money: false };
  const next = tokens[from + 1];
  // "yang 500 setengah lusin": nobody counts so many and a half.
  if (HALVES.has(next?.raw ?? "") && first.value < MOST_WITH_HALF)
    return { to: from + 2, value: first.value + 0.5, money: false };
  return { to: from + 1, value: first.value, money: first.value >= 1000 && Number.isInteger(first.value) };
}

/** "1/2", "3/4" are parts of one; "2/3" rather means two or three. */
function isPart(above: number, below: number): boolean {
  return above === 1 || below === 4 || below === 8;
}

const MOST_WITH_HALF = 50;
const TEENS = new Set(["belas", "blas", "welas"]);
const HALVES = new Set(["setengah", "stengah", "stgh", "stngah", "satengah", "separo"]);

/** "dua puluh lima", "seratus lima puluh", "tiga perempat", "satu setengah". */
function wordsAt(tokens: readonly Token[], from: number): Read | undefined {
  let total = 0;
  let part: number | undefined;
  let at = from;
  for (; at < tokens.length && at < from + 8; at++) {
    const word = tokens[at]?.raw ?? "";
    const value = numberWord(word);
    if (TEENS.has(word) && part !== undefined && part % 100 > 0 && part % 100 < 10) part += 10;
    else if (word === "perempat" && part !== undefined && part < 4) part /= 4;
    else if (MULTIPLIERS.has(word) && part !== undefined) {
      const factor = MULTIPLIERS.get(word) ?? 1;
      if (factor >= 1000) {
        total = (total + part) * factor;
        part = 0;
      } else part += (part % 10 || part) * (factor - 1);
    } else if (value === undefined || (part !== undefined && !fits(part, value))) break;
    else part = (part ?? 0) + value;
  }
  if (part === undefined) return undefined;
  const value = total + part;
  return { to: at, value, money: value >= 1000 };
}

/** A smaller number after a round one belongs to it ("dua puluh" + "lima", "satu" + "setengah"). */
function fits(part: number, value: number): boolean {
  if (value === 0.5) return Number.isInteger(part);
  if (part === 0) return true;
  return value < 10 && value >= 1 && part >= 20 && part % 10 === 0
    ? true
    : part >= 100 && part % 100 === 0 && value < 100 && value >= 1;
}

function withUnit(tokens: readonly Token[], from: number, number: Read, units: ReadonlySet<string>): Amount {
  const { to, value } = number;
  const counts = !numbersSomething(tokens, from) && !(value >= 100 && VEHICLES.has(tokens[from - 1]?.raw ?? ""));
  const next = tokens[to];
  const wraps = WRAPPED.has(tokens[to + 1]?.raw ?? "") && /^bungkus$|..nya$/.test(next?.raw ?? "");
  const unit = next && !wraps ? unitNamed(next, units) : undefined;
  if (next && unit !== undefined && !blackBefore(next, tokens[to + 1]))
    return { from, to: to + 1, value, unit, money: false, counts };
  if (next?.raw === "x" && value < 1000) return { from, to: to + 1, value, money: false, counts };
  if (next?.kind === "word" && LABELS.has(next.raw) && names(tokens[to + 1]))
    return { from, to, value, money: number.money, counts };
  if (next?.kind === "word" && (NOT_GOODS.has(next.raw) || (next.raw === "an" && next.glued)))
    return { from, to: to + 1, value, unit: next.raw, money: false, counts: false };
  return { from, to, value, money: number.money, counts };
}

/** "satu item M": black ("item") rather than a piece, where a size follows. */
function blackBefore({ raw }: Token, after: Token | undefined): boolean {
  return raw === "item" && after?.kind === "word" && ATTRIBUTES.get(after.key)?.has("size") === true;
}

/** Words for an option: before its value they are no unit ("satu ukuran L"), else they are ("4 ukuran masing2 1"). */
const LABELS = new Set(["ukuran", "warna", "rasa", "size"]);
const AFTER_COUNT = new Set("masing2 aja semua sama yang beda berbeda ya kak dong campur juga".split(" "));

function names(after: Token | undefined): boolean {
  return after !== undefined && after.kind !== "sign" && !AFTER_COUNT.has(after.word);
}

const EACH_ONE = new Set(["tiap", "setiap", "saban", "tiap2"]);

/** "rumah no 12", "isinya 50", "kelas XI IPA 3". */
function numbersSomething(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (before?.kind !== "word") return false;
  // "tiap isi 20": so many of each.
  if (EACH_ONE.has(tokens[from - 2]?.raw ?? "")) return false;
  if (NOT_COUNTED_AFTER.has(before.raw) || NOT_COUNTED_AFTER.has(before.key)) return true;
  return [2, 3].some((back) => {
    const word = tokens[from - back];
    return (
      (word?.raw === "kelas" || word?.raw === "kls") &&
      tokens.slice(from - back, from).every(({ kind, known }) => kind === "word" || known)
    );
  });
}

/** "selusin setengah" is 18, "dua kilo setengah" 2.5. */
function withHalf(tokens: readonly Token[], amount: Amount): Amount {
  const next = tokens[amount.to]?.raw;
  if (amount.unit === undefined || !Number.isInteger(amount.value) || !HALVES.has(next ?? "")) return amount;
  const after = tokens[amount.to + 1];
  if (after?.kind === "word" && UNITS.has(after.raw) && WHOLESALE[amount.unit] === undefined) return amount;
  return { ...amount, to: amount.to + 1, value: amount.value + 0.5 };
}

/** "sekilo", "sebungkus", "selusin"; "sak kilo". */
function unitWithOne(
  raw: string,
  next: Token | undefined,
  units: ReadonlySet<string>,
): { unit: string; tokens: number } | undefined {
  if (raw === "sak" || raw === "sa") {
    const unit = next?.kind === "word" ? UNITS.get(next.raw) : undefined;
    return unit === undefined ? undefined : { unit, tokens: 2 };
  }
  const word = raw.startsWith("se") ? raw.slice(2) : raw.startsWith("sa") ? raw.slice(2) : "";
  if (word.length < 2 || numberWord(raw) !== undefined || NOT_ONE.has(raw)) return undefined;
  const unit = UNITS.get(word) ?? (units.has(word) ? word : undefined);
  return unit === undefined ? undefined : { unit, tokens: 1 };
}

/** Words that only look like "one of a unit". */
const NOT_ONE = new Set([
  "sekali",
  "sehari",
  "seminggu",
  "seon",
  "sem",
  "setel",
  "sepc",
  "sebok",
  "selai",
  "seiris",
  "sebab",
]);
