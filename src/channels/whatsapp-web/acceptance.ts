import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Accepted, Intake } from "../channel.ts";
import type { IncomingEvent, Receipt } from "../message.ts";
import { Aside } from "./aside.ts";
import { CallMarks, type CallSign } from "./call-marks.ts";
import type { ContactNames } from "./contact-names.ts";
import type { Memory } from "./memory.ts";
import type { Heard } from "./protocol.ts";
import { translate } from "./translate.ts";

export interface AcceptanceParts {
  readonly memory: Memory;
  readonly names: ContactNames;
  /** Whether a failure only wants patience */
  readonly passes: (error: unknown) => boolean;
  readonly log: Logger;
  /** What was heard is stored: now those whose chat the bot holds may see that */
  readonly onAccepted: (heard: readonly Heard[], withBot: ReadonlySet<string>) => void;
  /** The seller wrote to this contact */
  readonly onSellerWrote: (contact: string) => void;
}

interface Target {
  readonly account: string;
  readonly intake: Intake;
  readonly signal: AbortSignal;
}

/**
 * Hands what was heard to the intake, in order. What cannot be stored now is offered again until it is; what is refused
 * for what it is, is kept aside, so that it holds up nothing else.
 */
export class Acceptance {
  readonly #parts: AcceptanceParts;
  readonly #calls: CallMarks;
  readonly #aside: Aside;
  #waiting: Heard[] = [];
  #target: Target | undefined;
  #running = false;

  constructor(parts: AcceptanceParts) {
    this.#parts = parts;
    this.#calls = new CallMarks(parts.memory);
    this.#aside = new Aside(parts.memory);
  }

  /** What was kept aside is offered once more: the program may have been mended since. */
  open(account: string, intake: Intake, signal: AbortSignal): void {
    this.#target = { account, intake, signal };
    this.#waiting = [...this.#aside.kept()];
    void this.#run();
  }

  add(heard: Heard): void {
    if (this.#aside.has(heard)) return;
    if (heard.type !== "acked" && "fromMe" in heard && heard.fromMe)
      this.#parts.onSellerWrote(this.#parts.names.nameOf(heard.who));
    this.#waiting.push(heard);
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#waiting.length > 0 && this.#target && !this.#target.signal.aborted)
        await this.#acceptSome(this.#target);
    } finally {
      this.#running = false;
    }
  }

  async #acceptSome(target: Target): Promise<void> {
    const known = this.#waiting.findIndex((one) => this.#aside.has(one));
    // What was refused before goes alone, or it would be refused with all beside it.
    const most = known === 0 ? 1 : known === -1 ? MOST_AT_ONCE : Math.min(known, MOST_AT_ONCE);
    const heard = this.#waiting.slice(0, most);
    const answer = await this.#offer(target, heard, known === 0 ? 1 : MOST_REFUSALS);
    if (!(answer instanceof Error)) return this.#settled(target, heard, answer);
    const [first, ...others] = heard;
    if (first && others.length === 0) await this.#setAside(target, first, answer);
    else await this.#acceptOneByOne(target, heard);
  }

  async #acceptOneByOne(target: Target, heard: readonly Heard[]): Promise<void> {
    for (const one of heard) {
      const answer = await this.#offer(target, [one], MOST_REFUSALS);
      if (!(answer instanceof Error)) this.#settled(target, [one], answer);
      else if (!(await this.#setAside(target, one, answer))) return;
    }
  }

  /** Resolves once all is stored, or with why it is refused after so many refusals. Patience has no end. */
  async #offer(target: Target, heard: readonly Heard[], mostRefusals: number): Promise<Accepted | Error> {
    const { passes, log } = this.#parts;
    let refusals = 0;
    for (let failures = 1; !target.signal.aborted; failures += 1) {
      try {
        return await this.#store(target, heard);
      } catch (error) {
        if (!passes(error)) refusals += 1;
        if (refusals >= mostRefusals) return error instanceof Error ? error : new Error("unknown");
        log.error({ error: nameOf(error) }, "WhatsApp messages were not accepted; they are offered again");
        const pause = Math.min(250 * 2 ** (failures - 1), LONGEST_PAUSE_MS);
        await sleep(pause, undefined, { signal: target.signal }).catch(() => undefined);
      }
    }
    return NOBODY;
  }

  async #store({ account, intake }: Target, heard: readonly Heard[]): Promise<Accepted> {
    const events = heard.flatMap((one) => this.#eventsOf(one));
    const receipts = heard.flatMap(receiptOf);
    // Under which name and id something was stored must not be forgotten after it.
    await this.#parts.memory.save();
    const accepted = events.length > 0 ? await intake.accept(account, events) : NOBODY;
    if (receipts.length > 0) await intake.receipt(account, receipts);
    return accepted;
  }

  #settled(target: Target, heard: readonly Heard[], { withBot }: Accepted): void {
    if (!this.#isCurrent(target)) return;
    this.#waiting.splice(0, heard.length);
    for (const one of heard) this.#aside.release(one);
    this.#parts.onAccepted(heard, withBot);
  }

  /** Whether it is kept aside. A database that does not take even that refuses everything: then this one is not to blame. */
  async #setAside(target: Target, heard: Heard, refusal: Error): Promise<boolean> {
    if (!this.#isCurrent(target)) return false;
    if (!this.#aside.has(heard) && !(await this.#keepAside(target, heard, refusal))) return false;
    if (this.#isCurrent(target)) this.#waiting.shift();
    return true;
  }

  async #keepAside({ signal }: Target, heard: Heard, refusal: Error): Promise<boolean> {
    const { memory, log } = this.#parts;
    this.#aside.keep(heard, nameOf(refusal));
    try {
      await memory.save();
    } catch {
      this.#aside.release(heard);
      await sleep(LONGEST_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      return false;
    }
    log.error(
      { kind: heard.type, error: nameOf(refusal) },
      "something heard on WhatsApp cannot be stored; it is kept aside and offered again at the next start",
    );
    return true;
  }

  /** Else the number was given up, and perhaps taken again: what waits now is not what was just looked at. */
  #isCurrent(target: Target): boolean {
    return this.#target === target && !target.signal.aborted;
  }

  #eventsOf(heard: Heard): IncomingEvent[] {
    if (heard.type === "acked") return [];
    const contact = this.#parts.names.nameOf(heard.who);
    const sign = callSignOf(heard);
    return translate(heard, contact).map((event) =>
      sign && event.body.type === "callMissed" ? { ...event, platformId: this.#calls.idOf(contact, sign) } : event,
    );
  }
}

const NOBODY: Accepted = { withBot: new Set() };
const MOST_AT_ONCE = 100;
const MOST_REFUSALS = 3;
const LONGEST_PAUSE_MS = 10_000;

function callSignOf(heard: Heard): CallSign | undefined {
  if (heard.type === "called") return { by: "ring", id: heard.id, at: heard.at };
  if (heard.type === "message" && heard.call) return { by: "line", id: heard.id, at: heard.at };
  return undefined;
}

function receiptOf(heard: Heard): Receipt[] {
  if (heard.type !== "acked") return [];
  return [{ externalId: heard.id, status: heard.ack >= 3 ? "read" : "delivered" }];
}

/** Never the message of an error: the database repeats the words it refuses. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? `${error.name} ${error.code}` : error.name;
}
