import { draftStands, type OrderRefusal } from "./draft-stands.ts";
import type { OrderDraft } from "./order.ts";
import { bookedDayOf, linesOf, type OrderDesk, type Orderer, timeZoneAt } from "./order-desk.ts";
import { pickupCode } from "./pickup-code.ts";
import { holdsOf, type StoredOrder } from "./stored-order.ts";

/** Open COD orders that a customer nobody has verified may have. */
const MOST_OPEN_COD = 2;

/** The number is given when the order is written: orders are numbered in the order of their commits. */
const NOT_NUMBERED_YET = "";

/**
 * Places what a topic led to, or says why not. A topic places at most one order: a second placement changes nothing.
 */
export function placeOrder(
  desk: OrderDesk,
  orderer: Orderer,
  topicId: string,
  draft: OrderDraft,
): OrderRefusal | undefined {
  if (desk.byTopic.has(topicId)) return undefined;
  const refusal = draftStands(draft, desk.offer, desk.now);
  if (refusal) return refusal;
  const { customerId, conversationId, cappedCod, placedBy = "customer" } = orderer;
  const isCod = draft.payment === "cash_on_delivery";
  const open = desk.openCod.get(customerId) ?? 0;
  if (isCod && cappedCod && open >= MOST_OPEN_COD) return "too_many_open_cod";
  const id = desk.newId();
  const order: StoredOrder = {
    ...draft,
    id,
    number: NOT_NUMBERED_YET,
    status: "placed",
    version: 1,
    placedAt: desk.now,
    lines: linesOf(desk, draft),
    bookedDay: bookedDayOf(draft.day, timeZoneAt(desk.offer, draft.branchId), desk.now),
    customerId,
    conversationId,
    topicId,
    ...(draft.fulfilment === "pickup" ? { pickupCode: pickupCode(id) } : {}),
  };
  if (!desk.ledger.hold(holdsOf(order))) return "out_of_stock";
  if (isCod) desk.openCod.set(customerId, open + 1);
  desk.orders.set(id, order);
  desk.byTopic.set(topicId, id);
  desk.changes.push({ type: "placed", after: order, who: placedBy });
  return undefined;
}
