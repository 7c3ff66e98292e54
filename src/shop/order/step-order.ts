import type { Database, Tx } from "../../database/database.ts";
import { appendEvents, lockConversations } from "../../inbox/append-events.ts";
import { quietRule } from "../../inbox/quiet-rule.ts";
import type { LiveTopic } from "../../live-updates.ts";
import { Ledger } from "../stock/ledger.ts";
import { lockDays, lockStock } from "../stock/stock-store.ts";
import { moveGoods } from "./move-goods.ts";
import { NEXT_STATUSES, type OrderStatus } from "./order.ts";
import { findOrders, lockOrders } from "./order-store.ts";
import { holdsOf, type StoredOrder } from "./stored-order.ts";
import { writeOrders } from "./write-orders.ts";

export interface OrderStep {
  readonly order: string;
  /** The version that the seller saw */
  readonly version: number;
  readonly status: OrderStatus;
  readonly staff: string;
}

export type Stepped =
  | { readonly type: "stepped"; readonly version: number }
  /** The order is no longer as it was seen: how it is now */
  | { readonly type: "changed"; readonly status: OrderStatus; readonly version: number }
  | { readonly type: "notAllowed"; readonly from: OrderStatus; readonly to: OrderStatus }
  /** Goods given back after a failed delivery are no longer there */
  | { readonly type: "outOfStock" }
  | { readonly type: "unknownOrder" };

interface StepParts {
  readonly database: Database;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly changed: (topics: readonly LiveTopic[]) => void;
}

/** Staff move an order on. The customer's conversation gets an event, so that its next turn shows the card anew. */
export async function stepOrder(parts: StepParts, step: OrderStep): Promise<Stepped> {
  const [result, conversationId] = await parts.database.transaction((tx) => stepLocked(tx, parts, step));
  if (result.type === "stepped" && conversationId !== undefined)
    parts.changed([
      { type: "order", id: step.order },
      { type: "conversation", id: conversationId },
    ]);
  return result;
}

async function stepLocked(tx: Tx, parts: StepParts, step: OrderStep): Promise<[Stepped, conversationId?: string]> {
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
  const after: StoredOrder = { ...found, status: step.status, version: version + 1 };
  if (!moveGoods(ledger, found, after)) return [{ type: "outOfStock" }];
  await write(tx, parts, ledger, { before: found, after, staff: step.staff });
  return [{ type: "stepped", version: after.version }, found.conversationId];
}

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
  { clock, newId }: StepParts,
  ledger: Ledger,
  { before, after, staff }: { readonly before: StoredOrder; readonly after: StoredOrder; readonly staff: string },
): Promise<void> {
  const now = clock();
  const changes = [{ type: "stepped" as const, before, after, who: staff }];
  await writeOrders(tx, { ledger, changes, now, newId }, new Map());
  const body = { type: "orderStepped" as const, order: after.id, status: after.status };
  const key = `step:${after.id}:${after.version}`;
  await appendEvents(tx, [{ id: newId(), key, conversationId: after.conversationId, body }], now, quietRule(0));
}
