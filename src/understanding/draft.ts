import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import type { Element } from "./elements.ts";
import type { OptionHit } from "./option-hits.ts";
import type { OptionChoice } from "./option-phrases.ts";

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
  /** Options left open between values ("ayam atau ikan") */
  readonly either: Set<number>;
  /** The goods were spoken of before ("torennya") */
  definite: boolean;
  /** Options named since the number, which they share ("3 pcs: S M L") */
  readonly after: Set<number>;
  /** Two numbers that cannot both be the quantity */
  puzzling: boolean;
  /** Its amount so far is one that a price was said of ("seikat 3rb") */
  rate: boolean;
  /** The further numbers that the quantity may be ("2-3") */
  readonly rivals: Amount[];
  /** A line of its own between signs or "dan" */
  apart: boolean;
  /** The product's name was spelled as in the catalogue, or nearly */
  likeness: number;
  readonly every: string[];
  /** `near`: right beside the goods, so that it describes them though they have no such option */
  readonly notSold: { word: string; kinds: ReadonlySet<string>; near?: boolean; of?: ReadonlyMap<string, number> }[];
  readonly unknown: string[];
  /** Its unknown words stand like goods of a list */
  listed: boolean;
  /** Options that all lines share ("hitam semua") */
  readonly shared: OptionHit[];
  /** Opened by a choice that none of the goods before it has */
  strays: boolean;
  /** Named only to be turned down ("bukan hoodie hitam") */
  refused: boolean;
  from: number;
  to: number;
}

export interface State {
  readonly drafts: Draft[];
  /** Numbers come before what they count in this stretch ("2 totebag 1 topi") */
  before: boolean;
  correcting: boolean;
  /** What the correction has replaced so far: option places, "amount" */
  readonly corrected: Set<number | "amount">;
  refusing: boolean;
  /** The element stands in a question about goods, which orders nothing by itself */
  asked: boolean;
  segment: number;
  /** A separator came since the last element */
  moved: boolean;
  /** It was a full stop or a new line */
  strong: boolean;
  /** "atau" was said since the last element */
  either: boolean;
  /** Numbered places that a number for each is multiplied by */
  places: number;
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
    either: new Set(),
    definite: false,
    after: new Set(),
    puzzling: false,
    rivals: [],
    rate: false,
    apart: false,
    likeness: 1,
    every: [],
    notSold: [],
    unknown: [],
    listed: false,
    shared: [],
    strays: false,
    refused: false,
    from: at,
    to: at,
  };
}

export function current(state: State, at: number): Draft {
  const last = state.drafts.at(-1);
  if (last) return last;
  const draft = newDraft(at);
  state.drafts.push(draft);
  return draft;
}

export function open(state: State, at: number): Draft {
  const draft = newDraft(at);
  state.drafts.push(draft);
  return draft;
}

/** A further line of the same product; the options it does not name are carried over. */
export function follow(state: State, last: Draft, at: number): Draft {
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

export function setValue(draft: Draft, choice: OptionChoice): void {
  if (draft.amount !== undefined) draft.after.add(choice.option);
  draft.values.set(choice.option, [choice.value]);
  draft.carried.delete(choice.option);
  draft.refused = false;
}

/** A further value of an option, where several are said together. */
export function addValue(draft: Draft, choice: OptionChoice): void {
  const values = draft.carried.has(choice.option) ? undefined : draft.values.get(choice.option);
  if (!values) setValue(draft, choice);
  else if (!values.includes(choice.value)) values.push(choice.value);
}

/** Another draft of the same product with this value said becomes the one that the next words are about. */
export function goBackTo(state: State, wanted: (draft: Draft) => boolean): Draft | undefined {
  const at = state.drafts.findLastIndex(wanted);
  const [draft] = at === -1 ? [] : state.drafts.splice(at, 1);
  if (draft) state.drafts.push(draft);
  return draft;
}

export function choiceOf(draft: Draft, hit: OptionHit): OptionChoice | undefined {
  for (const product of draft.products) {
    for (const phrase of hit.phrases) {
      const choice = phrase.of.get(product.sku);
      if (choice) return choice;
    }
  }
  return undefined;
}

/** An amount and words that name nothing sold: a line of its own, though its product is unknown. */
export function complete(draft: Draft): boolean {
  return draft.unknown.length > 0 && draft.amount !== undefined;
}

export function segmentFrom(elements: readonly Element[], start: number): Element[] {
  const segment: Element[] = [];
  for (let at = start; at < elements.length; at++) {
    const element = elements[at];
    if (!element || element.type === "separator") break;
    segment.push(element);
  }
  return segment;
}
