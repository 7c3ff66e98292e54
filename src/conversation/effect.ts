import type { Offer } from "../shop/order/offer.ts";
import type { OrderDraft } from "../shop/order/order.ts";

/** A choice under a message; its id is the position in the list. */
export interface SaidChoice {
  readonly label: string;
}

/** What a turn wants done, in the imperative. Effects never call the outside world: each becomes rows in the turn's transaction. */
export type Effect =
  | {
      readonly type: "say";
      readonly text: string;
      readonly choices?: readonly SaidChoice[];
      readonly request?: "phone" | "location";
      /** True for the one message of the turn that carries the open question: its outbox row becomes Conversation.questionId */
      readonly asks?: boolean;
      readonly purpose?: "reply" | "order";
      /** A picture that goes with the words, by Photo.id */
      readonly photo?: string;
    }
  | { readonly type: "placeOrder"; readonly topic: string; readonly draft: OrderDraft }
  /** Replaces what was agreed in an order that the shop has not begun; names the version it saw. */
  | { readonly type: "changeOrder"; readonly order: string; readonly version: number; readonly draft: OrderDraft }
  /** An order written down on the phone is taken up by this chat, and by no other after it */
  | { readonly type: "takeProposal"; readonly code: string }
  /** The customer says yes to what staff offered: the order becomes that. `text` is what they were shown. */
  | ({ readonly type: "acceptOffer"; readonly change: Offer; readonly text: string } & OfferNamed)
  /** They say no, or wanted it and the goods are gone (`failed`): the order stays as it is */
  | ({ readonly type: "declineOffer"; readonly failed?: boolean } & OfferNamed)
  | ({ readonly type: "cancelOffered" } & OfferNamed)
  | { readonly type: "cancelOrder"; readonly order: string; readonly version: number; readonly words: string }
  /** Shows the order as a card, in place of its earlier card where the channel can edit. `by` tells a card that a turn placed (number not known yet) by its topic. */
  | { readonly type: "showOrder"; readonly by: { readonly order: string } | { readonly topic: string } }
  /** The customer who waits for a person needs none any more: the bot goes on alone */
  | { readonly type: "endWaiting" }
  | { readonly type: "handOver"; readonly reason: HandOverReason; readonly note?: string }
  /** Somebody is to be called. One task a conversation is open for it: more of the same goes into that. */
  | ({ readonly type: "askForCall" } & CallWish)
  /** The customer says yes in the chat to an order that a call was to confirm; the words are kept with it */
  | { readonly type: "confirmOrder"; readonly order: string; readonly words: string }
  /** The call that confirms an order is to go to this number, at `dueAt` */
  | { readonly type: "callToConfirm"; readonly order: string; readonly phone: string; readonly dueAt: number }
  /** The customer needs no call any more. */
  | { readonly type: "settleCalls" }
  | { readonly type: "recordConsent"; readonly purpose: "promo"; readonly given: boolean; readonly words: string }
  | {
      readonly type: "rememberCustomer";
      readonly name?: string;
      readonly phone?: string;
      readonly phoneVerified?: boolean;
      readonly address?: string;
      readonly zoneId?: string;
      readonly form?: string;
    }
  | { readonly type: "recordTouch"; readonly source: string }
  | { readonly type: "setTimer"; readonly key: string; readonly dueAt: number; readonly data?: unknown }
  | { readonly type: "cancelTimer"; readonly key: string };

/** An offer as the customer answers it. `version` is the order's since it was offered. */
interface OfferNamed {
  readonly offer: string;
  readonly order: string;
  readonly version: number;
  /** The customer's own */
  readonly words: string;
}

/** What is known of a call that is to be made. Instants in epoch ms. */
export interface CallWish {
  /** They called and nobody took it, or they want a call */
  readonly kind: "missed" | "asked";
  /** In the customer's words; empty where they said nothing */
  readonly reason: string;
  readonly phone?: string;
  readonly dueAt?: number;
  /** The customer was told to expect the call then */
  readonly promised?: boolean;
  /** Told to expect it at this instant instead: it is due earlier than that */
  readonly promisedAt?: number;
  /** The customer agreed to that time, which replaces any earlier one */
  readonly agreed?: boolean;
  readonly orderId?: string;
  /** Calls of theirs that this stands for: 0 where it only says more of one that was counted */
  readonly times: number;
}

export type HandOverReason =
  | "asked_for_person"
  | "angry"
  | "complaint"
  | "bargain"
  | "large_order"
  | "return"
  | "misunderstood"
  | "call"
  | "order_begun"
  | "media"
  | "payment"
  | "refused_thrice"
  | "turn_failed"
  /** Whoever held the conversation left the customer's words unanswered */
  | "left_unanswered"
  | "other";
