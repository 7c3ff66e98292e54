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

  /** Resolves at the next change. Rejects when it takes longer. */
  next(limitMs: number): Promise<void> {
    const before = this.#now;
    return this.#wait(limitMs, (state, { resolve }) => state !== before && resolve());
  }

  /** Resolves once the state is such. Rejects when it takes longer, or when nothing is under way that could bring it. */
  until(holds: (state: ConnectionState) => boolean, limitMs: number): Promise<void> {
    return this.#wait(limitMs, (state, { resolve, reject }) => {
      if (holds(state)) resolve();
      else if (isIdle(state)) reject(new NoAnswer(`WhatsApp is not connected (${state.type})`));
    });
  }

  #wait(
    limitMs: number,
    judge: (state: ConnectionState, verdict: { resolve: () => void; reject: (error: Error) => void }) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        unwatch();
        end();
      };
      const verdict = { resolve: () => settle(resolve), reject: (error: Error) => settle(() => reject(error)) };
      const look = (state: ConnectionState) => judge(state, verdict);
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
