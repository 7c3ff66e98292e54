import {
  addValue,
  choiceOf,
  complete,
  current,
  type Draft,
  follow,
  goBackTo,
  open,
  type State,
  segmentFrom,
} from "./draft.ts";
import { takeAmount } from "./draft-amounts.ts";
import { takeOption } from "./draft-options.ts";
import { shareOut, turnDown } from "./draft-sharing.ts";
import type { Element } from "./elements.ts";
import type { AttributeKind } from "./lexicon/attributes.ts";
import { choiceFor } from "./line-options.ts";
import type { OptionHit } from "./option-hits.ts";
import { kindsOf } from "./option-kinds.ts";
import { pricedChoice } from "./priced-choices.ts";
import type { ProductHit } from "./product-hits.ts";
import { withoutTotals } from "./totals.ts";

/** Lines as said: what belongs to which product, which number counts which line, corrections made. */
export function draftsOf(said: readonly Element[], context: (at: number) => boolean): Draft[] {
  const elements = withoutTotals(numbersOf(said));
  const drafts: Draft[] = [];
  const state: State = {
    drafts,
    before: false,
    correcting: false,
    corrected: new Set(),
    refusing: false,
    asked: false,
    segment: 0,
    moved: false,
    strong: false,
    either: false,
    places: 1,
  };
  const starts = segmentStarts(elements);
  elements.forEach((element, place) => {
    if (starts.has(place)) {
      state.before = numberFirst(elements, place);
      state.segment = place;
    }
    state.asked = context(element.at);
    take(state, element, elements, place);
    // Goods of a question are there to be counted by what follows, not ordered by themselves.
    const last = state.drafts.at(-1);
    if ((element.type === "product" || element.type === "option") && state.asked && last) last.refused = true;
  });
  return shareOut(drafts, state.places);
}

/** A number that is a choice of other goods only ("M 10" beside sizes 8 and 10) counts these. */
function numbersOf(elements: readonly Element[]): Element[] {
  let product: ProductHit | undefined;
  return elements.map((element, place) => {
    if (element.type === "product") product = element.hit;
    const priced = pricedChoice(element, product);
    if (priced) return priced;
    if (element.type !== "option" || element.amount === undefined || product === undefined) return element;
    if (element.amount.from !== element.hit.from || element.amount.to !== element.hit.to) return element;
    const ahead = segmentFrom(elements, place).find((each) => each.type === "product");
    if (fits(element.hit, product) || (ahead?.type === "product" && fits(element.hit, ahead.hit))) return element;
    return { type: "amount", at: element.at, amount: element.amount };
  });
}

function segmentStarts(elements: readonly Element[]): Set<number> {
  const starts = new Set([0]);
  elements.forEach((element, place) => {
    if (element.type === "separator") starts.add(place + 1);
  });
  return starts;
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

function take(state: State, element: Element, elements: readonly Element[], place: number): void {
  const { at } = element;
  switch (element.type) {
    case "separator":
      state.strong = element.strong || (state.moved && state.strong);
      state.moved = true;
      state.refusing = false;
      if (state.corrected.size > 0) state.correcting = false;
      return;
    case "correction":
      state.correcting = state.drafts.length > 0;
      state.corrected.clear();
      return;
    case "not":
      if (element.drops) dropLast(state);
      else state.refusing = true;
      return;
    case "each":
      current(state, at).each = true;
      return;
    case "places":
      state.places = element.count;
      return;
    case "all":
      takeAll(state, elements, place);
      return;
    case "also":
      takeAlso(state, elements[place - 1]);
      return;
    case "rest":
      return;
    case "every":
      takeEvery(current(state, at), element);
      return;
    case "or":
      state.either = true;
      return;
    case "product":
      takeProduct(state, element, elements, place);
      break;
    case "option":
      takeOption(state, element, elements, place);
      break;
    case "amount":
      takeAmount(state, element, elements, place);
      break;
    case "attribute":
      takeAttribute(state, element, elements[place - 1]);
      break;
    case "unknown":
      takeUnknown(state, element, elements, place);
      break;
  }
  const last = state.drafts.at(-1);
  if (last) last.to = at;
  state.moved = false;
  state.either = false;
}

/** "semua warna", "4 warna masing2 1": all values of an option, where there are as many; each of those that were named. */
function takeEvery(draft: Draft, { word, count }: Extract<Element, { type: "every" }>): void {
  if (count === undefined && [...draft.values.values()].some((values) => values.length > 1)) {
    draft.each = true;
    return;
  }
  draft.every.push(word);
  const sizes = draft.products.flatMap(({ options }) => options.map(({ values }) => values.length));
  if (count !== undefined && !sizes.includes(count)) draft.puzzling = true;
}

/** "ireng kabeh", "semua hitam": the option beside it is for every line. */
function takeAll(state: State, elements: readonly Element[], place: number): void {
  const [before, after] = [elements[place - 1], elements[place + 1]];
  const beside = before?.type === "option" ? before : after?.type === "option" ? after : undefined;
  if (beside) current(state, beside.at).shared.push(beside.hit);
}

/** "hitam 1 box, biru juga": as many as of the line before. */
function takeAlso(state: State, before: Element | undefined): void {
  const [earlier, last] = [state.drafts.at(-2), state.drafts.at(-1)];
  if (before?.type !== "option" || !earlier || !last || last.amount !== undefined || last.refused) return;
  if (earlier.products[0] === last.products[0] && earlier.amount) last.amount = earlier.amount;
}

/** "topi ga jadi": the line just named, or the one it names again, is off. */
function dropLast(state: State): void {
  const last = state.drafts.at(-1);
  if (last) turnDown(last);
}

function takeProduct(
  state: State,
  { hit, at, definite }: Extract<Element, { type: "product" }>,
  elements: readonly Element[],
  place: number,
): void {
  if (state.refusing) for (const draft of state.drafts) if (sameGoods(draft, hit)) turnDown(draft);
  if (state.correcting && state.corrected.size === 0 && goBackTo(state, (draft) => sameGoods(draft, hit))) return;
  const last = state.drafts.at(-1);
  const replaces = state.correcting && state.corrected.size === 0 && last !== undefined && last.products.length > 0;
  const joins =
    last !== undefined &&
    last.products.length === 0 &&
    !complete(last) &&
    !(state.moved && last.unknown.length > 0) &&
    !(last.amount !== undefined && last.said.some((option) => !fits(option, hit))) &&
    !(last.amount !== undefined && last.said.length === 0 && state.moved && countedAhead(elements, place));
  const same =
    last !== undefined &&
    !state.moved &&
    last.amount === undefined &&
    last.products[0] === hit.candidates[0] &&
    last.products.length === 1;
  state.correcting = false;
  if (joins && last.said.length > 0) nameEarlier(state.drafts, hit);
  const draft = replaces || joins || same ? (last ?? open(state, at)) : open(state, at);
  if (replaces) {
    draft.values.clear();
    draft.pending.push(...draft.said.filter((option) => fits(option, hit)));
  }
  named(draft, hit);
  draft.refused = state.refusing;
  draft.definite = definite === true;
}

/** The goods have a number of their own in this stretch. */
function countedAhead(elements: readonly Element[], place: number): boolean {
  return segmentFrom(elements, place).some((each) => each.type === "amount");
}

function named(draft: Draft, hit: ProductHit): void {
  draft.products = hit.candidates;
  draft.whole = hit.whole;
  draft.likeness = hit.likeness;
  if (hit.strange !== undefined && !draft.unknown.includes(hit.strange)) draft.unknown.push(hit.strange);
  for (const option of draft.pending.splice(0)) {
    const choice = choiceOf(draft, option);
    if (choice) addValue(draft, choice);
    else draft.pending.push(option);
  }
}

/** "hitam L 2, marun M 1 hoodie ya": goods named after the lines that they head. */
function nameEarlier(drafts: readonly Draft[], hit: ProductHit): void {
  for (let at = drafts.length - 2; at >= 0; at--) {
    const draft = drafts[at];
    if (!draft || draft.products.length > 0 || draft.unknown.length > 0 || draft.said.length === 0) return;
    if (!draft.said.every((option) => fits(option, hit))) return;
    named(draft, hit);
  }
}

function fits(option: OptionHit, { candidates }: ProductHit): boolean {
  return candidates.some((product) => choiceFor(product, option) !== undefined);
}

function sameGoods(draft: Draft, { candidates }: ProductHit): boolean {
  return draft.products.length === 1 && draft.products[0] === candidates[0] && candidates.length === 1;
}

/** Tokens between a line with its number and a word that cannot be about it any more ("2 karung … pagar ijo"). */
const FAR = 5;

const BESIDE: ReadonlySet<Element["type"]> = new Set(["product", "option", "attribute"]);

function takeAttribute(
  state: State,
  { word, kinds, at, of }: Extract<Element, { type: "attribute" }>,
  previous: Element | undefined,
): void {
  const near = of !== undefined || beside(previous, at);
  const said = { word, kinds, near, ...(of && { of }) };
  const last = state.drafts.at(-1);
  if (last && !of && otherFood(state, last, kinds) && !state.refusing && !state.correcting) {
    const draft = open(state, at);
    draft.unknown.push(word);
    draft.listed = true;
    return;
  }
  if (!last || state.refusing || (last.amount !== undefined && at - last.to > FAR)) return;
  if (last.amount !== undefined && !state.before && last.products.length > 0 && state.moved) {
    follow(state, last, at).notSold.push(said);
    return;
  }
  // "2 L 3XL": three of a size that is sold, or one that is not.
  if (last.amount !== undefined && state.before && TRIPLE.test(word)) last.puzzling = true;
  last.notSold.push(said);
}

/** "beras 5 kg sama telur sekilo": goods of their own, where those before have no choice of the kind. */
function otherFood({ moved }: State, { amount, products, unknown }: Draft, kinds: ReadonlySet<AttributeKind>): boolean {
  if (!moved || products.length + unknown.length === 0 || amount === undefined) return false;
  return !products.some(({ options }) => options.some((option) => kindsOf(option).some((kind) => kinds.has(kind))));
}

const TRIPLE = /^x{3,}l$/;

function beside(previous: Element | undefined, at: number): boolean {
  return previous !== undefined && BESIDE.has(previous.type) && at - previous.at < 4;
}

function takeUnknown(
  state: State,
  { word, at, listed }: Extract<Element, { type: "unknown" }>,
  elements: readonly Element[],
  place: number,
): void {
  if (state.refusing || state.correcting) return;
  const last = state.drafts.at(-1);
  const previous = elements[place - 1];
  const beside =
    !state.moved && (previous?.type === "product" || previous?.type === "unknown" || previous?.type === "option");
  if (last && beside && (last.amount === undefined || state.before)) {
    last.unknown.push(word);
    last.listed ||= listed;
    return;
  }
  const draft =
    last && last.products.length === 0 && last.unknown.length === 0 && !state.moved ? last : open(state, at);
  draft.unknown.push(word);
  draft.listed = listed;
  draft.apart =
    state.moved &&
    !state.strong &&
    (last?.products.length ?? 0) > 0 &&
    segmentFrom(elements, place).every((each) => each.type === "unknown");
}
