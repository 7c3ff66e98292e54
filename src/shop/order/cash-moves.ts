import type { Payment } from "./order.ts";
import type { StoredOrder } from "./stored-order.ts";

/** Who has, or owes, an order's cash: whoever is to pay it, the shop, a courier on the road, or a difference somebody explained. */
export type CashHolder = "customer" | "shop" | "difference" | `courier:${string}`;

/** Rupiah of an order's cash that come to a holder (or leave them). Per holder they add up to what each has. */
export interface CashMove {
  readonly orderId: string;
  readonly holder: CashHolder;
  readonly amount: number;
}

/** Rupiah by holder. Over an order in force they add up to its total, over a cancelled one to nothing. */
export type CashHeld = ReadonlyMap<CashHolder, number>;

/** What changing an order does to its cash: due from the customer when placed, with whoever took it when completed. */
export function cashMoves(before: StoredOrder | undefined, after: StoredOrder): readonly CashMove[] {
  return movesTo(after.id, before ? cashOf(before) : new Map(), cashOf(after));
}

/** Brings cash that is held somehow to where an order's status says it is. `taken`: what was given, where that is not all. */
export function settleCash(held: CashHeld, after: StoredOrder, taken?: number): readonly CashMove[] {
  return movesTo(after.id, held, cashOf(after, taken));
}

/** Who takes the cash at the door or the counter. */
export function takerOf({
  courierId,
  fulfilment,
}: Pick<StoredOrder, "courierId" | "fulfilment">): "shop" | `courier:${string}` {
  return fulfilment === "delivery" && courierId !== undefined ? courierHolder(courierId) : "shop";
}

export function courierHolder(staffId: string): `courier:${string}` {
  return `courier:${staffId}`;
}

export function isInCash({ payment }: Pick<StoredOrder, "payment">): boolean {
  return IN_CASH.includes(payment);
}

/** A stored holder; undefined for one that this release does not know. */
export function cashHolder(text: string): CashHolder | undefined {
  if (text === "customer" || text === "shop" || text === "difference") return text;
  return text.startsWith("courier:") ? courierHolder(text.slice("courier:".length)) : undefined;
}

const IN_CASH: readonly Payment[] = ["cash_on_delivery", "cash_at_pickup"];

function cashOf(order: StoredOrder, taken = order.total): CashHeld {
  const { status, total } = order;
  if (!isInCash(order) || status === "cancelled") return new Map();
  if (status !== "completed") return new Map([["customer", total]]);
  return new Map<CashHolder, number>([
    [takerOf(order), taken],
    ["difference", total - taken],
  ]);
}

function movesTo(orderId: string, had: CashHeld, has: CashHeld): readonly CashMove[] {
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((holder) => {
    const amount = (has.get(holder) ?? 0) - (had.get(holder) ?? 0);
    return amount === 0 ? [] : [{ orderId, holder, amount }];
  });
}
