import {
  addValue,
  choiceOf,
  complete,
  type Draft,
  follow,
  goBackTo,
  open,
  type State,
  segmentFrom,
  setValue,
} from "./draft.ts";
import { takeAmount } from "./draft-amounts.ts";
import { turnDown } from "./draft-sharing.ts";
import type { Element } from "./elements.ts";
import type { OptionHit } from "./option-hits.ts";
import type { OptionChoice } from "./option-phrases.ts";

export function takeOption(state: State, element: OptionElement, elements: readonly Element[], place: number): void {
  const { hit, amount, at } = element;
  const last = state.drafts.at(-1);
  const ahead =
    (state.moved || state.before || last === undefined || last.products.length === 0) &&
    fitsAhead(elements, place, hit) &&
    !(last && behindItsGoods(last, elements, place));
  const choice = last && !ahead ? choiceOf(last, hit) : undefined;
  if (amount && !(ahead && amount.value > 12) && countsHere(last, choice, elements, place)) {
    takeAmount(state, { amount }, elements, place);
    return;
  }
  if (last && choice) {
    chooseFor(state, last, choice, elements, place, at);
    if (!state.refusing) state.drafts.at(-1)?.said.push(hit);
    if (!state.refusing && amount?.numbers) eitherOf(state.drafts.at(-1), choice, amount.numbers);
    return;
  }
  if (state.refusing) return;
  if (!ahead && state.moved && amountAhead(elements, place) && followsEarlier(state, hit, at)) return;
  if (last && last.products.length === 0 && last.amount !== undefined && last.said.length > 0 && state.moved) {
    const next = open(state, at);
    next.pending.push(hit);
    next.said.push(hit);
    return;
  }
  const stays = last !== undefined && !ahead && last.products.length > 0 && last.amount === undefined && !state.moved;
  const waits = last !== undefined && last.products.length === 0 && !complete(last) && !counted(state, last);
  const draft = last && (stays || waits) ? last : open(state, at);
  draft.pending.push(hit);
  draft.said.push(hit);
}

/** "chino 32-34": values of one option, which are not all wanted unless each of them is counted. */
function eitherOf(draft: Draft | undefined, { option, value }: OptionChoice, numbers: readonly number[]): void {
  const [product] = draft?.products ?? [];
  if (!draft || !product || Number(value) !== numbers[0]) return;
  draft.either.add(option);
  for (const { v } of product.options[option]?.values ?? [])
    if (numbers.includes(Number(v))) addValue(draft, { option, value: v });
}

/** "montong 1 bawor 1": a line of choices has its number, so that the next choice opens another. */
function counted(state: State, { amount, said }: Draft): boolean {
  return amount !== undefined && !amount.money && said.some(({ from }) => from < amount.from) && !state.before;
}

type OptionElement = Extract<Element, { type: "option" }>;

/** "39" may be a size or a quantity; "1 pk" is a quantity only where it is no choice of the product. */
function countsHere(
  last: Draft | undefined,
  choice: OptionChoice | undefined,
  elements: readonly Element[],
  place: number,
): boolean {
  const element = elements[place];
  if (element?.type !== "option" || !element.amount) return false;
  const { hit, amount } = element;
  const next = elements[place + 1];
  if (!choice) return (last?.products.length ?? 0) > 0 || hit.to - hit.from === 1;
  const bare = hit.to - hit.from === 1 && hit.from === amount.from;
  const said = last?.values.has(choice.option) === true && !last.carried.has(choice.option);
  return bare && said && amount.value <= 12 && next?.type !== "amount" && !joined(elements, place, last);
}

/** "angka 1 sama 7": a further number beside one that was a choice, before any quantity. */
function joined(elements: readonly Element[], place: number, last: Draft | undefined): boolean {
  const [choice, sign] = [elements[place - 2], elements[place - 1]];
  return (
    sign?.type === "separator" &&
    sign.joins === true &&
    choice?.type === "option" &&
    choice.amount !== undefined &&
    last?.amount === undefined
  );
}

/** "2 wajan 24cm 1 wajan 28cm": right behind its goods, with a number before the next ones. */
function behindItsGoods(last: Draft, elements: readonly Element[], place: number): boolean {
  const [before, element] = [elements[place - 1], elements[place]];
  if (element?.type !== "option" || (before?.type !== "product" && before?.type !== "option")) return false;
  const segment = segmentFrom(elements, place);
  const product = segment.findIndex((each) => each.type === "product");
  return choiceOf(last, element.hit) !== undefined && segment.slice(1, product).some((each) => each.type === "amount");
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
  if (!state.refusing && changedNext(elements[place + 1]) && goBackTo(state, (draft) => hasValue(draft, last, choice)))
    return;
  const said = last.values.has(choice.option) && !last.carried.has(choice.option);
  if (state.refusing) {
    refuseValue(state, last, choice);
    return;
  }
  if (state.correcting && !state.corrected.has(choice.option)) {
    state.corrected.add(choice.option);
    correct(state, last, choice);
    return;
  }
  // "ralat yang 22, minta gedean": a remark on the correction.
  if (state.correcting && !amountAhead(elements, place)) return;
  state.correcting = false;
  if (said && last.amount !== undefined && last.values.get(choice.option)?.includes(choice.value))
    if (!amountAhead(elements, place) && !optionNext(elements, place)) return;
  if (state.either && said) {
    last.either.add(choice.option);
    addValue(last, choice);
    return;
  }
  if (last.either.delete(choice.option)) {
    last.values.set(choice.option, [choice.value]);
    return;
  }
  // "alpukat habis? mangga aja": another choice than the one asked about.
  const plainly = [...last.values.values()].every((values) => values.length === 1);
  if (said && plainly && last.refused && !state.asked && last.amount === undefined) {
    setValue(last, choice);
    return;
  }
  if (!said) {
    const counted = state.moved && last.amount !== undefined && !state.before && amountAhead(elements, place);
    setValue(counted ? follow(state, last, at) : last, choice);
    return;
  }
  const listed =
    state.moved && last.amount === undefined && explicit(last) > 1 && optionsAhead(elements, place, last) > 1;
  const next = state.moved && amountAhead(elements, place);
  if ((last.amount === undefined && !listed && !state.before) || (last.after.has(choice.option) && !next)) {
    const values = last.values.get(choice.option) ?? [];
    if (!values.includes(choice.value)) values.push(choice.value);
    return;
  }
  setValue(follow(state, last, at), choice);
}

/** "hitam 2, putih 1, eh hitamnya 3" goes back to the line of that value; else the value takes the place of the last. */
function correct(state: State, last: Draft, choice: OptionChoice): void {
  const same = goBackTo(state, (draft) => hasValue(draft, last, choice));
  if (same) state.corrected.delete(choice.option);
  else last.values.set(choice.option, [choice.value]);
  last.carried.delete(choice.option);
}

/** "hitamnya ga jadi", "hitam ganti maroon": what follows is about the line of that value. */
function changedNext(next: Element | undefined): boolean {
  return (next?.type === "correction" && !next.trailing) || (next?.type === "not" && next.drops === true);
}

function hasValue(draft: Draft, { products }: Draft, { option, value }: OptionChoice): boolean {
  return draft.products[0] === products[0] && draft.values.get(option)?.join() === value;
}

/** "gak usah bawor": among several lines that one is off, else only the value. */
function refuseValue(state: State, last: Draft, choice: OptionChoice): void {
  const named = state.drafts.findLast((draft) => draft.values.get(choice.option)?.join() === choice.value);
  const others = state.drafts.some((draft) => draft !== named && draft.products[0] === named?.products[0]);
  if (named?.amount !== undefined && others) turnDown(named);
  else dropValue(last, choice);
}

/** A number before the next goods of the same stretch. */
function amountAhead(elements: readonly Element[], place: number): boolean {
  const segment = segmentFrom(elements, place);
  const product = segment.findIndex((each) => each.type === "product");
  return segment.slice(0, product === -1 ? segment.length : product).some((each) => each.type === "amount");
}

function optionNext(elements: readonly Element[], place: number): boolean {
  return segmentFrom(elements, place + 1).some((each) => each.type === "option");
}

/** "hoodie marun 1, topi merah 1, abu 2": an option of earlier goods, or of none, opens a line of the goods before it. */
function followsEarlier(state: State, hit: OptionHit, at: number): Draft | undefined {
  const fitting = state.drafts.findLast((draft) => !draft.refused && choiceOf(draft, hit) !== undefined);
  const last = fitting ?? state.drafts.at(-1);
  if (!last || last.products.length === 0 || last.amount === undefined) return undefined;
  const draft = follow(state, last, at);
  const choice = choiceOf(draft, hit);
  if (choice) setValue(draft, choice);
  else {
    draft.pending.push(hit);
    draft.strays = true;
  }
  draft.said.push(hit);
  return draft;
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

function dropValue(draft: Draft, choice: OptionChoice): void {
  const left = (draft.values.get(choice.option) ?? []).filter((value) => value !== choice.value);
  if (left.length > 0) draft.values.set(choice.option, left);
  else draft.values.delete(choice.option);
}
