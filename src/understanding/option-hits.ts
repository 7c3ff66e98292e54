import type { Amount } from "./amount.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { FINER } from "./lexicon/alike-values.ts";
import { CHOOSING, LETTER_NAMES } from "./lexicon/letter-names.ts";
import { measureText } from "./measures.ts";
import { NEGATIONS, type OptionPhrase, WITHOUT } from "./option-phrases.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import { numbersAt } from "./spelled-numbers.ts";
import type { Token } from "./tokens.ts";

/** A place in the message that names a value of some product's option. */
export interface OptionHit {
  readonly from: number;
  readonly to: number;
  /** What it can stand for, longest first; which counts depends on the product */
  readonly phrases: readonly OptionPhrase[];
  readonly likeness: number;
  /** A word before it said that a choice is coming ("ukuran", "yang") */
  readonly named: boolean;
}

type Senses = readonly (readonly Sense[])[];

/** The option value named from a token on, if one is: the longest phrase in the catalogue. */
export function optionHitAt(
  tokens: readonly Token[],
  senses: Senses,
  index: CatalogueIndex,
  from: number,
): OptionHit | undefined {
  const named = namedAt(tokens, index, from);
  const sure = named || (senses[from - 1] ?? []).length > 0;
  let best: OptionHit | undefined;
  for (const start of startsAt(tokens, senses, from)) {
    for (const phrase of index.optionPhrases.get(start.words[0] ?? "") ?? []) {
      const to = phraseEnd(tokens, senses, start, phrase.words);
      const loose = start.letter && phrase.words.length === 1 && !sure;
      if (to === undefined || loose || (best && to < best.to)) continue;
      const phrases = best && best.to === to ? [...best.phrases, phrase] : [phrase];
      best = { from, to, phrases, likeness: start.likeness, named };
    }
  }
  return best && !finer(tokens, best) ? best : undefined;
}

/** Whether the word before says that a choice is coming. */
export function namedAt(tokens: readonly Token[], index: CatalogueIndex, at: number): boolean {
  const before = tokens[at - 1];
  return (
    before?.kind === "word" &&
    (CHOOSING.has(before.word) || CHOOSING.has(before.raw) || index.optionNames.has(before.key))
  );
}

/** "biru tua" where only "biru muda" is sold: another choice than the one its first word is short for. */
function finer(tokens: readonly Token[], hit: OptionHit): boolean {
  const next = tokens[hit.to];
  if (next?.kind !== "word" || !FINER.has(next.key)) return false;
  const said = tokens.slice(hit.from, hit.to).map(({ key }) => key);
  return hit.phrases.every(({ of }) => [...of.values()].every(({ value }) => value.split(" ").length > said.length));
}

interface Start {
  readonly words: readonly string[];
  /** Past the tokens that the words took */
  readonly to: number;
  readonly likeness: number;
  /** A letter by its name ("el") */
  readonly letter: boolean;
}

function startsAt(tokens: readonly Token[], senses: Senses, from: number): Start[] {
  const starts = (senses[from] ?? []).map(
    ({ words, likeness, tokens: count }): Start => ({ words, to: from + count, likeness, letter: false }),
  );
  const turned = tokens[from];
  if (turned?.kind === "word" && NEGATIONS.has(turned.word)) {
    const to = HELPING.has(tokens[from + 1]?.word ?? "") ? from + 2 : from + 1;
    starts.push({ words: [WITHOUT], to, likeness: 1, letter: false });
  }
  const letter = LETTER_NAMES.get(tokens[from]?.raw ?? "");
  if (letter !== undefined) starts.push({ words: [letter], to: from + 1, likeness: 0.93, letter: true });
  for (const { digits, to } of numbersAt(tokens, from)) {
    if (!starts.some((start) => start.to === to && start.words[0] === digits))
      starts.push({ words: [digits], to, likeness: 1, letter: false });
  }
  return starts;
}

/** "jangan pakai gula", "ga usah disiangi": small words between not and what is not wanted. */
const HELPING = new Set(["pakai", "usah", "perlu", "dikasih", "pake", "yang", "mau"]);

/** "1000 L", "sembilan puluh menit" as the option value of that measure, where goods that were named have it. */
export function measureAt(
  tokens: readonly Token[],
  index: CatalogueIndex,
  from: number,
  named: readonly ProductHit[],
): OptionHit | undefined {
  if (index.measures.size === 0) return undefined;
  for (const { digits, to } of numbersAt(tokens, from)) {
    const text = measureText(Number(digits), tokens[to]?.key ?? "");
    const phrases = text === undefined ? undefined : index.measures.get(text);
    if (phrases && named.some(({ candidates }) => candidates.some(({ sku }) => phrases.some(({ of }) => of.has(sku)))))
      return { from, to: to + 1, phrases, likeness: 1, named: false };
  }
  return undefined;
}

/** An amount with a measure ("500gr", "setengah kilo") as the option value of that measure. */
export function measureHit(amount: Amount, index: CatalogueIndex): OptionHit | undefined {
  if (amount.unit === undefined) return undefined;
  const text = measureText(amount.value, amount.unit);
  const phrases = text === undefined ? undefined : index.measures.get(text);
  return phrases && { from: amount.from, to: amount.to, phrases, likeness: 1, named: false };
}

/** Said between the numbers of a size: "tujuh puluh per sembilan puluh ring empat belas". */
const CODE_WORDS = new Set(["per", "ring", "strip", "garis", "r"]);

function phraseEnd(
  tokens: readonly Token[],
  senses: Senses,
  start: Start,
  words: readonly string[],
): number | undefined {
  let place = start.words.length;
  if (start.words.some((word, at) => words[at] !== word)) return undefined;
  let at = start.to;
  while (place < words.length) {
    if (tokens[at]?.kind === "sign" && tokens[at]?.raw !== "," && tokens[at]?.raw !== "\n") at++;
    else if (CODE_WORDS.has(tokens[at]?.raw ?? "") && /^\d/.test(words[place - 1] ?? "")) at++;
    const step = stepAt(tokens, senses, at, words.slice(place));
    if (!step) return undefined;
    place += step.words;
    at = step.to;
  }
  return at;
}

/** How far the next words of a phrase reach: as a word, a letter by its name or a number in words. */
function stepAt(
  tokens: readonly Token[],
  senses: Senses,
  at: number,
  words: readonly string[],
): { words: number; to: number } | undefined {
  const sense = (senses[at] ?? []).find((each) => each.words.every((word, offset) => words[offset] === word));
  if (sense) return { words: sense.words.length, to: at + sense.tokens };
  const [word] = words;
  if (word === undefined) return undefined;
  if (LETTER_NAMES.get(tokens[at]?.raw ?? "") === word) return { words: 1, to: at + 1 };
  const number = /^\d/.test(word) ? numbersAt(tokens, at).findLast(({ digits }) => digits === word) : undefined;
  return number && { words: 1, to: number.to };
}

/** Whether a choice is one of these goods. */
export function ownsChoice({ candidates }: ProductHit, { phrases }: OptionHit): boolean {
  return candidates.some(({ sku }) => phrases.some(({ of }) => of.has(sku)));
}
