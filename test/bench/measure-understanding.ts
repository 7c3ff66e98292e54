import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { understand } from "../../src/understanding/understand.ts";
import { BENCH_MESSAGES, benchProducts } from "./bench-catalogue.ts";
import { measurePeer } from "./measure-peer.ts";

export interface UnderstandingFigures {
  readonly products: number;
  readonly indexMs: number;
  readonly indexMegabytes: number;
  readonly medianMicroseconds: number;
  readonly p99Microseconds: number;
  /** node-nlp for what is wanted and fuse.js for the goods, on the same messages and catalogue */
  readonly peerMedianMicroseconds: number;
  readonly peerP99Microseconds: number;
}

/** The time to understand a message beside the usual libraries, against catalogues of growing size. */
export async function measureUnderstanding(sizes = [50, 1_000, 10_000]): Promise<UnderstandingFigures[]> {
  const figures: UnderstandingFigures[] = [];
  // The first run only warms the machine up.
  await measureSize(Math.min(...sizes));
  for (const size of sizes) figures.push(await measureSize(size));
  return figures;
}

async function measureSize(size: number): Promise<UnderstandingFigures> {
  const products = benchProducts(size);
  const before = heapMegabytes();
  const started = performance.now();
  const catalogue = indexCatalogue({ products, places: [] });
  const indexMs = performance.now() - started;
  const indexMegabytes = heapMegabytes() - before;
  const own = await timed(400, (text) => {
    understand({ text, now: 1_800_000_000_000, timeZone: "Asia/Jakarta", catalogue, basket: [] });
  });
  const peer = await timed(20, await measurePeer(products));
  return {
    products: products.length,
    indexMs,
    indexMegabytes,
    medianMicroseconds: own.median,
    p99Microseconds: own.p99,
    peerMedianMicroseconds: peer.median,
    peerP99Microseconds: peer.p99,
  };
}

/** Microseconds a message, after a quarter of the rounds to warm up. */
async function timed(
  rounds: number,
  hear: (text: string) => unknown,
): Promise<{ readonly median: number; readonly p99: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const text of BENCH_MESSAGES) {
      const start = performance.now();
      await hear(text);
      if (round >= rounds / 4) times.push((performance.now() - start) * 1000);
    }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}

function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}
