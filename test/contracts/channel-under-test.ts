import type { Channel } from "../../src/channels/channel.ts";
import type { RecordingIntake } from "./recording-intake.ts";

/** A running channel with its platform in the test's hand. Nothing here belongs to one platform. */
export interface ChannelUnderTest {
  readonly channel: Channel;
  /** Somebody new on this channel, who has written nothing yet */
  customer(): ContractCustomer | Promise<ContractCustomer>;
  /** How many events the platform (or the page) still holds because nobody told it "got it" */
  unconfirmed(): number;
  /** Resolves once the platform was told "got it" for everything */
  allConfirmed(): Promise<void>;
  /** The platform delivers once more all it ever delivered; resolves when it was told "got it" again */
  redeliver(): Promise<void>;
  /** What happens to the next sending */
  trouble(kind: Trouble): void;
  /** Stops listening, lets `meanwhile` happen, and listens again with the same intake */
  restart(meanwhile: () => void | Promise<void>): Promise<void>;
  /** Stops all; resolves when `listen` has ended */
  stop(): Promise<void>;
  /** Ends a test but keeps for the next what takes long to start; without it, `stop` does */
  release?(): Promise<void>;
}

/** How a sending can go wrong. */
export type Trouble = "blocked" | "tooMany" | "serverError" | "lostBeforeDelivery" | "lostAfterDelivery";

export interface ContractCustomer {
  /** As the channel names this contact */
  readonly contact: string;
  opens(source: string): void | Promise<void>;
  says(text: string): Said | Promise<Said>;
  changes(said: Said, text: string): void | Promise<void>;
  taps(shown: Shown, label: string): void | Promise<void>;
  sharesNumber(digits: string): void | Promise<void>;
  sharesLocation(latitude: number, longitude: number): void | Promise<void>;
  /** Something that the shop has no word for */
  doesSomethingUnknown(): void | Promise<void>;
  /** All that the shop said, as it reads now */
  screen(): readonly Shown[];
  /** The picture that stands with these words, as base64; undefined where there is none */
  looksAt(shown: Shown): string | undefined | Promise<string | undefined>;
  /** How often this customer was shown that the shop read or types */
  signs(): number;
  /** Takes a message of the shop off the screen */
  removes(shown: Shown): void;
}

export interface Said {
  readonly id: string;
}

export interface Shown {
  readonly id: string;
  readonly text: string;
  /** What can be tapped, also keys that share a number or a position */
  readonly buttons: readonly string[];
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

/** Starts a channel that listens with the given intake. */
export type StartChannel = (intake: RecordingIntake) => Promise<ChannelUnderTest>;
