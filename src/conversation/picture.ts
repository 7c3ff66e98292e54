import type { Branch } from "../shop/branch/branch.ts";
import type { OpenCall } from "../shop/call/call.ts";
import type { Product } from "../shop/catalogue/catalogue.ts";
import type { SeenOffer } from "../shop/order/offer.ts";
import type { PlacedOrder } from "../shop/order/order.ts";
import type { HandOverRules } from "../shop/settings/hand-over-rules.ts";
import type { DeliveryZone } from "../shop/zone/zone.ts";

/** Questions of an order that a shop may choose not to ask. What to buy and the yes to the summary are always asked. */
export const ASKABLE = ["fulfilment", "address", "zone", "branch", "when", "name", "phone", "payment"] as const;
export type Askable = (typeof ASKABLE)[number];

/** What is known of the person in this conversation: offered, never asked twice. */
export interface KnownCustomer {
  readonly name?: string;
  readonly phone?: string;
  readonly phoneVerified: boolean;
  readonly address?: string;
  readonly zoneId?: string;
  /** Kak, Bu, Mas, … */
  readonly form?: string;
}

/**
 * All that a flow can see of the world in one turn. Read-only. What is asked of `available`, `capacityLeft`, `orders`,
 * `proposal`, `offer` and `call` is loaded on demand: the turn notes what was missing, loads it, and advances again from the start, which costs
 * nothing because advancing is pure.
 */
export interface Picture {
  /** Epoch ms */
  readonly now: number;
  readonly timeZone: string;
  readonly shop: {
    readonly name: string;
    readonly kind: string;
    readonly city: string;
    readonly phone?: string;
    readonly address?: string;
    readonly about?: string;
    readonly paymentNote?: string;
    readonly asks: readonly Askable[];
    /** Ways the shop sells; `cod` is delivery paid in cash at the door */
    readonly fulfilments: readonly ("cod" | "delivery" | "pickup")[];
    readonly privacy?: string;
    /** When a person takes over, as the owner wishes */
    readonly handOver: HandOverRules;
    /** The owner's own wordings, by the sentences of BOT_WORDS */
    readonly words?: Readonly<Record<string, string>>;
  };
  readonly products: ReadonlyMap<string, Product>;
  readonly branches: readonly Branch[];
  readonly zones: readonly DeliveryZone[];
  /** Thousandths that can still be promised of a variant at a branch; undefined where stock is not tracked. */
  available(skuPath: string, branchId: string): number | undefined;
  /** Thousandths of made-to-order goods a branch can still promise for a day; undefined where unlimited. */
  capacityLeft(branchId: string, day: string): number | undefined;
  readonly customer: KnownCustomer;
  /** The customer's latest orders, newest first (at most 5) */
  readonly orders: readonly PlacedOrder[];
  /** The answers of an order written down on the phone, by its link's code; undefined where it is used, too old or made up */
  proposal(code: string): Readonly<Record<string, unknown>> | undefined;
  /** What staff offered in place of something in an order; undefined where it is not there any more */
  offer(id: string): SeenOffer | undefined;
  /** The call that this customer still waits for */
  readonly call?: OpenCall | undefined;
  /** What the channel can do that words depend on */
  readonly channel: {
    readonly name: string;
    readonly requestPhone: boolean;
    readonly requestLocation: boolean;
    readonly buttons: boolean;
    readonly images: boolean;
  };
  /** Makes ids for new topics and basket lines: deterministic within a turn */
  newId(): string;
}
