import type { Amount } from "./amount.ts";
import { amountAt } from "./amounts.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { type OptionHit, optionHitAt } from "./option-hits.ts";
import type { OptionPhrase } from "./option-phrases.ts";
import type { Mark } from "./page.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import { numbersAt } from "./spelled-numbers.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly senses: readonly (readonly Sense[])[];
  readonly marks: readonly Mark[];
  readonly products: readonly ProductHit[];
  readonly options: readonly OptionHit[];
  readonly amounts: readonly Amount[];
  readonly catalogue: CatalogueIndex;
}

const JOINING = new Set([",", "&", "+", "/", "sama", "dan", "plus", "atau"]);
/** A number above it is a choice rather than a quantity where both would do. */
const MANY = 12;

/** "ring 14 sama 17", "5 sama 9 watt": a number that shares the words of the choice beside it. */
export function joinedChoiceAt(said: Said, at: number): OptionHit | undefined {
  for (const { digits, to } of numbersAt(said.tokens, at).toReversed()) {
    const phrases = afterChoice(said, at, to, digits) ?? beforeChoice(said, at, to, digits);
    if (phrases) return { from: at, to, phrases, likeness: 1, named: true };
  }
  return undefined;
}

/** "isi 3 sama 5 masing2 20", "ring 14 1, 17 2". */
function afterChoice(said: Said, at: number, to: number, digits: string): OptionPhrase[] | undefined {
  const { tokens, options, amounts, products, catalogue } = said;
  const sign = tokens[at - 1]?.word ?? "";
  const last = options.at(-1);
  if (!last || !JOINING.has(sign) || unitAt(said, at)) return undefined;
  const counted = amounts.at(-1);
  const beside = last.to === at - 1;
  const behind = counted !== undefined && counted.from === last.to && counted.to === at - 1;
  if (!beside && !(behind && countAt(said, to))) return undefined;
  if (products.some(({ from }) => from === to)) return undefined;
  const listed = sign === "sama" || sign === "dan" || Number(digits) > MANY || shareAt(said, to);
  if (!listed && !countAt(said, to)) return undefined;
  return sharing(last, digits, catalogue);
}

/** "lampu 5 sama 9 watt", "panci 20 sama 24". */
function beforeChoice(said: Said, at: number, to: number, digits: string): OptionPhrase[] | undefined {
  const { tokens, senses, marks, products, catalogue } = said;
  const product = products.findLast(({ from }) => from < at);
  if (!product || !JOINING.has(tokens[to]?.word ?? "") || unitAt(said, at)) return undefined;
  if (marks.slice(product.from, at).some((mark) => mark !== "product" && mark !== "option")) return undefined;
  const named = (phrases: readonly OptionPhrase[] | undefined) =>
    (phrases ?? []).filter(({ of }) => product.candidates.some(({ sku }) => of.has(sku)));
  const own = named(catalogue.bare.get(digits));
  if (own.length === 0) return undefined;
  const next = optionHitAt(tokens, senses, catalogue, to + 1);
  if (next && next.to > to + 2 && /^\d/.test(tokens[to + 1]?.key ?? "") && named(next.phrases).length > 0) return own;
  const bare = numbersAt(tokens, to + 1).some(
    (each) => Number(each.digits) > MANY && named(catalogue.bare.get(each.digits)).length > 0,
  );
  return bare && Number(digits) > MANY ? own : undefined;
}

/** The choices of the same option that have this number in place of the last one's. */
function sharing(last: OptionHit, digits: string, { optionPhrases, bare }: CatalogueIndex): OptionPhrase[] | undefined {
  const same = (other: OptionPhrase) =>
    last.phrases.some(({ of }) => [...of].some(([sku, choice]) => other.of.get(sku)?.option === choice.option));
  const led = last.phrases.flatMap(({ words }) => {
    const head = words.slice(0, -1);
    if (head.length === 0 || !/^\d/.test(words.at(-1) ?? "")) return [];
    const whole = [...head, digits].join(" ");
    return (optionPhrases.get(head[0] ?? "") ?? []).filter((phrase) => phrase.words.join(" ") === whole);
  });
  const found = [...led, ...(bare.get(digits) ?? [])].filter(same);
  return found.length > 0 ? found : undefined;
}

function unitAt({ tokens, catalogue }: Said, at: number): boolean {
  return amountAt(tokens, at, catalogue.units)?.unit !== undefined;
}

function countAt({ tokens, catalogue }: Said, at: number): boolean {
  const amount = amountAt(tokens, at, catalogue.units);
  return amount?.counts === true && !amount.money;
}

/** "masing2 2", ", satu satu". */
function shareAt({ tokens, catalogue }: Said, at: number): boolean {
  const from = tokens[at]?.raw === "," ? at + 1 : at;
  return tokens[from]?.word === "masing2" || amountAt(tokens, from, catalogue.units)?.each === true;
}
