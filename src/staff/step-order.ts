import type { Database, Tx } from "../database/database.ts";
import { appendEvents, lockConversations } from "../inbox/append-events.ts";
import { stepKey } from "../inbox/kept-news.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import { awaitsConfirming, dropConfirmCalls } from "../shop/call/confirm-calls-store.ts";
import { isInCash, settleCash } from "../shop/order/cash-moves.ts";
import { cashHeldOf } from "../shop/order/cash-store.ts";
import { moveGoods } from "../shop/order/move-goods.ts";
import { offersNow } from "../shop/order/offers-store.ts";
import { NEXT_STATUSES, type OrderStatus } from "../shop/order/order.ts";
import { findOrders, lockOrders } from "../shop/order/order-store.ts";
import type { Why } from "../shop/order/step-reason.ts";
import { holdsOf, type StoredOrder } from "../shop/order/stored-order.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import { Ledger } from "../shop/stock/ledger.ts";
import { lockDays, lockStock, writeDays, writeStock } from "../shop/stock/stock-store.ts";
import type { Acts } from "./acts.ts";
import { isOnTeam } from "./courier-store.ts";
import { actedThere, audit, isHeldByPerson } from "./holder-store.ts";

export interface OrderStep {
  readonly order: string;
  /** The version that the seller saw */
  readonly version: number;
  readonly status: OrderStatus;
  readonly staff: string;
  /** An owner lets the order go on without the call that was to confirm it */
  readonly uncalled?: boolean;
  /** Why it is cancelled, kept with its history and for the shop alone */
  readonly reason?: string;
  /** Why it is cancelled or was not delivered, for the history and the customer */
  readonly why?: Why;
  /** Cash that was taken, where it is not all that was due; `reason` says why */
  readonly cash?: { readonly amount: number; readonly reason?: string };
  /** Staff id of who brings it from here on */
  readonly courier?: string;
  /** The customer showed the pickup code */
  readonly byCode?: boolean;
  /** When the customer is told; without it now. `later` waits only where a person holds the chat */
  readonly tell?: Tell;
}

/** When the customer is told of a step: now, once the bot has the chat again, or not at all, because the seller did it. */
export type Tell = "now" | "later" | "never";

export type Stepped =
  | { readonly type: "stepped"; readonly version: number }
  /** The order is no longer as it was seen: how it is now */
  | { readonly type: "changed"; readonly status: OrderStatus; readonly version: number }
  | { readonly type: "notAllowed"; readonly from: OrderStatus; readonly to: OrderStatus }
  /** Goods given back after a failed delivery are no longer there */
  | { readonly type: "outOfStock" }
  /** A call is to confirm it first */
  | { readonly type: "unconfirmed" }
  /** Other cash than was due, and nobody says why */
  | { readonly type: "cashReason" }
  | { readonly type: "unknownCourier" }
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
  if (!saysWhyOtherCash(found, step)) return [{ type: "cashReason" }];
  if (step.courier !== undefined && !(await isOnTeam(tx, step.courier))) return [{ type: "unknownCourier" }];
  const courier = step.courier === undefined ? {} : { courierId: step.courier };
  const after: StoredOrder = { ...found, ...courier, status: step.status, version: version + 1 };
  if (!moveGoods(ledger, found, after)) return [{ type: "outOfStock" }];
  const moment = parts.clock();
  const lapses = (await offersNow(tx, [found])).get(found.id)?.state === "open";
  const tell = await toldWhen(tx, found.conversationId, step);
  await write(tx, parts, ledger, { before: found, after, step, lapses, tell, now: moment });
  if (isAwaited)
    await audit(tx, { id: parts.newId(), at: moment, who: step.staff, what: "beganUncalled", subject: found.id });
  await actedThere(tx, found.conversationId, step.staff, moment);
  if (isAwaited || step.status === "cancelled") await dropConfirmCalls(tx, [found.id], moment);
  return [{ type: "stepped", version: after.version }, found.conversationId];
}

async function toldWhen(tx: Tx, conversationId: string, { tell = "now" }: OrderStep): Promise<Tell> {
  return tell === "later" && !(await isHeldByPerson(tx, conversationId)) ? "now" : tell;
}

/** Steps by which the shop takes an order on */
const BEGUN: ReadonlySet<OrderStatus> = new Set(["accepted", "preparing"]);

/** Locks what an order holds or held. A day's capacity counts only where it is to be taken anew. */
export async function lockGoods(
  tx: Tx,
  engine: Database["engine"],
  order: StoredOrder,
  capacity?: number,
): Promise<Ledger> {
  const holds = holdsOf(order);
  const stock = holds.flatMap((hold) => (hold.type === "stock" ? [hold] : []));
  const days = holds.flatMap((hold) => (hold.type === "day" ? [hold] : []));
  const levels = await lockStock(tx, engine, stock);
  const booked = await lockDays(tx, engine, days);
  return new Ledger(levels, capacity === undefined ? booked : booked.map((level) => ({ ...level, capacity })));
}

export async function asItIs(
  tx: Tx,
  id: string,
): Promise<Extract<Stepped, { readonly type: "changed" | "unknownOrder" }>> {
  const [order] = await findOrders(tx, [id], []);
  return order ? { type: "changed", status: order.status, version: order.version } : { type: "unknownOrder" };
}

function saysWhyOtherCash(order: StoredOrder, { status, cash }: OrderStep): boolean {
  if (cash === undefined) return true;
  if (status !== "completed" || !isInCash(order)) return false;
  return cash.amount === order.total || Boolean(cash.reason?.trim());
}

async function write(
  tx: Tx,
  { newId }: Acts,
  ledger: Ledger,
  {
    before,
    after,
    step,
    lapses,
    tell,
    now,
  }: {
    readonly before: StoredOrder;
    readonly after: StoredOrder;
    readonly step: OrderStep;
    /** An offer was open, which this ends */
    readonly lapses: boolean;
    readonly tell: Tell;
    readonly now: number;
  },
): Promise<void> {
  const { staff, why, cash: given } = step;
  const held = (await cashHeldOf(tx, [after.id])).get(after.id) ?? new Map();
  const cash = settleCash(held, after, given?.amount);
  const words = why?.note || step.reason;
  const data = {
    ...(why === undefined ? {} : { reason: why.reason }),
    ...(after.status === "completed" && isInCash(after) ? { cash: given?.amount ?? after.total } : {}),
    ...(given?.reason ? { cashReason: given.reason } : {}),
    ...(step.courier === undefined ? {} : { courier: step.courier }),
    ...(step.byCode ? { byCode: true } : {}),
    ...(tell === "now" ? {} : { tell }),
  };
  const changes = [{ type: "stepped" as const, before, after, who: staff, cash, data, ...(words ? { words } : {}) }];
  await writeOrders(tx, { changes, now, newId }, new Map());
  await writeStock(tx, ledger.stockChanges());
  await writeDays(tx, ledger.dayChanges());
  const told = why === undefined ? {} : { reason: why.reason, ...(why.note ? { note: why.note } : {}) };
  const lapsed = lapses ? { lapsed: true } : {};
  const kept = tell === "now" ? {} : { tell };
  const stepped = { type: "orderStepped" as const, order: after.id, status: after.status, staff };
  const event = { id: newId(), key: stepKey(after), conversationId: after.conversationId };
  await appendEvents(tx, [{ ...event, body: { ...stepped, ...told, ...lapsed, ...kept } }], now, quietRule(0));
  // It stands in the thread, and no turn tells it.
  if (tell !== "now") await tx.inboxEvent.update({ where: { id: event.id }, data: { handledAt: now } });
}
