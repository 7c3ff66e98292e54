import { EventEmitter } from "node:events";
import type { Accepted, Intake } from "../../src/channels/channel.ts";
import type { EventBody, IncomingEvent, Receipt } from "../../src/channels/message.ts";

/** Takes a channel's events as the shop's inbox does: each once by its key, and only what it was able to store. */
export class RecordingIntake implements Intake {
  /** What is stored, in the order it was accepted */
  readonly stored: IncomingEvent[] = [];
  readonly receipts: Receipt[] = [];
  /** Contacts whose chat a person of the shop holds */
  readonly held = new Set<string>();
  /** Every event handed over, also those known before or not stored */
  offered = 0;
  readonly #keys = new Set<string>();
  readonly #events = new EventEmitter();
  #failures = 0;
  #gate: Promise<void> | undefined;

  constructor() {
    this.#events.setMaxListeners(0);
  }

  async accept(account: string, events: readonly IncomingEvent[]): Promise<Accepted> {
    this.offered += events.length;
    this.#events.emit("changed");
    await this.#gate;
    if (this.#failures > 0) {
      this.#failures -= 1;
      throw Object.assign(new Error("the database is busy"), { code: "P1008" });
    }
    for (const event of events) this.#store(account, event);
    this.#events.emit("changed");
    const contacts = events.map(({ sender }) => sender.externalId);
    return { withBot: new Set(contacts.filter((contact) => !this.held.has(contact))) };
  }

  async receipt(_account: string, receipts: readonly Receipt[]): Promise<void> {
    this.receipts.push(...receipts);
    this.#events.emit("changed");
  }

  /** The next so many attempts to store throw. */
  failsToStore(times: number): void {
    this.#failures = times;
  }

  /** Storing waits until the returned function is called. */
  holdsBack(): () => void {
    let release: () => void = () => undefined;
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.#gate = undefined;
      release();
    };
  }

  /** What one contact did, as stored. */
  from(contact: string): EventBody[] {
    return this.stored.filter((event) => event.sender.externalId === contact).map((event) => event.body);
  }

  /** Resolves once `count` events of a contact are stored. */
  async received(contact: string, count = 1): Promise<EventBody[]> {
    await this.until(() => this.from(contact).length >= count, `${count} events of ${contact}`);
    return this.from(contact);
  }

  until(holds: () => boolean, what: string, timeoutMs = 8000): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#events.off("changed", look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#events.off("changed", look);
        const seen = this.stored
          .map((event) => `  ${event.sender.externalId} ${JSON.stringify(event.body)}`)
          .join("\n");
        reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}; stored so far:\n${seen || "  nothing"}`));
      }, timeoutMs);
      this.#events.on("changed", look);
      look();
    });
  }

  #store(account: string, event: IncomingEvent): void {
    const key = JSON.stringify([account, event.sender.externalId, event.body.type, event.platformId, event.revision]);
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.stored.push(event);
  }
}
