import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import { amountAt } from "./amounts.ts";
import { spokenOf } from "./edit-scene.ts";
import type { Hearing } from "./hearing.ts";
import { optionHitAt } from "./option-hits.ts";
import type { Mark } from "./page.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Reading } from "./reading.ts";

/** A reading beside the basket: a word that is a choice of what is in it is that choice ("yang ayam aja"), and a number that is no choice there counts. */
export function inContext(hearing: Hearing, reading: Reading): Reading {
  const { catalogue } = hearing;
  const basket = goodsAtHand(hearing);
  if (basket.length === 0) return reading;
  const narrowed = reading.products.map((hit) => narrowedTo(hit, reading, basket));
  const inBasket = (of: ReadonlyMap<string, unknown>) => basket.some(({ sku }) => of.has(sku));
  const marks: Mark[] = [...reading.marks];
  const put = (from: number, to: number, mark: Mark) => {
    for (let at = from; at < to; at++) marks[at] = mark;
  };
  const choices = narrowed.flatMap((hit) => {
    const option = mayBeChoice(hit, basket)
      ? optionHitAt(reading.tokens, reading.senses, catalogue, hit.from)
      : undefined;
    return option && option.to >= hit.to && option.phrases.some(({ of }) => inBasket(of)) ? [{ hit, option }] : [];
  });
  for (const { hit, option } of choices) {
    for (const at of hit.used) marks[at] = undefined;
    put(option.from, option.to, "option");
  }
  const counting = reading.options.flatMap((hit) => {
    const named = narrowed.some(({ candidates }) =>
      hit.phrases.some(({ of }) => candidates.some(({ sku }) => of.has(sku))),
    );
    // Beside goods that are named, a number is a choice of those or counts them.
    const strange = narrowed.length > 0 ? !named : !hit.phrases.some(({ of }) => inBasket(of));
    const amount = strange ? amountAt(reading.tokens, hit.from, catalogue.units) : undefined;
    return amount?.counts && !amount.money ? [{ hit, amount }] : [];
  });
  for (const { amount } of counting) put(amount.from, amount.to, "amount");
  const sizes = reading.amounts.flatMap((amount) => {
    const lead = reading.tokens[amount.from - 1]?.word ?? "";
    const bare = amount.counts && !amount.money && amount.unit === undefined && CHOOSES.has(lead);
    const phrases = bare ? (catalogue.bare.get(String(amount.value)) ?? []).filter(({ of }) => inBasket(of)) : [];
    const large = amount.value >= 10 && !reading.options.some(({ from }) => from === amount.from);
    return phrases.length > 0 && large
      ? [{ amount, option: { from: amount.from, to: amount.to, phrases, likeness: 1, named: true } }]
      : [];
  });
  for (const { option } of sizes) put(option.from, option.to, "option");
  const same = narrowed.every((hit, at) => hit === reading.products[at]);
  if (choices.length + counting.length + sizes.length === 0 && same) return reading;
  const options = [
    ...reading.options.filter((hit) => !counting.some((one) => one.hit === hit)),
    ...[...choices, ...sizes].map(({ option }) => option),
  ];
  return {
    ...reading,
    products: narrowed.filter((hit) => !choices.some((one) => one.hit === hit)),
    options: options.sort((a, b) => a.from - b.from),
    amounts: [
      ...reading.amounts.filter(({ from }) => ![...counting, ...sizes].some(({ amount }) => amount.from === from)),
      ...counting.map(({ amount }) => amount),
    ].sort((a, b) => a.from - b.from),
    marks,
  };
}

type Spoken = Pick<BasketLine, "sku" | "options">;

/** What the basket holds, or the goods just asked about. */
function goodsAtHand({ basket, question }: Hearing): readonly Spoken[] {
  if (basket.length > 0 || question?.type !== "answered") return basket;
  return [...new Set(question.about)].map((sku) => ({ sku, options: [] }));
}

/** Before a number that is a size of what is in the basket ("yang 250 aja"). */
const CHOOSES = new Set(["yang", "ukuran", "size", "isi", "ganti"]);

/** "kopinya": goods spoken of before are those of the basket; as are goods there that still lack a choice. */
function narrowedTo(hit: ProductHit, reading: Reading, basket: readonly Spoken[]): ProductHit {
  if (hit.candidates.length < 2) return hit;
  const lines = basket.filter(({ sku }) => hit.candidates.some((product) => product.sku === sku));
  const skus = new Set(lines.map(({ sku }) => sku));
  const meant = spokenOf(reading, hit) || lines.some(({ options }) => options.includes(null));
  return skus.size === 1 && meant ? { ...hit, candidates: hit.candidates.filter(({ sku }) => skus.has(sku)) } : hit;
}

/** Half a name, of goods that are not in the basket. */
function mayBeChoice({ whole, candidates, comingAs = [] }: ProductHit, basket: readonly Spoken[]): boolean {
  const named = candidates.filter((product) => !comingAs.includes(product));
  return !whole && !named.some((product) => basket.some(({ sku }) => sku === product.sku));
}
