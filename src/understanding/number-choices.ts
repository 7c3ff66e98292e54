import type { Amount } from "./amount.ts";
import { numberWord } from "./lexicon/numbers.ts";
import type { OptionHit } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly products: readonly ProductHit[];
  readonly options: readonly OptionHit[];
}

/** "lilin angka 7 satu": whether a number that some goods have as a choice ("7") counts goods here. */
export function countsGoods({ tokens, products, options }: Said, option: OptionHit, amount: Amount): boolean {
  if (option.from !== amount.from || !amount.counts || amount.money) return false;
  const before = products.findLast(({ from }) => from < option.from);
  const after = products.find(({ from }) => from === Math.max(option.to, amount.to));
  // "kastengel 3 toples", where other goods come in "3 toples".
  if (!digitsOnly(option)) {
    const beside = before?.to === option.from ? before : after;
    return amount.unit !== undefined && amount.to === option.to && beside !== undefined && !has(beside, option);
  }
  if (!before || !has(before, option)) return before !== undefined && !(after && has(after, option));
  if (amount.unit !== undefined || after) return true;
  if (tokens[option.from - 1]?.word === "masing2") return true;
  const last = options.at(-1);
  return last !== undefined && last.to === option.from && has(before, last) && digitsOnly(last);
}

/** "dua puluh pcs" beside a choice "2": the first word of a number is no choice by itself. */
export function partOfNumber({ from, to, named }: OptionHit, amount: Amount): boolean {
  return !named && from === amount.from && to < amount.to - (amount.unit === undefined ? 0 : 1);
}

/** "ukuran 38 setengah lusin": the half counts what is behind it, and not the choice before it. */
export function halfBehind(tokens: readonly Token[], { to, named }: OptionHit, amount: Amount): boolean {
  return named && to < amount.to && numberWord(tokens[to]?.raw ?? "") === 0.5;
}

/** The choice is a number of a digit or two and nothing else. */
function digitsOnly({ phrases }: OptionHit): boolean {
  return phrases.every(({ words }) => words.length === 1 && /^\d{1,2}$/.test(words[0] ?? ""));
}

function has({ candidates }: ProductHit, { phrases }: OptionHit): boolean {
  return candidates.some(({ sku }) => phrases.some(({ of }) => of.has(sku)));
}
