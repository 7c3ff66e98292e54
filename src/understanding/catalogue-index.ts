import type { Catalogue, Place, Product } from "../shop/catalogue/catalogue.ts";
import { type OptionPhrase, optionPhrases as phrasesOf, wordsOf } from "./option-phrases.ts";
import { consonantsOf, lettersOf, soundOf, trigramsOf, writtenConsonantsOf } from "./word-likeness.ts";

/** A catalogue made ready for look-ups by word, so that a message costs about the same whatever the number of products. */
export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  product(sku: string): Product | undefined;
  /** Every name and alias, as words */
  readonly names: readonly Name[];
  /** Word of a name → the names that have it */
  readonly byWord: ReadonlyMap<string, readonly Posting[]>;
  /** First word of an option value → the phrases that start with it */
  readonly optionPhrases: ReadonlyMap<string, readonly OptionPhrase[]>;
  /** "500 gram", "0.5 kg" → the option values of that measure */
  readonly measures: ReadonlyMap<string, readonly OptionPhrase[]>;
  /** "500" → the option values that are this number of something ("500mg") */
  readonly bare: ReadonlyMap<string, readonly OptionPhrase[]>;
  /** Two words of a name or option written as one ("tahubakso") */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  /** First two letters → pairs of words that stand together in a name, or name goods with a choice of theirs ("mie goreng") */
  readonly pairs: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** All words of names and options, and those that misspellings are held against */
  readonly vocabulary: Vocabulary;
  /** Every unit some product is sold by, as spelled in the catalogue */
  readonly units: ReadonlySet<string>;
  /** What options are called ("warna", "topping") */
  readonly optionNames: ReadonlySet<string>;
  /** First word of a branch or zone name → its names */
  readonly places: ReadonlyMap<string, readonly PlaceName[]>;
}

export interface Name {
  readonly product: Product;
  readonly words: readonly string[];
}

export interface Posting {
  readonly name: number;
  readonly position: number;
}

export interface PlaceName {
  readonly place: Place;
  readonly words: readonly string[];
}

export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  /** Those that stand in the catalogue itself */
  readonly written: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly byConsonants: ReadonlyMap<string, readonly string[]>;
  readonly byTrigram: ReadonlyMap<string, readonly string[]>;
  /** Letters in order → words, for letters typed the wrong way round */
  readonly byLetters: ReadonlyMap<string, readonly string[]>;
}

export function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const bySku = new Map(catalogue.products.map((product) => [product.sku, product]));
  const names = catalogue.products.flatMap(namesOf);
  const { phrases, measures, bare, written } = phrasesOf(catalogue.products);
  const optionPhrases = new Map<string, OptionPhrase[]>();
  for (const phrase of phrases) append(optionPhrases, phrase.words[0] ?? "", phrase);
  for (const list of optionPhrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const byWord = new Map<string, Posting[]>();
  names.forEach(({ words }, name) => {
    words.forEach((word, position) => {
      append(byWord, word, { name, position });
    });
  });
  // Where a word is shared by very many names, the shortest are looked at first.
  for (const list of byWord.values())
    list.sort((a, b) => (names[a.name]?.words.length ?? 0) - (names[b.name]?.words.length ?? 0));
  const said = [...names.map((name) => name.words), ...phrases.map((phrase) => phrase.words)];
  const all = [...names.map((name) => name.words), ...written];
  return {
    catalogue,
    product: (sku) => bySku.get(sku),
    names,
    byWord,
    optionPhrases,
    measures,
    bare,
    joined: joinedPairs(all),
    pairs: neighbours(names, catalogue.products),
    vocabulary: vocabularyOf(all, said),
    units: unitsOf(catalogue.products, optionPhrases),
    optionNames: new Set(
      catalogue.products.flatMap((product) => product.options.flatMap((option) => wordsOf(option.name))),
    ),
    places: placesOf(catalogue.places),
  };
}

/** Unit names in use; "m" is metres only where it is no size. */
function unitsOf(products: readonly Product[], options: ReadonlyMap<string, unknown>): Set<string> {
  const units = new Set(
    products.flatMap((product) => [product.unit, ...Object.keys(product.units)].map((unit) => unit.toLowerCase())),
  );
  if (units.has("meter") && !options.has("m")) units.add("m");
  if (litres(products, units) && !options.has("l")) units.add("l");
  return units;
}

function litres(products: readonly Product[], units: ReadonlySet<string>): boolean {
  const values = products.flatMap(({ options }) => options.flatMap((option) => option.values.map(({ v }) => v)));
  return units.has("liter") || values.some((value) => /^[\d.,]+ ?(?:l|liter|ltr)$/i.test(value));
}

function namesOf(product: Product): Name[] {
  const seen = new Set<string>();
  const found: Name[] = [];
  for (const text of [product.name, ...product.aliases]) {
    const words = wordsOf(text);
    const key = words.join(" ");
    if (words.length === 0 || seen.has(key)) continue;
    seen.add(key);
    found.push({ product, words });
  }
  return found;
}

function joinedPairs(lists: readonly (readonly string[])[]): Map<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>();
  for (const words of lists) {
    for (let at = 0; at + 1 < words.length; at++) {
      const pair = words.slice(at, at + 2);
      if (pair.every((word) => /^[a-z]{2,}$/.test(word))) joined.set(pair.join(""), pair);
    }
  }
  return joined;
}

/** Words that stand together in a name, and the last word of a name with a choice of its goods. */
function neighbours(names: readonly Name[], products: readonly Product[]): Map<string, (readonly string[])[]> {
  const pairs = new Map<string, readonly string[]>();
  const keep = (first: string | undefined, second: string | undefined) => {
    if (LONG.test(first ?? "") && LONG.test(second ?? "")) pairs.set(`${first} ${second}`, [first ?? "", second ?? ""]);
  };
  for (const { words } of names) for (let at = 0; at + 1 < words.length; at++) keep(words[at], words[at + 1]);
  for (const { name, aliases, options } of products) {
    const heads = [name, ...aliases].map((text) => wordsOf(text)).filter((words) => words.length === 1);
    const values = options.flatMap((option) => option.values.map(({ v }) => wordsOf(v)));
    for (const [head] of heads) for (const [value, ...more] of values) if (more.length === 0) keep(head, value);
  }
  const byStart = new Map<string, (readonly string[])[]>();
  for (const pair of pairs.values()) append(byStart, (pair[0] ?? "").slice(0, 2), pair);
  return byStart;
}

const LONG = /^[a-z]{3,}$/;

/** Words that may be said, and those as written in the catalogue, which misspellings are held against. */
function vocabularyOf(lists: readonly (readonly string[])[], said: readonly (readonly string[])[]): Vocabulary {
  const words = new Set(said.flat());
  const written = new Set(lists.flat());
  const bySound = new Map<string, string[]>();
  const byConsonants = new Map<string, string[]>();
  const byTrigram = new Map<string, string[]>();
  const byLetters = new Map<string, string[]>();
  for (const word of written) {
    if (!/^[a-z]{3,}\d?$/.test(word)) continue;
    append(bySound, soundOf(word), word);
    for (const consonants of new Set([consonantsOf(word), writtenConsonantsOf(word)]))
      append(byConsonants, consonants, word);
    append(byLetters, lettersOf(word), word);
    for (const piece of new Set(trigramsOf(word))) append(byTrigram, piece, word);
  }
  return { words, written, bySound, byConsonants, byTrigram, byLetters };
}

function placesOf(places: readonly Place[]): Map<string, PlaceName[]> {
  const found = new Map<string, PlaceName[]>();
  for (const place of places) {
    for (const text of place.names) {
      const words = wordsOf(text);
      if (words[0] !== undefined) append(found, words[0], { place, words });
    }
  }
  return found;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
