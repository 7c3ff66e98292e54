import type { ConnectionState } from "../connection.ts";
import { NoAnswer } from "./child-link.ts";

/** How the shop's number stands, and who wants to know. */
export class LinkState {
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  #now: ConnectionState = { type: "off", why: "notConnected" };

  get now(): ConnectionState {
    return this.#now;
  }

  become(state: ConnectionState): void {
    this.#now = state;
    for (const listener of this.#listeners) listener(state);
  }

  /** Tells every change; returns how to stop that. */
  watch(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves once the state is such. Rejects when it takes longer, or when nothing is under way that could bring it. */
  until(holds: (state: ConnectionState) => boolean, limitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        unwatch();
        end();
      };
      const look = (state: ConnectionState) => {
        if (holds(state)) settle(resolve);
        else if (isIdle(state)) settle(() => reject(new NoAnswer(`WhatsApp is not connected (${state.type})`)));
      };
      const timer = setTimeout(() => settle(() => reject(new NoAnswer("WhatsApp took too long"))), limitMs);
      const unwatch = this.watch(look);
      look(this.#now);
    });
  }
}

/** Nothing goes on by itself from here. */
function isIdle({ type }: ConnectionState): boolean {
  return type === "off" || type === "scanAgain" || type === "noBrowser" || type === "failed";
}
