import { localTime } from "../calendar/calendar.ts";
import type { Ledger } from "../stock/ledger.ts";
import type { CashMove } from "./cash-moves.ts";
import type { ShopOffer } from "./draft-stands.ts";
import type { OrderDraft } from "./order.ts";
import type { Held, StoredLine, StoredOrder } from "./stored-order.ts";

/** One thing done to an order, to be written. */
export interface OrderChange {
  readonly type:
    | "placed"
    | "changed"
    | "cancelled"
    | "stepped"
    | "undone"
    | "handed"
    /** What staff offer in place of something, and what becomes of it: see `offer.ts` */
    | "offered"
    | "adjusted"
    | "offerRefused"
    | "offerFailed"
    | "offerWithdrawn";
  readonly before?: StoredOrder;
  readonly after: StoredOrder;
  readonly who: string;
  /** Kept with the order's history: the customer's words, say */
  readonly words?: string;
  /** What else its history keeps */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Where its cash goes, if not where its status alone says */
  readonly cash?: readonly CashMove[];
}

/** Who an order is for. */
export interface Orderer {
  readonly customerId: string;
  readonly conversationId: string;
  /** Whether their open COD orders are capped */
  readonly cappedCod: boolean;
  /** Member of staff who places it for them; without it they do so themselves */
  readonly placedBy?: string;
}

/**
 * Where one transaction's orders are decided, on rows that are locked. Deciding writes nothing, so what is refused
 * needs no undoing in the database.
 */
export interface OrderDesk {
  readonly offer: ShopOffer;
  readonly ledger: Ledger;
  /** Orders by id, as they stand after what was decided so far */
  readonly orders: Map<string, StoredOrder>;
  /** Ids of orders by the topic that placed them */
  readonly byTopic: Map<string, string>;
  /** Open COD orders by customer */
  readonly openCod: Map<string, number>;
  /** Links of orders written down on the phone that the group takes up */
  readonly taken: Set<string>;
  readonly changes: OrderChange[];
  readonly now: number;
  readonly newId: () => string;
}

/** Returns the function that takes back all that is decided from here on. */
export function markDesk(desk: OrderDesk): () => void {
  const ledger = desk.ledger.mark();
  const count = desk.changes.length;
  const openCod = [...desk.openCod];
  return () => {
    ledger();
    for (const { before, after } of desk.changes.splice(count).reverse()) {
      if (before) desk.orders.set(before.id, before);
      else {
        desk.orders.delete(after.id);
        desk.byTopic.delete(after.topicId);
      }
    }
    desk.openCod.clear();
    for (const [customer, open] of openCod) desk.openCod.set(customer, open);
  };
}

/** A draft's lines with what each is to claim. */
export function linesOf(desk: OrderDesk, draft: OrderDraft): StoredLine[] {
  const held = (line: OrderDraft["lines"][number]): Held => {
    if (line.madeToOrder) return "day";
    return desk.ledger.tracks(line.sku, draft.branchId) ? "stock" : "none";
  };
  return draft.lines.map((line) => ({ ...line, held: held(line) }));
}

/** The branch-local day that a draft's made-to-order lines are booked on. */
export function bookedDayOf(day: string | undefined, timeZone: string, placedAt: number): string {
  return day ?? localTime(placedAt, timeZone).day;
}

export function timeZoneAt(offer: ShopOffer, branchId: string): string {
  return offer.branches.find(({ id }) => id === branchId)?.timeZone ?? "Asia/Jakarta";
}
