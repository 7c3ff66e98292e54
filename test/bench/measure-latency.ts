import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { talk } from "../../flows/talk.ts";
import { converse } from "../../src/conversation/converse.ts";
import type { Database } from "../../src/database/database.ts";
import { openWakeups } from "../../src/database/wakeups.ts";
import { openLiveUpdates } from "../../src/live-updates.ts";
import { noMetrics } from "../../src/metrics.ts";
import { startWorkers } from "../../src/worker.ts";
import { Wire } from "../fixtures/wire.ts";
import { loadDemo } from "./talking-shop.ts";

export interface LatencyFigures {
  /** From the words reaching us to the reply reaching the driver, ms */
  readonly medianMs: number;
  readonly p95Ms: number;
}

const QUESTIONS = ["ada klepon kak?", "buka jam berapa?", "ongkir ke beji berapa?", "brownies coklat besar berapa?"];
const CUSTOMERS = 200;

/** A steady stream of questions through the running shop: inbox, turn, outbox. The demo shop must be there. */
export async function measureLatency(database: Database, perSecond: number, seconds: number): Promise<LatencyFigures> {
  const wire = new Wire();
  const asked = new Map<string, number>();
  const times: number[] = [];
  wire.answer = ({ contact, rowId }) => {
    const at = asked.get(contact);
    asked.delete(contact);
    if (at !== undefined) times.push(performance.now() - at);
    return { type: "sent", externalId: rowId, at: Date.now() };
  };
  const wakeups = openWakeups(database);
  const live = openLiveUpdates(database);
  const workers = await startWorkers({
    database,
    wakeups,
    live,
    channels: [wire],
    advance: converse(talk),
    loadShop: loadDemo,
    clock: Date.now,
    newId: v7,
    quietMs: 0,
    metrics: noMetrics,
    report: ({ error }) => {
      throw error;
    },
  });
  const start = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    const wait = start + (count * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    const contact = `steady-${count % CUSTOMERS}`;
    const text = QUESTIONS[count % QUESTIONS.length] ?? "";
    const body = { type: "messageReceived" as const, text, attachments: [], forwarded: false };
    asked.set(contact, performance.now());
    void workers.intake.accept(workers.accountOf(wire), [{ sender: { externalId: contact }, body, platformId: v7() }]);
  }
  while (asked.size > 0) await sleep(20);
  await workers.stop();
  await wakeups.close();
  await live.close();
  // The first second meets new customers and cold code.
  const steady = times.slice(perSecond).toSorted((a, b) => a - b);
  const at = (share: number) => steady[Math.floor(steady.length * share)] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}
