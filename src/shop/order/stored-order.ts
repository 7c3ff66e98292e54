import type { Hold } from "../stock/ledger.ts";
import type { OrderLine, OrderStatus, PlacedOrder } from "./order.ts";

/** What an order line claims: goods from stock, a share of the day's capacity, or nothing that is counted. */
export type Held = "stock" | "day" | "none";

export interface StoredLine extends OrderLine {
  readonly held: Held;
}

/** An order with all that its row says beyond what a flow sees. */
export interface StoredOrder extends PlacedOrder {
  readonly lines: readonly StoredLine[];
  readonly customerId: string;
  readonly conversationId: string;
  readonly topicId: string;
  /** Staff id of who brings it */
  readonly courierId?: string;
  /** Outbox row of the card shown last */
  readonly cardId?: string;
  /** Branch-local day that made-to-order lines are booked on */
  readonly bookedDay: string;
}

/** Whether an order in this status keeps goods aside. */
export function keepsGoods(status: OrderStatus): boolean {
  return status !== "completed" && status !== "failed_delivery" && status !== "cancelled";
}

/** What an order's lines claim, summed by variant or day. */
export function holdsOf(order: Pick<StoredOrder, "lines" | "branchId" | "bookedDay">, kind?: Held): readonly Hold[] {
  const { branchId, bookedDay: day } = order;
  const holds = new Map<string, Hold>();
  for (const { held, sku, quantity } of order.lines) {
    if (held === "none" || (kind !== undefined && held !== kind)) continue;
    const key = held === "stock" ? sku : "";
    const sum = quantity + (holds.get(key)?.quantity ?? 0);
    holds.set(
      key,
      held === "stock"
        ? { type: "stock", sku, branchId, quantity: sum }
        : { type: "day", branchId, day, quantity: sum },
    );
  }
  return [...holds.values()];
}
