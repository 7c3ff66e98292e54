import type { Amount } from "./amount.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { MEASURED } from "./lexicon/units.ts";
import { numberAt } from "./numbers.ts";
import { numbersSomething } from "./numbers-something.ts";
import type { Token } from "./tokens.ts";
import { unitNamed, unitWithOne } from "./units-named.ts";

/** Numbers that are read as a whole: as many of each, an area, the code of a size. */
export function specialAmountAt(
  tokens: readonly Token[],
  from: number,
  units: ReadonlySet<string>,
): Amount | undefined {
  return (
    apiece(tokens, from, units) ??
    repeated(tokens, from) ??
    area(tokens, from, units) ??
    codeAt(tokens, from, units) ??
    powerOfTen(tokens, from)
  );
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
