import type { Option, Product } from "../shop/catalogue/catalogue.ts";
import {
  ALIKE_VALUES,
  LEAST,
  MIDDLE,
  MOST_OF,
  ORDERED_NAMES,
  SHADES,
  VERY_LEAST,
  VERY_MOST,
} from "./lexicon/alike-values.ts";
import { measureOf } from "./measures.ts";
import { normalise } from "./normalise.ts";
import { keysOf, tokenise } from "./tokens.ts";

/** Words that choose a value of an option, for each product that has it. */
export interface OptionPhrase {
  readonly words: readonly string[];
  /** SKU → what it chooses there */
  readonly of: ReadonlyMap<string, OptionChoice>;
}

export interface OptionChoice {
  readonly option: number;
  readonly value: string;
}

export interface OptionPhrases {
  readonly phrases: readonly OptionPhrase[];
  /** "500 gram", "0.5 kg" → the values of that measure */
  readonly measures: ReadonlyMap<string, readonly OptionPhrase[]>;
  /** "500" → the values that are this number of something ("500mg") */
  readonly bare: ReadonlyMap<string, readonly OptionPhrase[]>;
  /** Words of phrases as the seller wrote them, which misspellings are held against */
  readonly written: readonly (readonly string[])[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly of: Map<string, OptionChoice>;
}

/** Every way to name the option values of a catalogue: as written, then as people would say the same. */
export function optionPhrases(products: readonly Product[]): OptionPhrases {
  const phrases = new Map<string, Phrase>();
  const bare = new Map<string, Phrase>();
  const measures = new Map<string, OptionPhrase[]>();
  const choose = (words: readonly string[], sku: string, choice: OptionChoice, kept = phrases) => {
    if (words.length === 0) return;
    const key = words.join(" ");
    const phrase = kept.get(key) ?? { words, of: new Map<string, OptionChoice>() };
    kept.set(key, phrase);
    // The value itself wins over another value's alias, and both over other ways to say it.
    if (!phrase.of.has(sku)) phrase.of.set(sku, choice);
    const measure = kept === phrases ? measureOf(words) : undefined;
    if (measure === undefined) return;
    const same = measures.get(measure);
    if (!same) measures.set(measure, [phrase]);
    else if (!same.includes(phrase)) same.push(phrase);
  };
  for (const product of products) {
    each(product, (value, choice) => choose(wordsOf(value.v), product.sku, choice));
    each(product, (value, choice) => {
      for (const alias of value.aliases) choose(wordsOf(alias), product.sku, choice);
    });
  }
  const written = [...phrases.values()].map(({ words }) => words);
  for (const product of products) {
    each(product, (value, choice) => {
      for (const text of [value.v, ...value.aliases]) choose(withoutIt(text), product.sku, choice);
      for (const words of alikeTo(value)) choose(words, product.sku, choice);
    });
    product.options.forEach((option, place) => {
      for (const [words, value] of ranked(option)) choose(words, product.sku, { option: place, value });
    });
    for (const [word, choice] of telling(product)) choose([word], product.sku, choice);
    for (const [number, choice] of numbers(product)) choose([number], product.sku, choice, bare);
  }
  return {
    phrases: [...phrases.values()],
    measures,
    bare: new Map([...bare].map(([key, phrase]) => [key, [phrase]])),
    written,
  };
}

type Value = Option["values"][number];

function each(product: Product, take: (value: Value, choice: OptionChoice) => void): void {
  product.options.forEach((option, place) => {
    for (const value of option.values) take(value, { option: place, value: value.v });
  });
}

/** A text as the words it is looked up by. */
export function wordsOf(text: string): string[] {
  return keysOf(tokenise(normalise(text)));
}

/** Phrase → the other ways to say it, all as look-up words. */
const ALIKE: ReadonlyMap<string, readonly (readonly string[])[]> = alikeGroups();

function alikeGroups(): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const group of ALIKE_VALUES) {
    const phrases = group.map(wordsOf);
    for (const phrase of phrases) {
      const key = phrase.join(" ");
      found.set(key, [...(found.get(key) ?? []), ...phrases]);
    }
  }
  return found;
}

function alikeTo(value: Value): (readonly string[])[] {
  return [value.v, ...value.aliases].flatMap((text) => {
    const words = wordsOf(text);
    const shade = words.length === 1 ? SHADES[words[0] ?? ""] : undefined;
    return [...(ALIKE.get(words.join(" ")) ?? []), ...(shade === undefined ? [] : [[shade, ...words]])];
  });
}

/** The word that stands for every way to say "not" or "without" before a choice. */
export const WITHOUT = "tanpa";

/** "ga pedas" → "tanpa pedas", however it is turned down; nothing for other choices. */
function withoutIt(text: string): string[] {
  const [first, second, ...more] = tokenise(normalise(text));
  if (first === undefined || second === undefined || !NEGATIONS.has(first.word)) return [];
  return [WITHOUT, ...keysOf([second, ...more])];
}

/** Words of chat that turn the choice after them down. */
export const NEGATIONS: ReadonlySet<string> = new Set(["tidak", "jangan", "tanpa", "no", "non", "nggak"]);

/** "yang kecil", "paling gede" where the choices go from less to more. */
function ranked({ name, values }: Option): [readonly string[], string][] {
  const [first, last] = [values[0]?.v, values.at(-1)?.v];
  if (first === undefined || last === undefined || values.length < 2 || !ascending(name, values)) return [];
  const named = (texts: readonly string[], value: string): [string[], string][] =>
    texts.map((text) => [wordsOf(text), value]);
  const middle = values.length === 3 ? values[1]?.v : undefined;
  return [
    ...named(VERY_LEAST, first),
    ...named(VERY_MOST, last),
    ...(values.length < 4 ? [...named(LEAST, first), ...named(MOST_OF, last)] : []),
    ...(middle === undefined ? [] : named(MIDDLE, middle)),
  ];
}

function ascending(name: string, values: readonly Value[]): boolean {
  if (!ORDERED_NAMES.has(name.toLowerCase().split(" ")[0] ?? "")) return false;
  const sizes = values.map(({ v }) => Number.parseFloat(v.replace(",", ".")));
  if (sizes.every(Number.isNaN)) return values.every(({ v }) => !/\d/.test(v)) && /^(ukuran|size|porsi)/i.test(name);
  return sizes.every((size, place) => place === 0 || size > (sizes[place - 1] ?? 0));
}

/** Single words that tell a value of several words from all others of the product ("pink" of "dusty pink"). */
function telling(product: Product): Map<string, OptionChoice> {
  const found = new Map<string, OptionChoice | undefined>();
  const called = new Set(product.options.flatMap(({ name }) => wordsOf(name)));
  each(product, ({ v, aliases }, choice) => {
    const all = [v, ...aliases].map(wordsOf);
    const named = wordsOf(v);
    const off = named.includes("broken");
    for (const word of new Set(all.flat())) {
      const other = found.has(word);
      const whole = all.some((words) => words.length === 1 && words[0] === word);
      const counts =
        !whole &&
        named.includes(word) &&
        named.length > 1 &&
        word.length > 3 &&
        !/\d/.test(word) &&
        !(off && word === "putih");
      found.set(word, other || !counts || UNTOLD.has(word) || called.has(word) ? undefined : choice);
    }
  });
  return new Map(
    [...found].flatMap(([word, choice]) =>
      choice && !product.name.toLowerCase().includes(word) ? [[word, choice]] : [],
    ),
  );
}

/** Words of values that tell nothing by themselves. */
const UNTOLD = new Set(
  "liter gram menit orang lembar tanpa dengan pakai extra ekstra super tahap level isi paket tipe ukuran muda tua bulan tahun jam hari rasa white green".split(
    " ",
  ),
);

/** Words before the number of a value, which people leave out ("yang 20" of "isi 20"). */
const LABELS = new Set(
  "isi no nomor ukuran size uk tahap level seri tipe type shade spf grade kode diameter".split(" "),
);

/** The numbers of values like "500mg" and "isi 20", where no two choices share one. */
function numbers(product: Product): Map<string, OptionChoice> {
  const found = new Map<string, OptionChoice | undefined>();
  each(product, ({ v }, choice) => {
    const [first, unit, ...more] = wordsOf(v);
    if (first === undefined || unit === undefined || more.length > 0) return;
    const number = /^\d/.test(first) && !/\d/.test(unit) ? first : LABELS.has(first) && /^\d+$/.test(unit) ? unit : "";
    if (number !== "") found.set(number, found.has(number) ? undefined : choice);
  });
  return new Map([...found].flatMap(([number, choice]) => (choice ? [[number, choice]] : [])));
}
