import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Channel, Delivery, SendResult } from "../channels/channel.ts";
import type { Database } from "../database/database.ts";
import { Loop } from "../loop.ts";
import type { Metrics } from "../metrics.ts";
import { type ClaimedRow, claimRows, strandedRows } from "./claim-rows.ts";
import { Pace } from "./pace.ts";
import { rowStands } from "./row-stands.ts";
import { type Settled, settleRows } from "./settle-rows.ts";
import { settlement } from "./settlement.ts";

export interface SenderParts {
  readonly database: Database;
  readonly channel: Channel;
  readonly account: string;
  /** Epoch ms */
  readonly clock: () => number;
  readonly metrics: Metrics;
  /** Called after a commit with the conversations whose rows ended somehow. */
  readonly onSettled: (conversationIds: readonly string[]) => void;
  readonly report: (error: unknown) => void;
  /** How long a stop waits for the platform before it cuts a sending off, in ms */
  readonly patienceMs?: number;
}

/** Together less than what a lease has left when it was just renewed. */
const PATIENCE_MS = 9_000;
const LAST_WAIT_MS = 1_000;
const MOST_IN_FLIGHT = 64;
const IDLE_MS = 1_000;

/**
 * Sends an account's outbox, while this process owns the account. Each round settles what ended and claims what comes
 * next in one transaction; sending is outside of it, in parallel across conversations and in order within each.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #pace: Pace;
  readonly #loop: Loop;
  readonly #abort = new AbortController();
  readonly #inFlight = new Map<string, Promise<void>>();
  #ended: { readonly settled: Settled; readonly row: ClaimedRow }[] = [];
  #recovered = false;
  #stopping = false;
  #abandoned = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#pace = new Pace(parts.channel.pace);
    // Every sending under way listens to it.
    setMaxListeners(0, this.#abort.signal);
    this.#loop = new Loop(() => this.#round(), parts.report);
  }

  start(): void {
    this.#loop.start();
  }

  wake(): void {
    this.#loop.wake();
  }

  /**
   * Lets what is in flight end and records it. A platform that takes too long is cut off and its row put back; a driver
   * that does not let go either leaves its row in `sending`, for the next owner to find.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#loop.stop();
    const { patienceMs = PATIENCE_MS } = this.#parts;
    if (!(await this.#landed(patienceMs))) {
      this.#abort.abort();
      await this.#landed(LAST_WAIT_MS);
    }
    this.#abandoned = true;
    await this.#settleLast();
  }

  /** Stops at once, when the account may soon be another's. What is in flight is left to the next owner. */
  async abort(): Promise<void> {
    this.#stopping = true;
    this.#abandoned = true;
    this.#abort.abort();
    await this.#loop.stop();
    await this.#landed(LAST_WAIT_MS);
  }

  /** Whether all that is in flight ends within this time. */
  async #landed(ms: number): Promise<boolean> {
    const waiting = new AbortController();
    const late = sleep(ms, false, { signal: waiting.signal }).catch(() => false);
    const landed = await Promise.race([Promise.all(this.#inFlight.values()).then(() => true), late]);
    waiting.abort();
    return landed;
  }

  async #round(): Promise<number> {
    if (!this.#recovered) await this.#recover();
    // Until this round is known to be committed, some rows may be in `sending` that nobody sends.
    this.#recovered = false;
    const { database, account, clock } = this.#parts;
    const room = this.#pace.room(performance.now(), MOST_IN_FLIGHT - this.#inFlight.size);
    const ended = this.#ended.slice();
    const claim = await database.rawTransaction(async (tx) => {
      const now = clock();
      await settleRows(
        tx,
        account,
        ended.map(({ settled }) => settled),
        "sending",
        now,
      );
      const resting = [...this.#pace.resting(performance.now()), ...this.#inFlight.keys()];
      return room > 0 ? claimRows(tx, account, now, room, resting) : { rows: [], settled: [] };
    });
    this.#recovered = true;
    this.#ended = this.#ended.slice(ended.length);
    this.#tell(ended, claim.settled);
    for (const row of claim.rows) this.#launch(row);
    if (this.#ended.length > 0 || claim.rows.length + claim.settled.length > 0) return 0;
    return Math.min(IDLE_MS, this.#pace.nextChange(performance.now()) ?? IDLE_MS, await this.#untilNext());
  }

  #launch(row: ClaimedRow): void {
    const wait = this.#pace.book(row.conversationId, performance.now());
    this.#inFlight.set(row.conversationId, this.#deliver(row, wait));
  }

  /** Never throws: whatever happens to one row must not end the others. */
  async #deliver(row: ClaimedRow, wait: number): Promise<void> {
    const { clock, metrics } = this.#parts;
    if (wait > 0) await sleep(wait, undefined, { signal: this.#abort.signal }).catch(() => undefined);
    const result = this.#abort.signal.aborted ? NOT_SENT : await this.#send(row);
    this.#inFlight.delete(row.conversationId);
    // Abandoned, the row is the next owner's to look after.
    if (this.#abandoned) return;
    const settled = settlement(row, result, clock());
    metrics.outboxSettled(settled.status);
    if (settled.status === "sent") metrics.sendingTook(clock() - row.createdAt);
    this.#ended.push({ settled, row });
    if (!this.#stopping) this.#loop.wake();
  }

  async #send(row: ClaimedRow): Promise<SendResult> {
    const { channel, report, database } = this.#parts;
    const stands = () => database.rawTransaction((tx) => rowStands(tx, row.id));
    try {
      const result = await channel.send({ ...deliveryOf(row), stands }, this.#abort.signal);
      return result.type === "unknown" ? ((await channel.evidence(deliveryOf(row))) ?? result) : result;
    } catch (error) {
      report(error);
      return { type: "unknown", reason: "the driver threw" };
    }
  }

  /** What an owner that died left in `sending` is settled by evidence, else by what its row says. */
  async #recover(): Promise<void> {
    const { database, account, channel, clock } = this.#parts;
    const ours = new Set([...this.#inFlight.keys(), ...this.#ended.map(({ row }) => row.conversationId)]);
    const sending = await database.rawTransaction((tx) => strandedRows(tx, account));
    const stranded = sending.filter((row) => !ours.has(row.conversationId));
    const settled: Settled[] = [];
    for (const row of stranded) {
      const evidence = await channel.evidence(deliveryOf(row));
      const result = evidence ?? { type: "unknown", reason: "the sender died" };
      const verdict = settlement(row, result, clock());
      // Nobody is to wait longer for a repeated message because of a crash.
      settled.push(verdict.status === "queued" && !evidence ? { ...verdict, notBefore: clock() } : verdict);
    }
    await database.rawTransaction((tx) => settleRows(tx, account, settled, "sending", clock()));
    this.#recovered = true;
  }

  async #settleLast(): Promise<void> {
    const { database, account, clock } = this.#parts;
    const ended = this.#ended.splice(0);
    if (ended.length === 0) return;
    await database.rawTransaction((tx) =>
      settleRows(
        tx,
        account,
        ended.map(({ settled }) => settled),
        "sending",
        clock(),
      ),
    );
    this.#tell(ended, []);
  }

  #tell(ended: readonly { readonly row: ClaimedRow }[], settled: readonly { readonly conversationId: string }[]): void {
    const touched = new Set([
      ...ended.map(({ row }) => row.conversationId),
      ...settled.map((row) => row.conversationId),
    ]);
    if (touched.size > 0) this.#parts.onSettled([...touched]);
  }

  async #untilNext(): Promise<number> {
    const { database, account, clock } = this.#parts;
    const next = await database.prisma.outboxRow.findFirst({
      where: { accountId: account, status: "queued", notBefore: { gt: clock() } },
      orderBy: { notBefore: "asc" },
      select: { notBefore: true },
    });
    return next ? Math.max(1, Number(next.notBefore) - clock()) : IDLE_MS;
  }
}

const NOT_SENT: SendResult = { type: "retry", afterMs: 0, reason: "stopping" };

function deliveryOf({ id, contact, message, purpose, externalIdToEdit, customerAt }: ClaimedRow): Delivery {
  return {
    rowId: id,
    contact,
    message,
    purpose,
    ...(externalIdToEdit === undefined ? {} : { externalIdToEdit }),
    ...(customerAt === undefined ? {} : { customerAt }),
  };
}
