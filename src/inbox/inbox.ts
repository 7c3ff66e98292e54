import type { Accepted, Intake } from "../channels/channel.ts";
import type { IncomingEvent, Receipt } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { isTransient } from "../database/transient.ts";
import { acceptBatches, type Batch, type Touched } from "./accept-batches.ts";
import { writerKey } from "./contacts.ts";
import { KnownConversations } from "./known-conversations.ts";
import { untilPeopleRest } from "./people.ts";
import { quietRule } from "./quiet-rule.ts";
import { recordReceipts } from "./record-receipts.ts";

export interface InboxParts {
  readonly database: Database;
  /** Epoch ms */
  readonly clock: () => number;
  readonly newId: () => string;
  /** How long typed words wait for more (TURN_QUIET_MS) */
  readonly quietMs: number;
  /** Called after a commit with the conversations that got something new. */
  readonly onAccepted: (conversationIds: readonly string[]) => void;
}

interface Waiting extends Batch {
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_EVENTS_AT_ONCE = 400;

/**
 * Where events are accepted, each once. `accept` resolves after the commit that holds its events; batches that arrive
 * while a commit is under way share the next one. A redelivery changes nothing.
 */
export class Inbox implements Intake {
  readonly #parts: InboxParts;
  readonly #known = new KnownConversations();
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  accept(account: string, events: readonly IncomingEvent[]): Promise<Accepted> {
    if (events.length === 0) return Promise.resolve({ withBot: new Set() });
    return new Promise((resolve, reject) => {
      this.#waiting.push({ account, events, resolve, reject });
      if (!this.#busy) void this.#drain();
    });
  }

  async receipt(account: string, receipts: readonly Receipt[]): Promise<void> {
    if (receipts.length === 0) return;
    const touched = await recordReceipts(this.#parts.database, account, receipts);
    if (touched.length > 0) this.#parts.onAccepted(touched);
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    try {
      while (this.#waiting.length > 0) await this.#acceptNext(this.#takeNext());
    } finally {
      this.#busy = false;
    }
  }

  #takeNext(): Waiting[] {
    let events = 0;
    const count = this.#waiting.findIndex((batch) => {
      events += batch.events.length;
      return events > MOST_EVENTS_AT_ONCE;
    });
    return this.#waiting.splice(0, count === -1 ? this.#waiting.length : Math.max(count, 1));
  }

  async #acceptNext(batches: readonly Waiting[]): Promise<void> {
    try {
      const { conversations, withBot } = await this.#commit(batches);
      for (const batch of batches) batch.resolve(acceptedOf(batch, withBot));
      if (conversations.length > 0) this.#parts.onAccepted(conversations);
    } catch (error) {
      if (batches.length === 1 || isTransient(error)) for (const batch of batches) batch.reject(error);
      // One bad batch must not cost the others their commit.
      else for (const batch of batches) await this.#acceptNext([batch]);
    }
  }

  async #commit(batches: readonly Batch[]): Promise<Touched> {
    const { database, clock, newId, quietMs } = this.#parts;
    const context = { database, now: clock(), newId, quiet: quietRule(quietMs), known: this.#known };
    const accept = (expect: "new" | "mixed") => untilPeopleRest(() => acceptBatches(context, batches, expect));
    return (await accept("new")) ?? (await accept("mixed")) ?? NOTHING_NEW;
  }
}

const NOTHING_NEW: Touched = { conversations: [], withBot: new Set() };

/** Batches share a commit; each is told of its own contacts. */
function acceptedOf({ account, events }: Batch, withBot: ReadonlySet<string>): Accepted {
  const contacts = events.map(({ sender }) => sender.externalId);
  return { withBot: new Set(contacts.filter((contact) => withBot.has(writerKey(account, contact)))) };
}
