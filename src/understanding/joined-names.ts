import type { CatalogueIndex } from "./catalogue-index.ts";
import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { ORDINARY, OTHER_GOODS } from "./lexicon/ordinary-words.ts";
import { UNITS } from "./lexicon/units.ts";
import { normalise } from "./normalise.ts";
import { type Token, tokenise } from "./tokens.ts";

/** "pisgor" → "pisang goreng": two words of the shop's goods said by their first letters, where only one pair fits. */
export function withNamesSpelledOut(tokens: readonly Token[], index: CatalogueIndex): Token[] {
  return tokens.flatMap((token, at) => {
    // "pilihin yang tajem": what the goods are to be like.
    const pair = tokens[at - 1]?.word !== "yang" && nameless(token, index) ? pairFor(token.raw, index) : undefined;
    return pair ? wordsFor(pair, token) : [token];
  });
}

const SHORTEST = 5;
const LONGEST = 9;

function nameless({ kind, raw, key, known, doubled }: Token, { vocabulary, joined }: CatalogueIndex): boolean {
  if (kind !== "word" || known || doubled || raw.length < SHORTEST || raw.length > LONGEST) return false;
  if (vocabulary.words.has(raw) || vocabulary.words.has(key) || joined.has(key)) return false;
  return ![ORDINARY, OTHER_GOODS, ATTRIBUTES, UNITS].some((words) => words.has(raw)) && numberWord(raw) === undefined;
}

/** The one pair of neighbouring words that begin with the two parts of the word. */
function pairFor(raw: string, { pairs }: CatalogueIndex): readonly string[] | undefined {
  const found = new Map<string, readonly string[]>();
  for (let cut = 2; cut <= raw.length - 2; cut++) {
    const [head, tail] = [raw.slice(0, cut), raw.slice(cut)];
    if (!VOWEL.test(head) || !VOWEL.test(tail)) continue;
    for (const pair of pairs.get(head.slice(0, 2)) ?? []) {
      const [first, second] = pair;
      if (first?.startsWith(head) && second?.startsWith(tail)) found.set(pair.join(" "), pair);
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

const VOWEL = /[aiueo]/;

function wordsFor(pair: readonly string[], { start, end, glued }: Token): Token[] {
  return tokenise(normalise(pair.join(" "))).map((token, at) => ({ ...token, start, end, glued: at === 0 && glued }));
}
