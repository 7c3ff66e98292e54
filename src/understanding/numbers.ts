import { MONEY_WORDS, MULTIPLIERS, numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

/** A number as it was read, without a unit. */
export interface NumberRead {
  readonly to: number;
  readonly value: number;
  readonly money: boolean;
}

/** The number that starts at a token, in digits or words, and whether it is rupiah. */
export function numberAt(tokens: readonly Token[], from: number): NumberRead | undefined {
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

function digitsAt(tokens: readonly Token[], from: number, first: Token): NumberRead {
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
export const HALVES = new Set(["setengah", "stengah", "stgh", "stngah", "satengah", "separo"]);

/** "dua puluh lima", "seratus lima puluh", "tiga perempat", "satu setengah". */
function wordsAt(tokens: readonly Token[], from: number): NumberRead | undefined {
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
