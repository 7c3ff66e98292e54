const MOST_REMEMBERED = 5_000;

/** What this process sent lately, so that its echo is not taken for the seller's words. */
export class OwnSends {
  readonly #ids = new Set<string>();
  readonly #pending = new Set<Promise<unknown>>();

  /** Remembers the sending while it is under way. */
  track<T>(sending: Promise<T>): Promise<T> {
    const settled = sending.catch(() => undefined).finally(() => this.#pending.delete(settled));
    this.#pending.add(settled);
    return sending;
  }

  sent(externalId: string): void {
    this.#ids.add(externalId);
    const [oldest] = this.#ids;
    if (this.#ids.size > MOST_REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
  }

  has(externalId: string): boolean {
    return this.#ids.has(externalId);
  }

  /** Resolves once what is under way now has its answer, or after `limitMs`: an echo may outrun the answer. */
  async settled(limitMs: number): Promise<void> {
    if (this.#pending.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([Promise.all(this.#pending), late]);
    clearTimeout(timer);
  }
}
