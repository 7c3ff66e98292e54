import type { TurnOutcome } from "../conversation/advance.ts";
import { type Claimed, type StoredEvent, turnEvent } from "./claim-due.ts";

/**
 * What counts while a person holds the conversation, and after it: the steps that staff made on orders, which the
 * customer is told of as the act of whoever pressed the step; what the holder wrote down or placed; and what the customer
 * told the platform about promos.
 */
export function countsWhileHeld({ kind }: StoredEvent): boolean {
  return kind === "orderStepped" || kind === "marketingChosen" || isHoldersWord({ kind });
}

/** What staff made of an order: the one thing that changes a conversation while a person holds it. */
export function isHoldersWord({ kind }: Pick<StoredEvent, "kind">): boolean {
  return HOLDERS_WORDS.has(kind);
}

const HOLDERS_WORDS: ReadonlySet<string> = new Set(["answersSet", "orderAgreed", "orderOffered", "offerSettled"]);

/**
 * After a hand-back old messages are not answered, but what counts all the same is not lost. A conversation that came
 * back by itself brings along what nobody answered: silence would be worst.
 */
export function eventsToAnswer(claimed: Claimed): Claimed["events"] {
  if (!isForTheBot(claimed)) return claimed.events.filter(countsWhileHeld);
  // Handed back once, and waiting for a person since: what the bot was to say of that is over.
  if (isAwaited(claimed)) return claimed.events.filter(({ kind }) => kind !== "handedBack");
  const handedBack = claimed.events.findLastIndex((event) => event.kind === "handedBack");
  if (bringsUnanswered(claimed.events[handedBack])) return claimed.events;
  return claimed.events.filter((event, index) => index >= handedBack || countsWhileHeld(event));
}

/** A body that cannot be read fails its own turn later. */
function bringsUnanswered(event: StoredEvent | undefined): boolean {
  if (!event) return false;
  const body = turnEvent(event).body;
  return body.type === "handedBack" && body.unanswered !== undefined;
}

/** What came in and is not answered. */
export function leftAside(claimed: Claimed): Claimed["events"] {
  const answered = new Set(eventsToAnswer(claimed));
  return claimed.events.filter((event) => !answered.has(event));
}

/** While a person holds a conversation the bot is silent there; until one takes it, the customer may go on with the bot. */
export function isForTheBot(claimed: Claimed): boolean {
  return claimed.holder === "bot" || isAwaited(claimed);
}

/** Whether the customer waits for a person, and nobody has taken the conversation yet. */
export function isAwaited({ holder }: Pick<Claimed, "holder">): boolean {
  return holder === "waiting";
}

/** The news of the orders, what the holder did, and the customer's consent: whatever else a flow may want has to wait for the bot. */
export function newsOnly({ effects, ...outcome }: TurnOutcome): TurnOutcome {
  return {
    ...outcome,
    effects: effects.filter(
      (effect) =>
        effect.type === "showOrder" ||
        effect.type === "placeOrder" ||
        effect.type === "rememberCustomer" ||
        effect.type === "recordConsent" ||
        (effect.type === "say" && effect.purpose === "order"),
    ),
  };
}

/** Whose act the news of a held conversation is. Steps stored by earlier releases do not name anybody. */
export function authorWhileHeld(claimed: Claimed): string {
  const body = claimed.events
    .filter((event) => event.kind === "orderStepped" || isHoldersWord(event))
    .map((event) => turnEvent(event).body)
    .at(-1);
  return (body && "staff" in body ? body.staff : undefined) ?? claimed.holder;
}
