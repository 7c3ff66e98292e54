import type { Amount } from "./amounts.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { measureText } from "./measures.ts";
import type { OptionPhrase } from "./option-phrases.ts";
import type { Sense } from "./senses.ts";
import type { Token } from "./tokens.ts";

/** A place in the message that names a value of some product's option. */
export interface OptionHit {
  readonly from: number;
  readonly to: number;
  /** What it can stand for, longest first; which counts depends on the product */
  readonly phrases: readonly OptionPhrase[];
  readonly likeness: number;
}

/** The option value named from a token on, if one is: the longest phrase in the catalogue. */
export function optionHitAt(
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
  from: number,
): OptionHit | undefined {
  let best: OptionHit | undefined;
  for (const sense of senses[from] ?? []) {
    for (const phrase of index.optionPhrases.get(sense.words[0] ?? "") ?? []) {
      const to = phraseEnd(tokens, senses, from, sense, phrase.words);
      if (to === undefined || (best && to < best.to)) continue;
      const phrases = best && best.to === to ? [...best.phrases, phrase] : [phrase];
      best = { from, to, phrases, likeness: sense.likeness };
    }
  }
  return best;
}

/** An amount with a measure ("500gr", "setengah kilo") as the option value of that measure. */
export function measureHit(amount: Amount, index: CatalogueIndex): OptionHit | undefined {
  if (amount.unit === undefined) return undefined;
  const text = measureText(amount.value, amount.unit);
  const phrases = text === undefined ? undefined : index.measures.get(text);
  return phrases && { from: amount.from, to: amount.to, phrases, likeness: 1 };
}

function phraseEnd(
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  from: number,
  first: Sense,
  words: readonly string[],
): number | undefined {
  let place = first.words.length;
  if (first.words.some((word, at) => words[at] !== word)) return undefined;
  let at = from + first.tokens;
  while (place < words.length) {
    if (tokens[at]?.kind === "sign" && at > from && tokens[at]?.raw !== "," && tokens[at]?.raw !== "\n") at++;
    const sense = (senses[at] ?? []).find((each) => each.words.every((word, offset) => words[place + offset] === word));
    if (!sense) return undefined;
    place += sense.words.length;
    at += sense.tokens;
  }
  return at;
}
