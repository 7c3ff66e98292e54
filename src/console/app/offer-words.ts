import type { OfferMark } from "../order-views.ts";

/** The words around something that is offered in place of what an order has, in one language. */
export interface OfferWords {
  readonly open: string;
  readonly title: string;
  readonly hint: string;
  readonly lines: string;
  readonly keep: string;
  readonly swap: (name: string) => string;
  readonly product: string;
  readonly variant: (name: string) => string;
  readonly left: (quantity: string) => string;
  readonly soldOut: string;
  readonly swapIt: string;
  readonly strikeIt: string;
  readonly strike: (name: string) => string;
  readonly struck: string;
  readonly back: string;
  readonly less: (name: string) => string;
  readonly more: (name: string) => string;
  readonly quantity: (name: string, unit: string) => string;
  readonly price: (name: string, unit: string) => string;
  readonly priceHint: (amount: string) => string;
  readonly add: string;
  readonly why: string;
  readonly whyHint: string;
  readonly totalNow: string;
  readonly totalThen: string;
  readonly feeHint: string;
  readonly allStruck: string;
  readonly send: string;
  readonly sendAgain: string;
  readonly cancel: string;
  readonly marks: Readonly<Record<OfferMark["state"], string>>;
  readonly since: (age: string) => string;
  readonly told: Readonly<Record<Exclude<OfferMark["state"], "open">, string>>;
  readonly ends: string;
  readonly replace: string;
  readonly withdraw: string;
  readonly note: string;
  readonly noteHint: string;
  readonly words: string;
  readonly yes: string;
  readonly no: string;
  readonly added: string;
  readonly gone: string;
}
