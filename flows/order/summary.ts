import type { Quote } from "../../src/shop/order/quote.ts";
import type { Basket } from "./basket.ts";
import type { When } from "./when.ts";

/** What a summary is made of besides its figures. */
export interface Agreed {
  /** Only how its quantities were said: the figures are the quote's */
  readonly basket?: Basket | undefined;
  readonly address?: string | undefined;
  readonly when?: When | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}

/** Digest of the facts a yes agrees to, and of nothing that may change by itself: no words, no relative dates. */
export function digestOf(known: Agreed, sum: Quote): string {
  const { when } = known;
  return `v1:${JSON.stringify([
    sum.lines.map(({ sku, quantity, unitPrice, amount, note }) => [sku, quantity, unitPrice, amount, note ?? ""]),
    sum.fulfilment,
    sum.payment,
    sum.fulfilment === "pickup" ? (sum.branch?.id ?? "") : (sum.zone?.id ?? ""),
    sum.fulfilment === "delivery" ? (known.address ?? "") : "",
    when?.asap ? "asap" : [when?.day ?? "", when?.time ?? "", ...(when?.around ? [when.around] : [])],
    known.name ?? "",
    known.phone ?? "",
    sum.fee,
    sum.total,
  ])}`;
}
