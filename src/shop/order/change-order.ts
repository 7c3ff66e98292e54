import { draftStands, type OrderRefusal } from "./draft-stands.ts";
import { isOpenToCustomer, type OrderDraft } from "./order.ts";
import { bookedDayOf, linesOf, type OrderDesk, type Orderer, timeZoneAt } from "./order-desk.ts";
import { pickupCode } from "./pickup-code.ts";
import { holdsOf, type StoredOrder } from "./stored-order.ts";

/** Replaces what was agreed in an order that the shop has not begun. `version` is the one the customer's yes was for. */
export function changeOrder(
  desk: OrderDesk,
  orderer: Orderer,
  named: { readonly order: string; readonly version: number },
  draft: OrderDraft,
): OrderRefusal | undefined {
  const before = ownOrder(desk, orderer, named);
  if (!before) return "order_changed";
  const refusal = draftStands(draft, desk.offer, desk.now, before.lines);
  if (refusal) return refusal;
  const { id, number, status, placedAt, customerId, conversationId, topicId, courierId, cardId } = before;
  const after: StoredOrder = {
    ...draft,
    id,
    number,
    status,
    version: before.version + 1,
    placedAt,
    lines: linesOf(desk, draft),
    bookedDay: bookedDayOf(draft.day, timeZoneAt(desk.offer, draft.branchId), placedAt),
    customerId,
    conversationId,
    topicId,
    ...(courierId === undefined ? {} : { courierId }),
    ...(cardId === undefined ? {} : { cardId }),
    ...(draft.fulfilment === "pickup" ? { pickupCode: before.pickupCode ?? pickupCode(id) } : {}),
  };
  const back = desk.ledger.mark();
  desk.ledger.release(holdsOf(before));
  if (!desk.ledger.hold(holdsOf(after))) {
    back();
    return "out_of_stock";
  }
  desk.orders.set(id, after);
  desk.changes.push({ type: "changed", before, after, who: "customer", words: draft.agreedWords });
  return undefined;
}

/** The order as it was seen, while it is the customer's own to change. */
export function ownOrder(
  desk: OrderDesk,
  { customerId }: Orderer,
  { order, version }: { readonly order: string; readonly version: number },
): StoredOrder | undefined {
  const found = desk.orders.get(order);
  const own = found?.customerId === customerId && found.version === version && isOpenToCustomer(found.status);
  return own ? found : undefined;
}
