import type { Amount } from "./amount.ts";
import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { MEASURED, NOT_GOODS, UNITS, WHOLESALE, WRAPPED } from "./lexicon/units.ts";
import { VEHICLES } from "./lexicon/vehicles.ts";
import { HALVES, type NumberRead, numberAt } from "./numbers.ts";
import { numbersSomething } from "./numbers-something.ts";
import { specialAmountAt } from "./special-amounts.ts";
import type { Token } from "./tokens.ts";
import { unitNamed, unitWithOne } from "./units-named.ts";

/** The amount that starts at a token, if one does. `units` are the unit names of the catalogue. */
export function amountAt(tokens: readonly Token[], from: number, units: ReadonlySet<string>): Amount | undefined {
  const first = tokens[from];
  if (first === undefined || first.kind === "sign") return undefined;
  const special = specialAmountAt(tokens, from, units);
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

/** "lemper -5": a minus, where no line or range has a dash. */
function belowZero(tokens: readonly Token[], at: number): boolean {
  const [first, sign, before] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (first?.kind !== "number" || !first.glued || first.money || sign?.raw !== "-" || sign.glued) return false;
  return before ? before.raw !== "\n" : !tokens.some(({ raw }) => raw === "\n");
}

function withUnit(tokens: readonly Token[], from: number, number: NumberRead, units: ReadonlySet<string>): Amount {
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

/** "selusin setengah" is 18, "dua kilo setengah" 2.5. */
function withHalf(tokens: readonly Token[], amount: Amount): Amount {
  const next = tokens[amount.to]?.raw;
  if (amount.unit === undefined || !Number.isInteger(amount.value) || !HALVES.has(next ?? "")) return amount;
  const after = tokens[amount.to + 1];
  if (after?.kind === "word" && UNITS.has(after.raw) && WHOLESALE[amount.unit] === undefined) return amount;
  return { ...amount, to: amount.to + 1, value: amount.value + 0.5 };
}
