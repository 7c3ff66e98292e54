import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amounts.ts";
import type { OptionChoice } from "./catalogue-index.ts";
import type { Element } from "./elements.ts";
import type { OptionHit } from "./option-hits.ts";

/** One line of an order while it is being put together. */
export interface Draft {
  /** Products that fit, best first; none where the words name no product sold here */
  products: readonly Product[];
  /** A whole name was said, so that a strange word beside it matters less */
  whole: boolean;
  /** Option place → values said, more than one where they share a number */
  readonly values: Map<number, string[]>;
  /** Option places only carried over from the line before */
  readonly carried: Set<number>;
  /** All option words given to this line */
  readonly said: OptionHit[];
  /** Options said before the product was known, or that it does not have */
  readonly pending: OptionHit[];
  amount?: Amount;
  each: boolean;
  /** Options named since the number, which they share ("3 pcs: S M L") */
  readonly after: Set<number>;
  /** Two numbers that cannot both be the quantity */
  puzzling: boolean;
  /** A line of its own between signs or "dan" */
  apart: boolean;
  /** The product's name was spelled as in the catalogue, or nearly */
  likeness: number;
  readonly every: string[];
  readonly notSold: { word: string; kinds: ReadonlySet<string> }[];
  readonly unknown: string[];
  /** Named only to be turned down ("bukan hoodie hitam") */
  refused: boolean;
  from: number;
  to: number;
}

/** Lines as said: what belongs to which product, which number counts which line, corrections made. */
export function draftsOf(elements: readonly Element[], context: (at: number) => boolean): Draft[] {
  const drafts: Draft[] = [];
  const state: State = { drafts, before: false, correcting: false, refusing: false, segment: 0, moved: false };
  const starts = segmentStarts(elements);
  elements.forEach((element, place) => {
    if (starts.has(place)) {
      state.before = numberFirst(elements, place);
      state.segment = place;
    }
    take(state, element, elements, place);
    // Goods of a question are there to be counted by what follows, not ordered by themselves.
    const last = state.drafts.at(-1);
    if (element.type === "product" && context(element.at) && last) last.refused = true;
  });
  spread(drafts);
  return drafts.filter((draft) => !(draft.refused && draft.amount === undefined));
}

interface State {
  readonly drafts: Draft[];
  /** Numbers come before what they count in this stretch ("2 totebag 1 topi") */
  before: boolean;
  correcting: boolean;
  refusing: boolean;
  segment: number;
  /** A separator came since the last element */
  moved: boolean;
}

function segmentStarts(elements: readonly Element[]): Set<number> {
  const starts = new Set([0]);
  elements.forEach((element, place) => {
    if (element.type === "separator") starts.add(place + 1);
  });
  return starts;
}

function segmentFrom(elements: readonly Element[], start: number): Element[] {
  const segment: Element[] = [];
  for (let at = start; at < elements.length; at++) {
    const element = elements[at];
    if (!element || element.type === "separator") break;
    segment.push(element);
  }
  return segment;
}

function numberFirst(elements: readonly Element[], start: number): boolean {
  const parts = segmentFrom(elements, start).filter(
    (each) =>
      each.type === "product" ||
      each.type === "option" ||
      (each.type === "amount" && each.amount.counts && !each.amount.money),
  );
  const last = parts.at(-1);
  return parts[0]?.type === "amount" && last !== undefined && last.type !== "amount";
}

function newDraft(at: number): Draft {
  return {
    products: [],
    whole: false,
    values: new Map(),
    carried: new Set(),
    said: [],
    pending: [],
    each: false,
    after: new Set(),
    puzzling: false,
    apart: false,
    likeness: 1,
    every: [],
    notSold: [],
    unknown: [],
    refused: false,
    from: at,
    to: at,
  };
}

function current(state: State, at: number): Draft {
  const last = state.drafts.at(-1);
  if (last) return last;
  const draft = newDraft(at);
  state.drafts.push(draft);
  return draft;
}

function open(state: State, at: number): Draft {
  const draft = newDraft(at);
  state.drafts.push(draft);
  return draft;
}

function take(state: State, element: Element, elements: readonly Element[], place: number): void {
  const { at } = element;
  switch (element.type) {
    case "separator":
      state.moved = true;
      state.refusing = false;
      return;
    case "correction":
      state.correcting = state.drafts.length > 0;
      return;
    case "not":
      state.refusing = true;
      return;
    case "each":
      current(state, at).each = true;
      return;
    case "every":
      current(state, at).every.push(element.word);
      return;
    case "product":
      takeProduct(state, element);
      break;
    case "option":
      takeOption(state, element, elements, place);
      break;
    case "amount":
      takeAmount(state, element.amount, elements, place);
      break;
    case "attribute":
      takeAttribute(state, element);
      break;
    case "unknown":
      takeUnknown(state, element, elements, place);
      break;
  }
  const last = state.drafts.at(-1);
  if (last) last.to = at;
  state.moved = false;
  state.correcting = false;
}

function takeProduct(state: State, { hit, at }: Extract<Element, { type: "product" }>): void {
  const last = state.drafts.at(-1);
  const replaces = state.correcting && last !== undefined && last.products.length > 0;
  const joins =
    last !== undefined && last.products.length === 0 && !complete(last) && !(state.moved && last.unknown.length > 0);
  const same =
    last !== undefined &&
    !state.moved &&
    last.amount === undefined &&
    last.products[0] === hit.candidates[0] &&
    last.products.length === 1;
  const draft = replaces || joins || same ? (last ?? open(state, at)) : open(state, at);
  if (replaces) draft.values.clear();
  draft.products = hit.candidates;
  draft.whole = hit.whole;
  draft.likeness = hit.likeness;
  draft.refused = state.refusing;
  const waiting = draft.pending.splice(0);
  for (const option of waiting) choose(draft, option, false);
}

/** An amount and words that name nothing sold: a line of its own, though its product is unknown. */
function complete(draft: Draft): boolean {
  return draft.unknown.length > 0 && draft.amount !== undefined;
}

function choiceOf(draft: Draft, hit: OptionHit): OptionChoice | undefined {
  for (const product of draft.products) {
    for (const phrase of hit.phrases) {
      const choice = phrase.of.get(product.sku);
      if (choice) return choice;
    }
  }
  return undefined;
}

function takeOption(state: State, element: OptionElement, elements: readonly Element[], place: number): void {
  const { hit, amount, at } = element;
  const last = state.drafts.at(-1);
  const ahead =
    (state.moved || state.before || last === undefined || last.products.length === 0) &&
    fitsAhead(elements, place, hit);
  const choice = last && !ahead ? choiceOf(last, hit) : undefined;
  if (amount && !(ahead && amount.value > 12) && countsHere(last, choice, element, elements[place + 1])) {
    takeAmount(state, amount, elements, place);
    return;
  }
  if (last && choice) {
    chooseFor(state, last, choice, elements, place, at);
    if (!state.refusing) state.drafts.at(-1)?.said.push(hit);
    return;
  }
  const stays = last !== undefined && !ahead && last.products.length > 0 && last.amount === undefined && !state.moved;
  const draft =
    stays || (last && last.products.length === 0 && !complete(last)) ? (last ?? open(state, at)) : open(state, at);
  draft.pending.push(hit);
  draft.said.push(hit);
}

type OptionElement = Extract<Element, { type: "option" }>;

/** "39" may be a size or a quantity; "1 pk" is a quantity only where it is no choice of the product. */
function countsHere(
  last: Draft | undefined,
  choice: OptionChoice | undefined,
  element: OptionElement,
  next: Element | undefined,
): boolean {
  const { hit, amount } = element;
  if (!amount) return false;
  if (!choice) return (last?.products.length ?? 0) > 0 || hit.to - hit.from === 1;
  const bare = hit.to - hit.from === 1 && hit.from === amount.from;
  const said = last?.values.has(choice.option) === true && !last.carried.has(choice.option);
  return bare && said && amount.value <= 12 && next?.type !== "amount";
}

/** An option said before its product in the same stretch ("hitam kaos polos"). */
function fitsAhead(elements: readonly Element[], place: number, hit: OptionHit): boolean {
  const ahead = segmentFrom(elements, place).find((each) => each.type === "product");
  return (
    ahead?.type === "product" &&
    ahead.hit.candidates.some((product) => hit.phrases.some((phrase) => phrase.of.has(product.sku)))
  );
}

function chooseFor(
  state: State,
  last: Draft,
  choice: OptionChoice,
  elements: readonly Element[],
  place: number,
  at: number,
): void {
  const said = last.values.has(choice.option) && !last.carried.has(choice.option);
  if (state.refusing) {
    dropValue(last, choice);
    return;
  }
  if (state.correcting) {
    last.values.set(choice.option, [choice.value]);
    return;
  }
  if (!said) {
    setValue(last, choice);
    return;
  }
  const listed =
    state.moved && last.amount === undefined && explicit(last) > 1 && optionsAhead(elements, place, last) > 1;
  if ((last.amount === undefined && !listed && !state.before) || last.after.has(choice.option)) {
    const values = last.values.get(choice.option) ?? [];
    if (!values.includes(choice.value)) values.push(choice.value);
    return;
  }
  setValue(follow(state, last, at), choice);
}

function explicit(draft: Draft): number {
  return [...draft.values.keys()].filter((option) => !draft.carried.has(option)).length;
}

function optionsAhead(elements: readonly Element[], place: number, draft: Draft): number {
  const options = segmentFrom(elements, place).flatMap((each) =>
    each.type === "option" ? [choiceOf(draft, each.hit)?.option] : [],
  );
  return new Set(options.filter((option) => option !== undefined)).size;
}

/** A further line of the same product; the options it does not name are carried over. */
function follow(state: State, last: Draft, at: number): Draft {
  const draft = open(state, at);
  draft.products = last.products;
  draft.whole = last.whole;
  for (const [option, values] of last.values) {
    if (values.length !== 1) continue;
    draft.values.set(option, [...values]);
    draft.carried.add(option);
  }
  return draft;
}

function setValue(draft: Draft, choice: OptionChoice): void {
  if (draft.amount !== undefined) draft.after.add(choice.option);
  draft.values.set(choice.option, [choice.value]);
  draft.carried.delete(choice.option);
  draft.refused = false;
}

function dropValue(draft: Draft, choice: OptionChoice): void {
  const left = (draft.values.get(choice.option) ?? []).filter((value) => value !== choice.value);
  if (left.length > 0) draft.values.set(choice.option, left);
  else draft.values.delete(choice.option);
}

function choose(draft: Draft, hit: OptionHit, carried: boolean): void {
  const choice = choiceOf(draft, hit);
  if (!choice) draft.pending.push(hit);
  else if (!draft.values.has(choice.option) || carried) setValue(draft, choice);
}

function takeAmount(state: State, amount: Amount, elements: readonly Element[], place: number): void {
  if (!amount.counts && !soldBy(state.drafts.at(-1), amount)) return;
  const last = state.drafts.at(-1);
  if (state.refusing) return;
  if (last) last.refused = false;
  if (state.correcting && last) {
    last.amount = amount;
    return;
  }
  if (amount.money) {
    if (last && last.amount === undefined) last.amount = amount;
    return;
  }
  if (last && sizeNotSold(last, amount)) {
    last.notSold.push({ word: String(amount.value), kinds: new Set(["size"]) });
    return;
  }
  if (last?.amount?.money) {
    last.amount = amount;
    return;
  }
  if (!last || startsLine(state, last, elements, place)) {
    const next = elements[place + 1];
    const follows =
      last !== undefined &&
      last.products.length > 0 &&
      (next?.type === "option" || next?.type === "attribute") &&
      !productAhead(elements, place);
    const draft = follows ? follow(state, last, amount.from) : open(state, amount.from);
    draft.amount = amount;
    return;
  }
  if (last.amount === undefined) last.amount = amount;
  else if (amount.unit === undefined || last.amount.unit === amount.unit) last.puzzling = true;
}

/** A number among sizes like 38 to 41, where one is still to be chosen, is a size that is not sold. */
function sizeNotSold(draft: Draft, amount: Amount): boolean {
  if (amount.unit !== undefined || draft.amount !== undefined || draft.products.length !== 1 || amount.value <= 12)
    return false;
  return draft.products.some((product) =>
    product.options.some((option, place) => {
      const sizes = option.values.map((value) => Number(value.v));
      return (
        !draft.values.has(place) &&
        sizes.every(Number.isFinite) &&
        amount.value >= Math.min(...sizes) - 6 &&
        amount.value <= Math.max(...sizes) + 6
      );
    }),
  );
}

function soldBy(draft: Draft | undefined, amount: Amount): boolean {
  return (
    amount.unit !== undefined &&
    draft !== undefined &&
    draft.products.some((product) => product.units[amount.unit ?? ""] !== undefined)
  );
}

function productAhead(elements: readonly Element[], place: number): boolean {
  return segmentFrom(elements, place + 1).some((each) => each.type === "product");
}

/** Whether a number opens the next line rather than counting the last one. */
function startsLine(state: State, last: Draft, elements: readonly Element[], place: number): boolean {
  const empty = last.products.length === 0 && last.unknown.length === 0;
  if (empty && last.amount === undefined) return false;
  if (state.before) return true;
  if (last.amount === undefined) return false;
  const next = elements[place + 1];
  return next?.type === "option" || next?.type === "product" || next?.type === "unknown";
}

function takeAttribute(state: State, { word, kinds, at }: Extract<Element, { type: "attribute" }>): void {
  const last = state.drafts.at(-1);
  if (!last || state.refusing) return;
  if (last.amount !== undefined && !state.before && last.products.length > 0 && state.moved) {
    follow(state, last, at).notSold.push({ word, kinds });
    return;
  }
  last.notSold.push({ word, kinds });
}

function takeUnknown(
  state: State,
  { word, at }: Extract<Element, { type: "unknown" }>,
  elements: readonly Element[],
  place: number,
): void {
  if (state.refusing) return;
  const last = state.drafts.at(-1);
  const previous = elements[place - 1];
  const beside =
    !state.moved && (previous?.type === "product" || previous?.type === "unknown" || previous?.type === "option");
  if (last && beside && (last.amount === undefined || state.before)) {
    last.unknown.push(word);
    return;
  }
  const draft =
    last && last.products.length === 0 && last.unknown.length === 0 && !state.moved ? last : open(state, at);
  draft.unknown.push(word);
  draft.apart = state.moved && segmentFrom(elements, place).every((each) => each.type === "unknown");
}

/** "topi sama totebag masing2 2": the number is for all lines before it that have none. */
function spread(drafts: readonly Draft[]): void {
  drafts.forEach((draft, place) => {
    if (!draft.each || draft.amount === undefined) return;
    for (let at = place - 1; at >= 0; at--) {
      const earlier = drafts[at];
      if (!earlier || earlier.amount !== undefined || earlier.products.length === 0) break;
      earlier.amount = draft.amount;
      earlier.each = true;
    }
  });
}
