import type { Product } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { CHOOSING } from "./lexicon/letter-names.ts";
import { measureText } from "./measures.ts";
import { wordsOf } from "./option-phrases.ts";
import type { Mark } from "./page.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import { type NumberReading, numbersAt } from "./spelled-numbers.ts";
import type { Token } from "./tokens.ts";

/** A choice said as the goods' choices are ("ring 12" beside rings 14 and 17), which they do not have. */
export interface LackingChoice {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** SKU → the option that it would be a value of */
  readonly of: ReadonlyMap<string, number>;
}

interface Said {
  readonly tokens: readonly Token[];
  readonly senses: readonly (readonly Sense[])[];
  readonly marks: readonly Mark[];
  readonly products: readonly ProductHit[];
  readonly catalogue: CatalogueIndex;
}

/** Such a choice at a token right after its goods: the option's word and a number, or a number and its measure. */
export function lackingChoiceAt(said: Said, at: number): LackingChoice | undefined {
  const { tokens } = said;
  const products = besides(said, at);
  if (products.length === 0) return undefined;
  const named = tokens[at]?.kind === "word" ? numberAfter(tokens, at + 1) : undefined;
  if (named) {
    const word = (each: string) => means(said, at, each);
    const found = ownersOf(
      products,
      ([head, number]) => word(head) && NUMBER.test(number),
      ([, number]) => number,
      named.digits,
    );
    if (found.size > 0) return { from: at, to: named.to, words: `${tokens[at]?.raw} ${named.digits}`, of: found };
  }
  const number = numberAfter(tokens, at);
  for (const { digits, to } of number ? [number] : []) {
    const unit = tokens[to];
    if (unit?.kind !== "word") continue;
    const others = products.filter((product) => !soldBy(product, unit) && !measures(said, product, digits, unit));
    const found = ownersOf(
      others,
      ([number, tail]) => NUMBER.test(number) && tail === unit.key,
      ([number]) => number,
      digits,
    );
    if (found.size > 0) return { from: at, to: to + 1, words: `${digits} ${unit.raw}`, of: found };
  }
  return undefined;
}

/** One number, and not the digits of several. */
function numberAfter(tokens: readonly Token[], at: number): NumberReading | undefined {
  const readings = numbersAt(tokens, at);
  return tokens[at]?.kind === "number" ? readings[0] : readings.findLast(({ digits }) => digits.length < 4);
}

const NUMBER = /^\d[\d.]*$/;
/** Small words between goods and a choice of theirs. */
const LINKS: ReadonlySet<string> = new Set([...CHOOSING, "pakai"]);

/** The goods that a choice at a token would be of: those named right before it. */
function besides({ tokens, marks, products }: Said, at: number): readonly Product[] {
  const hit = products.findLast(({ from }) => from < at);
  if (!hit) return [];
  for (let place = hit.to; place < at; place++)
    if (marks[place] !== "option" && marks[place] !== "product" && !LINKS.has(tokens[place]?.word ?? "")) return [];
  return hit.candidates;
}

type Pair = readonly [string, string];

/** The options with several values of that shape, none of which has the number. */
function ownersOf(
  products: readonly Product[],
  fits: (words: Pair) => boolean,
  numberOf: (words: Pair) => string,
  digits: string,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { sku, options } of products)
    options.forEach(({ values }, place) => {
      const pairs = values
        .flatMap(({ v, aliases }) => [v, ...aliases].map(wordsOf))
        .flatMap(([first, second, ...more]): Pair[] =>
          first !== undefined && second !== undefined && more.length === 0 ? [[first, second]] : [],
        )
        .filter(fits);
      const numbers = new Set(pairs.map(numberOf));
      const own = values.some(({ v, aliases }) => [v, ...aliases].some((text) => wordsOf(text).includes(digits)));
      if (numbers.size > 1 && !own) found.set(sku, place);
    });
  return found;
}

function means({ tokens, senses }: Said, at: number, word: string): boolean {
  return tokens[at]?.key === word || (senses[at] ?? []).some(({ words }) => words.length === 1 && words[0] === word);
}

function soldBy({ units }: Product, { raw, key }: Token): boolean {
  return units[raw] !== undefined || units[key] !== undefined;
}

/** "800 ml" where the shop writes "0.8 liter". */
function measures({ catalogue }: Said, { sku }: Product, digits: string, { key }: Token): boolean {
  const text = measureText(Number(digits), key);
  return text !== undefined && (catalogue.measures.get(text) ?? []).some(({ of }) => of.has(sku));
}
