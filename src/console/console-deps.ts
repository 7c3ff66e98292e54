import type { Database } from "../database/database.ts";
import type { LiveUpdates } from "../live-updates.ts";
import type { OrderStatus } from "../shop/order/order.ts";

/** How a member of staff's act ended: done, overtaken by somebody else's, or about something that isn't there. */
export type ActResult = { readonly type: "done" } | { readonly type: "stale" } | { readonly type: "notFound" };

/** What staff can do. Each act names the version it saw, and is refused as stale when somebody was faster. */
export interface StaffActs {
  takeOver(conversationId: string, staffId: string, version: number): Promise<ActResult>;
  /** `key` is made by the page, so that a reply sent again is one reply */
  reply(conversationId: string, staffId: string, text: string, key: string): Promise<ActResult>;
  handBack(conversationId: string, staffId: string, version: number): Promise<ActResult>;
  stepOrder(orderId: string, staffId: string, version: number, status: OrderStatus): Promise<ActResult>;
}

/** What the console's routes are made of. */
export interface ConsoleDeps {
  readonly database: Database;
  readonly live: LiveUpdates;
  readonly acts: StaffActs;
  /** Epoch ms */
  readonly clock: () => number;
}
