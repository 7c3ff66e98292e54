import type { OptionHit } from "./option-hits.ts";
import { type OptionChoice, wordsOf } from "./option-phrases.ts";
import type { Mark } from "./page.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly senses: readonly (readonly Sense[])[];
  readonly marks: readonly Mark[];
  readonly products: readonly ProductHit[];
}

/** "busi std", "prasmanan kmplt": letters of the one choice of the goods beside them that has these in this order. */
export function shortChoiceAt(said: Said, at: number): OptionHit | undefined {
  const token = said.tokens[at];
  if (token?.kind !== "word" || token.known || token.doubled || !SHORT.test(token.raw)) return undefined;
  if ((said.senses[at] ?? []).length > 0) return undefined;
  const hit = besideAt(said, at);
  if (!hit) return undefined;
  const of = new Map<string, OptionChoice>();
  for (const { sku, options } of hit.candidates) {
    const choices = options.flatMap(({ values }, option) =>
      values
        .filter(({ v, aliases }) => [v, ...aliases].some((text) => shortFor(token.raw, wordsOf(text))))
        .map(({ v }): OptionChoice => ({ option, value: v })),
    );
    const [choice] = choices;
    if (choices.length === 1 && choice) of.set(sku, choice);
  }
  if (of.size === 0) return undefined;
  return { from: at, to: at + 1, phrases: [{ words: [token.raw], of }], likeness: 0.85, named: false };
}

const SHORT = /^[a-z]{3,6}$/;

/** The goods right before a token, with nothing but their choices and numbers between; or right after it. */
function besideAt({ tokens, marks, products }: Said, at: number): ProductHit | undefined {
  const next = products.find(({ from }) => from === at + 1);
  const last = products.findLast(({ from }) => from < at);
  if (!last) return next;
  const apart = tokens
    .slice(last.to, at)
    .some(({ word }, offset) => !BETWEEN.has(marks[last.to + offset]) && word !== "yang");
  return apart ? next : last;
}

const BETWEEN: ReadonlySet<Mark> = new Set<Mark>(["product", "option", "amount"]);

/** Without vowels, letters anywhere in the word; with vowels, how it begins, or all of its consonants. */
function shortFor(short: string, [word = "", ...more]: readonly string[]): boolean {
  if (more.length === 1) return joinedShort(short, word + more[0]);
  if (more.length > 0 || /\d/.test(word) || short[0] !== word[0] || word.length < short.length + 2) return false;
  if (word.startsWith(short)) return true;
  const vowels = /[aiueo]/.test(short.slice(1));
  if (vowels) return short.length > 3 && within(consonants(word), consonants(short)) && within(short, word);
  return within(short, word);
}

/** "typc" for "type c": the two words as one, with a letter or two left out. */
function joinedShort(short: string, whole: string): boolean {
  const left = whole.length - short.length;
  return (
    short.length > 3 &&
    left > 0 &&
    left < 3 &&
    short.at(-1) === whole.at(-1) &&
    short[0] === whole[0] &&
    within(short, whole)
  );
}

function consonants(word: string): string {
  return word.replaceAll(/[aiueo]/g, "");
}

/** Whether the letters stand in this order in a word. */
function within(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at++;
  return at === letters.length;
}
