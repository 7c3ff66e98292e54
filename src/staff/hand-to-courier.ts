import type { Tx } from "../database/database.ts";
import { lockConversations } from "../inbox/append-events.ts";
import { offersNow } from "../shop/order/offers-store.ts";
import { isRunning } from "../shop/order/order.ts";
import { findOrders, lockOrders } from "../shop/order/order-store.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import type { Acts } from "./acts.ts";
import { isOnTeam } from "./courier-store.ts";
import { tellOfOffer } from "./offered-order.ts";
import { asItIs, type Stepped } from "./step-order.ts";

export type HandedToCourier =
  | { readonly type: "handed"; readonly version: number }
  /** A courier may take what nobody has, and no more */
  | { readonly type: "notYours" }
  | Extract<Stepped, { readonly type: "changed" | "unknownCourier" | "unknownOrder" }>;

/** Says who brings an order, or that nobody does yet. `own`: a courier takes it for themselves. */
export async function handToCourier(
  acts: Acts,
  act: {
    readonly order: string;
    readonly version: number;
    readonly staff: string;
    /** Staff id; null takes it from whoever had it */
    readonly courier: string | null;
    readonly own?: boolean;
  },
): Promise<HandedToCourier> {
  const result = await acts.database.transaction((tx) => handLocked(tx, acts, act));
  if (result.type === "handed") acts.changed([{ type: "order", id: act.order }]);
  return result;
}

async function handLocked(
  tx: Tx,
  { database, clock, newId }: Acts,
  { order: id, version, staff, courier, own }: Parameters<typeof handToCourier>[1],
): Promise<HandedToCourier> {
  const [found] = await findOrders(tx, [id], []);
  if (!found) return { type: "unknownOrder" };
  await lockConversations(tx, database.engine, new Set([found.conversationId]));
  const locked = (await lockOrders(tx, database.engine, [id])).get(id);
  if (found.version !== version || Number(locked?.version ?? version) !== version) return asItIs(tx, id);
  // Who has the cash of an order that is done is settled.
  if (!isRunning(found) || found.fulfilment !== "delivery") return asItIs(tx, id);
  if (courier !== null && !(await isOnTeam(tx, courier))) return { type: "unknownCourier" };
  if (own && found.courierId !== undefined && found.courierId !== staff) return { type: "notYours" };
  const open = (await offersNow(tx, [found])).get(id);
  const { courierId: _, ...rest } = found;
  const after = { ...rest, ...(courier === null ? {} : { courierId: courier }), version: version + 1 };
  const change = { type: "handed" as const, before: found, after, who: staff, data: { courier }, cash: [] };
  await writeOrders(tx, { changes: [change], now: clock(), newId }, new Map());
  if (open?.state === "open")
    await tellOfOffer(
      tx,
      { newId },
      found,
      { type: "offerSettled", staff, order: id, offer: open.id, state: "withdrawn" },
      clock(),
    );
  return { type: "handed", version: after.version };
}
