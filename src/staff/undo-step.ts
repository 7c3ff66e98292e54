import type { Tx } from "../database/database.ts";
import { appendEvents, lockConversations } from "../inbox/append-events.ts";
import { stepKey } from "../inbox/kept-news.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import { settleCash, takerOf } from "../shop/order/cash-moves.ts";
import { cashHeldOf } from "../shop/order/cash-store.ts";
import { capacityAt, type LastStep, lastStep, reopenConfirmCalls } from "../shop/order/last-step-store.ts";
import { moveGoodsBack } from "../shop/order/move-goods.ts";
import { findOrders, lockOrders } from "../shop/order/order-store.ts";
import type { StoredOrder } from "../shop/order/stored-order.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import { writeDays, writeStock } from "../shop/stock/stock-store.ts";
import type { Acts, Rank } from "./acts.ts";
import { type StepNews, takeBackStepNews } from "./step-news-store.ts";
import { asItIs, lockGoods, type Stepped } from "./step-order.ts";

/** A step may be taken back so long after it. */
export const UNDO_STEP_MS = 10 * 60_000;

export type StepUndone =
  /** `told`: whether the customer had heard of the step already; then they are told the correction */
  | { readonly type: "undone"; readonly version: number; readonly told: StepNews }
  | { readonly type: "tooLate" }
  | { readonly type: "notYours" }
  /** The courier has handed the cash in since */
  | { readonly type: "cashMoved" }
  | Extract<Stepped, { readonly type: "changed" | "outOfStock" | "unknownOrder" }>;

/**
 * Takes back the last step of an order: goods and cash are where they were. Within ten minutes, by whoever made it or an
 * owner. What the customer was to be told and was not sent yet is withheld; who has heard it is told the correction.
 */
export async function undoStep(
  acts: Acts,
  undo: { readonly order: string; readonly version: number; readonly staff: string },
  rank: Rank = "seller",
): Promise<StepUndone> {
  const [result, conversationId] = await acts.database.transaction((tx) => undoLocked(tx, acts, undo, rank));
  if (result.type === "undone" && conversationId !== undefined)
    acts.changed([
      { type: "order", id: undo.order },
      { type: "call", id: conversationId },
      { type: "conversation", id: conversationId },
    ]);
  return result;
}

async function undoLocked(
  tx: Tx,
  acts: Acts,
  { order: id, version: seen, staff }: { readonly order: string; readonly version: number; readonly staff: string },
  rank: Rank,
): Promise<[StepUndone, conversationId?: string]> {
  const { engine } = acts.database;
  const [found] = await findOrders(tx, [id], []);
  if (!found) return [{ type: "unknownOrder" }];
  await lockConversations(tx, engine, new Set([found.conversationId]));
  const ledger = await lockGoods(tx, engine, found, await capacityAt(tx, found.branchId));
  const locked = (await lockOrders(tx, engine, [id])).get(id);
  if (found.version !== seen || Number(locked?.version ?? seen) !== seen) return [await asItIs(tx, id)];
  const now = acts.clock();
  const step = await lastStep(tx, id);
  if (!step || step.version !== seen || now - step.at > UNDO_STEP_MS) return [{ type: "tooLate" }];
  if (step.who !== staff && rank !== "owner") return [{ type: "notYours" }];
  const held = (await cashHeldOf(tx, [id])).get(id) ?? new Map();
  if (step.cash !== undefined && (held.get(takerOf(found)) ?? 0) !== step.cash) return [{ type: "cashMoved" }];
  const after = asBefore(found, step);
  if (!moveGoodsBack(ledger, found, after)) return [{ type: "outOfStock" }];
  const change = { type: "undone" as const, before: found, after, who: staff, data: { undid: found.status } };
  const written = { changes: [{ ...change, cash: settleCash(held, after) }], now, newId: acts.newId };
  await writeOrders(tx, written, new Map());
  await writeStock(tx, ledger.stockChanges());
  await writeDays(tx, ledger.dayChanges());
  if (found.status === "cancelled") await reopenConfirmCalls(tx, id, step.at);
  const told = await takeBackStepNews(tx, { ...found, version: step.version }, now);
  if (told === "sent") await tellCorrection(tx, acts, found, after, staff, now);
  return [{ type: "undone", version: after.version, told }, found.conversationId];
}

/** As it was before the step, also who was to bring it. */
function asBefore({ courierId, ...order }: StoredOrder, { from, gaveCourier }: LastStep): StoredOrder {
  const keeps = courierId === undefined || gaveCourier ? {} : { courierId };
  return { ...order, ...keeps, status: from, version: order.version + 1 };
}

async function tellCorrection(
  tx: Tx,
  { newId }: Acts,
  undone: StoredOrder,
  after: StoredOrder,
  staff: string,
  now: number,
): Promise<void> {
  const { id: order, status, conversationId } = after;
  const body = { type: "orderStepped" as const, order, status, staff, undid: undone.status };
  await appendEvents(tx, [{ id: newId(), key: stepKey(after), conversationId, body }], now, quietRule(0));
}
