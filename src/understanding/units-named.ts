import { numberWord } from "./lexicon/numbers.ts";
import { UNITS } from "./lexicon/units.ts";
import type { Token } from "./tokens.ts";

/** The unit that a word names; "l" and "m" only where the catalogue says that they are units. */
export function unitNamed({ kind, raw }: Token, units: ReadonlySet<string>): string | undefined {
  if (kind !== "word") return undefined;
  const known = UNITS.get(raw) ?? UNITS.get(raw.replace(/nya$/, ""));
  if (known !== undefined || !units.has(raw)) return known;
  return raw === "l" ? "liter" : raw === "m" ? "meter" : raw;
}

/** "sekilo", "sebungkus", "selusin"; "sak kilo". */
export function unitWithOne(
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
