import type { CallKind } from "../shop/call/call.ts";
import type { LinkedContact, OrderSummary } from "./views.ts";

/** A customer in the list. Instants are epoch ms, money whole rupiah. */
export interface CustomerRow {
  readonly id: string;
  readonly label: string;
  readonly phone?: string;
  readonly address?: string;
  readonly channels: readonly string[];
  readonly since: number;
  readonly lastOrderAt?: number;
  /** Orders that were completed, and what they brought */
  readonly completed: number;
  readonly total: number;
}

/** What became of a customer's orders. */
export interface OrderTally {
  readonly running: number;
  readonly completed: number;
  readonly cancelled: number;
  /** Times that somebody stood at the door in vain */
  readonly failedDeliveries: number;
  /** Rupiah of the completed */
  readonly total: number;
  /** Rupiah of cash that the customer still owes */
  readonly due: number;
}

/** All that a shop's people want to know of one customer. */
export interface CustomerProfile {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  readonly phone?: string;
  readonly phoneVerified: boolean;
  /** Where orders were brought to, the latest first */
  readonly addresses: readonly string[];
  readonly since: number;
  readonly note: string;
  readonly contacts: readonly LinkedContact[];
  readonly tally: OrderTally;
  readonly orders: readonly OrderSummary[];
  readonly consents: readonly {
    readonly purpose: string;
    readonly channel: string;
    readonly given: boolean;
    readonly wording: string;
    readonly at: number;
  }[];
  /** What staff wrote for each other in this customer's chats */
  readonly notes: readonly { readonly id: string; readonly at: number; readonly who: string; readonly text: string }[];
  readonly calls: readonly {
    readonly id: string;
    readonly kind: CallKind;
    readonly reason: string;
    readonly at: number;
    /** Absent while it is still to be made */
    readonly outcome?: string;
  }[];
  readonly misreads: readonly {
    readonly id: string;
    readonly conversationId: string;
    readonly text: string;
    readonly at: number;
  }[];
}
