/** The words of an order that a seller works on while holding the conversation, in one language. */
export interface HeldOrderWords {
  readonly title: string;
  readonly hint: string;
  readonly proposed: string;
  readonly proposedNothing: string;
  readonly use: string;
  readonly edit: string;
  readonly open: string;
  readonly details: string;
  readonly save: string;
  readonly keep: string;
  readonly give: string;
  readonly placeTitle: string;
  readonly placeHint: string;
  readonly yes: string;
  readonly place: string;
  readonly notYet: string;
  readonly placed: string;
  readonly saved: string;
  readonly back: string;
  readonly openOrder: string;
  readonly changePrice: string;
  readonly shopPrice: string;
  readonly usePrice: string;
  readonly cancel: string;
  /** Beside a price that is not the shop's own */
  readonly agreed: (shopPrice: string) => string;
  readonly priceOf: (name: string, unit: string) => string;
}
