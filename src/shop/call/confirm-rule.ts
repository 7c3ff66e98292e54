import { z } from "zod";
import type { OrderDraft } from "../order/order.ts";

/** As an order's own total */
const MOST_RUPIAH = 2_000_000_000;

/** Which orders paid at the door a call confirms before the shop begins. What is absent asks for no call. */
export const ConfirmRule = z.object({
  /** Of customers who never had an order completed: rupiah above which they are called */
  firstOrderAbove: z.number().int().nonnegative().max(MOST_RUPIAH).optional(),
  /** So many deliveries that failed before, as when nobody took the parcel */
  afterFailedDeliveries: z.number().int().positive().max(100).optional(),
});
export type ConfirmRule = z.infer<typeof ConfirmRule>;

/** What became of a customer's earlier orders. */
export interface PastOrders {
  readonly completed: number;
  readonly failedDeliveries: number;
}

/** Whether a call confirms an order first. Who pays ahead or fetches it is never asked for one. */
export function needsCall(
  { firstOrderAbove, afterFailedDeliveries }: ConfirmRule,
  { payment, total }: Pick<OrderDraft, "payment" | "total">,
  past: PastOrders,
): boolean {
  if (payment !== "cash_on_delivery") return false;
  const isLargeFirst = firstOrderAbove !== undefined && past.completed === 0 && total > firstOrderAbove;
  return isLargeFirst || (afterFailedDeliveries !== undefined && past.failedDeliveries >= afterFailedDeliveries);
}
