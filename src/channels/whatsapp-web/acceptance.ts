import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Accepted, Intake } from "../channel.ts";
import type { IncomingEvent, Receipt } from "../message.ts";
import type { ContactNames } from "./contact-names.ts";
import type { Heard } from "./protocol.ts";
import { translate } from "./translate.ts";

export interface AcceptanceParts {
  readonly names: ContactNames;
  readonly clock: () => number;
  readonly log: Logger;
  /** What was heard is stored: now those whose chat the bot holds may see that */
  readonly onAccepted: (heard: readonly Heard[], withBot: ReadonlySet<string>) => void;
  /** The seller wrote to this contact */
  readonly onSellerWrote: (contact: string) => void;
}

/** Hands what was heard to the intake, in order; what cannot be stored now is offered again until it is. */
export class Acceptance {
  readonly #parts: AcceptanceParts;
  readonly #waiting: Heard[] = [];
  readonly #calls = new Map<string, number>();
  #target: { readonly account: string; readonly intake: Intake; readonly signal: AbortSignal } | undefined;
  #running = false;

  constructor(parts: AcceptanceParts) {
    this.#parts = parts;
  }

  open(account: string, intake: Intake, signal: AbortSignal): void {
    this.#target = { account, intake, signal };
    this.#waiting.length = 0;
  }

  add(heard: Heard): void {
    if (heard.type !== "acked" && "fromMe" in heard && heard.fromMe)
      this.#parts.onSellerWrote(this.#parts.names.nameOf(heard.who));
    this.#waiting.push(heard);
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#waiting.length > 0 && this.#target && !this.#target.signal.aborted) await this.#acceptSome();
    } finally {
      this.#running = false;
    }
  }

  async #acceptSome(): Promise<void> {
    const target = this.#target;
    if (!target) return;
    const heard = this.#waiting.slice(0, MOST_AT_ONCE);
    const events = heard.flatMap((one) => this.#eventsOf(one));
    const receipts = heard.flatMap(receiptOf);
    for (let failures = 1; !target.signal.aborted; failures += 1) {
      try {
        const { withBot } = events.length > 0 ? await target.intake.accept(target.account, events) : NOBODY;
        if (receipts.length > 0) await target.intake.receipt(target.account, receipts);
        // The number was given up and taken again meanwhile: what waits now is not what was just stored.
        if (this.#target !== target) return;
        this.#waiting.splice(0, heard.length);
        return this.#parts.onAccepted(heard, withBot);
      } catch (error) {
        const name = error instanceof Error ? error.name : "unknown";
        this.#parts.log.error({ error: name }, "WhatsApp messages were not accepted; they are offered again");
        const pause = Math.min(250 * 2 ** (failures - 1), LONGEST_PAUSE_MS);
        await sleep(pause, undefined, { signal: target.signal }).catch(() => undefined);
      }
    }
  }

  #eventsOf(heard: Heard): IncomingEvent[] {
    if (heard.type === "acked") return [];
    const contact = this.#parts.names.nameOf(heard.who);
    if (heard.type === "called") this.#calls.set(contact, this.#parts.clock());
    return translate(heard, contact, this.#parts.clock()).filter((event) => !this.#isKnownCall(heard, event, contact));
  }

  /** A call heard while it rang also leaves a line in the chat, which is found again when the browser was restarted. */
  #isKnownCall(heard: Heard, { body, platformAt = 0 }: IncomingEvent, contact: string): boolean {
    if (heard.type === "called" || body.type !== "callMissed") return false;
    return Math.abs((this.#calls.get(contact) ?? 0) - platformAt) < SAME_CALL_MS;
  }
}

const NOBODY: Accepted = { withBot: new Set() };
const MOST_AT_ONCE = 100;
const LONGEST_PAUSE_MS = 10_000;
const SAME_CALL_MS = 3 * 60_000;

function receiptOf(heard: Heard): Receipt[] {
  if (heard.type !== "acked") return [];
  return [{ externalId: heard.id, status: heard.ack >= 3 ? "read" : "delivered" }];
}
