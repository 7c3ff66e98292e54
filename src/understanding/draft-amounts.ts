import type { Amount } from "./amount.ts";
import { choiceOf, type Draft, follow, open, type State, segmentFrom, setValue } from "./draft.ts";
import type { Element } from "./elements.ts";
import { MEASURED, UNITS } from "./lexicon/units.ts";
import type { OptionChoice } from "./option-phrases.ts";
import { quantityOf } from "./quantities.ts";

type Said = Pick<Extract<Element, { type: "amount" }>, "amount" | "which" | "forSomebody">;

/** A number said: the choice of a numbered option, the quantity of the line, or the start of the next one. */
export function takeAmount(state: State, said: Said, elements: readonly Element[], place: number): void {
  const { amount } = said;
  const last = state.drafts.at(-1);
  if (amount.code && last && !state.refusing) takeCode(last);
  if (!amount.counts && !soldBy(last, amount)) return;
  if (state.refusing) return;
  const choice = last && numberedChoice(state, last, said, elements, place);
  if (last && choice) {
    if (state.correcting) state.corrected.add(choice.option);
    setValue(last, choice);
    return;
  }
  if (last && splits(state, last, said, elements[place + 1])) {
    splitOff(state, last, amount);
    return;
  }
  if (state.correcting && last && !state.corrected.has("amount")) {
    state.corrected.add("amount");
    // "1 kg eh setengah aja" keeps the unit.
    const unit = amount.unit ?? (amount.money ? undefined : last.amount?.unit);
    last.amount = unit === undefined ? amount : { ...amount, unit };
    if (amount.each) last.each = true;
    return;
  }
  state.correcting = false;
  if (amount.money) {
    if (last?.amount && rateOf(last.amount, amount)) last.rate = true;
    else if (last && last.amount === undefined) last.amount = amount;
    else if (!last && buysNext(amount, elements[place + 1])) open(state, amount.from).amount = amount;
    return;
  }
  if (last && sizeNotSold(last, amount)) {
    last.notSold.push({ word: String(amount.value), kinds: new Set(["size"]) });
    return;
  }
  if (last && last.amount === undefined && measureNotSold(last, amount)) {
    last.notSold.push({ word: `${amount.value} ${amount.unit}`, kinds: new Set(["size"]) });
    return;
  }
  if (last?.amount?.money) {
    last.amount = amount;
    return;
  }
  count(state, said, elements, place);
}

/** "nasgor ayam 2 eh yang 1 telur": some of the last line with another choice. */
function splits(state: State, last: Draft, { amount, which }: Said, next: Element | undefined): boolean {
  if (!state.correcting || !which || last.amount === undefined || state.corrected.size > 0) return false;
  if (amount.unit !== undefined || amount.money || last.amount.money || last.amount.value <= amount.value) return false;
  if (next?.type !== "option" || next.at !== amount.to || last.products.length !== 1) return false;
  const choice = choiceOf(last, next.hit);
  return choice !== undefined && last.values.has(choice.option);
}

function splitOff(state: State, last: Draft, amount: Amount): void {
  if (last.amount) last.amount = { ...last.amount, value: last.amount.value - amount.value };
  state.correcting = false;
  follow(state, last, amount.from).amount = amount;
}

/** "seikat 3rb": what one of them costs, and no wish for one yet where another number follows. */
function rateOf({ value, unit, to }: Amount, { from }: Amount): boolean {
  return value === 1 && unit !== undefined && from - to < 2;
}

/** "ceban tempe": money right before the goods that it buys. */
function buysNext(money: Amount, next: Element | undefined): boolean {
  if (next?.type !== "product" || next.at !== money.to) return false;
  const [product, ...others] = next.hit.candidates;
  return others.length === 0 && product !== undefined && quantityOf(product, money, []) !== undefined;
}

/** "ban 80/90": a size that is not sold where one is still to be chosen; else a range, to be asked about. */
function takeCode(last: Draft): void {
  const open = last.products.some(({ options }) => options.some((_, place) => !last.values.has(place)));
  if (!open && last.products.length > 0 && last.amount === undefined) last.puzzling = true;
}

function count(state: State, said: Said, elements: readonly Element[], place: number): void {
  const { amount, forSomebody } = said;
  const measured = state.drafts.findLast((draft) => draft.products.length > 0);
  if (measured && measured !== state.drafts.at(-1) && measured.amount === undefined && ownUnit(measured, amount)) {
    measured.amount = amount;
    return;
  }
  const last = state.drafts.at(-1);
  const range = last?.amount !== undefined && last.amount.value !== amount.value && puzzles(last.amount, said);
  if (last && range && !state.moved && onlyCounted(last)) {
    mayBe(last, amount);
    return;
  }
  if (last?.amount && nextNumber(last.amount, amount)) {
    mayBe(last, amount);
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
    draft.each = amount.each === true;
    return;
  }
  if (last.amount === undefined) {
    last.amount = amount;
    last.refused = false;
    if (amount.each) last.each = true;
    const again = sizeAgain(last, amount);
    if (again !== undefined) {
      delete last.amount;
      last.either.add(again);
    }
  } else if (last.rate && amount.counts) {
    last.amount = { ...last.amount, ...amount };
    last.rate = false;
  } else if (forSomebody && state.moved && last.products.length > 0) {
    const draft = follow(state, last, amount.from);
    draft.said.push(...last.said);
    draft.amount = amount;
  } else if (packed(last, amount) || onlyMeasures(last, amount)) {
    last.amount = amount;
  } else if ((joinsBefore(elements, place) || rightBehind(last, amount)) && sumOf(last, amount)) {
    last.amount = sumOf(last, amount) ?? amount;
  } else if (puzzles(last.amount, said) && !alike(last, amount)) mayBe(last, amount);
  else if (amount.unit !== undefined && alike(last, amount)) last.amount = amount;
}

/** "dua tiga toples": two or three. */
function nextNumber({ to, value, unit, each }: Amount, next: Amount): boolean {
  return unit === undefined && !each && next.from === to && next.value === value + 1 && value < 9;
}

/** "2-3 toples kastengel": numbers before any goods are said. */
function onlyCounted({ products, unknown, said }: Draft): boolean {
  return products.length + unknown.length + said.length === 0;
}

/** "2-3 toples": the first number stands, in the unit of the second, until one of them is chosen. */
function mayBe(draft: Draft, amount: Amount): void {
  draft.puzzling = true;
  draft.rivals.push(amount);
  const { unit } = amount;
  if (draft.amount && unit !== undefined && draft.amount.unit === undefined) draft.amount = { ...draft.amount, unit };
}

function joinsBefore(elements: readonly Element[], place: number): boolean {
  const [before, first] = [elements[place - 1], elements[place - 2]];
  return before?.type === "separator" && before.joins === true && first?.type === "amount";
}

/** "2 pack 5 pcs": so many more in a smaller unit, and not what one of the first holds. */
function rightBehind({ products: [product], amount }: Draft, more: Amount): boolean {
  if (!product || amount?.unit === undefined || more.unit === undefined || more.from !== amount.to) return false;
  const [one, other] = [quantityOf(product, { ...amount, value: 1 }, []), quantityOf(product, more, [])];
  return one !== undefined && other !== undefined && other < one;
}

/** "2 dus tambah 1 toples", "1 pack + 3": both numbers of the same goods, in what they are counted in. */
function sumOf({ products: [product, ...others], amount: first }: Draft, more: Amount): Amount | undefined {
  if (!product || others.length > 0 || first === undefined || first.money || more.money || !more.counts)
    return undefined;
  if (first.unit === undefined || first.unit === more.unit) return undefined;
  const [one, two] = [quantityOf(product, first, []), quantityOf(product, more, [])];
  if (one === undefined || two === undefined || two >= one) return undefined;
  const { from, money, counts } = first;
  return { from, to: more.to, value: (one + two) / 1000, money, counts };
}

/** "250 gr 2 bungkus": the measure is what one of the packs counted after it holds. */
function packed({ products: [product], amount }: Draft, packs: Amount): boolean {
  if (!product || packs.unit === undefined || amount?.unit === undefined || MEASURED[amount.unit] === undefined)
    return false;
  const one = quantityOf(product, { ...packs, value: 1 }, []);
  return MEASURED[packs.unit] === undefined && one !== undefined && one === quantityOf(product, amount, []);
}

/** "hvs 70 gram 2 rim": the measure is one that the goods are not sold by, and the number behind it counts them. */
function onlyMeasures({ products: [product], amount }: Draft, packs: Amount): boolean {
  if (!product || packs.unit === undefined || amount?.unit === undefined || MEASURED[amount.unit] === undefined)
    return false;
  return quantityOf(product, amount, []) === undefined && quantityOf(product, packs, []) !== undefined;
}

/** A second number right after the first, or in the same unit, may be meant instead of it; others count something else. */
function puzzles(first: Amount, { amount, which }: Said): boolean {
  if (which) return false;
  if (amount.unit !== undefined && first.unit !== undefined) return amount.unit === first.unit;
  return first.unit === undefined
    ? amount.from - first.to < 2
    : amount.unit === undefined && amount.from - first.to < 2;
}

/** "setengah ton, jadi 25 karung": the same quantity in other words. */
function alike(draft: Draft, amount: Amount): boolean {
  const product = draft.products[0];
  if (!product || !draft.amount) return false;
  const quantity = quantityOf(product, amount, []);
  return quantity !== undefined && quantity === quantityOf(product, draft.amount, []);
}

/** "vit c 500 2 strip", "yang 22": a bare number that the product's option has, with a measure, where it is still open. */
function numberedChoice(
  state: State,
  draft: Draft,
  { amount, which }: Said,
  elements: readonly Element[],
  place: number,
): OptionChoice | undefined {
  const [product] = draft.products;
  if (amount.unit !== undefined || amount.each || product === undefined || draft.products.length !== 1)
    return undefined;
  const more = segmentFrom(elements, place + 1).some((each) => each.type === "amount");
  if (amount.value <= 12 && !more && !which) return undefined;
  for (const [option, { values }] of product.options.entries()) {
    const open = !draft.values.has(option) || draft.carried.has(option) || state.correcting;
    const value = values.find(
      ({ v }) => Number.parseFloat(v.replace(",", ".")) === amount.value && /^[\d.,]+ ?[a-z]+$/i.test(v),
    );
    if (open && value) return { option, value: value.v };
  }
  return undefined;
}

/** "chino 32 34": right behind a size a number that is another one, and hardly how many; the option that it is of. */
function sizeAgain({ products: [product], values, said }: Draft, { from, unit, value }: Amount): number | undefined {
  if (unit !== undefined || value <= 12 || said.at(-1)?.to !== from) return undefined;
  const again = (product?.options ?? []).findIndex(
    (option, place) => values.has(place) && option.values.some(({ v }) => v === String(value)),
  );
  return again === -1 ? undefined : again;
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

/** "gas yang 5 kilo": a measure that the goods are not sold by, where they come in other measures of the kind. */
function measureNotSold({ products: [product], products, values }: Draft, { unit, value }: Amount): boolean {
  const measure = unit === undefined ? undefined : MEASURED[unit];
  if (!measure || !product || products.length !== 1) return false;
  if (quantityOf(product, { from: 0, to: 0, value, unit: unit ?? "", money: false, counts: true }, []) !== undefined)
    return false;
  return product.options.some(
    (option, place) => !values.has(place) && option.values.some(({ v }) => measuredLike(v, measure.of)),
  );
}

function measuredLike(value: string, of: string): boolean {
  const unit = /^[\d.,]+ ?([a-z]+)$/i.exec(value)?.[1]?.toLowerCase() ?? "";
  return MEASURED[UNITS.get(unit) ?? (unit === "l" ? "liter" : unit)]?.of === of;
}

/** "potong rumput, halaman depan kira-kira 60 meter": a measure that the goods before are sold by. */
function ownUnit(draft: Draft, amount: Amount): boolean {
  return amount.unit !== undefined && MEASURED[amount.unit] !== undefined && soldBy(draft, amount);
}

function soldBy(draft: Draft | undefined, { unit }: Amount): boolean {
  return unit !== undefined && (draft?.products ?? []).some((product) => product.units[unit] !== undefined);
}

function productAhead(elements: readonly Element[], place: number): boolean {
  return segmentFrom(elements, place + 1).some((each) => each.type === "product");
}

/** Whether a number opens the next line rather than counting the last one. */
function startsLine(state: State, last: Draft, elements: readonly Element[], place: number): boolean {
  const empty = last.products.length === 0 && last.unknown.length === 0;
  if (empty && last.amount === undefined) return false;
  const next = elements[place + 1];
  if (state.before) return !(last.amount === undefined && headed(last, next) && !productAhead(elements, place));
  if (last.amount === undefined) return false;
  return next?.type === "option" || next?.type === "product" || next?.type === "unknown";
}

/** "alpukat miki, 1 yang 50cm": the goods head the numbers that follow, each with an option still open. */
function headed(last: Draft, next: Element | undefined): boolean {
  if (next?.type !== "option" || last.products.length === 0) return false;
  const choice = choiceOf(last, next.hit);
  return choice !== undefined && (!last.values.has(choice.option) || last.carried.has(choice.option));
}
