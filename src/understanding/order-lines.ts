import { MOST_QUANTITY, type Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import type { Draft } from "./draft.ts";
import { ATTRIBUTES, PARTS } from "./lexicon/attributes.ts";
import { choiceFor } from "./line-options.ts";
import type { DoubtfulItem, MeantItem } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import { kindsOf } from "./option-kinds.ts";
import { comesBySmall, otherWeight, quantityOf } from "./quantities.ts";
import type { Token } from "./tokens.ts";
import { chosenValues, toldByChoice } from "./told-by-choice.ts";

/** What a message asks to buy, and what of it must be asked about. */
export interface OrderLines {
  readonly items: MeantItem[];
  readonly doubts: DoubtfulItem[];
  /** Something in it must be asked before the order can stand */
  readonly clarify: boolean;
  /** Where each item was said, so that notes find theirs */
  readonly places: number[];
}

/** Lines of an order from its drafts. `ordering`: a word of wanting was said, so that an unknown name is asked about. */
export function orderLines(
  drafts: readonly Draft[],
  tokens: readonly Token[],
  ordering: boolean,
  catalogue?: CatalogueIndex,
): OrderLines {
  const lines: OrderLines = { items: [], doubts: [], clarify: false, places: [] };
  let clarify = false;
  shareUnits(drafts);
  const goods = drafts.some((draft) => draft.products.length > 0 && !draft.refused);
  for (const said of drafts) {
    const draft = catalogue ? named(said, catalogue) : said;
    const read = linesOf(draft, tokens, goods ? draft.listed && draft.apart : ordering);
    for (const item of read.items) add(lines, item, draft.to);
    lines.doubts.push(...read.doubts);
    clarify ||= read.unclear || read.doubts.length > 0;
  }
  return {
    ...lines,
    clarify: clarify || lines.items.some((item) => item.options.includes(null) || item.notSold !== undefined),
  };
}

/** "nastar 2 toples sama kastengel 1": weighed goods that come in the same small container are counted by it too. */
function shareUnits(drafts: readonly Draft[]): void {
  let unit: string | undefined;
  for (const draft of drafts) {
    const [product, another] = draft.products;
    if (draft.amount && unit !== undefined && product && !another && comesBySmall(product, draft.amount, unit))
      draft.amount = { ...draft.amount, unit };
    unit = draft.amount?.unit;
  }
}

function add(lines: OrderLines, item: MeantItem, place: number): void {
  const at = lines.items.findIndex(
    (other) => other.sku === item.sku && other.options.join("/") === item.options.join("/"),
  );
  const same = lines.items[at];
  if (same)
    lines.items[at] = {
      ...same,
      quantity: Math.min(same.quantity + item.quantity, MOST_QUANTITY),
      quantityStated: same.quantityStated || item.quantityStated,
      ...((same.unsure ?? item.unsure) && { unsure: sums(same, item) }),
      ...(item.notSold !== undefined && { notSold: item.notSold }),
    };
  else {
    lines.items.push(item);
    lines.places.push(place);
  }
}

/** "lemper 2-3, lemper 5": what it may be of both together. */
function sums(one: MeantItem, other: MeantItem): number[] {
  const others = other.unsure ?? [other.quantity];
  const all = (one.unsure ?? [one.quantity]).flatMap((each) =>
    others.map((more) => Math.min(each + more, MOST_QUANTITY)),
  );
  return [...new Set(all)];
}

/** A counted line of choices only, with the goods that they tell. */
function named(draft: Draft, catalogue: CatalogueIndex): Draft {
  if (draft.products.length > 0 || draft.refused || draft.amount === undefined) return draft;
  const product = toldByChoice(draft, catalogue);
  return product && (!draft.amount.money || bought(draft, draft.amount, product))
    ? { ...draft, products: [product], values: chosenValues(draft, product), pending: [] }
    : draft;
}

/** "rawit 10rb": money that buys a whole quantity of the goods told by their kind. */
function bought(draft: Draft, money: Amount, product: Product): boolean {
  const values = chosenValues(draft, product);
  const options = product.options.map((_, place) => values.get(place)?.[0] ?? null);
  return quantityOf(product, money, options) !== undefined;
}

interface Read {
  readonly items: MeantItem[];
  readonly doubts: DoubtfulItem[];
  readonly unclear: boolean;
}

const NOTHING: Read = { items: [], doubts: [], unclear: false };

function linesOf(draft: Draft, tokens: readonly Token[], ordering: boolean): Read {
  if (draft.products.length === 0) return withoutProduct(draft, ordering);
  if (draft.refused) return NOTHING;
  const fitting = draft.products.filter((product) => draft.said.every((hit) => choiceFor(product, hit) !== undefined));
  const strange = (!draft.whole && draft.unknown.length > 0) || (draft.likeness < 0.82 && draft.amount === undefined);
  const product = draft.products.length === 1 ? draft.products[0] : fitting.length === 1 ? fitting[0] : undefined;
  if (strange)
    return {
      ...NOTHING,
      doubts: [
        doubt(
          draft,
          tokens,
          [],
          draft.products.map((each) => each.sku),
        ),
      ],
    };
  // "nasi goreng 2, es teh 3": the choice is of other goods, and of no kind that these have.
  const stray = product && draft.strays && !draft.said.some((hit) => sameKind(product, hit));
  if (stray) return { ...NOTHING, doubts: [doubt({ ...draft, notSold: [] }, tokens, [], [])] };
  if (!product)
    return {
      ...NOTHING,
      doubts: [
        doubt(
          draft,
          tokens,
          (fitting.length > 0 ? fitting : draft.products).map((each) => each.sku),
          [],
        ),
      ],
    };
  return itemsOf(draft, product, tokens);
}

/** Numbers and options without a product, or words that name nothing sold here. */
function withoutProduct(draft: Draft, ordering: boolean): Read {
  const named = draft.unknown.length > 0 && draft.unknown.length < 4;
  const words = draft.unknown.join(" ");
  const counted =
    draft.amount !== undefined && !draft.amount.money && (draft.unknown.length === 0 || draft.listed || ordering);
  if (
    !(named && (ordering || counted)) &&
    !(draft.said.length > 0 && counted) &&
    !(draft.notSold.length > 0 && counted && ordering)
  )
    return NOTHING;
  return {
    ...NOTHING,
    doubts: [
      { words, quantity: bareQuantity(draft), quantityStated: counted, candidates: [], near: [], optionWords: [] },
    ],
  };
}

function bareQuantity({ amount }: Draft): number {
  const value = Math.round((amount?.money ? 1 : (amount?.value ?? 1)) * 1000);
  return value > 0 && value < 1e9 ? value : 1000;
}

function bareQuantities(draft: Draft): number[] {
  return [...new Set([bareQuantity(draft), ...draft.rivals.map((amount) => bareQuantity({ ...draft, amount }))])];
}

function doubt(draft: Draft, tokens: readonly Token[], candidates: string[], near: string[]): DoubtfulItem {
  const words = tokens
    .slice(draft.from, draft.to + 1)
    .filter((token) => token.kind === "word")
    .map((token) => token.raw);
  const optionWords = [
    ...draft.said.map((hit) =>
      tokens
        .slice(hit.from, hit.to)
        .map((token) => token.raw)
        .join(" "),
    ),
    ...draft.notSold.map(({ word }) => word),
  ];
  return {
    words: words.slice(0, 8).join(" "),
    quantity: bareQuantity(draft),
    quantityStated: draft.amount !== undefined,
    ...(draft.rivals.length > 0 && { unsure: bareQuantities(draft) }),
    candidates: candidates.slice(0, 10),
    near: near.slice(0, 5),
    optionWords,
  };
}

function itemsOf(draft: Draft, product: Product, tokens: readonly Token[]): Read {
  const { amount } = draft;
  const values = valuesOf(draft, product);
  const notSold = refusedWords(draft, product, values, tokens);
  const shares = amount !== undefined && !draft.each && draft.every.length === 0;
  if (shares) leaveOpen(product, amount, values);
  const lists = product.options.map((_, place) => values.get(place) ?? [null]);
  // Nobody wants so many kinds of one thing: what was said is not that.
  if (lists.reduce((count, { length }) => count * length, 1) > MOST_VARIANTS)
    return { ...NOTHING, doubts: [doubt(draft, tokens, [product.sku], [])] };
  const variants = combinations(lists);
  const items: MeantItem[] = [];
  for (const options of variants) {
    const whole = amount === undefined ? 1000 : quantityOf(product, amount, options);
    // A number that cannot be this product's is none: another must be asked for.
    if (whole === undefined)
      return {
        ...NOTHING,
        doubts: [{ ...doubt(draft, tokens, [product.sku], []), quantity: 1000, quantityStated: false }],
      };
    const share = shares ? whole / variants.length : whole;
    const unsure = [...(share === whole || share === 1000 ? [] : [share, whole]), ...rivals(draft, product, whole)];
    items.push({
      sku: product.sku,
      options,
      quantity: share,
      quantityStated: amount !== undefined,
      ...(unsure.length > 0 && { unsure: [...new Set(unsure)] }),
      ...(amount?.unit !== undefined && { unit: amount.unit }),
      ...(notSold && { notSold }),
    });
  }
  return { items, doubts: [], unclear: items.some(({ unsure }) => unsure !== undefined) };
}

/** "hitam L/XL 1": a number that cannot be shared among the choices is of one of them, and which is to be asked. */
function leaveOpen(product: Product, amount: Amount, values: Map<number, string[]>): void {
  const among = [...values.values()].reduce((count, { length }) => count * Math.max(length, 1), 1);
  const whole = quantityOf(product, amount, []);
  if (among < 2 || whole === undefined || quantityOf(product, thousandths(whole / among), []) !== undefined) return;
  for (const [place, { length }] of values) if (length > 1) values.delete(place);
}

function thousandths(quantity: number): Amount {
  return { from: 0, to: 0, value: quantity / 1000, money: false, counts: true };
}

/** The quantities that it may be besides the one that was read. */
function rivals({ puzzling, amount, rivals: others }: Draft, product: Product, whole: number): number[] {
  const other = others.flatMap((each) => quantityOf(product, each, []) ?? []);
  const weight = amount && otherWeight(product, amount);
  if (weight !== undefined) other.push(weight);
  return puzzling || other.length > 0 ? [whole, ...other] : [];
}

function valuesOf(draft: Draft, product: Product): Map<number, string[]> {
  const values = draft.products.length === 1 ? new Map(draft.values) : chosenValues(draft, product);
  for (const word of draft.every) {
    product.options.forEach((option, place) => {
      const matches =
        product.options.length === 1 ||
        option.name.toLowerCase().includes(word) ||
        (word === "wangi" && option.name.toLowerCase().startsWith("aroma")) ||
        (word === "size" && option.name.toLowerCase().startsWith("ukur"));
      if (matches)
        values.set(
          place,
          option.values.map((value) => value.v),
        );
    });
  }
  return values;
}

/** Words for an option that the shop does not sell; that option stays open. */
function refusedWords(
  draft: Draft,
  product: Product,
  values: Map<number, string[]>,
  tokens: readonly Token[],
): string | undefined {
  const words: string[] = [];
  for (const { word, kinds, near, of } of draft.notSold) {
    if (product.name.toLowerCase().includes(word)) continue;
    const said = of?.get(product.sku);
    const place = said ?? product.options.findIndex((option) => kindsOf(option).some((kind) => kinds.has(kind)));
    if (place === -1 && near === false) continue;
    if (place === -1 || said !== undefined || !values.has(place) || draft.carried.has(place)) {
      if (place !== -1) values.delete(place);
      words.push(word);
    }
  }
  for (const hit of draft.pending) {
    if (choiceFor(product, hit) || PARTS.has(tokens[hit.from - 1]?.raw ?? "")) continue;
    const said = hit.phrases[0]?.words ?? [];
    words.push(said.join(" "));
    const kinds = new Set<string>(said.flatMap((word) => [...(ATTRIBUTES.get(word) ?? [])]));
    const place = product.options.findIndex((option) => kindsOf(option).some((kind) => kinds.has(kind)));
    if (draft.carried.has(place)) values.delete(place);
  }
  return words.length > 0 ? words.join(" ") : undefined;
}

/** A colour for goods that come in colours, sold or not. */
function sameKind({ options }: Product, { phrases }: OptionHit): boolean {
  const kinds = new Set<string>(
    phrases.flatMap(({ words }) => words.flatMap((word) => [...(ATTRIBUTES.get(word) ?? [])])),
  );
  return options.some((option) => kindsOf(option).some((kind) => kinds.has(kind)));
}

const MOST_VARIANTS = 60;

function combinations(lists: readonly (readonly (string | null)[])[]): (string | null)[][] {
  let all: (string | null)[][] = [[]];
  for (const list of lists) all = all.flatMap((head) => list.map((value) => [...head, value]));
  return all;
}
