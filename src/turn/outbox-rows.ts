import type { OutgoingMessage } from "../channels/message.ts";
import type { NewOutboxRow } from "../outbox/enqueue.ts";
import { isRunning } from "../shop/order/order.ts";
import { orderCard } from "../shop/order/order-card.words.ts";
import type { OrderDesk } from "../shop/order/order-desk.ts";
import type { PlannedRow, TurnPlan } from "./turn-plan.ts";
import { isAwaited } from "./while-held.ts";

/** A turn's rows as they will be stored, and what else points at them. */
export interface WrittenRows {
  readonly rows: readonly NewOutboxRow[];
  /** The row that carries the open question */
  readonly questionId: string | null;
  /** Card rows by order */
  readonly cards: ReadonlyMap<string, string>;
  /** Last number given in the conversation */
  readonly sequence: number;
}

/** Gives a plan's rows their ids, numbers and words. Orders have their numbers by now. */
export function outboxRows(plan: TurnPlan, desk: OrderDesk): WrittenRows {
  const { claimed } = plan;
  const version = versionAfter(plan);
  const cards = new Map<string, string>();
  let questionId = plan.questionOpen ? claimed.questionId : null;
  let sequence = claimed.sequence;
  const rows = plan.rows.flatMap((planned) => {
    const said = rendered(planned, desk, cards);
    if (!said) return [];
    const id = desk.newId();
    sequence += 1;
    if (planned.type === "card") cards.set(planned.orderId, id);
    else if (planned.asks) questionId = id;
    const purpose = planned.type === "card" ? "order" : planned.purpose;
    // What a takeover withheld is told anew at a later version.
    const key = said.key === undefined ? `turn:${claimed.id}:${sequence}` : `${said.key}:${version}`;
    const { accountId, id: conversationId } = claimed;
    return [
      { id, key, conversationId, accountId, sequence, version, author: plan.author, purpose, message: said.message },
    ];
  });
  return { rows, questionId, cards, sequence };
}

/** A new holder raises the version; the turn's own last words belong to the new one, so that they are still sent. */
export function versionAfter(plan: TurnPlan): number {
  return changesHolder(plan) ? plan.claimed.version + 1 : plan.claimed.version;
}

/** Whether the turn calls a person, or sends one away; who waits already goes on waiting. */
export function changesHolder({ claimed, handOver, endsWaiting }: TurnPlan): boolean {
  return endsWaiting === true || (handOver !== undefined && !isAwaited(claimed));
}

function rendered(
  planned: PlannedRow,
  desk: OrderDesk,
  cards: ReadonlyMap<string, string>,
): { readonly message: OutgoingMessage; readonly key?: string } | undefined {
  if (planned.type === "message") return { message: planned.message };
  const order = desk.orders.get(planned.orderId);
  if (!order) return undefined;
  const { text, choices } = orderCard(order, desk.offer, desk.now);
  const shown = cards.get(order.id) ?? order.cardId;
  const message = {
    text,
    choices: choices.map((label, index) => ({ id: String(index), label })),
    ...(order.pickupCode !== undefined && isRunning(order) ? { pickupCode: order.pickupCode } : {}),
    ...(planned.inPlace && shown !== undefined ? { replaces: shown } : {}),
  };
  return planned.inPlace && !cards.has(order.id) ? { message, key: `card:${order.id}:${order.version}` } : { message };
}
