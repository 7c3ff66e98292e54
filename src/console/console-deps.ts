import type { Channel, ChannelHealth } from "../channels/channel.ts";
import type { WhatsAppWebConnection } from "../channels/connection.ts";
import type { EventBody } from "../channels/message.ts";
import type { ConversationState } from "../conversation/state.ts";
import type { Database } from "../database/database.ts";
import type { LiveUpdates } from "../live-updates.ts";
import type { TriedOutcome } from "../shop/call/call.ts";
import type { Proposal } from "../shop/phone-order/proposal.ts";
import type { HeldAct, HeldActed } from "../staff/held-act.ts";
import type { StaffWords } from "../staff/reply.ts";
import type { OrderActs, OrderRefusal } from "./order-acts.ts";
import type { SignedIn } from "./role.ts";
import type { OwnChatView } from "./views.ts";

/** How a member of staff's act ended: done, refused with the reason, or about something that isn't there. */
export type ActResult =
  | { readonly type: "done" }
  | { readonly type: "refused"; readonly reason: ActRefusal }
  | { readonly type: "notFound" };

/**
 * A colleague holds the conversation; the order changed meanwhile; the step does not follow; the goods are gone; the call
 * changed meanwhile; the colleague named takes no calls; a call is to confirm the order first; an outcome can be taken back
 * for some minutes, by whoever noted it, while the order stands; nobody holds the conversation; the colleague named takes none; the person has an order that
 * is not ended, or not paid; the message is no reply that failed; the person blocked the shop, or the number is the shop's own,
 * or asked to be forgotten; the shop wrote to too many strangers in an hour.
 */
export type ActRefusal =
  | "held"
  | "changed"
  | "notAllowed"
  | "outOfStock"
  | "callChanged"
  | "noColleague"
  | "unconfirmed"
  | OrderRefusal
  | "tooLate"
  | "notYours"
  | "orderMoved"
  | "notHeld"
  | "cannotTake"
  | "orderRunning"
  | "cashDue"
  | "notFailed"
  | "blocked"
  | "shopsOwn"
  | "erased"
  | "tooManyStrangers";

/** How a call went: `until` is the day on which a customer who thinks it over is called again, `to` the colleague it goes to. */
export interface CallHeard {
  readonly outcome: TriedOutcome | "passed_on";
  readonly until?: string | undefined;
  readonly to?: string | undefined;
  /** The customer's words, where the call confirmed an order */
  readonly words?: string | undefined;
  /** Why the order is cancelled in the same breath */
  readonly cancels?: string | undefined;
}

/** A seller's words to somebody who never wrote, and the account that takes them to their address. */
export interface FirstWords {
  /** E.164 */
  readonly phone: string;
  readonly account: string;
  readonly address: string;
  readonly name: string | undefined;
  readonly text: string;
  readonly key: string;
}

/** `conversation`: the one that began with it */
export type FirstResult = ActResult | { readonly type: "wroteFirst"; readonly conversation: string };

/** `told`: whether the customer was told of the outcome already */
export type UndoResult = ActResult | { readonly type: "undone"; readonly told: "nothing" | "withheld" | "sent" };

/** An order as a seller wrote it down; `id` is made by the page, so that one sent again is one. */
export interface WrittenOrder {
  readonly id: string;
  readonly code: string;
  readonly proposal: Proposal;
}

/** What staff can do. */
export interface StaffActs extends OrderActs {
  /** `overrule`: an owner takes it from a colleague too */
  takeOver(conversationId: string, staff: SignedIn, overrule: boolean): Promise<ActResult>;
  /** `key` is made by the page, so that a reply sent again is one reply */
  reply(conversationId: string, staff: SignedIn, words: StaffWords, key: string): Promise<ActResult>;
  /** Writes to somebody who never wrote */
  writeFirst(staff: SignedIn, words: FirstWords): Promise<FirstResult>;
  /** A reply that failed goes once more */
  sendAgain(conversationId: string, rowId: string, staff: SignedIn): Promise<ActResult>;
  /** `id` is made by the page, so that a note sent again is one */
  writeNote(
    conversationId: string,
    staff: SignedIn,
    note: { readonly id: string; readonly text: string },
  ): Promise<ActResult>;
  handBack(conversationId: string, staff: SignedIn): Promise<ActResult>;
  /** They are still at it: it does not go back to the bot yet */
  holdOn(conversationId: string, staff: SignedIn): Promise<ActResult>;
  /** Puts it away until the customer writes again */
  close(conversationId: string, staff: SignedIn): Promise<ActResult>;
  reopen(conversationId: string, staff: SignedIn): Promise<ActResult>;
  /** `to` is a colleague's staff id */
  passOn(conversationId: string, staff: SignedIn, to: string, note: string): Promise<ActResult>;
  /** Puts an order written down on the phone into the customer's chat, for their yes. `id` and `code` are the order's own. */
  proposeOrder(conversationId: string, staff: SignedIn, order: WrittenOrder): Promise<ActResult>;
  /** Keeps it for a customer who has no chat; returns the code of its link. */
  offerOrder(staff: SignedIn, order: WrittenOrder): Promise<string>;
  /** Names the version it saw, and is refused when the call has changed since */
  takeCall(call: string, staffId: string, version: number): Promise<ActResult>;
  noteCall(call: string, staffId: string, version: number, heard: CallHeard): Promise<ActResult>;
  /** Takes back the last outcome of a call */
  undoCall(call: string, staff: SignedIn, version: number): Promise<UndoResult>;
  /** Whoever talks in a conversation and this customer are one person. */
  joinCustomer(conversationId: string, customerId: string, staffId: string): Promise<ActResult>;
  /** Takes all that is known of a person away, as the law asks. */
  eraseCustomer(customerId: string, staffId: string): Promise<ActResult>;
  /** A contact is somebody else's than the customer's whom it counts as. */
  partCustomer(contactId: string, staffId: string): Promise<ActResult>;
}

/** What the console's routes are made of. */
export interface ConsoleDeps {
  readonly database: Database;
  readonly live: LiveUpdates;
  readonly acts: StaffActs;
  /** What a conversation would remember of these events, with nothing written, sent or placed. A tap is one on the open question. */
  readonly hearApart: (heard: {
    readonly state: ConversationState;
    readonly bodies: readonly EventBody[];
    readonly conversationId?: string;
  }) => Promise<ConversationState>;
  /** Writes down or places the order of a conversation that a person holds: a turn of its own, in which the bot is silent. */
  readonly actWhileHeld: (act: HeldAct) => Promise<HeldActed>;
  /** The driver of a channel account, where this process has it */
  readonly channelOf: (accountId: string) => Pick<Channel, "abilities" | "media"> | undefined;
  /** How a channel account is connected, where this process has its driver */
  readonly healthOf?: ((accountId: string) => ChannelHealth | undefined) | undefined;
  /** The shop's own number, where this installation offers it */
  readonly ownNumber?: WhatsAppWebConnection | undefined;
  /**
   * The Telegram bot in which colleagues may have their own chats, where the shop has one. `name`: without `@`; undefined
   * where Telegram did not say it. `standingWith`: whether it answers in the chats of the account with this address too.
   */
  readonly staffBot?:
    | {
        readonly name: string | undefined;
        readonly standingWith?: (address: string) => Promise<OwnChatView["business"]>;
      }
    | undefined;
  /** Whether an address that a browser names is a push service's */
  readonly acceptsPush?: ((endpoint: string) => boolean) | undefined;
  /** Where customers reach the web chat, where the shop says so */
  readonly publicUrl?: string | undefined;
  /** IANA zone that the shop is set to, where that is not its own */
  readonly timeZone?: string | undefined;
  /** Epoch ms */
  readonly clock: () => number;
}
