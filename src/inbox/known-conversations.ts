import type { FoundConversation } from "./contacts.ts";

/** Conversations by writer, kept in memory so that accepting from a known contact reads nothing. */
export class KnownConversations {
  readonly #found = new Map<string, FoundConversation>();
  readonly #most: number;

  constructor(most = 50_000) {
    this.#most = most;
  }

  get(writer: string): FoundConversation | undefined {
    return this.#found.get(writer);
  }

  add(found: ReadonlyMap<string, FoundConversation>): void {
    for (const [writer, conversation] of found) {
      const [oldest] = this.#found.keys();
      if (oldest !== undefined && this.#found.size >= this.#most) this.#found.delete(oldest);
      this.#found.set(writer, conversation);
    }
  }

  forget(writers: Iterable<string>): void {
    for (const writer of writers) this.#found.delete(writer);
  }
}
