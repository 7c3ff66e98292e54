/** Conversations by writer, kept in memory so that accepting from a known contact reads nothing. */
export class KnownConversations {
  readonly #ids = new Map<string, string>();
  readonly #most: number;

  constructor(most = 50_000) {
    this.#most = most;
  }

  get(writer: string): string | undefined {
    return this.#ids.get(writer);
  }

  add(found: ReadonlyMap<string, string>): void {
    for (const [writer, id] of found) {
      const [oldest] = this.#ids.keys();
      if (oldest !== undefined && this.#ids.size >= this.#most) this.#ids.delete(oldest);
      this.#ids.set(writer, id);
    }
  }

  forget(writers: Iterable<string>): void {
    for (const writer of writers) this.#ids.delete(writer);
  }
}
