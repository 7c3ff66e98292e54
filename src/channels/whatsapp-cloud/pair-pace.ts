/** One customer may be sent one message in six seconds, and 45 in a burst that is paid back afterwards. */
const BURST = 45;
const EVERY_MS = 6_000;
const MOST_REMEMBERED = 10_000;

/** Keeps the platform's limit per customer, so that it never has to refuse. Instants in ms. */
export class PairPace {
  /** When the burst of a customer will be whole again */
  readonly #paidBack = new Map<string, number>();

  /** Takes one message for a customer now; else how long until one is free. */
  take(contact: string, now: number): number | undefined {
    const paidBack = Math.max(now, this.#paidBack.get(contact) ?? now);
    const wait = paidBack + EVERY_MS - (now + BURST * EVERY_MS);
    if (wait > 0) return wait;
    this.#paidBack.delete(contact);
    this.#paidBack.set(contact, paidBack + EVERY_MS);
    if (this.#paidBack.size > MOST_REMEMBERED) this.#forget(now);
    return undefined;
  }

  #forget(now: number): void {
    for (const [contact, paidBack] of this.#paidBack) if (paidBack <= now) this.#paidBack.delete(contact);
  }
}
