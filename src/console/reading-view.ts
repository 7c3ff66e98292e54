import type { Explanation } from "../understanding/explain.ts";
import type { Edit, Intent } from "../understanding/meaning.ts";
import type { HeardContext } from "../understanding/misread.ts";
import type { BasketView } from "./views.ts";

/** How a customer's words are understood: what it comes to, and the steps on the way. */
export interface ReadingView {
  /** The first event of those that are read together; what is marked as misread */
  readonly eventId: string;
  /** What the customer wrote, one text or several that were read as one */
  readonly texts: readonly string[];
  readonly context: HeardContext;
  readonly intents: readonly Intent[];
  readonly goods: readonly BasketView[];
  /** What is wanted and cannot be told, with the names of products that fit */
  readonly doubts: readonly { readonly words: string; readonly fits: readonly string[] }[];
  readonly edits: readonly { readonly type: Edit["type"]; readonly name: string }[];
  /** Other facts, by the names of their slots */
  readonly facts: readonly { readonly slot: string; readonly value: string }[];
  /** The goods as a seller would type them */
  readonly goodsText: string;
  readonly steps: Pick<
    Explanation,
    "normalised" | "words" | "entities" | "products" | "likelihoods" | "clauses" | "settledBy"
  >;
  readonly misread?: MisreadView;
}

/** What staff said of a misread message. */
export interface MisreadView {
  readonly who: string;
  readonly at: number;
  readonly correction?: CorrectionView;
}

export interface CorrectionView {
  readonly intents: readonly Intent[];
  readonly goodsText: string;
  /** The goods as they were read */
  readonly goods: readonly BasketView[];
  /** Words among them that are no product of the shop */
  readonly unread: readonly string[];
}

/** A misread message in the list of all. */
export interface MisreadEntry extends MisreadView {
  readonly id: string;
  readonly eventId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly saidAt: number;
  readonly intents: readonly Intent[];
  readonly goods: readonly BasketView[];
}
