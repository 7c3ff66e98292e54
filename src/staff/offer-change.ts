import type { Tx } from "../database/database.ts";
import { isPaused } from "../shop/catalogue/catalogue.ts";
import { loadShop } from "../shop/catalogue/catalogue-store.ts";
import { capacityAt } from "../shop/order/last-step-store.ts";
import {
  changesOf,
  lackingIn,
  type Offer,
  type OfferRefusal,
  offerFrom,
  type WantedLine,
} from "../shop/order/offer.ts";
import { readOfferIdUse } from "../shop/order/offers-store.ts";
import { isAdjustable } from "../shop/order/order.ts";
import type { OrderChange } from "../shop/order/order-desk.ts";
import type { Market } from "../shop/order/quote.ts";
import type { StoredOrder } from "../shop/order/stored-order.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import { findDays, findStock } from "../shop/stock/stock-store.ts";
import type { Acts } from "./acts.ts";
import { audit } from "./holder-store.ts";
import { lockedOrder, type NotOffered, offerEvent, tellOfOffer } from "./offered-order.ts";
import { asItIs } from "./step-order.ts";

/** Something else that staff offer in place of what an order has. `id` is the page's own mark: sent again, it is one offer. */
export interface OfferedChange {
  readonly id: string;
  readonly order: string;
  /** The version that the seller saw */
  readonly version: number;
  readonly staff: string;
  readonly lines: readonly WantedLine[];
  /** Why; the customer reads it */
  readonly note?: string;
}

export type ChangeOffered = { readonly type: "offered" } | { readonly type: OfferRefusal } | NotOffered;

/**
 * Offers the customer an order otherwise than it is. Nothing is reserved and the order stays as it is until their yes; the
 * version goes up, so that an offer before this one is answered no more, and whatever is done to the order ends this one.
 */
export async function offerChange(acts: Acts, offered: OfferedChange): Promise<ChangeOffered> {
  const [result, conversationId] = await acts.database.transaction((tx) => offerLocked(tx, acts, offered));
  if (conversationId !== undefined) acts.changed(offerEvent(offered.order, conversationId));
  return result;
}

async function offerLocked(
  tx: Tx,
  acts: Acts,
  { id, order: orderId, version, staff, lines, note }: OfferedChange,
): Promise<[ChangeOffered, conversationId?: string]> {
  const order = await lockedOrder(tx, acts, orderId);
  if (!order) return [{ type: "unknownOrder" }];
  const used = await readOfferIdUse(tx, id, orderId);
  if (used === "thisOffer") return [{ type: "offered" }];
  if (used === "another" || order.version !== version) return [await asItIs(tx, orderId)];
  if (!isAdjustable(order.status)) return [{ type: "notAdjustable" }];
  const now = acts.clock();
  const shop = await loadShop(tx);
  const offer = offerFrom(order, lines, shop, staff, note);
  if (typeof offer === "string") return [{ type: offer }];
  const paused = new Set(shop.products.filter((product) => isPaused(product, now)).map(({ sku }) => sku));
  if (lackingIn(order, offer, await marketFor(tx, order, offer, paused))) return [{ type: "outOfStock" }];
  const after = { ...order, version: version + 1 };
  const words = note === undefined ? {} : { words: note };
  const change: OrderChange = { type: "offered", before: order, after, who: staff, data: { offer }, ...words };
  // The event of the order's history is the offer: it has the page's mark.
  await writeOrders(tx, { changes: [change], now, newId: () => id }, new Map());
  const priced = changesOf(order.lines, offer.lines).flatMap(({ to }) => (to?.agreedBy === staff ? [to] : []));
  for (const { sku, unitPrice } of priced)
    await audit(tx, {
      ...{ id: acts.newId(), at: now, who: staff, what: "agreedPrice", subject: orderId, note: `${sku} ${unitPrice}` },
    });
  await tellOfOffer(tx, acts, order, { type: "orderOffered", staff, order: orderId, offer: id }, now);
  return [{ type: "offered" }, order.conversationId];
}

/** What is there now of the goods of an offer. Nothing is locked: it is counted once more at the yes. */
async function marketFor(
  tx: Tx,
  { branchId, bookedDay }: StoredOrder,
  { lines }: Offer,
  paused: ReadonlySet<string>,
): Promise<Pick<Market, "available" | "capacityLeft">> {
  const stock = await findStock(
    tx,
    lines.map(({ sku }) => sku),
  );
  const capacity = await capacityAt(tx, branchId);
  const [day] = await findDays(tx, [{ branchId, day: bookedDay }]);
  return {
    available: (sku, branch) => {
      if (paused.has(sku.split("/")[0] ?? sku)) return 0;
      const level = stock.find((one) => one.sku === sku && one.branchId === branch);
      return level && level.onHand - level.reserved;
    },
    capacityLeft: () => (capacity === undefined ? undefined : capacity - (day?.booked ?? 0)),
  };
}
