import type { ConnectionState, PaceView, WhatsAppWebConnection } from "../channels/connection.ts";
import type { CallKind } from "../shop/call/call.ts";
import type { HistoryView, MoodView } from "./inbox-views.ts";
import type { OrderSummary } from "./order-views.ts";
import type { SignedIn } from "./role.ts";

export type { OrderSummary, OrderView } from "./order-views.ts";

/** What the console's pages read. Instants are epoch ms, money whole rupiah, quantities thousandths of the unit. */
export interface Me {
  readonly staff: SignedIn;
  readonly csrf: string;
  readonly shop: string;
}

/** A colleague's own chat with the shop's bot. */
export interface OwnChatView {
  /** Whether this shop has a bot for it; `away`: it has, but Telegram could not be reached when the shop was started */
  readonly bot: "ready" | "away" | "none";
  /** Whose chat it is, as the platform names them */
  readonly linked?: string;
  /** Whether the bot answers in this Telegram's own chats too, where it was connected there */
  readonly business?: "answers" | "mayNotReply";
}

/** Who holds a conversation. */
export type Holder =
  | { readonly type: "bot" }
  | { readonly type: "waiting" }
  /** Somebody of the shop answers from the shop's own phone */
  | { readonly type: "ownPhone" }
  | { readonly type: "staff"; readonly id: string; readonly name: string };

/** A colleague who may take a conversation. */
export interface ColleagueView {
  readonly id: string;
  readonly name: string;
  readonly onDuty: boolean;
}

export interface ConversationSummary {
  readonly id: string;
  readonly customer: string;
  readonly channel: string;
  readonly holder: Holder;
  /** A HandOverReason, perhaps with a note behind it, or `taken_over` */
  readonly heldReason?: string;
  readonly heldSince?: number;
  readonly lastAt: number;
  readonly unread: number;
  /** Put away until the customer writes again */
  readonly closed: boolean;
  readonly lastWords?: { readonly from: "customer" | "bot" | "staff"; readonly text: string };
}

/** The first part of a list of conversations. */
export interface ConversationPage {
  readonly conversations: readonly ConversationSummary[];
  /** Whether there are more than were asked for */
  readonly more: boolean;
}

/** One line of a thread: something that came in, or something that went or is to go out. */
export type ThreadEntry =
  | {
      readonly type: "event";
      readonly id: string;
      readonly sequence: number;
      readonly at: number;
      readonly kind: string;
      readonly text: string;
      /** Who said it: the customer, or the shop on its own phone; `nobody` where it is something that happened */
      readonly said: "customer" | "ownPhone" | "nobody";
      readonly attachments: readonly AttachmentView[];
      /** Whether it can be asked how these words are understood */
      readonly readable: boolean;
      /** Staff say that it was understood wrongly */
      readonly misread: boolean;
    }
  | {
      readonly type: "row";
      readonly id: string;
      readonly sequence: number;
      readonly at: number;
      readonly author: Holder;
      readonly purpose: string;
      readonly text: string;
      readonly choices: readonly string[];
      readonly status: string;
      /** It failed, and went once more as a row of its own */
      readonly sentAgain: boolean;
      /** A picture of the shop's, by its id */
      readonly photo?: string;
      readonly error?: string;
    }
  | {
      /** What staff wrote for each other */
      readonly type: "note";
      readonly id: string;
      readonly sequence: number;
      readonly at: number;
      readonly author: Holder;
      readonly text: string;
    };

export interface AttachmentView {
  readonly kind: string;
  readonly name?: string;
  /** Whether the platform can be asked for the file */
  readonly isThere: boolean;
}

export interface BasketView {
  readonly name: string;
  readonly quantity: number;
  /** What the quantity may be, where the customer has yet to say which */
  readonly unsure?: readonly number[];
  readonly unit: string;
  readonly note?: string;
}

/** The context card: who it is, what they want, and why a person is asked. */
export interface ConversationView {
  readonly id: string;
  readonly holder: Holder;
  readonly heldReason?: string;
  readonly heldSince?: number;
  /** When it goes back to the bot unless the seller says something */
  readonly heldUntil?: number;
  readonly channel: string;
  readonly source?: string;
  readonly blocked: boolean;
  readonly unread: number;
  /** Put away until the customer writes again */
  readonly closed: boolean;
  /** Whether the shop can send pictures here */
  readonly images: boolean;
  /** Until when the shop may write freely; 0 where the customer never wrote, absent where the channel counts no hours */
  readonly openUntil?: number;
  /** After that words still go in an approved template: so many letters, in one line. Absent: nothing goes */
  readonly templateLetters?: number;
  readonly customer: {
    readonly id: string;
    readonly label: string;
    readonly name?: string;
    readonly phone?: string;
    readonly phoneVerified: boolean;
    readonly address?: string;
    /** What staff wrote about the person */
    readonly note?: string;
    readonly since: number;
  };
  readonly mood: MoodView;
  readonly history: HistoryView;
  /** What stands for the placeholders of a canned reply here, as far as it is known */
  readonly placeholders: Readonly<Record<string, string>>;
  /** By which contacts the customer is known, this one among them */
  readonly contacts: readonly LinkedContact[];
  /** Who is still to be called back, longest wait first; the reason is in the customer's words */
  readonly calls: readonly {
    readonly id: string;
    readonly kind: CallKind;
    readonly reason: string;
    readonly since: number;
    readonly tries: number;
    readonly dueAt?: number;
    /** When the customer was told to expect the call */
    readonly promisedAt?: number;
    readonly phone?: string;
  }[];
  readonly basket: readonly BasketView[];
  /** What else the bot has understood, by the name of its slot */
  readonly answers: readonly { readonly slot: string; readonly value: string }[];
  readonly orders: readonly OrderSummary[];
  readonly entries: readonly ThreadEntry[];
  readonly earlier: boolean;
}

/** Somebody to be called: who, why, what they were told, and what was tried. */
export interface CallView {
  readonly id: string;
  readonly version: number;
  readonly kind: CallKind;
  readonly conversationId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly channel: string;
  /** In the customer's words; empty where they said nothing */
  readonly reason: string;
  readonly phone?: string;
  readonly times: number;
  readonly tries: number;
  readonly createdAt: number;
  readonly dueAt?: number;
  /** When the customer was told to expect the call */
  readonly promisedAt?: number;
  readonly takenBy?: { readonly id: string; readonly name: string };
  readonly order?: Pick<OrderSummary, "id" | "number" | "status" | "items">;
  readonly basket: readonly BasketView[];
  readonly attempts: readonly {
    readonly at: number;
    readonly who: string;
    readonly outcome: string;
    /** The day that somebody thinks until, or the colleague it went to */
    readonly note?: string;
  }[];
  /** What else the same customer is to be called for: it is one call, and ends with this one */
  readonly along?: {
    readonly kind: CallKind;
    readonly reason: string;
    readonly times: number;
    readonly dueAt?: number;
    readonly promisedAt?: number;
  };
  /** Nobody is reached by phone: the customer was asked in the chat, and has until `dueAt` to answer */
  readonly askedInChat: boolean;
  /** The last outcome, while it can be taken back by whoever noted it, or an owner */
  readonly undo?: CallUndo;
}

export interface CallUndo {
  readonly by: string;
  readonly until: number;
}

/** A call that was taken off the list within the last minutes. */
export interface FinishedCall {
  readonly id: string;
  readonly version: number;
  readonly conversationId: string;
  readonly customer: string;
  readonly outcome: string;
  readonly undo: CallUndo;
}

export interface CallList {
  /** What was just noted and may be a slip, the latest first */
  readonly finished: readonly FinishedCall[];
  /** In no particular order: which is most urgent changes by the minute */
  readonly calls: readonly CallView[];
  /** IANA zone of the shop */
  readonly timeZone: string;
  /** Who else may take a call */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** A contact of a customer. */
export interface LinkedContact {
  readonly id: string;
  readonly channel: string;
  readonly label: string;
  /** Vouched for by the platform */
  readonly phone?: string;
  readonly conversationId?: string;
}

/** A customer who may be the one that is looked for. */
export interface CustomerMatch {
  readonly id: string;
  readonly label: string;
  readonly phone?: string;
  readonly address?: string;
  readonly channels: readonly string[];
  readonly lastOrder?: string;
}

/** An order being written down on the phone, as understood so far. */
export interface PhoneDraftView {
  /** The page hands it back with whatever comes next; nothing of it is for reading */
  readonly draft: unknown;
  readonly lines: readonly PhoneLine[];
  /** What was said and is not one known product, best match first */
  readonly doubts: readonly { readonly words: string; readonly fits: readonly string[] }[];
  readonly facts: readonly { readonly slot: string; readonly value: string }[];
  /** What the customer would be asked now; where `choices` is empty it is answered in words */
  readonly question?: { readonly text: string; readonly choices: readonly string[] };
  /** The whole, as the customer will read it, once nothing is open */
  readonly summary?: string;
  /** Whether the latest words meant something */
  readonly understood: boolean;
}

/** What the seller sends to a customer who has no chat yet. */
export interface ProposalLink {
  /** Opens the web chat with the order in it, once */
  readonly address: string;
  /** Words that do the same when the customer sends them to the shop's WhatsApp or Telegram: `pesanan-…` */
  readonly start: string;
  /** Whether customers reach the address; else it opens only where the console does */
  readonly isPublic: boolean;
  /** Opens WhatsApp with the words ready; to the customer's number where it is known */
  readonly whatsapp: string;
  readonly text: string;
}

export interface PhoneLine extends BasketView {
  readonly id: string;
  /** Rupiah per base unit, in the catalogue and in this order; `agreed`: somebody of the shop set the latter */
  readonly shopPrice: number;
  readonly price: number;
  readonly agreed: boolean;
  readonly amount: number;
  readonly options: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly values: readonly string[];
  }[];
}

/** The shop's own WhatsApp number. */
export interface OwnNumberView {
  readonly state: ConnectionState;
  readonly pace: PaceView;
  readonly warning: WhatsAppWebConnection["warning"];
}
