import type { CatalogueIndex } from "./catalogue-index.ts";
import { ALIKE_GOODS } from "./lexicon/alike-goods.ts";
import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { ENGLISH_GOODS } from "./lexicon/english-goods.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { ORDINARY, OTHER_GOODS } from "./lexicon/ordinary-words.ts";
import { SYNONYMS } from "./lexicon/synonyms.ts";
import type { Token } from "./tokens.ts";
import { consonantsOf, lettersOf, soundOf, trigramsOf, wordDistance } from "./word-likeness.ts";

/** A catalogue word that a token (or two written apart) may stand for. */
export interface Sense {
  readonly words: readonly string[];
  /** 1 for the word itself, less for a likely misspelling */
  readonly likeness: number;
  /** Tokens it covers: 1 or 2 */
  readonly tokens: number;
}

/** What each token may mean in the catalogue. Tokens that are not `free` mean nothing there. */
export function sensesOf(tokens: readonly Token[], index: CatalogueIndex, free: (at: number) => boolean): Sense[][] {
  const senses: Sense[][] = tokens.map(() => []);
  tokens.forEach((token, at) => {
    if (!free(at) || token.kind === "sign") return;
    if (countsOnly(tokens, senses, at, index)) return;
    senses[at] = senseOf(token, free(at + 1) ? tokens[at + 1] : undefined, index);
  });
  return senses;
}

/** A number word is part of goods only beside the word that a name has it with: "segi empat", and not "voal maroon empat". */
function countsOnly(
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  at: number,
  { joined }: CatalogueIndex,
): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== "word" || numberWord(token.raw) === undefined) return false;
  const leading = [before?.key ?? "", ...(senses[at - 1] ?? []).map(({ words }) => words.at(-1) ?? "")];
  return !joined.has(`${token.key}${next?.key ?? ""}`) && !leading.some((word) => joined.has(`${word}${token.key}`));
}

function senseOf(token: Token, next: Token | undefined, index: CatalogueIndex): Sense[] {
  const { vocabulary, joined } = index;
  const found: Sense[] = [];
  if (vocabulary.words.has(token.key))
    found.push({ words: [token.key], likeness: vocabulary.written.has(token.key) ? 1 : 0.94, tokens: 1 });
  if (token.kind === "number") return [...found, ...figureOfName(token, index)];
  const pair = joined.get(token.key);
  if (pair && found.length === 0) found.push({ words: pair, likeness: 1, tokens: 1 });
  const both = next?.kind === "word" ? [token.key + next.key, token.raw + next.raw] : [];
  const whole = both.find((word) => word.length > 4 && vocabulary.words.has(word));
  if (whole !== undefined) found.push({ words: [whole], likeness: 1, tokens: 2 });
  // "choco chip" of "choco chips"
  if (found.length === 0 && !token.known && token.key.length > 3 && vocabulary.written.has(`${token.key}s`))
    found.push({ words: [`${token.key}s`], likeness: 0.94, tokens: 1 });
  const bare = found.length === 0 ? bareWord(token, vocabulary.words) : undefined;
  if (bare !== undefined) return [{ words: [bare], likeness: 1, tokens: 1 }];
  if (found.length > 0) return found;
  const alike = alikeGoods(token, next, index);
  if (alike.length > 0 || token.known || named(token)) return alike;
  return likeWords(token.key, index).map(({ word, likeness }) => ({ words: [word], likeness, tokens: 1 }));
}

/** "segi4" where the catalogue has "segi empat". */
function figureOfName({ glued, value }: Token, index: CatalogueIndex): Sense[] {
  const word = FIGURES[value];
  return glued && word !== undefined && index.vocabulary.written.has(word)
    ? [{ words: [word], likeness: 0.94, tokens: 1 }]
    : [];
}

const FIGURES: Readonly<Record<number, string | undefined>> = { 1: "satu", 2: "dua", 3: "tiga", 4: "empat", 5: "lima" };

/** Words with a meaning of their own are no misspelt goods. */
function named({ raw, key }: Token): boolean {
  if (numberWord(raw) !== undefined) return true;
  return [raw, key].some((word) => ATTRIBUTES.has(word) || ORDINARY.has(word) || OTHER_GOODS.has(word));
}

/** Other names of what this shop sells ("pampers" where it sells "popok"). */
function alikeGoods(token: Token, next: Token | undefined, index: CatalogueIndex): Sense[] {
  const pair = next?.kind === "word" ? ALIKE_GOODS.get(`${token.raw} ${next.raw}`) : undefined;
  const both = (pair ?? []).map((name) => name.split(" ")).filter((words) => written(words, index));
  if (both.length > 0) return both.map((words) => ({ words, likeness: 0.94, tokens: 2 }));
  return [...new Set(otherNames(token))]
    .map((name) => name.split(" ").map((word) => SYNONYMS.get(word) ?? word))
    .filter((words) => written(words, index))
    .map((words) => ({ words, likeness: 0.94, tokens: 1 }));
}

function otherNames({ raw, key }: Token): string[] {
  const one = singular(key);
  const named = ALIKE_GOODS.get(raw) ?? ALIKE_GOODS.get(key) ?? ALIKE_GOODS.get(one) ?? [];
  const english = [key, one].flatMap((word) => ENGLISH_GOODS.get(word) ?? []);
  return [...named, ...english, ...(one === key ? [] : [one])];
}

/** "bottles", "gummies": one of an English plural. */
function singular(word: string): string {
  if (word.length > 5 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 4 && word.endsWith("s") ? word.slice(0, -1) : word;
}

function written(words: readonly string[], index: CatalogueIndex): boolean {
  return words.every((word) => index.vocabulary.written.has(word));
}

/** Regional ways to say "-nya". */
const ENDINGS = ["nipun", "ipun", "keun", "nye", "nya", "ana", "ne", "na", "ny", "e"];

/** A catalogue word with such an ending ("klepone", "polosna"), or the one a regional word is read as. */
function bareWord(token: Token, words: { has(word: string): boolean }): string | undefined {
  if (token.raw !== token.key && words.has(token.raw)) return token.raw;
  if (token.known) return undefined;
  for (const ending of ENDINGS) {
    if (!token.key.endsWith(ending)) continue;
    const base = token.key.slice(0, -ending.length);
    if (base.length < (ending.length === 1 ? 4 : 3)) continue;
    const key = SYNONYMS.get(base) ?? base;
    if (words.has(key)) return key;
  }
  return undefined;
}

interface Like {
  readonly word: string;
  readonly likeness: number;
}

const MOST_LIKE = 3;

function likeWords(word: string, index: CatalogueIndex): Like[] {
  const { bySound, byConsonants } = index.vocabulary;
  if (word.length < 3) return [];
  if (word.length >= 4) {
    const same = bySound.get(soundOf(word));
    if (same) return same.slice(0, MOST_LIKE).map((each) => ({ word: each, likeness: 0.95 }));
  }
  const vowels = /[aiueo]/.test(word);
  const skeleton = [
    ...new Set([consonantsOf(word), ...(vowels ? [] : [word])].flatMap((each) => byConsonants.get(each) ?? [])),
  ].filter((each) => each[0] === word[0]);
  if (!vowels) return skeleton.length === 1 ? skeleton.map((each) => ({ word: each, likeness: 0.85 })) : [];
  const shortened = skeleton.filter((each) => each.length > word.length && lettersWithin(word, each));
  if (shortened.length === 1) return shortened.map((each) => ({ word: each, likeness: 0.85 }));
  if (word.length < 4) return [];
  const swapped = (index.vocabulary.byLetters.get(lettersOf(word)) ?? []).filter((each) => each[0] === word[0]);
  if (swapped.length > 0) return swapped.slice(0, MOST_LIKE).map((each) => ({ word: each, likeness: 0.9 }));
  const likely = word.length > 4 ? misspelt(word, index) : [];
  if (likely.length > 0) return likely;
  const cut = cutOrLonger(word, index);
  if (cut) return [cut];
  const revowelled = skeleton.filter((each) => each.length === word.length);
  return revowelled.length === 1 ? revowelled.map((each) => ({ word: each, likeness: WEAK })) : [];
}

/** Too unsure to name goods by itself. */
export const WEAK = 0.72;

/** "aglo" is the one name that begins so; "mayones" begins with a name. */
function cutOrLonger(word: string, index: CatalogueIndex): Like | undefined {
  const begins = [...(index.vocabulary.byTrigram.get(`^${word.slice(0, 2)}`) ?? [])];
  const longer = begins.filter((each) => each.startsWith(word) && each.length > word.length + 1);
  if (longer.length === 1 && longer[0] !== undefined) return { word: longer[0], likeness: 0.83 };
  const within = begins.filter((each) => each.length > 3 && word.startsWith(each) && word.length < each.length + 5);
  return longer.length === 0 && within.length === 1 && within[0] !== undefined
    ? { word: within[0], likeness: WEAK }
    : undefined;
}

/** The letters of a word in order within another, vowels left out at most. */
function lettersWithin(word: string, other: string): boolean {
  let at = 0;
  for (const letter of other) if (letter === word[at]) at++;
  return at === word.length;
}

function misspelt(word: string, index: CatalogueIndex): Like[] {
  const limit = word.length >= 7 ? 2 : 1;
  const sound = soundOf(word);
  const shared = new Map<string, number>();
  for (const piece of new Set(trigramsOf(word))) {
    const words = index.vocabulary.byTrigram.get(piece);
    if (!words || words.length > 400) continue;
    for (const each of words) shared.set(each, (shared.get(each) ?? 0) + 1);
  }
  const found: Like[] = [];
  for (const [each, count] of shared) {
    if (count < 2 && word.length > 5) continue;
    if (each.length < 4 || Math.abs(each.length - word.length) > Math.max(limit, 1)) continue;
    const distance = Math.min(wordDistance(word, each, limit), wordDistance(sound, soundOf(each), limit));
    if (distance <= limit && !riskyChange(word, each))
      found.push({ word: each, likeness: word.length < 8 && distance > 1 ? WEAK : 0.9 - 0.1 * distance });
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_LIKE);
}

/** Five letters with another first letter is mostly another word ("kasur", "pasar"). */
function riskyChange(a: string, b: string): boolean {
  return a[0] !== b[0] && a.length < 7;
}
