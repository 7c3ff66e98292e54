import type { CallWish, Effect } from "../conversation/effect.ts";
import { graverReason } from "../conversation/waiting-rules.ts";
import { acceptOffer, cancelOffered, declineOffer } from "../shop/order/adjust-order.ts";
import { cancelOrder } from "../shop/order/cancel-order.ts";
import { changeOrder } from "../shop/order/change-order.ts";
import type { OrderRefusal } from "../shop/order/draft-stands.ts";
import { markDesk, type OrderDesk, type Orderer } from "../shop/order/order-desk.ts";
import { placeOrder } from "../shop/order/place-order.ts";
import type { Advanced } from "./advance-group.ts";
import { callsOfTurn } from "./calls-of-turn.ts";
import { writeState } from "./saved-state.ts";
import { askedRowsAfter } from "./shown-questions.ts";
import { CUSTOMER_WORDS, emptyPlan, type PlannedRow, silentPlan, type TurnPlan } from "./turn-plan.ts";
import { authorWhileHeld, isAwaited, isForTheBot, isHoldersWord, leftAside } from "./while-held.ts";

/** What a turn writes, or why the shop does not carry it out; then nothing of it counts. */
export function planTurn(
  desk: OrderDesk,
  { claimed, saved, outcome }: Advanced,
  cappedCod: boolean,
  /** Calls asked for while a person holds the conversation */
  wishes: readonly CallWish[] = [],
): TurnPlan | OrderRefusal {
  const { customerId, id: conversationId } = claimed;
  const isHeld = !isForTheBot(claimed);
  const placedBy = isHeld ? { placedBy: authorWhileHeld(claimed) } : {};
  const orderer = { customerId, conversationId, cappedCod, ...placedBy };
  const takeBack = markDesk(desk);
  for (const effect of outcome.effects) {
    const refusal = decide(desk, orderer, effect);
    if (refusal === undefined) continue;
    takeBack();
    return refusal;
  }
  const rows = outcome.effects.flatMap((effect) => plannedRow(desk, claimed.events, customerId, effect));
  const only = <T extends Effect["type"]>(type: T) =>
    outcome.effects.filter((effect): effect is Extract<Effect, { readonly type: T }> => effect.type === type);
  const placed = only("placeOrder")
    .map(({ topic }) => desk.byTopic.get(topic))
    .at(-1);
  if (isHeld)
    return {
      ...silentPlan(claimed, wishes),
      rows,
      author: authorWhileHeld(claimed),
      consents: only("recordConsent"),
      remembered: only("rememberCustomer"),
      ...(placed === undefined ? {} : { placed }),
      // Words change nothing while a person holds the conversation; what that person wrote down does.
      ...(claimed.events.some(isHoldersWord)
        ? {
            state: (questionId: string | null) =>
              writeState(outcome.state, saved, askedRowsAfter(saved, outcome.state, questionId)),
            questionOpen: outcome.state.asked !== undefined,
          }
        : {}),
    };
  const handOver = only("handOver").reduce(graver, undefined);
  const endsWaiting = isAwaited(claimed) && handOver === undefined && only("endWaiting").length > 0;
  const unseen = claimed.events.filter((event) => CUSTOMER_WORDS.has(event.kind)).length;
  return {
    ...emptyPlan(claimed),
    state: (questionId) => writeState(outcome.state, saved, askedRowsAfter(saved, outcome.state, questionId)),
    questionOpen: outcome.state.asked !== undefined,
    rows,
    remembered: only("rememberCustomer"),
    touches: only("recordTouch"),
    calls: callsOfTurn(outcome.effects, leftAside(claimed)),
    ...(placed === undefined ? {} : { placed }),
    confirmed: only("confirmOrder"),
    confirmAt: only("callToConfirm"),
    proposals: only("takeProposal"),
    consents: only("recordConsent"),
    timers: outcome.effects.filter((effect) => effect.type === "setTimer" || effect.type === "cancelTimer"),
    ...(handOver ? { handOver } : {}),
    ...(endsWaiting ? { endsWaiting } : {}),
    unread: handOver || (isAwaited(claimed) && !endsWaiting) ? unseen : 0,
  };
}

type HandOver = NonNullable<TurnPlan["handOver"]>;

/** Of several reasons in one turn the gravest counts; of two alike the later, which may say more. */
function graver(before: HandOver | undefined, one: HandOver): HandOver {
  return before && graverReason(before.reason, one.reason) !== one.reason ? before : one;
}

function decide(desk: OrderDesk, orderer: Orderer, effect: Effect): OrderRefusal | undefined {
  switch (effect.type) {
    case "placeOrder":
      return placeOrder(desk, orderer, effect.topic, effect.draft);
    case "changeOrder":
      return changeOrder(desk, orderer, effect, effect.draft);
    case "cancelOrder":
      return cancelOrder(desk, orderer, effect);
    case "acceptOffer":
    case "declineOffer":
    case "cancelOffered":
      return answerOffer(desk, orderer, effect);
    case "takeProposal":
      // Two chats that open one link at once: the first has it, the other is told with a fresh picture.
      if (desk.taken.has(effect.code)) return "proposal_taken";
      desk.taken.add(effect.code);
      return undefined;
    case "say":
    case "showOrder":
    case "handOver":
    case "endWaiting":
    case "askForCall":
    case "settleCalls":
    case "confirmOrder":
    case "callToConfirm":
    case "recordConsent":
    case "rememberCustomer":
    case "recordTouch":
    case "setTimer":
    case "cancelTimer":
      return undefined;
  }
}

type OfferEffect = Extract<Effect, { readonly type: "acceptOffer" | "declineOffer" | "cancelOffered" }>;

function answerOffer(desk: OrderDesk, { customerId }: Orderer, effect: OfferEffect): OrderRefusal | undefined {
  if (desk.orders.get(effect.order)?.customerId !== customerId) return "order_changed";
  const answered = { ...effect, who: "customer" };
  switch (answered.type) {
    case "acceptOffer":
      return acceptOffer(desk, answered);
    case "declineOffer":
      return declineOffer(desk, answered);
    case "cancelOffered":
      return cancelOffered(desk, answered);
  }
}

function plannedRow(
  desk: OrderDesk,
  events: Advanced["claimed"]["events"],
  customerId: string,
  effect: Effect,
): PlannedRow[] {
  if (effect.type === "showOrder") {
    const orderId = "order" in effect.by ? effect.by.order : desk.byTopic.get(effect.by.topic);
    const order = orderId === undefined ? undefined : desk.orders.get(orderId);
    // Somebody else's order is never shown, whatever the flow was led to ask for.
    if (!order || order.customerId !== customerId) return [];
    // A step of the shop changes the card where it is; what the customer asks for is shown where they look.
    return [{ type: "card", orderId: order.id, inPlace: events.some((event) => event.kind === "orderStepped") }];
  }
  if (effect.type !== "say") return [];
  const choices = (effect.choices ?? []).map(({ label }, index) => ({ id: String(index), label }));
  const message = {
    text: effect.text,
    choices,
    ...(effect.request ? { request: effect.request } : {}),
    ...(effect.photo === undefined ? {} : { photo: effect.photo }),
  };
  return [{ type: "message", message, purpose: effect.purpose ?? "reply", asks: effect.asks ?? false }];
}
