import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { ORDINARY } from "./lexicon/ordinary-words.ts";
import { choiceFor } from "./line-options.ts";
import type { OptionHit } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Token } from "./tokens.ts";

interface Found {
  readonly tokens: readonly Token[];
  readonly products: readonly ProductHit[];
  readonly options: readonly OptionHit[];
  readonly amounts: readonly Amount[];
}

/** "montong 2": a kind that only one of the goods comes in names them, where a number stands beside it. */
export function impliedGoods({ tokens, products, options, amounts }: Found, index: CatalogueIndex): ProductHit[] {
  const implied: ProductHit[] = [];
  for (const hit of options) {
    const skus = new Set(hit.phrases.flatMap((phrase) => [...phrase.of.keys()]));
    const [sku] = skus;
    const product = sku === undefined ? undefined : index.product(sku);
    if (skus.size !== 1 || !product || hit.likeness < 0.95 || !telling(tokens.slice(hit.from, hit.to))) continue;
    const counted = amounts.some(
      ({ counts, money, from, to }) =>
        counts && !money && (from === hit.to || to === hit.from || (eachAt(tokens, hit.to) && from === hit.to + 1)),
    );
    const named = [...products, ...implied].some(
      ({ candidates, to }) =>
        candidates.some((each) => each === product || choiceFor(each, hit) !== undefined) ||
        (to === hit.from && candidates.some((each) => sharesOption(each, product, hit))),
    );
    if (counted && !named) {
      const head = eachAt(tokens, hit.to) ? firstOfRow(hit, options, tokens, product) : hit;
      implied.push(headOf(head, product));
    }
  }
  return implied;
}

/** "pouch salmon 3": right behind goods that come in other flavours, a flavour is one that these do not have. */
function sharesOption(named: Product, owner: Product, hit: OptionHit): boolean {
  const choice = choiceFor(owner, hit);
  const option = choice && owner.options[choice.option]?.name.toLowerCase();
  return option !== undefined && named.options.some(({ name }) => name.toLowerCase() === option);
}

/** "kangkung bayam sawi masing2 2": the first of choices of the same goods that stand in a row. */
function firstOfRow(
  hit: OptionHit,
  options: readonly OptionHit[],
  tokens: readonly Token[],
  product: Product,
): OptionHit {
  const before = options.find(
    ({ from, to }) => from < hit.from && tokens.slice(to, hit.from).every(({ word }) => JOINING.has(word)),
  );
  const same = before?.phrases.every(({ of }) => of.size === 1 && of.has(product.sku));
  return before && same ? firstOfRow(before, options, tokens, product) : hit;
}

function eachAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === "masing2";
}

const JOINING = new Set([",", "dan", "sama", "+", "&"]);

/** A name of its own, rather than a size, a colour, a flavour or a word of every day. */
function telling(words: readonly Token[]): boolean {
  if (words.some(({ kind }) => kind !== "word")) return false;
  return words.some(({ key, known }) => !known && key.length > 2 && !ATTRIBUTES.has(key) && !ORDINARY.has(key));
}

function headOf({ from }: OptionHit, product: Product): ProductHit {
  return {
    from,
    to: from,
    used: [],
    candidates: [product],
    whole: true,
    head: true,
    score: 1,
    weighed: [],
    likeness: 1,
  };
}
