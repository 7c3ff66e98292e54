import { ownOrder } from "./change-order.ts";
import type { OrderRefusal } from "./draft-stands.ts";
import type { OrderDesk, Orderer } from "./order-desk.ts";
import { holdsOf } from "./stored-order.ts";

/** Cancels an order that the shop has not begun and gives back what it held. Cancelling twice changes nothing. */
export function cancelOrder(
  desk: OrderDesk,
  orderer: Orderer,
  named: { readonly order: string; readonly version: number; readonly words: string },
): OrderRefusal | undefined {
  const found = desk.orders.get(named.order);
  if (found?.customerId === orderer.customerId && found.status === "cancelled") return undefined;
  const before = ownOrder(desk, orderer, named);
  if (!before) return "order_changed";
  const after = { ...before, status: "cancelled" as const, version: before.version + 1 };
  desk.ledger.release(holdsOf(before));
  desk.orders.set(after.id, after);
  desk.changes.push({ type: "cancelled", before, after, who: "customer", words: named.words });
  return undefined;
}
