import type { LiveTopic } from "../live-updates.ts";
import type { Proposal } from "../shop/phone-order/proposal.ts";
import type { Rank } from "./acts.ts";

/** What whoever holds a conversation makes of its order. `id` is the page's own mark: sent again, it is one act. */
export interface HeldAct {
  readonly id: string;
  readonly conversationId: string;
  readonly staff: string;
  readonly rank: Rank;
  /** What they saw when they did it: see `heldVersion` */
  readonly version: string;
  readonly answers: Proposal;
  /** The words in which the customer said yes to a person: the order is placed. Without them it is only written down. */
  readonly yes?: string;
}

export type HeldActed =
  /** `order`: id of the one that was placed */
  | { readonly type: "done"; readonly order?: string }
  | { readonly type: "heldBy"; readonly staff: string }
  /** The bot has the conversation: it must be taken over first */
  | { readonly type: "withBot" }
  /** The order is no longer as it was seen */
  | { readonly type: "changed" }
  /** Not placed: in the words in which the customer would be asked */
  | { readonly type: "stillOpen"; readonly why: string }
  | { readonly type: "refused"; readonly reason: string }
  | { readonly type: "unknownConversation" };

/** What open screens look at again after an act. */
export function touchedBy(
  { conversationId }: HeldAct,
  { order }: Extract<HeldActed, { readonly type: "done" }>,
): readonly LiveTopic[] {
  const conversation: LiveTopic = { type: "conversation", id: conversationId };
  return order === undefined
    ? [conversation]
    : [conversation, { type: "order", id: order }, { type: "call", id: conversationId }];
}
