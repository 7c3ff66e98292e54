import type { Fulfilment, OrderStatus, Payment } from "../shop/order/order.ts";
import type { BasketView } from "./views.ts";

/** Orders as the console's pages read them. Instants are epoch ms, money whole rupiah, quantities thousandths of the unit. */
export interface OrderSummary {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly customer: string;
  readonly fulfilment: Fulfilment;
  readonly payment: Payment;
  readonly total: number;
  readonly branchId: string;
  readonly branch: string;
  readonly zone?: string;
  readonly address?: string;
  readonly day?: string;
  readonly time?: string;
  readonly placedAt: number;
  /** By when it is to be there */
  readonly promisedAt: number;
  /** IANA zone of its branch */
  readonly timeZone: string;
  /** Who brings it */
  readonly courier?: { readonly id: string; readonly name: string };
  /** A call is to confirm it before the shop begins */
  readonly callFirst?: boolean;
  /** What was offered in place of something, and how it stands */
  readonly offer?: OfferMark;
  readonly items: string;
}

export interface OfferMark {
  /** `failed`: the customer wanted it, but the goods were gone */
  readonly state: "open" | "accepted" | "refused" | "failed";
  /** Since when */
  readonly at: number;
}

/** An offer as its order's page shows it. */
export interface OfferView extends OfferMark {
  /** Name of who made or noted it; `customer` */
  readonly who: string;
  readonly words?: string;
  /** What would change, while it is open */
  readonly changes: readonly { readonly from?: OfferedGoods; readonly to?: OfferedGoods }[];
  readonly total?: number;
  /** The customer's words since, the latest first, to pick their answer from */
  readonly said: readonly string[];
}

export interface OfferedGoods {
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  readonly amount: number;
}

export interface OrderView extends OrderSummary {
  readonly offer?: OfferView;
  readonly conversationId: string;
  /** A person of the shop answers in its chat, and the bot is silent there */
  readonly held: boolean;
  readonly phone?: string;
  readonly note?: string;
  readonly pickupCode?: string;
  readonly goodsTotal: number;
  readonly fee: number;
  /** What delivery costs there now, and the sum of goods from which on it costs nothing */
  readonly delivery?: { readonly fee: number; readonly freeFrom: number | null };
  /** Cash still to be taken from the customer */
  readonly cashDue: number;
  /** Cash that was taken */
  readonly cashTaken?: number;
  /** A call is to confirm it before the shop begins */
  readonly callFirst: boolean;
  readonly agreedWords: string;
  readonly lines: readonly (BasketView & {
    readonly sku: string;
    readonly unitPrice: number;
    readonly amount: number;
  })[];
  readonly events: readonly OrderEventView[];
  /** The last step, while it can be taken back by whoever made it, or an owner */
  readonly undo?: { readonly by: string; readonly until: number };
  /** Where it comes from, for its slip */
  readonly from: { readonly shop: string; readonly address: string; readonly phone?: string };
}

export interface OrderEventView {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  /** A status, or what else was done */
  readonly what: string;
  readonly words?: string | undefined;
  /** A StepReason */
  readonly reason?: string | undefined;
  readonly cash?: number | undefined;
  readonly cashReason?: string | undefined;
  /** Name of who brings it */
  readonly courier?: string | undefined;
  readonly byCode?: boolean | undefined;
  /** Where the customer was not told at once: it waits for the bot, was told since, or was the seller's to tell */
  readonly told?: "waiting" | "later" | "never" | undefined;
}

/** Who may bring orders. */
export interface CourierView {
  readonly id: string;
  readonly name: string;
  readonly isCourier: boolean;
}

/** An order found by its pickup code. */
export interface FoundByCode {
  readonly id: string;
  readonly number: string;
  /** Whether it may be handed over now; when not, `message` says why */
  readonly isReady: boolean;
  readonly message?: string;
}

/** The cash of a day, by who has it. */
export interface CashDay {
  /** Calendar day of the shop */
  readonly day: string;
  readonly today: string;
  readonly couriers: readonly CourierCash[];
  readonly branches: readonly {
    readonly id: string;
    readonly name: string;
    /** To be taken for orders that are not done */
    readonly due: number;
    /** What came to the shop on that day, from the counter and from couriers */
    readonly received: number;
  }[];
  /** Where other cash was taken than was due, on that day */
  readonly differences: readonly {
    readonly order: string;
    readonly number: string;
    /** Missing; less than nothing where there was more */
    readonly amount: number;
    readonly reason: string;
    readonly who: string;
  }[];
  readonly handIns: readonly {
    readonly id: string;
    readonly at: number;
    readonly courier: string;
    readonly amount: number;
    /** What stayed with the courier */
    readonly left: number;
    readonly who: string;
  }[];
}

export interface CourierCash {
  readonly id: string;
  readonly name: string;
  /** To be taken for orders that they carry now */
  readonly due: number;
  /** Taken on that day */
  readonly received: number;
  /** In their hands now, from whatever day */
  readonly held: number;
  readonly orders: readonly { readonly id: string; readonly number: string; readonly amount: number }[];
}
