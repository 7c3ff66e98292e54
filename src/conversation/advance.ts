import type { EventBody } from "../channels/message.ts";
import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Meaning, OpenQuestion } from "../understanding/meaning.ts";
import type { Effect } from "./effect.ts";
import type { Picture } from "./picture.ts";
import type { ConversationState } from "./state.ts";

/** One event of a turn. */
export interface TurnEvent {
  readonly id: string;
  readonly body: EventBody;
  /** Epoch ms by the platform's clock, else by ours */
  readonly at: number;
}

export interface TurnInput {
  readonly state: ConversationState;
  readonly events: readonly TurnEvent[];
  readonly picture: Picture;
  /** A person holds the conversation: nothing is asked there */
  readonly held?: boolean;
  /** The message that carries the open question, and when the platform says it was shown; undefined while it was not. */
  readonly asked?: { readonly rowId: string; readonly shownAt?: number };
  /** Somebody of the shop is awaited, and why, as it is stored: the bot does only what is plainly its own */
  readonly waiting?: { readonly reason: string };
  /** The understanding, bound to this shop and moment: what words mean depends on what earlier events of the same turn did. */
  readonly hear: (text: string, question: OpenQuestion | undefined, basket: readonly BasketLine[]) => Meaning;
}

export interface TurnOutcome {
  readonly state: ConversationState;
  readonly effects: readonly Effect[];
  /** Stored answers that today's code could not read: kept, and asked again */
  readonly unread?: number;
  /** Why an order that staff placed for the customer is not: what is still open, as the customer would be asked */
  readonly stillOpen?: string;
}

export type Advance = (input: TurnInput) => TurnOutcome;
