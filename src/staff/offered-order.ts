import type { EventBody } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { appendEvents, lockConversations } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import type { LiveTopic } from "../live-updates.ts";
import { capacityAt } from "../shop/order/last-step-store.ts";
import type { Offer } from "../shop/order/offer.ts";
import { offersNow } from "../shop/order/offers-store.ts";
import { findOrders, lockOrders } from "../shop/order/order-store.ts";
import { holdsOf, type StoredOrder } from "../shop/order/stored-order.ts";
import { Ledger, stockKey } from "../shop/stock/ledger.ts";
import { lockDays, lockStock } from "../shop/stock/stock-store.ts";
import type { Acts } from "./acts.ts";
import { asItIs, type Stepped } from "./step-order.ts";

/** Why nothing was done about an offer. */
export type NotOffered =
  | Extract<Stepped, { readonly type: "changed" | "unknownOrder" | "outOfStock" }>
  /** The order is on the road, done or cancelled */
  | { readonly type: "notAdjustable" };

/** The order as it is now, with its conversation locked. */
export async function lockedOrder(tx: Tx, { database }: Acts, id: string): Promise<StoredOrder | undefined> {
  const [seen] = await findOrders(tx, [id], []);
  if (!seen) return undefined;
  await lockConversations(tx, database.engine, new Set([seen.conversationId]));
  await lockOrders(tx, database.engine, [id]);
  const [order] = await findOrders(tx, [id], []);
  return order;
}

/** An offer that waits for its answer, on rows that are locked. */
export interface OpenOffer {
  readonly id: string;
  readonly order: StoredOrder;
  readonly offer: Offer;
  readonly ledger: Ledger;
}

/** The offer that is open for an order, as it was seen, or why there is none to settle. */
export async function openOffer(tx: Tx, acts: Acts, id: string, version: number): Promise<OpenOffer | NotOffered> {
  const { engine } = acts.database;
  const [order] = await findOrders(tx, [id], []);
  if (!order) return { type: "unknownOrder" };
  // Conversation, stock, order: the order in which everybody locks.
  await lockConversations(tx, engine, new Set([order.conversationId]));
  const now = (await offersNow(tx, [order])).get(id);
  if (order.version !== version || now?.state !== "open" || !now.offer) return asItIs(tx, id);
  const ledger = await lockGoods(tx, acts, order, now.offer);
  const locked = (await lockOrders(tx, engine, [id])).get(id);
  if (Number(locked?.version ?? version) !== version) return asItIs(tx, id);
  return { id: now.id, order, offer: now.offer, ledger };
}

/** What an order holds, and what the offer would take. */
async function lockGoods(tx: Tx, { database }: Acts, order: StoredOrder, { lines }: Offer): Promise<Ledger> {
  const { branchId, bookedDay: day } = order;
  const wanted = [
    ...holdsOf(order).flatMap((hold) => (hold.type === "stock" ? [hold] : [])),
    ...lines.flatMap(({ sku, madeToOrder }) => (madeToOrder ? [] : [{ sku, branchId }])),
  ];
  const stock = new Map(wanted.map(({ sku }) => [stockKey({ sku, branchId }), { sku, branchId }]));
  const levels = await lockStock(tx, database.engine, [...stock.values()]);
  const isMade = [...order.lines, ...lines].some(({ madeToOrder }) => madeToOrder);
  const booked = isMade ? await lockDays(tx, database.engine, [{ branchId, day }]) : [];
  const capacity = await capacityAt(tx, branchId);
  return new Ledger(levels, capacity === undefined ? booked : booked.map((level) => ({ ...level, capacity })));
}

type OfferEvent = Extract<EventBody, { readonly type: "orderOffered" | "offerSettled" }>;

/** The customer's chat hears of it in its next turn, also while a person holds it. */
export async function tellOfOffer(
  tx: Tx,
  { newId }: Pick<Acts, "newId">,
  { conversationId }: StoredOrder,
  body: OfferEvent,
  now: number,
): Promise<void> {
  const key = `${body.type}:${body.offer}`;
  await appendEvents(tx, [{ id: newId(), key, conversationId, body }], now, quietRule(0));
}

/** What open screens read anew. */
export function offerEvent(order: string, conversationId: string): readonly LiveTopic[] {
  return [
    { type: "order", id: order },
    { type: "conversation", id: conversationId },
  ];
}
