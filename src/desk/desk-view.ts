import type { Fulfilment, OrderStatus, Payment } from "../shop/order/order.ts";

/** Somebody to be called, as a seller reads it. Instants in epoch ms. */
export interface DeskCall {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly conversationId: string;
  readonly customer: string;
  readonly channel: string;
  readonly reason: string;
  /** E.164 */
  readonly phone?: string;
  readonly times: number;
  readonly tries: number;
  readonly createdAt: number;
  readonly dueAt?: number;
  readonly promisedAt?: number;
  readonly takenBy?: { readonly id: string; readonly name: string };
  /** How it ended; absent while it is open */
  readonly outcome?: string;
  readonly lastTry?: DeskTry;
  /** What its card shows: see `callStamp` */
  readonly stamp: string;
  /** What else the same customer is to be called for, in the same call */
  readonly along?: { readonly kind: string; readonly reason: string; readonly times: number };
  /** It is made along with the call that confirms an order, which has a card of its own */
  readonly led: boolean;
  readonly order?: { readonly number: string; readonly total: number };
  /** Goods in words, one a line */
  readonly basket: readonly string[];
}

export interface DeskTry {
  readonly at: number;
  readonly who: string;
  readonly name: string;
  readonly outcome: string;
  readonly note?: string;
}

/** A customer's conversation, as a seller reads it. */
export interface DeskConversation {
  readonly id: string;
  readonly version: number;
  /** `bot`, `waiting`, `own-phone` or a staff id */
  readonly holder: string;
  readonly holderName: string;
  readonly heldReason?: string;
  readonly heldSince?: number;
  readonly customer: string;
  readonly channel: string;
  readonly phone?: string;
  readonly basket: readonly string[];
  /** Number of the order placed with the bot since the customer waits */
  readonly ordered?: string;
  /** Number and status of the latest order */
  readonly order?: { readonly number: string; readonly status: string; readonly total: number };
  /** The last words, oldest first */
  readonly lines: readonly DeskLine[];
}

export interface DeskLine {
  readonly from: "customer" | "bot" | "staff";
  readonly text: string;
  readonly sequence: number;
  readonly at: number;
}

/** An order, as a seller reads it. Rupiah; quantities in thousandths of their unit. */
export interface DeskOrder {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: OrderStatus;
  readonly conversationId: string;
  readonly customer: string;
  readonly channel: string;
  readonly phone?: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unit: string;
    readonly amount: number;
    readonly note?: string;
  }[];
  readonly fulfilment: Fulfilment;
  readonly payment: Payment;
  readonly fee: number;
  readonly total: number;
  readonly branch: string;
  readonly zone?: string;
  readonly address?: string;
  /** Branch-local day (YYYY-MM-DD) and HH:MM or daypart that was promised */
  readonly day?: string;
  readonly time?: string;
  readonly note?: string;
  /** A call is to confirm it before the shop begins */
  readonly callFirst: boolean;
  /** What was offered in place of something, how it stands, and since when */
  readonly offer?: { readonly state: string; readonly at: number; readonly words?: string };
  /** The step taken last; absent while the shop has done nothing */
  readonly lastStep?: {
    readonly who: string;
    readonly status: string;
    /** The order's version after it */
    readonly version: number;
    /** Epoch ms */
    readonly at: number;
  };
  /** Why it came to where it is */
  readonly reason?: string;
}
