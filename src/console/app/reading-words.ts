import type { Edit, Intent } from "../../understanding/meaning.ts";
import type { HeardContext } from "../../understanding/misread.ts";

/** The words of the panel that says how a message was understood, and of the page of misread ones. */
export interface ReadingWords {
  readonly why: string;
  readonly title: string;
  readonly close: string;
  readonly wrote: string;
  readonly context: Readonly<Record<HeardContext, string>>;
  readonly understood: string;
  readonly nothing: string;
  readonly cannotTell: (words: string) => string;
  readonly fits: (names: string) => string;
  readonly edits: Readonly<Record<Edit["type"], string>>;
  readonly steps: string;
  readonly stepNames: Readonly<
    Record<"normalised" | "words" | "entities" | "products" | "likelihoods" | "rules" | "settledBy", string>
  >;
  readonly entities: Readonly<Record<string, string>>;
  readonly settledBy: Readonly<Record<string, string>>;
  /** What a feature of the learned weights is, by the letter before its colon */
  readonly features: Readonly<Record<string, string>>;
  /** What stands for an entity in the rewritten message, and facts that a feature names */
  readonly signs: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly misread: string;
  readonly marked: (who: string, when: string) => string;
  readonly undo: string;
  readonly correct: string;
  readonly correctHint: string;
  readonly rightIntents: string;
  readonly moreIntents: string;
  readonly rightGoods: string;
  readonly goodsHint: string;
  readonly save: string;
  readonly saved: string;
  readonly readAs: string;
  readonly unread: (words: string) => string;
  readonly should: string;
  readonly none: string;
  readonly about: string;
  readonly download: string;
  readonly privacy: string;
  readonly openChat: string;
  readonly intents: Readonly<Record<Intent, string>>;
}
