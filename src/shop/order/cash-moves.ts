import type { Payment } from "./order.ts";
import type { StoredOrder } from "./stored-order.ts";

/** Rupiah of an order's cash that come to a holder (or leave them). Per holder they add up to what each has. */
export interface CashMove {
  readonly orderId: string;
  readonly holder: "customer" | "shop";
  readonly amount: number;
}

/** What changing an order does to its cash: due from the customer when placed, the shop's when completed. */
export function cashMoves(before: StoredOrder | undefined, after: StoredOrder): readonly CashMove[] {
  const had = before ? cashOf(before) : NONE;
  const has = cashOf(after);
  return (["customer", "shop"] as const).flatMap((holder) => {
    const amount = has[holder] - had[holder];
    return amount === 0 ? [] : [{ orderId: after.id, holder, amount }];
  });
}

const NONE = { customer: 0, shop: 0 };
const IN_CASH: readonly Payment[] = ["cash_on_delivery", "cash_at_pickup"];

function cashOf({ payment, status, total }: StoredOrder): { readonly customer: number; readonly shop: number } {
  if (!IN_CASH.includes(payment) || status === "cancelled") return NONE;
  return status === "completed" ? { customer: 0, shop: total } : { customer: total, shop: 0 };
}
