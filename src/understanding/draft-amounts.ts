import type { Amount } from "./amounts.ts";
import { type Draft, follow, open, type State, segmentFrom } from "./draft.ts";
import type { Element } from "./elements.ts";

export function takeAmount(state: State, amount: Amount, elements: readonly Element[], place: number): void {
  if (!amount.counts && !soldBy(state.drafts.at(-1), amount)) return;
  const last = state.drafts.at(-1);
  if (state.refusing) return;
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
  if (last.amount === undefined) {
    last.amount = amount;
    last.refused = false;
  } else if (amount.unit === undefined || last.amount.unit === amount.unit) last.puzzling = true;
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
  if (state.before) return true;
  if (last.amount === undefined) return false;
  const next = elements[place + 1];
  return next?.type === "option" || next?.type === "product" || next?.type === "unknown";
}
