import { LOOKS, NUMBERED, ONLY_AFTER_TOWARDS, STREETS } from "./lexicon/address-words.ts";
import { numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

/** How much of an address stretches over the tokens: streets, numbers of houses, quarters, looks of a house. */
export function strength(tokens: readonly Token[], from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at++) {
    const raw = tokens[at]?.raw ?? "";
    if (at + 1 < to && (STREETS.has(raw) && !ONLY_AFTER_TOWARDS.has(raw) ? true : numbers(tokens, at))) weight++;
    else if (raw === "er" || LOOKS.has(raw)) weight++;
  }
  return weight;
}

/** "blok c", "no. 7", "nomor tujuh". */
function numbers(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.raw === "." ? tokens[at + 2] : tokens[at + 1];
  if (!NUMBERED.has(tokens[at]?.raw ?? "") || !next) return false;
  return next.kind === "number" || (next.kind === "word" && next.raw.length < 4) || numberWord(next.raw) !== undefined;
}
