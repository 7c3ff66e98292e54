import { MONEY_WORDS, MULTIPLIERS, numberWord } from "./lexicon/numbers.ts";
import { NOT_COUNTED_AFTER, NOT_GOODS, UNITS, WHOLESALE } from "./lexicon/units.ts";
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
}

/** The amount that starts at a token, if one does. `units` are the unit names of the catalogue. */
export function amountAt(tokens: readonly Token[], from: number, units: ReadonlySet<string>): Amount | undefined {
  const first = tokens[from];
  if (first === undefined || first.kind === "sign") return undefined;
  const together = first.kind === "word" ? unitWithOne(first.raw, tokens[from + 1], units) : undefined;
  if (together)
    return withHalf(tokens, {
      from,
      to: from + together.tokens,
      value: 1,
      unit: together.unit,
      money: false,
      counts: true,
    });
  const number = numberAt(tokens, from);
  if (!number) return undefined;
  if (belowZero(tokens, from))
    return { ...withUnit(tokens, from, { ...number, value: -number.value }, units), money: false };
  const plain = number.money && first.kind === "number" && !first.money;
  const counted = plain ? withUnit(tokens, from, number, units) : undefined;
  if (counted?.unit !== undefined) return counted;
  if (number.money) return { from, ...number, counts: true };
  return withHalf(tokens, withUnit(tokens, from, number, units));
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

function digitsAt(tokens: readonly Token[], from: number, first: Token): Read {
  if (first.money) return { to: from + 1, value: first.value, money: true };
  const below = tokens[from + 1]?.raw === "/" ? tokens[from + 2] : undefined;
  if (below?.kind === "number" && below.value > first.value && below.value <= 10)
    return { to: from + 3, value: first.value / below.value, money: false };
  const half =
    tokens[from + 2]?.raw === "/" && tokens[from + 1]?.raw === "1" && !tokens[from + 1]?.glued
      ? tokens[from + 3]
      : undefined;
  if (half?.raw === "2" || half?.raw === "4")
    return { to: from + 4, value: first.value + 1 / half.value, money: false };
  const next = tokens[from + 1];
  if (next?.raw === "setengah" || next?.raw === "stengah" || next?.raw === "stgh")
    return { to: from + 2, value: first.value + 0.5, money: false };
  return { to: from + 1, value: first.value, money: first.value >= 1000 && Number.isInteger(first.value) };
}

/** "dua puluh lima", "seratus lima puluh", "tiga perempat", "satu setengah". */
function wordsAt(tokens: readonly Token[], from: number): Read | undefined {
  let total = 0;
  let part: number | undefined;
  let at = from;
  for (; at < tokens.length && at < from + 8; at++) {
    const word = tokens[at]?.raw ?? "";
    const value = numberWord(word);
    if (word === "belas" && part !== undefined && part < 10) part += 10;
    else if (word === "perempat" && part !== undefined && part < 4) part /= 4;
    else if (MULTIPLIERS.has(word) && part !== undefined) {
      const factor = MULTIPLIERS.get(word) ?? 1;
      if (factor >= 1000) {
        total = (total + part) * factor;
        part = 0;
      } else part *= factor;
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
  const before = tokens[from - 1];
  const counts = !(before?.kind === "word" && NOT_COUNTED_AFTER.has(before.raw));
  const next = tokens[to];
  const unit =
    next?.kind === "word"
      ? (UNITS.get(next.raw) ?? UNITS.get(next.raw.replace(/nya$/, "")) ?? (units.has(next.raw) ? next.raw : undefined))
      : undefined;
  if (next && unit !== undefined) return { from, to: to + 1, value, unit, money: false, counts };
  if (next?.raw === "x" && value < 1000) return { from, to: to + 1, value, money: false, counts };
  if (next?.kind === "word" && NOT_GOODS.has(next.raw))
    return { from, to: to + 1, value, unit: next.raw, money: false, counts: false };
  return { from, to, value, money: number.money, counts };
}

/** "selusin setengah" is 18, "dua kilo setengah" 2.5. */
function withHalf(tokens: readonly Token[], amount: Amount): Amount {
  const next = tokens[amount.to]?.raw;
  if (
    amount.unit === undefined ||
    !Number.isInteger(amount.value) ||
    (next !== "setengah" && next !== "stengah" && next !== "stgh")
  )
    return amount;
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
