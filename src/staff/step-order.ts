import type { Database, Tx } from "../database/database.ts";
import { appendEvents, lockConversations } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import { awaitsConfirming, dropConfirmCalls } from "../shop/call/confirm-calls-store.ts";
import { moveGoods } from "../shop/order/move-goods.ts";
import { NEXT_STATUSES, type OrderStatus } from "../shop/order/order.ts";
import { findOrders, lockOrders } from "../shop/order/order-store.ts";
import { holdsOf, type StoredOrder } from "../shop/order/stored-order.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import { Ledger } from "../shop/stock/ledger.ts";
import { lockDays, lockStock, writeDays, writeStock } from "../shop/stock/stock-store.ts";
import type { Acts } from "./acts.ts";
import { audit } from "./holder-store.ts";

export interface OrderStep {
  readonly order: string;
  /** The version that the seller saw */
  readonly version: number;
  readonly status: OrderStatus;
  readonly staff: string;
  /** An owner lets the order go on without the call that was to confirm it */
  readonly uncalled?: boolean;
  /** Why it is cancelled, kept with its history */
  readonly reason?: string;
}

export type Stepped =
  | { readonly type: "stepped"; readonly version: number }
  /** The order is no longer as it was seen: how it is now */
  | { readonly type: "changed"; readonly status: OrderStatus; readonly version: number }
  | { readonly type: "notAllowed"; readonly from: OrderStatus; readonly to: OrderStatus }
  /** Goods given back after a failed delivery are no longer there */
  | { readonly type: "outOfStock" }
  /** A call is to confirm it first */
  | { readonly type: "unconfirmed" }
  | { readonly type: "unknownOrder" };

/** Staff move an order on. The customer's conversation gets an event, so that its next turn shows the card anew. */
export async function stepOrder(parts: Acts, step: OrderStep): Promise<Stepped> {
  const [result, conversationId] = await parts.database.transaction((tx) => stepLocked(tx, parts, step));
  if (result.type === "stepped" && conversationId !== undefined)
    parts.changed([
      { type: "order", id: step.order },
      { type: "call", id: conversationId },
      { type: "conversation", id: conversationId },
    ]);
  return result;
}

/** The step itself, inside a transaction of the caller, who then says what changed. */
export async function stepLocked(tx: Tx, parts: Acts, step: OrderStep): Promise<[Stepped, conversationId?: string]> {
  const { engine } = parts.database;
  const [found] = await findOrders(tx, [step.order], []);
  if (!found) return [{ type: "unknownOrder" }];
  // Conversation, stock, order: the order in which everybody locks.
  await lockConversations(tx, engine, new Set([found.conversationId]));
  const ledger = await lockGoods(tx, engine, found);
  const now = (await lockOrders(tx, engine, [found.id])).get(found.id);
  const version = Number(now?.version ?? found.version);
  if (version !== step.version || version !== found.version) return [await asItIs(tx, step.order)];
  if (!NEXT_STATUSES[found.status].includes(step.status))
    return [{ type: "notAllowed", from: found.status, to: step.status }];
  const isBegun = found.status === "placed" && BEGUN.has(step.status);
  const isAwaited = isBegun && (await awaitsConfirming(tx, found.id));
  if (isAwaited && !step.uncalled) return [{ type: "unconfirmed" }];
  const after: StoredOrder = { ...found, status: step.status, version: version + 1 };
  if (!moveGoods(ledger, found, after)) return [{ type: "outOfStock" }];
  await write(tx, parts, ledger, { before: found, after, step });
  const moment = parts.clock();
  if (isAwaited)
    await audit(tx, { id: parts.newId(), at: moment, who: step.staff, what: "beganUncalled", subject: found.id });
  if (isAwaited || step.status === "cancelled") await dropConfirmCalls(tx, [found.id], moment);
  return [{ type: "stepped", version: after.version }, found.conversationId];
}

/** Steps by which the shop takes an order on */
const BEGUN: ReadonlySet<OrderStatus> = new Set(["accepted", "preparing"]);

async function lockGoods(tx: Tx, engine: Database["engine"], order: StoredOrder): Promise<Ledger> {
  const holds = holdsOf(order);
  const stock = holds.flatMap((hold) => (hold.type === "stock" ? [hold] : []));
  const days = holds.flatMap((hold) => (hold.type === "day" ? [hold] : []));
  return new Ledger(await lockStock(tx, engine, stock), await lockDays(tx, engine, days));
}

async function asItIs(tx: Tx, id: string): Promise<Stepped> {
  const [order] = await findOrders(tx, [id], []);
  return order ? { type: "changed", status: order.status, version: order.version } : { type: "unknownOrder" };
}

async function write(
  tx: Tx,
  { clock, newId }: Acts,
  ledger: Ledger,
  {
    before,
    after,
    step: { staff, reason },
  }: { readonly before: StoredOrder; readonly after: StoredOrder; readonly step: OrderStep },
): Promise<void> {
  const now = clock();
  const changes = [{ type: "stepped" as const, before, after, who: staff, ...(reason ? { words: reason } : {}) }];
  await writeOrders(tx, { changes, now, newId }, new Map());
  await writeStock(tx, ledger.stockChanges());
  await writeDays(tx, ledger.dayChanges());
  const body = { type: "orderStepped" as const, order: after.id, status: after.status, staff };
  const key = `step:${after.id}:${after.version}`;
  await appendEvents(tx, [{ id: newId(), key, conversationId: after.conversationId, body }], now, quietRule(0));
}
