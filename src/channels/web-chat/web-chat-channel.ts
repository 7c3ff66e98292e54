import type { Channel, Delivery, SendResult } from "../channel.ts";
import { WEB_CHAT_ABILITIES } from "./web-chat-abilities.ts";

/** What the web chat needs to know of the shop and the time. */
export interface WebChatOptions {
  readonly accountName: string;
  readonly clock: () => number;
}

/** The web chat, and the way by which its open pages learn that there is something to read. */
export interface WebChatChannel extends Channel {
  /** Calls `listener` after each sending to `contact` by this process. Returns the function that ends it. */
  watch(contact: string, listener: () => void): () => void;
}

/**
 * The shop's own chat page as a channel. Its outbox rows are read by the page itself, so a row is sent as soon as it
 * may be read, and one that a crash left half sent was readable all along.
 */
export function createWebChatChannel({ accountName, clock }: WebChatOptions): WebChatChannel {
  const watchers = new Map<string, Set<() => void>>();
  let state: "starting" | "live" | "stopped" = "starting";

  const shown = ({ rowId, externalIdToEdit }: Delivery): SendResult => ({
    type: "sent",
    externalId: externalIdToEdit ?? rowId,
    at: clock(),
  });

  return {
    name: "web-chat",
    accountExternalId: "web-chat",
    accountName,
    abilities: WEB_CHAT_ABILITIES,
    pace: { perContactMs: 0, overallMs: 0 },
    listen: (_account, _intake, signal) =>
      new Promise((resolve) => {
        state = "live";
        const stop = () => {
          state = "stopped";
          resolve();
        };
        if (signal.aborted) stop();
        else signal.addEventListener("abort", stop, { once: true });
      }),
    send: async (delivery) => {
      for (const listener of watchers.get(delivery.contact) ?? []) listener();
      return shown(delivery);
    },
    evidence: async (delivery) => shown(delivery),
    // The page takes no files.
    media: async () => ({ type: "gone" }),
    health: () => ({ state }),
    watch: (contact, listener) => {
      const listeners = watchers.get(contact) ?? new Set();
      watchers.set(contact, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchers.delete(contact);
      };
    },
  };
}
