import type { EngineFigures } from "./bench.ts";
import type { MemoryFigures } from "./measure-memory.ts";
import type { UnderstandingFigures } from "./measure-understanding.ts";

/** Prints the figures as tables. */
export function printFigures(figures: {
  readonly node: string;
  readonly understanding: readonly UnderstandingFigures[];
  readonly residentMegabytes: MemoryFigures;
  readonly engines: readonly EngineFigures[];
}): void {
  const { understanding } = figures;
  console.log(`Node ${figures.node}`);
  for (const engine of figures.engines) {
    console.log(`\n${engine.engine}: ${Math.round(engine.bareCommits)} bare commits a second`);
    console.table(
      engine.turns.map((turn) => ({
        "due at once": turn.group,
        "turns/s": Math.round(turn.perSecond),
        "bare : turn": `1 : ${turn.ratio.toFixed(1)}`,
        statements: turn.statements.toFixed(2),
        commits: turn.commits.toFixed(3),
        "CPU µs": Math.round(turn.cpuMicroseconds),
        "fsync µs": Math.round(turn.fsyncMicroseconds),
        orders: turn.orders.toFixed(2),
      })),
    );
    const { medianMs, p95Ms } = engine.latency;
    console.log(`at 50 turns/s: median ${medianMs.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms from words to driver`);
    const { streams } = engine;
    console.log(
      `200 open consoles, 20 messages/s: median ${streams.medianMs.toFixed(1)} ms, p99 ${streams.p99Ms.toFixed(1)} ms from ` +
        `commit to screen, ${streams.heard} of ${streams.expected} events heard, ${Math.round(streams.residentMegabytes)} MB for the streams`,
    );
  }
  for (const { engine, inbox } of figures.engines) {
    console.log(`\n${engine}: a seller's inbox with 50 conversations, and with 5,000 and 20,000 messages`);
    console.table(
      inbox.map(({ act, fewMs, manyMs }) => ({
        ...{ act, "ms at 50": fewMs.toFixed(1), "ms at 5,000": manyMs.toFixed(1) },
        "50 : 5,000": `1 : ${(manyMs / fewMs).toFixed(1)}`,
      })),
    );
  }
  const { started, after2000Turns, after10000Turns } = figures.residentMegabytes;
  console.log(
    `\nresident (the real program): ${started} MB at the start, ${after2000Turns} MB after 2,000 turns, ` +
      `${after10000Turns} MB after 10,000`,
  );
  console.log("\nunderstanding a message, beside node-nlp with fuse.js on the same messages and catalogue");
  console.table(
    understanding.map((size) => ({
      products: size.products,
      "median µs": Math.round(size.medianMicroseconds),
      "p99 µs": Math.round(size.p99Microseconds),
      "own : peers": `1 : ${(size.peerMedianMicroseconds / size.medianMicroseconds).toFixed(1)}`,
      "peers' median µs": Math.round(size.peerMedianMicroseconds),
      "peers' p99 µs": Math.round(size.peerP99Microseconds),
      "index ms": Math.round(size.indexMs),
      "index MB": size.indexMegabytes.toFixed(1),
    })),
  );
}
