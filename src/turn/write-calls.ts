import type { RawTx } from "../database/raw-tx.ts";
import { recordCalls, type SettledCall, settleCalls } from "../shop/call/call-store.ts";
import {
  confirmInChat,
  dropConfirmCalls,
  moveConfirmCalls,
  recordConfirmCalls,
} from "../shop/call/confirm-calls-store.ts";
import type { OrderDesk } from "../shop/order/order-desk.ts";
import type { TurnPlan } from "./turn-plan.ts";

/** Writes what a group of turns does to the list of calls. A group without calls and orders costs nothing here. */
export async function writeCalls(
  tx: RawTx,
  plans: readonly TurnPlan[],
  { now, newId, changes }: OrderDesk,
): Promise<void> {
  const settled = (wanted: (plan: TurnPlan) => boolean): SettledCall[] =>
    plans.filter(wanted).map(({ claimed }) => ({ conversationId: claimed.id }));
  const ordered = plans.flatMap(({ claimed, placed }) =>
    placed === undefined || !claimed.awaitsCall ? [] : [{ conversationId: claimed.id, order: placed }],
  );
  await settleCalls(tx, ordered, now);
  await recordConfirmCalls(
    tx,
    plans.flatMap(({ confirm }) => confirm ?? []),
    now,
  );
  await dropConfirmCalls(
    tx,
    changes.flatMap(({ type, after }) => (type === "cancelled" ? [after.id] : [])),
    now,
  );
  await confirmInChat(
    tx,
    plans.flatMap(({ claimed: { customerId }, confirmed }) =>
      confirmed.map(({ order, words }) => ({ order, words, customerId, eventId: newId() })),
    ),
    now,
  );
  await moveConfirmCalls(
    tx,
    plans.flatMap(({ claimed: { customerId }, confirmAt }) =>
      confirmAt.map(({ order, phone, dueAt }) => ({ order, phone, dueAt, customerId })),
    ),
  );
  await settleCalls(
    tx,
    settled(({ calls }) => calls.settlesBefore),
    now,
  );
  await recordCalls(
    tx,
    plans.flatMap(({ claimed, calls: { wish } }) => {
      const { id: conversationId, customerId } = claimed;
      return wish ? [{ id: newId(), customerId, conversationId, ...wish }] : [];
    }),
    now,
  );
  await settleCalls(
    tx,
    settled(({ calls }) => calls.settlesAfter),
    now,
  );
}

/** Whether a turn may have changed the list of calls. */
export function touchesCalls({ calls, claimed, placed, confirm, confirmed, confirmAt }: TurnPlan): boolean {
  return (
    calls.wish !== undefined ||
    calls.settlesBefore ||
    calls.settlesAfter ||
    confirm !== undefined ||
    confirmed.length > 0 ||
    confirmAt.length > 0 ||
    (placed !== undefined && claimed.awaitsCall)
  );
}
