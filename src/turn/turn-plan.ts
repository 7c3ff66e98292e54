import type { OutgoingMessage } from "../channels/message.ts";
import type { CallWish, Effect } from "../conversation/effect.ts";
import type { ConfirmCall } from "../shop/call/confirm-calls-store.ts";
import { type CallChanges, callsOfTurn } from "./calls-of-turn.ts";
import type { Claimed } from "./claim-due.ts";

type EffectOf<T extends Effect["type"]> = Extract<Effect, { readonly type: T }>;

/** A row for the outbox: words, or an order's card, which is written once the order has its number. */
export type PlannedRow =
  | {
      readonly type: "message";
      readonly message: OutgoingMessage;
      readonly purpose: "reply" | "order";
      readonly asks: boolean;
    }
  | { readonly type: "card"; readonly orderId: string; readonly inPlace: boolean };

/** All that one turn writes, decided before anything is written. */
export interface TurnPlan {
  readonly claimed: Claimed;
  /** JSON, as it will be stored, once it is known which row carries the open question */
  readonly state: (questionId: string | null) => string | null;
  /** Whether a question is open after the turn */
  readonly questionOpen: boolean;
  readonly rows: readonly PlannedRow[];
  /** `bot`, or the member of staff whose act the rows tell of */
  readonly author: string;
  /** A person is called; where one is awaited already, why else */
  readonly handOver?: EffectOf<"handOver">;
  /** The customer who waits needs no person any more */
  readonly endsWaiting?: boolean;
  readonly remembered: readonly EffectOf<"rememberCustomer">[];
  readonly touches: readonly EffectOf<"recordTouch">[];
  readonly calls: CallChanges;
  /** The order that was placed */
  readonly placed?: string;
  /** The call that confirms it first */
  readonly confirm?: ConfirmCall;
  /** Orders that the customer confirmed in the chat */
  readonly confirmed: readonly EffectOf<"confirmOrder">[];
  /** Numbers at which a call confirms an order */
  readonly confirmAt: readonly EffectOf<"callToConfirm">[];
  readonly proposals: readonly EffectOf<"takeProposal">[];
  readonly consents: readonly EffectOf<"recordConsent">[];
  readonly timers: readonly (EffectOf<"setTimer"> | EffectOf<"cancelTimer">)[];
  /** Customer words that staff have not seen, to be added */
  readonly unread: number;
}

/** A turn while a person holds the conversation: events are kept and marked, nothing is changed, and the bot says nothing. */
export function silentPlan(claimed: Claimed, wishes: readonly CallWish[] = []): TurnPlan {
  return {
    ...emptyPlan(claimed),
    questionOpen: true,
    // Somebody who calls is to be called back, whoever holds the conversation.
    calls: callsOfTurn([], claimed.events, wishes),
    unread: claimed.events.filter((event) => CUSTOMER_WORDS.has(event.kind)).length,
  };
}

/** A turn that only says one thing and calls a person. The customer's answers stay as they were. */
export function handOverPlan(claimed: Claimed, reason: EffectOf<"handOver">["reason"], text: string): TurnPlan {
  return {
    ...silentPlan(claimed),
    rows: [{ type: "message", message: { text, choices: [] }, purpose: "reply", asks: false }],
    handOver: { type: "handOver", reason },
  };
}

export function emptyPlan(claimed: Claimed): TurnPlan {
  return {
    claimed,
    state: () => claimed.state,
    questionOpen: false,
    rows: [],
    author: "bot",
    remembered: [],
    touches: [],
    calls: callsOfTurn([]),
    confirmed: [],
    confirmAt: [],
    proposals: [],
    consents: [],
    timers: [],
    unread: 0,
  };
}

/** Events in which the customer said something that staff may want to read */
export const CUSTOMER_WORDS: ReadonlySet<string> = new Set([
  "messageReceived",
  "messageEdited",
  "choicePicked",
  "contactShared",
  "locationShared",
  "callMissed",
]);
