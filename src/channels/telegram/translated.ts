import type { IncomingEvent } from "../message.ts";

/** What one update means to the shop. */
export interface Translated {
  readonly updateId: number;
  readonly events: readonly IncomingEvent[];
  /** What to do at once and at most once, so that the customer sees that it arrived */
  readonly gesture?: Gesture;
  /** Why nothing came of it: the kind of update, never its words */
  readonly ignored?: string;
}

export type Gesture =
  | { readonly type: "answerTap"; readonly tap: string }
  /** `business`: in a chat of that connected account; with `read` the messages up to this one are marked as read too */
  | { readonly type: "typing"; readonly contact: string; readonly business?: BusinessSign };

export interface BusinessSign {
  readonly connection: string;
  readonly canReply: boolean;
  readonly read?: number;
}
