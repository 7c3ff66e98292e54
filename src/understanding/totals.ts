import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import type { Element } from "./elements.ts";
import { choiceFor } from "./line-options.ts";

type Said = Extract<Element, { type: "amount" }>;

/** One share of a total: the options named together and their number. */
interface Part {
  readonly options: Set<number>;
  amount?: Amount;
  /** "sisanya": what the other parts leave of the total */
  rest?: number;
  /** Place of its last element */
  last: number;
}

/** "5 unit: yang 3 1 pk, sisanya 1/2 pk": a number that its parts add up to is no line of its own. */
export function withoutTotals(elements: readonly Element[]): Element[] {
  const out = [...elements];
  for (let at = out.length - 1; at >= 0; at--) {
    const element = out[at];
    const product = element?.type === "product" ? element.hit.candidates[0] : undefined;
    if (product) divide(out, at, product);
  }
  return out;
}

function divide(elements: Element[], at: number, product: Product): void {
  const after = firstAmount(elements, at + 1, nextProduct(elements, at));
  if (after !== undefined && share(elements, { at, place: after, product })) return;
  if (elements[at - 1]?.type === "amount") share(elements, { at, place: at - 1, product });
}

/** Takes the total at a place away where the parts after it add up to it. */
function share(elements: Element[], { at, place, product }: { at: number; place: number; product: Product }): boolean {
  const end = nextProduct(elements, at);
  const total = elements[place];
  if (total?.type !== "amount" || !plain(total)) return false;
  const from = Math.max(place, at) + 1;
  if (elements.slice(from, end).some((each) => each.type === "correction" || each.type === "not" || each.type === "or"))
    return false;
  const parts = upTo(total.amount.value, partsOf(elements, from, end, product));
  const told = new Set(optionsOf(elements.slice(at + 1, from), product));
  if (parts.length < 2 || parts.some(({ options }) => [...options].some((option) => told.has(option)))) return false;
  if (eachItsOwn(elements.slice(place, end))) return false;
  const sizes = parts.map((part) => (part.rest === undefined ? (part.amount?.value ?? 1) : 0));
  const sum = sizes.reduce((all, size) => all + size, 0);
  const left = total.amount.value - sum;
  const rests = parts.filter((part) => part.rest !== undefined);
  const fractions =
    rests.length === 0 && sum === 1 && sizes.every((size) => size < 1 && Number.isInteger(size * total.amount.value));
  if (!fractions && (rests.length === 1 ? left <= 0 : left !== 0)) return false;
  for (const { rest, last } of parts) {
    if (rest === undefined) continue;
    const amount: Element = { type: "amount", at: elements[rest]?.at ?? 0, amount: restOf(total.amount, left) };
    // In a stretch of its own "sisanya" goes after its option like any number; else it stands where a number would.
    if (elements[rest - 1]?.type === "separator") elements.splice(last + 1, 0, amount);
    else elements[rest] = amount;
  }
  if (namesTwice(elements.slice(from, end), product)) oneOfEach(elements, parts, total.at);
  if (total.amount.counts) shareUnit(elements, from, total.amount, fractions);
  elements.splice(place, 1);
  return true;
}

/** "risoles 2 mayo 1 ragout": every number has the choice behind it, so that the first is no total. */
function eachItsOwn(elements: readonly Element[]): boolean {
  const said = elements.filter(({ type }) => type !== "separator");
  return (
    said.length > 2 &&
    said.length % 2 === 0 &&
    said.every(({ type }, at) => type === (at % 2 === 0 ? "amount" : "option"))
  );
}

function restOf({ unit, counts, ...total }: Amount, value: number): Amount {
  return { ...total, value, counts: true, ...(counts && unit !== undefined && { unit }) };
}

/** "4: 2 telur 1 ayam 1 seafood. yang seafood …": what is said of a part once the total is reached is no part. */
function upTo(total: number, parts: Part[]): Part[] {
  let sum = 0;
  const enough = parts.findIndex(({ amount, rest }) => {
    sum += rest === undefined ? (amount?.value ?? 1) : Number.NaN;
    return sum === total;
  });
  const more = enough === -1 ? [] : parts.slice(enough + 1);
  return more.length > 0 && more.every(({ amount, rest }) => amount === undefined && rest === undefined)
    ? parts.slice(0, enough + 1)
    : parts;
}

function namesTwice(elements: readonly Element[], product: Product): boolean {
  const values = elements.flatMap((each) => (each.type === "option" ? [choiceFor(product, each.hit)?.value] : []));
  return new Set(values).size < values.length;
}

/** "3: ayam, ayam, rendang": parts without a number are one each. */
function oneOfEach(elements: Element[], parts: readonly Part[], at: number): void {
  if (parts.some(({ amount, rest }) => amount !== undefined || rest !== undefined)) return;
  for (const { last } of parts.toReversed())
    elements.splice(last + 1, 0, {
      type: "amount",
      at: elements[last]?.at ?? at,
      amount: { from: at, to: at, value: 1, money: false, counts: true },
    });
}

const PEOPLE = new Set("orang org pax tamu anak tamunya".split(" "));

/** A number that may be a total: of pieces, or of people who get one each. */
function plain({ amount }: Said): boolean {
  const people = amount.unit !== undefined && PEOPLE.has(amount.unit);
  return (amount.counts || people) && !amount.money && !amount.each && Number.isInteger(amount.value);
}

function nextProduct(elements: readonly Element[], at: number): number {
  const next = elements.findIndex((each, place) => place > at && (each.type === "product" || each.type === "unknown"));
  if (next === -1) return elements.length;
  // A number right before the next product is that product's.
  return elements[next]?.type === "product" && elements[next - 1]?.type === "amount" ? next - 1 : next;
}

/** The number before any separator that is not inside a list. */
function firstAmount(elements: readonly Element[], from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    const type = elements[at]?.type;
    if (type === "amount") return at;
    if (type !== "option" && type !== "separator") return undefined;
  }
  return undefined;
}

function optionsOf(elements: readonly Element[], product: Product): number[] {
  return elements.flatMap((each) => (each.type === "option" ? [choiceFor(product, each.hit)?.option ?? -1] : []));
}

function partsOf(elements: readonly Element[], from: number, end: number, product: Product): Part[] {
  const parts: Part[] = [];
  let current: Part | undefined;
  const start = (place: number): Part => {
    const part = { options: new Set<number>(), last: place };
    parts.push(part);
    return part;
  };
  const numberFirst = elements.slice(from, end).find((each) => each.type !== "separator")?.type === "amount";
  for (let place = from; place < end; place++) {
    const element = elements[place];
    if (element?.type === "rest") {
      current = start(place);
      current.rest = place;
    } else if (element?.type === "amount" && element.amount.counts && !element.amount.money) {
      if (!current || current.rest !== undefined || current.amount || numberFirst) current = start(place);
      current.amount = element.amount;
      current.last = place;
    } else if (element?.type === "option") {
      const option = choiceFor(product, element.hit)?.option ?? -1;
      const closed = current !== undefined && (current.options.has(option) || (!numberFirst && current.amount));
      if (!current || closed) current = start(place);
      current.options.add(option);
      current.last = place;
    }
  }
  // A number without an option at the end is of something else.
  while (parts.at(-1)?.options.size === 0) parts.pop();
  return parts.every(({ options }) => options.size > 0 && !options.has(-1)) ? parts : [];
}

/** "2 dus: M 1, L 1" counts its parts in the total's unit; "20, separo mayo separo ragout" in halves of it. */
function shareUnit(elements: Element[], from: number, { unit, value }: Amount, fractions: boolean): void {
  for (let at = from; at < elements.length; at++) {
    const element = elements[at];
    if (element?.type === "product") return;
    if (element?.type !== "amount" || element.amount.unit !== undefined) continue;
    const size = fractions ? element.amount.value * value : element.amount.value;
    elements[at] = { ...element, amount: { ...element.amount, value: size, ...(unit !== undefined && { unit }) } };
  }
}
