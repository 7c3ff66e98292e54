import type { IncomingEvent, OutgoingMessage, Receipt } from "./message.ts";

/** What a channel can do, as data: rendering decides from it. */
export interface Abilities {
  /** Tappable choices; 0 means they become numbered text */
  readonly maxButtons: number;
  readonly maxButtonLabel: number;
  readonly edit: boolean;
  readonly requestPhone: boolean;
  readonly requestLocation: boolean;
  readonly location: boolean;
  readonly typing: boolean;
  readonly receipts: boolean;
  readonly calls: boolean;
  /** Pictures and contact cards of their own; elsewhere a card is told in words */
  readonly images: boolean;
  readonly contactCards: boolean;
  /** Hours after the customer's last words or call in which the shop may write freely; absent: always */
  readonly openHours?: number;
  /** After those hours words still go, in a template that the platform approved: so many letters, in one line; absent: nothing goes */
  readonly templateLetters?: number;
  /**
   * People are addressed by their phone number here: its digits, with this behind them. The shop may write to them first.
   * Absent: nobody is known before they write.
   */
  readonly numberSuffix?: string;
  /** UTF-16 code units */
  readonly maxText: number;
}

/** One message to one contact. `externalIdToEdit` is set where an earlier message is to be replaced. */
export interface Delivery {
  readonly rowId: string;
  readonly contact: string;
  readonly message: OutgoingMessage;
  readonly externalIdToEdit?: string;
  /** When the customer last wrote or called, epoch ms */
  readonly customerAt?: number;
  /** What the message is for; a platform may allow some only for a while after the customer wrote */
  readonly purpose?: string;
  /**
   * Whether it is still to be said: a driver that lets a message wait asks again before it goes, and holds back
   * (`retry`, `held`) what was withdrawn by a takeover.
   */
  readonly stands?: () => Promise<boolean>;
}

/** A file that came with a message, as the platform keeps it. */
export type MediaFile =
  | { readonly type: "file"; readonly mime: string; readonly bytes: Uint8Array }
  /** The platform no longer has it, or it is larger than we take (MOST_MEDIA_BYTES) */
  | { readonly type: "gone" | "tooLarge" }
  /** Nobody is reachable who could fetch it now */
  | { readonly type: "away" };

/** Larger files are left with the platform. */
export const MOST_MEDIA_BYTES = 20 * 1024 * 1024;

/** How a sending ended. Expected refusals are values; only a fault in our own code throws. */
export type SendResult =
  | { readonly type: "sent"; readonly externalId: string /** platform's clock, epoch ms */; readonly at: number }
  /**
   * Surely not delivered; try again no sooner than `afterMs`. `held`: the channel could not even try (no connection, pace
   * used up), so the message is not given up however often that happens.
   */
  | { readonly type: "retry"; readonly afterMs: number; readonly reason: string; readonly held?: true }
  /** Perhaps delivered (the answer was lost) */
  | { readonly type: "unknown"; readonly reason: string }
  /** Will never be delivered as it is */
  | { readonly type: "rejected"; readonly reason: string }
  /** This contact wants or can receive nothing more */
  | { readonly type: "blocked"; readonly reason: string };

/** What a driver may show at once to those whose words were just accepted. */
export interface Accepted {
  /**
   * Those of the contacts whose chat the bot holds. Nobody else is shown that the shop types or has read it: a person
   * who holds the chat has done neither yet.
   */
  readonly withBot: ReadonlySet<string>;
}

/** What a driver hands its events to. Resolves once they are committed; only then may the platform be told "got it". */
export interface Intake {
  accept(account: string, events: readonly IncomingEvent[]): Promise<Accepted>;
  receipt(account: string, receipts: readonly Receipt[]): Promise<void>;
}

/** State of a channel's connection, for health and the console. */
export interface ChannelHealth {
  readonly state: "starting" | "live" | "retrying" | "failed" | "stopped";
  readonly detail?: string;
}

/**
 * A driver for one channel account: it translates and transports, nothing else.
 * The owner process of the account calls `listen` and `send`; webhooks may be accepted by any process.
 */
export interface Channel {
  /** `telegram`, `web-chat`, … */
  readonly name: string;
  /** The platform's id of the number or bot */
  readonly accountExternalId: string;
  readonly accountName: string;
  readonly abilities: Abilities;
  /** Pace towards the platform: at least this many ms between two sends to one contact, and between any two. */
  readonly pace: { readonly perContactMs: number; readonly overallMs: number };
  /** Receives until `signal` aborts. `account` is our id of the channel account. */
  listen(account: string, intake: Intake, signal: AbortSignal): Promise<void>;
  send(delivery: Delivery, signal: AbortSignal): Promise<SendResult>;
  /** The file behind `Attachment.externalId`. */
  media(externalId: string, signal: AbortSignal): Promise<MediaFile>;
  /** Evidence about a row that a crash left in `sending`; undefined where the platform keeps none. */
  evidence(delivery: Delivery): Promise<SendResult | undefined>;
  health(): ChannelHealth;
}
