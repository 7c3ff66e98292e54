import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { migrate } from "../../src/database/migrate.ts";
import { startPostgres } from "../fixtures/postgres.ts";
import { bareCommits, fsyncMicroseconds } from "./bare-commits.ts";
import { type InboxFigures, measureInbox } from "./measure-inbox.ts";
import { type LatencyFigures, measureLatency } from "./measure-latency.ts";
import { measureMemory } from "./measure-memory.ts";
import { measureStreams, type StreamFigures } from "./measure-streams.ts";
import { measureTurns, type TurnFigures } from "./measure-turns.ts";
import { measureUnderstanding } from "./measure-understanding.ts";
import { printFigures } from "./print-figures.ts";

export interface EngineFigures {
  readonly engine: Engine;
  /** Bare prepared one-row commits a second, measured just before the turns */
  readonly bareCommits: number;
  readonly turns: readonly TurnFigures[];
  readonly latency: LatencyFigures;
  readonly streams: StreamFigures;
  readonly inbox: readonly InboxFigures[];
}

const GROUPS = [1, 16, 64];
const TURNS_EACH = 4_000;

const asJson = process.argv.includes("--json");
const folder = mkdtempSync(join(tmpdir(), "kopdar-bench-"));
const server = await startPostgres();
try {
  const engines = [await measure("sqlite"), await measure("postgresql")];
  const residentMegabytes = await measureMemory(folder);
  const figures = { node: process.version, understanding: await measureUnderstanding(), residentMegabytes, engines };
  if (asJson) console.log(JSON.stringify(figures, undefined, 2));
  else printFigures(figures);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(engine: Engine): Promise<EngineFigures> {
  const url = engine === "sqlite" ? `file:${join(folder, "shop.db")}` : `${server.url}/bench`;
  const bareAt = engine === "sqlite" ? folder : `${server.url}/bare`;
  if (engine === "postgresql") await createDatabases(["bench", "bare", "inbox"]);
  await migrate(url);
  const bare = await bareCommits(engine, bareAt, 3_000);
  const database = await openDatabase(url);
  try {
    const turns = await measureTurns(database, bare, fsyncMicroseconds(folder), GROUPS, TURNS_EACH);
    const latency = await measureLatency(database, 50, 10);
    const streams = await measureStreams(database, 20, 15);
    const inbox = await inboxOn(engine === "sqlite" ? `file:${join(folder, "inbox.db")}` : `${server.url}/inbox`);
    return { engine, bareCommits: bare, turns, latency, streams, inbox };
  } finally {
    await database.close();
  }
}

/** In a shop of its own */
async function inboxOn(url: string): Promise<readonly InboxFigures[]> {
  await migrate(url);
  const database = await openDatabase(url);
  try {
    return await measureInbox(database);
  } finally {
    await database.close();
  }
}

async function createDatabases(names: readonly string[]): Promise<void> {
  const client = new pg.Client(`${server.url}/postgres`);
  await client.connect();
  for (const name of names) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
}
