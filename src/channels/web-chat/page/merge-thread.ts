import type { ThreadMessage } from "../thread.ts";

/** A bubble as shown: `renewed` where a later card replaces this one. */
export interface ShownMessage extends ThreadMessage {
  readonly renewed: boolean;
}

/** Adds what was read anew to what is known, each message once, in the order of the conversation. */
export function mergeThread(known: readonly ThreadMessage[], read: readonly ThreadMessage[]): readonly ThreadMessage[] {
  const byId = new Map([...known, ...read].map((message) => [message.id, message]));
  return [...byId.values()].sort((one, other) => one.sequence - other.sequence);
}

/** Marks the cards that a later one replaces. */
export function markRenewed(messages: readonly ThreadMessage[]): readonly ShownMessage[] {
  const replaced = new Set(messages.flatMap(({ replaces }) => replaces ?? []));
  return messages.map((message) => ({ ...message, renewed: replaced.has(message.id) }));
}
