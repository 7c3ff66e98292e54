import type { Intake } from "../channels/channel.ts";
import { Loop } from "../loop.ts";
import { LEASE_MS, releaseLease, takeLease } from "./account-lease.ts";
import { Sender, type SenderParts } from "./sender.ts";

export interface TenureParts extends SenderParts {
  readonly intake: Intake;
  /** This process, as `ownerName` names it */
  readonly owner: string;
}

/** Listening and sending end this long before the lease does, so that two owners never overlap. */
const MARGIN_MS = 3_000;
const RENEW_MS = LEASE_MS / 3;
const RETRY_MS = 1_000;
const LISTEN_AGAIN_MS = 2_000;

/**
 * One process owns a channel account at a time: it listens, sends and keeps the pace. The others wait for the lease to
 * be released, or to end.
 */
export class Tenure {
  readonly #parts: TenureParts;
  readonly #loop: Loop;
  #current: { readonly sender: Sender; readonly ear: Ear } | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(parts: TenureParts) {
    this.#parts = parts;
    this.#loop = new Loop(() => this.#keep(), parts.report);
  }

  /** Whether this process owns the account now. */
  get isOwner(): boolean {
    return this.#current !== undefined;
  }

  start(): void {
    this.#loop.start();
  }

  /** Something may be there to send, or the account to be had. */
  wake(): void {
    if (this.#current) this.#current.sender.wake();
    else this.#loop.wake();
  }

  /** Stops listening, lets what is in flight end, and gives the account to whoever waits for it. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    // What is in flight has the whole of a fresh lease to end in; without one the deadline ends it.
    if (this.#current) await this.#keep().catch(this.#parts.report);
    const current = this.#current;
    if (!current) return;
    await current.ear.close();
    await current.sender.stop();
    clearTimeout(this.#deadline);
    this.#current = undefined;
    await releaseLease(this.#parts.database, this.#parts.account, this.#parts.owner);
  }

  async #keep(): Promise<number> {
    const { database, account, owner, clock } = this.#parts;
    // Counted from before the question, and by a clock that nobody sets.
    const askedAt = performance.now();
    const until = await takeLease(database, account, owner, clock());
    if (until === undefined) {
      await this.#end();
      return RETRY_MS;
    }
    clearTimeout(this.#deadline);
    const left = LEASE_MS - MARGIN_MS - (performance.now() - askedAt);
    this.#deadline = setTimeout(() => void this.#end(), left);
    this.#begin();
    return RENEW_MS;
  }

  #begin(): void {
    if (this.#current) return;
    const sender = new Sender(this.#parts);
    this.#current = { sender, ear: new Ear(this.#parts) };
    sender.start();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#deadline);
    const current = this.#current;
    this.#current = undefined;
    await Promise.all([current?.ear.close(), current?.sender.abort()]);
  }
}

/** Listens until it is closed; a driver that gives up is started again. */
class Ear {
  readonly #abort = new AbortController();
  readonly #done: Promise<void>;

  constructor(parts: TenureParts) {
    this.#done = this.#listen(parts);
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.#done;
  }

  async #listen({ channel, account, intake, report }: TenureParts): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      try {
        await channel.listen(account, intake, signal);
      } catch (error) {
        if (!signal.aborted) report(error);
      }
      await pause(LISTEN_AGAIN_MS, signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
