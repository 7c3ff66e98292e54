import type { OrderStatus } from "../shop/order/order.ts";
import type { ConversationSummary } from "./views.ts";

/** What a search found, each kind with its best or latest first. */
export interface SearchView {
  readonly people: readonly (Pick<ConversationSummary, "id" | "customer" | "channel" | "lastAt"> & {
    readonly phone?: string;
  })[];
  readonly orders: readonly {
    readonly id: string;
    readonly number: string;
    readonly status: OrderStatus;
    readonly customer: string;
    readonly total: number;
    readonly placedAt: number;
  }[];
  readonly messages: readonly FoundMessage[];
  /** Whether only the latest messages were looked through, or more of them hold the words than are shown */
  readonly more: boolean;
}

/** A message, or a note of staff, that holds the words. */
export interface FoundMessage {
  readonly conversationId: string;
  readonly customer: string;
  /** Its place in the thread */
  readonly sequence: number;
  readonly at: number;
  readonly from: "customer" | "shop" | "note";
  /** The words with some of what stands around them */
  readonly text: string;
}

/** A reply that the shop uses often. */
export interface CannedReplyView {
  readonly id: string;
  readonly title: string;
  /** May hold placeholders: `{nama}` */
  readonly text: string;
}

/** How the customer's last messages sound, with the words that show it. */
export interface MoodView {
  readonly mood: "angry" | "complaint" | "happy" | "neutral";
  readonly words?: string;
  readonly at?: number;
}

/** How orders of a customer ended so far. */
export interface HistoryView {
  readonly running: number;
  readonly completed: number;
  readonly cancelled: number;
  /** How often goods went out and came back */
  readonly failedDeliveries: number;
  /** Rupiah paid in cash */
  readonly cashPaid: number;
}
