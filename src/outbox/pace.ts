/** Keeps the pace that a channel allows, by a clock that only moves on (ms). */
export class Pace {
  readonly #perContactMs: number;
  readonly #overallMs: number;
  readonly #restingUntil = new Map<string, number>();
  #nextSlot = 0;

  constructor({ perContactMs, overallMs }: { readonly perContactMs: number; readonly overallMs: number }) {
    this.#perContactMs = perContactMs;
    this.#overallMs = overallMs;
  }

  /** Conversations that had something a moment ago and must rest. */
  resting(now: number): readonly string[] {
    for (const [id, until] of this.#restingUntil) if (until <= now) this.#restingUntil.delete(id);
    return [...this.#restingUntil.keys()];
  }

  /** How many rows may be claimed so that none waits long in `sending` for its slot. */
  room(now: number, most: number): number {
    if (this.#overallMs === 0) return most;
    const booked = Math.max(0, this.#nextSlot - now);
    return Math.max(0, Math.min(most, Math.floor((LONGEST_WAIT_MS - booked) / this.#overallMs)));
  }

  /** Books the next slot for a conversation and returns how long until then. */
  book(conversationId: string, now: number): number {
    const slot = Math.max(now, this.#nextSlot);
    this.#nextSlot = slot + this.#overallMs;
    if (this.#perContactMs > 0) this.#restingUntil.set(conversationId, slot + this.#perContactMs);
    return slot - now;
  }

  /** How long until something can change by itself; undefined when nothing is booked. */
  nextChange(now: number): number | undefined {
    const first = Math.min(
      ...this.#restingUntil.values(),
      this.#nextSlot > now ? this.#nextSlot : Number.POSITIVE_INFINITY,
    );
    return Number.isFinite(first) ? Math.max(1, first - now) : undefined;
  }
}

const LONGEST_WAIT_MS = 250;
