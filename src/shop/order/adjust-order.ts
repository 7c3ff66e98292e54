import type { OrderRefusal } from "./draft-stands.ts";
import type { Offer } from "./offer.ts";
import { isAdjustable } from "./order.ts";
import type { OrderChange, OrderDesk } from "./order-desk.ts";
import { type Held, holdsOf, type StoredLine, type StoredOrder } from "./stored-order.ts";

/** Where answers to offers are decided: on rows that are locked. */
type AnswerDesk = Pick<OrderDesk, "ledger" | "orders"> & { readonly changes: OrderChange[] };

/** An offer as it was answered. `version` is the order's since it was offered: with any other it is answered no more. */
export interface AnsweredOffer {
  readonly offer: string;
  readonly order: string;
  readonly version: number;
  /** The customer's own words */
  readonly words: string;
  /** `customer`, or the member of staff whom they told */
  readonly who: string;
}

/** The order becomes what was offered, with its goods: what it held is given back and what it takes is reserved, or neither. */
export function acceptOffer(
  desk: AnswerDesk,
  /** `text`: what the customer was shown, where that is known */
  answered: AnsweredOffer & { readonly change: Offer; readonly text?: string },
): OrderRefusal | undefined {
  const before = offered(desk, answered);
  if (!before) return "order_changed";
  const { change, offer, words, text = before.agreedText, who } = answered;
  const { goodsTotal, fee, total } = change;
  const after: StoredOrder = {
    ...before,
    ...{ goodsTotal, fee, total, version: before.version + 1, lines: linesFor(desk, before, change) },
    ...{ agreedDigest: `offer:${offer}`, agreedText: text, agreedWords: words },
  };
  const back = desk.ledger.mark();
  desk.ledger.release(holdsOf(before));
  if (!desk.ledger.hold(holdsOf(after))) {
    back();
    return "out_of_stock";
  }
  const agreedBefore = { text: before.agreedText, words: before.agreedWords };
  record(desk, { type: "adjusted", before, after, who, words, data: { offer, text, agreedBefore } });
  return undefined;
}

/** The order stays as it is. `failed`: it was wanted, but the goods are gone. */
export function declineOffer(
  desk: AnswerDesk,
  { failed, ...answered }: AnsweredOffer & { readonly failed?: boolean },
): OrderRefusal | undefined {
  const before = offered(desk, answered);
  if (!before) return "order_changed";
  const { offer, words, who } = answered;
  const type = failed ? "offerFailed" : "offerRefused";
  record(desk, { type, before, after: { ...before, version: before.version + 1 }, who, words, data: { offer } });
  return undefined;
}

/** Who would rather have nothing than what was offered has nothing, also of an order that the shop has begun. */
export function cancelOffered(desk: AnswerDesk, answered: AnsweredOffer): OrderRefusal | undefined {
  const before = offered(desk, answered);
  if (!before) return "order_changed";
  const { offer, words, who } = answered;
  const isBegun = before.status !== "placed" && before.status !== "accepted";
  desk.ledger.release(holdsOf(before, isBegun ? "stock" : undefined));
  const after = { ...before, status: "cancelled" as const, version: before.version + 1 };
  const data = { offer, reason: "customer_asked" };
  record(desk, { type: "cancelled", before, after, who, words, data });
  return undefined;
}

function offered(desk: AnswerDesk, { order, version }: AnsweredOffer): StoredOrder | undefined {
  const found = desk.orders.get(order);
  return found?.version === version && isAdjustable(found.status) ? found : undefined;
}

function record(desk: AnswerDesk, change: OrderChange): void {
  desk.orders.set(change.after.id, change.after);
  desk.changes.push(change);
}

/** Lines that stay claim what they claimed, as far as it is counted still. */
function linesFor({ ledger }: AnswerDesk, before: StoredOrder, { lines }: Offer): StoredLine[] {
  return lines.map(({ was: _, note, agreedBy, ...line }) => {
    const own = before.lines.find(({ sku }) => sku === line.sku);
    const isCounted = own?.held !== "none" && ledger.tracks(line.sku, before.branchId);
    const held: Held = line.madeToOrder ? "day" : isCounted ? "stock" : "none";
    return { ...line, held, ...(note === undefined ? {} : { note }), ...(agreedBy === undefined ? {} : { agreedBy }) };
  });
}
