import type { TurnOutcome } from "../conversation/advance.ts";
import { type Claimed, type StoredEvent, turnEvent } from "./claim-due.ts";

/**
 * What a turn answers while a person holds the conversation: only the steps that staff made on orders. Telling the
 * customer of them is the act of whoever pressed the step, not the bot talking.
 */
export function toldWhileHeld({ events }: Claimed): readonly StoredEvent[] {
  return events.filter(isStep);
}

/** While a person holds a conversation the bot is silent there. */
export function isForTheBot({ holder }: Claimed): boolean {
  return holder === "bot";
}

export function isStep({ kind }: StoredEvent): boolean {
  return kind === "orderStepped";
}

/** The news of the orders alone: whatever else a flow may want has to wait for the bot. */
export function newsOnly({ state, effects }: TurnOutcome): TurnOutcome {
  return {
    state,
    effects: effects.filter(
      (effect) => effect.type === "showOrder" || (effect.type === "say" && effect.purpose === "order"),
    ),
  };
}

/** Whose act the news of a held conversation is. Steps stored by earlier releases do not name anybody. */
export function authorWhileHeld(claimed: Claimed): string {
  const body = claimed.events
    .filter(isStep)
    .map((event) => turnEvent(event).body)
    .at(-1);
  return (body?.type === "orderStepped" ? body.staff : undefined) ?? claimed.holder;
}
