import type { PhoneDraftView } from "./views.ts";

/** The order of a conversation that a person holds. */
export interface HeldOrderView {
  /** Handed back with whatever is made of it: refused where the order is another by then */
  readonly version: string;
  /** Whether a person holds the conversation, or is waited for */
  readonly isHeld: boolean;
  /** As it stands, and as the bot would go on with it */
  readonly order: PhoneDraftView;
  /** As understood from what the customer wrote since, where that is something else */
  readonly understood?: PhoneDraftView;
  /** The customer's last words, the latest first, to pick their yes from */
  readonly said: readonly string[];
}
