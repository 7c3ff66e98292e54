import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { migrate } from "../../src/database/migrate.ts";
import { startPostgres } from "../fixtures/postgres.ts";
import { bareCommits, fsyncMicroseconds } from "./bare-commits.ts";
import { type LatencyFigures, measureLatency } from "./measure-latency.ts";
import { measureTurns, type TurnFigures } from "./measure-turns.ts";
import { measureUnderstanding } from "./measure-understanding.ts";
import { printFigures } from "./print-figures.ts";

export interface EngineFigures {
  readonly engine: Engine;
  /** Bare prepared one-row commits a second, before and after the turns: the mean is what ratios are against */
  readonly bareCommits: number;
  readonly turns: readonly TurnFigures[];
  readonly latency: LatencyFigures;
  readonly residentMegabytes: { readonly after2000Turns: number; readonly after10000Turns: number };
}

const GROUPS = [1, 16, 64];
const TURNS_EACH = 4_000;

const asJson = process.argv.includes("--json");
const folder = mkdtempSync(join(tmpdir(), "kopdar-bench-"));
const server = await startPostgres();
try {
  const engines = [await measure("sqlite"), await measure("postgresql")];
  const figures = { node: process.version, understanding: measureUnderstanding(), engines };
  if (asJson) console.log(JSON.stringify(figures, undefined, 2));
  else printFigures(figures);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(engine: Engine): Promise<EngineFigures> {
  const url = engine === "sqlite" ? `file:${join(folder, "shop.db")}` : `${server.url}/bench`;
  const bareAt = engine === "sqlite" ? folder : `${server.url}/bare`;
  if (engine === "postgresql") await createDatabases(["bench", "bare"]);
  await migrate(url);
  const bare = await bareCommits(engine, bareAt, 3_000);
  const database = await openDatabase(url);
  try {
    const turns = await measureTurns(database, bare, fsyncMicroseconds(folder), GROUPS, TURNS_EACH);
    const latency = await measureLatency(database, 50, 10);
    return { engine, bareCommits: bare, turns, latency, residentMegabytes: await residentMemory(database) };
  } finally {
    await database.close();
  }
}

/** What the process keeps in memory while it takes turn after turn. */
async function residentMemory(database: Database): Promise<EngineFigures["residentMegabytes"]> {
  const after = async (turns: number) => {
    await measureLatency(database, 1_000, turns / 1_000);
    return Math.round(process.memoryUsage().rss / 1e6);
  };
  return { after2000Turns: await after(2_000), after10000Turns: await after(8_000) };
}

async function createDatabases(names: readonly string[]): Promise<void> {
  const client = new pg.Client(`${server.url}/postgres`);
  await client.connect();
  for (const name of names) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
}
