import { amountAt } from "./amounts.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { namedAt, type OptionHit } from "./option-hits.ts";
import type { OptionPhrase } from "./option-phrases.ts";
import type { Mark } from "./page.ts";
import type { ProductHit } from "./product-hits.ts";
import { numbersAt } from "./spelled-numbers.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly products: readonly ProductHit[];
  readonly catalogue: CatalogueIndex;
  /** Whose choice the bot just asked for */
  readonly asked?: string | undefined;
}

/** "vit c 500 2 strip": a number that is a choice of the goods beside it, said without its unit. */
export function bareNumberAt(said: Said, at: number): OptionHit | undefined {
  const { tokens, catalogue } = said;
  if (catalogue.bare.size === 0) return undefined;
  for (const { digits, to } of numbersAt(tokens, at).toReversed()) {
    const phrases = catalogue.bare.get(digits);
    if (!phrases || (tokens[at]?.money === true && tokens[at]?.raw.length !== digits.length)) continue;
    const named = namedAt(tokens, catalogue, at);
    if (chooses(said, { at, to, value: Number(digits), phrases, named }))
      return { from: at, to, phrases, likeness: 0.95, named };
  }
  return undefined;
}

interface Bare {
  readonly at: number;
  readonly to: number;
  readonly value: number;
  readonly phrases: readonly OptionPhrase[];
  readonly named: boolean;
}

function chooses(said: Said, bare: Bare): boolean {
  const { tokens, catalogue } = said;
  const { at, to, value, named } = bare;
  const half = named && numberWord(tokens[to]?.raw ?? "") === 0.5;
  if (!half && amountAt(tokens, at, catalogue.units)?.unit !== undefined) return false;
  if (said.asked !== undefined && bare.phrases.some(({ of }) => of.has(said.asked ?? ""))) return true;
  const product = said.products.findLast((hit) => hit.from < at) ?? said.products[0];
  if (!product || !has(product, bare.phrases)) return false;
  const telling = value > 12 || !Number.isInteger(value);
  if (named) return telling || half || tokens[at - 1]?.word !== "yang";
  if (!telling || product.from > at || !beside(said, product, at)) return false;
  const asked = tokens[to]?.raw === "?";
  return value >= 100 || asked || countedAt(said, to) || said.marks[product.from - 1] === "amount";
}

function has(product: ProductHit, phrases: readonly OptionPhrase[]): boolean {
  return product.candidates.some(({ sku }) => phrases.some(({ of }) => of.has(sku)));
}

/** Nothing but the goods and their choices stands before the number. */
function beside({ marks }: Said, product: ProductHit, at: number): boolean {
  for (let place = product.from; place < at; place++)
    if (marks[place] !== "product" && marks[place] !== "option") return false;
  return true;
}

/** Another number follows that counts the goods. */
function countedAt({ tokens, catalogue }: Said, at: number): boolean {
  const amount = amountAt(tokens, at, catalogue.units);
  return amount?.counts === true && !amount.money;
}
