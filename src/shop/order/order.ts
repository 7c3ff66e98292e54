import { z } from "zod";

export const Fulfilment = z.enum(["delivery", "pickup"]);
export type Fulfilment = z.infer<typeof Fulfilment>;

export const Payment = z.enum(["cash_on_delivery", "cash_at_pickup", "transfer", "qris"]);
export type Payment = z.infer<typeof Payment>;

export const ORDER_STATUSES = [
  "placed",
  "accepted",
  "preparing",
  "ready",
  "out_for_delivery",
  "completed",
  "failed_delivery",
  "cancelled",
] as const;
export const OrderStatus = z.enum(ORDER_STATUSES);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** What the shop may do next, by status. The customer may change or cancel only while `placed`. */
export const NEXT_STATUSES: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: ["accepted", "preparing", "cancelled"],
  accepted: ["preparing", "cancelled"],
  preparing: ["ready", "cancelled"],
  ready: ["out_for_delivery", "completed", "cancelled"],
  out_for_delivery: ["completed", "failed_delivery"],
  failed_delivery: ["out_for_delivery", "cancelled"],
  completed: [],
  cancelled: [],
};

/** Rupiah. What no order is worth, and a figure that every database keeps. */
export const MOST_TOTAL = 2_000_000_000;

/** Whether the shop has not begun: the customer may still change or cancel by chat. */
export function isOpenToCustomer(status: OrderStatus): boolean {
  return status === "placed" || status === "accepted";
}

/** Orders that the customer may still be asked to have otherwise: what is on the road or done stays as it is. */
export const ADJUSTABLE: ReadonlySet<OrderStatus> = new Set<OrderStatus>(["placed", "accepted", "preparing", "ready"]);

export function isAdjustable(status: OrderStatus): boolean {
  return ADJUSTABLE.has(status);
}

/** Whether an order still is to reach its customer. */
export function isRunning({ status }: { readonly status: OrderStatus }): boolean {
  return status !== "completed" && status !== "cancelled";
}

/** One line of an order as agreed. `quantity` in thousandths of `unit`; prices in rupiah. */
export interface OrderLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly amount: number;
  readonly madeToOrder: boolean;
  readonly note?: string;
  /** Who of the shop agreed to `unitPrice`, where it is not the catalogue's */
  readonly agreedBy?: string;
}

/** Everything the customer agreed to: what `placeOrder` writes down, or refuses where it no longer stands. */
export interface OrderDraft {
  readonly lines: readonly OrderLine[];
  readonly fulfilment: Fulfilment;
  readonly payment: Payment;
  readonly branchId: string;
  readonly zoneId?: string;
  readonly address?: string;
  /** Branch-local calendar day (YYYY-MM-DD) and HH:MM or daypart */
  readonly day?: string;
  readonly time?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly goodsTotal: number;
  readonly fee: number;
  readonly total: number;
  readonly note?: string;
  readonly agreedDigest: string;
  readonly agreedText: string;
  readonly agreedWords: string;
}

/** An order as a flow sees it: the draft that was agreed, and where it stands. */
export interface PlacedOrder extends OrderDraft {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly placedAt: number;
  readonly pickupCode?: string;
}
