import type { RawTx } from "../database/raw-tx.ts";
import { sayInstant } from "../shop/calendar/calendar.words.ts";
import { backAt } from "../shop/call/call-times.ts";
import { pastOrders } from "../shop/call/confirm-calls-store.ts";
import { needsCall } from "../shop/call/confirm-rule.ts";
import type { OrderDesk } from "../shop/order/order-desk.ts";
import { callsFirst } from "./turn.words.ts";
import type { ShopView } from "./turn-parts.ts";
import type { TurnPlan } from "./turn-plan.ts";

/** Puts the call that confirms a risky order beside it, and tells the customer. Without a rule it costs nothing. */
export async function withConfirmCalls(
  tx: RawTx,
  { confirmCall: rule, branches, timeZone }: ShopView,
  desk: OrderDesk,
  plans: readonly TurnPlan[],
): Promise<readonly TurnPlan[]> {
  const orderOf = ({ placed }: TurnPlan) => {
    const order = placed === undefined ? undefined : desk.orders.get(placed);
    const isNew = desk.changes.some(({ type, after }) => type === "placed" && after.id === order?.id);
    return isNew && order?.payment === "cash_on_delivery" ? order : undefined;
  };
  const customers = plans.flatMap((plan) => orderOf(plan)?.customerId ?? []);
  if (!rule || Object.keys(rule).length === 0 || customers.length === 0) return plans;
  const past = await pastOrders(tx, customers);
  const back = backAt(branches, desk.now);
  return plans.map((plan) => {
    const order = orderOf(plan);
    if (!order) return plan;
    const before = past.get(order.customerId) ?? { completed: 0, failedDeliveries: 0 };
    if (!needsCall(rule, order, before)) return plan;
    const { id: orderId, customerId, conversationId, contactPhone } = order;
    const phone = contactPhone ?? plan.claimed.customer.phone;
    const when = back.soon || back.unknown ? undefined : sayInstant(back.at, desk.now, timeZone);
    const message = { text: callsFirst(plan.claimed.customer.form ?? "Kak", when), choices: [] };
    return {
      ...plan,
      rows: [...plan.rows, { type: "message", message, purpose: "order", asks: false }],
      confirm: {
        ...{ id: desk.newId(), customerId, conversationId, orderId, dueAt: back.at },
        ...(phone === undefined ? {} : { phone }),
        ...(when === undefined ? {} : { promisedAt: back.at }),
      },
    };
  });
}
