import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery, SendResult } from "../channel.ts";
import type { PaceView } from "../connection.ts";
import type { ContactNames } from "./contact-names.ts";
import type { LinkKeeper } from "./link-keeper.ts";
import { delayBefore, stillCounting } from "./own-pace.ts";
import { type PlannedPart, planParts } from "./plan-parts.ts";
import { Done, Reach, Standing } from "./protocol.ts";
import type { StoredLink } from "./stored-link.ts";

export interface OutgoingParts {
  readonly keeper: LinkKeeper;
  readonly names: ContactNames;
  readonly stored: StoredLink;
  /** Writes down what was learned about names */
  readonly remember: () => Promise<void>;
  readonly pace: () => PaceView;
  readonly clock: () => number;
  /** From 0 to 1 */
  readonly random: () => number;
  /** How long a message may take to leave, in ms */
  readonly sendLimitMs: number;
}

/** Writes on the shop's number as a person would: one message after the other, typing first, never too many. */
export class Outgoing {
  readonly #parts: OutgoingParts;
  readonly #delayed = new Map<string, AbortController>();
  #turn: Promise<void> = Promise.resolve();
  #inLine = 0;

  constructor(parts: OutgoingParts) {
    this.#parts = parts;
  }

  async send(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    const closed = this.#closed() ?? this.#full();
    if (closed) return closed;
    // Who waits long in line could be overtaken by the seller, and would still be sent.
    if (this.#inLine >= MOST_IN_LINE) return held(this.#parts.pace().mostDelayMs, "others write first");
    const before = this.#turn;
    let done: () => void = () => undefined;
    this.#turn = new Promise((resolve) => {
      done = resolve;
    });
    this.#inLine += 1;
    try {
      await before;
      return await this.#inTurn(delivery, signal);
    } finally {
      this.#inLine -= 1;
      done();
    }
  }

  /** The seller writes in this chat: what was about to be said there is not said. */
  sellerWrote(contact: string): void {
    this.#delayed.get(contact)?.abort();
  }

  /** What became of a delivery whose record was lost. */
  async evidence(delivery: Delivery): Promise<SendResult | undefined> {
    const { keeper, names } = this.#parts;
    const chat = names.chatOf(delivery.contact);
    try {
      await keeper.state.until((state) => state.type === "live", EVIDENCE_WAITS_MS);
      let result: SendResult | undefined;
      for (const { ids, main } of planParts(delivery)) {
        const standing = await keeper.call({ type: "find", chat, ids: [...ids] }, Standing, FIND_LIMIT_MS);
        // To send again is safe: what WhatsApp has under its id it does not get twice.
        if (standing.type === "pending") return held(PENDING_MS, "WhatsApp has not sent it yet");
        if (standing.type === "absent") return { type: "retry", afterMs: 0, reason: "WhatsApp does not have it" };
        if (main) result = { type: "sent", externalId: standing.id, at: standing.at };
      }
      return result;
    } catch {
      return undefined;
    }
  }

  async #inTurn(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    const closed = this.#closed() ?? this.#full();
    if (closed) return closed;
    if (!(await stands(delivery))) return WITHDRAWN;
    const { contact, message, customerAt } = delivery;
    const out = customerAt === undefined ? await this.#outOfReach(contact, signal) : undefined;
    if (out) return out;
    const waiting = new AbortController();
    const breakOff = () => waiting.abort();
    this.#delayed.set(contact, waiting);
    signal.addEventListener("abort", breakOff, { once: true });
    try {
      if (signal.aborted || !(await this.#typed(contact, message.text.length, waiting.signal)))
        return held(0, signal.aborted ? "stopping" : "somebody of the shop writes");
    } finally {
      signal.removeEventListener("abort", breakOff);
      this.#delayed.delete(contact);
    }
    return this.#sendParts(delivery, signal);
  }

  /** Who never wrote may not be on WhatsApp at all: it is asked once, before anything is said to nobody. */
  async #outOfReach(contact: string, signal: AbortSignal): Promise<SendResult | undefined> {
    const { keeper, names, remember } = this.#parts;
    if (names.isReached(contact)) return undefined;
    try {
      const asked = { type: "reach" as const, chat: names.chatOf(contact) };
      const reach = await keeper.call(asked, Reach, REACH_LIMIT_MS, signal);
      if (reach.type === "absent") return { type: "rejected", reason: "not on WhatsApp" };
      names.reached(contact, reach.lid);
      await remember();
      return undefined;
    } catch {
      return { type: "retry", afterMs: 2_000, reason: "WhatsApp did not say whether the number is there" };
    }
  }

  /** Shows that somebody types, for as long as it would take; false when that was broken off. */
  async #typed(contact: string, length: number, signal: AbortSignal): Promise<boolean> {
    const { keeper, names, pace, random } = this.#parts;
    const delay = delayBefore(pace(), length, random());
    if (delay > 0) {
      keeper.call({ type: "typing", chat: names.chatOf(contact) }, Done, TYPING_LIMIT_MS).catch(() => undefined);
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
    return !signal.aborted;
  }

  async #sendParts(delivery: Delivery, signal: AbortSignal): Promise<SendResult> {
    let said: SendResult | undefined;
    for (const { part, ids, main } of planParts(delivery)) {
      // Typing took a while, and so did the parts before.
      const result = (await stands(delivery)) ? await this.#sendPart(delivery.contact, part, ids, signal) : WITHDRAWN;
      // A map pin that fails takes nothing from the words that arrived.
      if (result.type !== "sent") return said ?? result;
      if (main) said = result;
    }
    return said ?? { type: "rejected", reason: "nothing to send" };
  }

  async #sendPart(
    contact: string,
    part: PlannedPart["part"],
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<SendResult> {
    const { keeper, names, sendLimitMs } = this.#parts;
    const chat = names.chatOf(contact);
    try {
      const standing = await keeper.call({ type: "send", chat, ids: [...ids], part }, Standing, sendLimitMs, signal);
      if (standing.type === "absent") return { type: "retry", afterMs: 2_000, reason: "WhatsApp did not take it" };
      if (standing.type === "pending") return { type: "unknown", reason: "WhatsApp has not sent it yet" };
      this.#count();
      return { type: "sent", externalId: standing.id, at: standing.at };
    } catch (error) {
      this.#count();
      return { type: "unknown", reason: error instanceof Error ? error.message : "unknown" };
    }
  }

  #count(): void {
    const { stored, clock } = this.#parts;
    stored.change({ sentAt: [...stillCounting(stored.values.sentAt, clock()), clock()] });
  }

  #closed(): SendResult | undefined {
    const { type } = this.#parts.keeper.state.now;
    if (type === "live") return undefined;
    return held(soon.has(type) ? SOON_MS : LATER_MS, `WhatsApp is not connected (${type})`);
  }

  #full(): SendResult | undefined {
    const { fullUntil } = this.#parts.pace();
    if (fullUntil === undefined) return undefined;
    return held(Math.max(1_000, fullUntil - this.#parts.clock()), "the number has written as much as is safe");
  }
}

const MOST_IN_LINE = 2;
const SOON_MS = 1_500;
const LATER_MS = 30_000;
const PENDING_MS = 5_000;
const TYPING_LIMIT_MS = 5_000;
const FIND_LIMIT_MS = 10_000;
const REACH_LIMIT_MS = 15_000;
const EVIDENCE_WAITS_MS = 20_000;
const soon = new Set(["starting", "syncing", "browserDied"]);

const WITHDRAWN = held(0, "taken over");

/** Without an answer nothing is said: the row is claimed again when there is one. */
async function stands(delivery: Delivery): Promise<boolean> {
  return (await delivery.stands?.().catch(() => false)) ?? true;
}

function held(afterMs: number, reason: string): SendResult {
  return { type: "retry", afterMs, reason, held: true };
}
