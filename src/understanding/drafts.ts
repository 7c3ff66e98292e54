import { choiceOf, complete, current, type Draft, follow, open, type State, segmentFrom, setValue } from "./draft.ts";
import { takeAmount } from "./draft-amounts.ts";
import { takeOption } from "./draft-options.ts";
import type { Element } from "./elements.ts";
import type { OptionHit } from "./option-hits.ts";

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

function choose(draft: Draft, hit: OptionHit, carried: boolean): void {
  const choice = choiceOf(draft, hit);
  if (!choice) draft.pending.push(hit);
  else if (!draft.values.has(choice.option) || carried) setValue(draft, choice);
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
