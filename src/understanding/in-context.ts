import { amountAt } from "./amounts.ts";
import type { Hearing } from "./hearing.ts";
import { optionHitAt } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Mark, Reading } from "./reading.ts";

/** A reading beside the basket: a word that is a choice of what is in it is that choice ("yang ayam aja"), and a number that is no choice there counts. */
export function inContext({ basket, catalogue }: Hearing, reading: Reading): Reading {
  if (basket.length === 0) return reading;
  const inBasket = (of: ReadonlyMap<string, unknown>) => basket.some(({ sku }) => of.has(sku));
  const marks: Mark[] = [...reading.marks];
  const put = (from: number, to: number, mark: Mark) => {
    for (let at = from; at < to; at++) marks[at] = mark;
  };
  const choices = reading.products.flatMap((hit) => {
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
    const strange = !hit.phrases.some(({ of }) => inBasket(of));
    const amount = strange ? amountAt(reading.tokens, hit.from, catalogue.units) : undefined;
    return amount?.counts && !amount.money ? [{ hit, amount }] : [];
  });
  for (const { amount } of counting) put(amount.from, amount.to, "amount");
  if (choices.length + counting.length === 0) return reading;
  const options = [
    ...reading.options.filter((hit) => !counting.some((one) => one.hit === hit)),
    ...choices.map(({ option }) => option),
  ];
  return {
    ...reading,
    products: reading.products.filter((hit) => !choices.some((one) => one.hit === hit)),
    options: options.sort((a, b) => a.from - b.from),
    amounts: [
      ...reading.amounts.filter(({ from }) => !counting.some(({ amount }) => amount.from === from)),
      ...counting.map(({ amount }) => amount),
    ].sort((a, b) => a.from - b.from),
    marks,
  };
}

/** Half a name, of goods that are not in the basket. */
function mayBeChoice({ whole, candidates }: ProductHit, basket: Hearing["basket"]): boolean {
  return !whole && !candidates.some((product) => basket.some(({ sku }) => sku === product.sku));
}
