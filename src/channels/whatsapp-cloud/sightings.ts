import type { SendResult } from "../channel.ts";
import type { Receipt } from "../message.ts";

const MOST_REMEMBERED = 5_000;
const STRANDED_AGAIN_MS = 60_000;

/** What receipts said about our rows lately, in this process: the evidence about a sending whose answer was lost. */
export class Sightings {
  readonly #seen = new Map<string, SendResult>();
  readonly #waiting = new Map<string, Set<(result: SendResult) => void>>();
  readonly #tried = new Set<string>();
  readonly #clock: () => number;
  readonly #patienceMs: number;
  /** Until when receipts are waited for that an earlier process could not hear */
  #strandedUntil = Number.NEGATIVE_INFINITY;

  constructor(clock: () => number, patienceMs: number) {
    this.#clock = clock;
    this.#patienceMs = patienceMs;
  }

  /** A sending begins. */
  expect(rowId: string): void {
    this.#tried.add(rowId);
    forgetOldest(this.#tried);
    // What was refused is sent anew: the refusal says nothing about this sending.
    if (this.#seen.get(rowId)?.type === "retry") this.#seen.delete(rowId);
  }

  note(receipts: readonly Receipt[]): void {
    for (const receipt of receipts) {
      const { rowId } = receipt;
      if (rowId === undefined) continue;
      const result = this.#resultOf(receipt);
      this.#seen.delete(rowId);
      this.#seen.set(rowId, result);
      for (const tell of this.#waiting.get(rowId) ?? []) tell(result);
    }
    forgetOldest(this.#seen);
  }

  #resultOf({ externalId, status, at, reason = status, notHeardSince }: Receipt): SendResult {
    if (status !== "failed") return { type: "sent", externalId, at: at ?? this.#clock() };
    return notHeardSince === undefined ? { type: "rejected", reason } : { type: "retry", afterMs: 0, reason };
  }

  /** What is known about a row, or becomes known in time: receipts mostly follow within a second or two. */
  of(rowId: string): Promise<SendResult | undefined> {
    return this.#within(rowId, this.#tried.has(rowId) ? this.#patienceMs : this.#strandedPatience());
  }

  /** Rows that a process which died left behind are waited for together, not one after the other. */
  #strandedPatience(): number {
    const now = this.#clock();
    if (now > this.#strandedUntil + STRANDED_AGAIN_MS) this.#strandedUntil = now + this.#patienceMs;
    return Math.max(0, this.#strandedUntil - now);
  }

  async #within(rowId: string, patienceMs: number): Promise<SendResult | undefined> {
    const seen = this.#seen.get(rowId);
    if (seen || patienceMs <= 0) return seen;
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(rowId) ?? new Set();
      this.#waiting.set(rowId, waiting);
      const tell = (result?: SendResult) => {
        clearTimeout(timer);
        waiting.delete(tell);
        if (waiting.size === 0) this.#waiting.delete(rowId);
        resolve(result);
      };
      const timer = setTimeout(() => tell(), patienceMs);
      waiting.add(tell);
    });
  }
}

function forgetOldest(kept: Set<string> | Map<string, unknown>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_REMEMBERED) return;
    kept.delete(oldest);
  }
}
