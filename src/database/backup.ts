import { createWriteStream, existsSync } from "node:fs";
import { mkdtemp, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { z } from "zod";
import { lastMigration, rowsOf, tablesInOrder } from "./backup-tables.ts";
import { type Database, openDatabase, type Tx } from "./database.ts";
import { type Engine, engineOf, sqliteFile } from "./database-url.ts";
import { sql } from "./sql.ts";

/**
 * A backup is gzipped text, one JSON value a line, the same for both engines: a header, the rows of each table in an order
 * in which they can be put back, and an end that says how many there were.
 */
export const BackupLine = z.union([
  z.object({ kopdar: z.literal("backup"), format: z.literal(1), migration: z.string() }),
  z.object({
    table: z.string(),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  }),
  z.object({ end: z.literal(true), rows: z.number() }),
]);
export type BackupLine = z.infer<typeof BackupLine>;

export interface BackupReport {
  readonly rows: number;
}

/** For work that a big shop makes long. */
export const AN_HOUR = { maxWait: 60_000, timeout: 3_600_000 };

/** Writes all that a database holds, as of one moment, to a new file. The shop may go on working meanwhile. */
export async function backup(url: string, file: string): Promise<BackupReport> {
  if (engineOf(url) === "sqlite" && !existsSync(sqliteFile(url)))
    throw new Error(`There is no shop in ${sqliteFile(url)}.`);
  if (existsSync(file)) throw new Error(`${file} is there already; name a file that is not.`);
  if (!existsSync(dirname(file)))
    throw new Error(`There is no folder ${dirname(file)}; make it, or name another file.`);
  const draft = `${file}.part-${process.pid}`;
  try {
    const rows = await withStillDatabase(url, dirname(file), (tx, engine) => write(tx, engine, draft));
    await rename(draft, file);
    return { rows };
  } finally {
    await rm(draft, { force: true });
  }
}

async function write(tx: Tx, engine: Engine, draft: string): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    const line = (value: BackupLine) => `${JSON.stringify(value, plain)}\n`;
    yield line({ kopdar: "backup", format: 1, migration: await lastMigration(tx) });
    for (const table of await tablesInOrder(tx, engine))
      for await (const rows of rowsOf(tx, engine, table)) {
        count += rows.length;
        yield `${JSON.stringify({ table, rows }, plain)}\n`;
      }
    yield line({ end: true, rows: count });
  }
  // What is in it is the customers': for the owner of the file alone.
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(draft, { mode: 0o600 }));
  const handle = await open(draft, "r+");
  await handle.sync();
  await handle.close();
  return count;
}

/** Whole numbers of 64 bits that JSON has no other word for; ours are instants, far below what a number holds. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

/** The database as it stands at one moment. Of an SQLite file that is a copy, made in `room`, so that the shop need not wait. */
async function withStillDatabase<T>(
  url: string,
  room: string,
  work: (tx: Tx, engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = engineOf(url);
  const database = await openDatabase(url);
  try {
    if (engine === "postgresql") return await readWhole(database, work);
    const folder = await mkdtemp(join(room, ".kopdar-backup-"));
    try {
      const copy = join(folder, "copy.db");
      await database.prisma.$executeRaw(sql`VACUUM INTO ${copy}`);
      return await withDatabase(`file:${copy}`, (still) => readWhole(still, work));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await database.close();
  }
}

function readWhole<T>({ prisma, engine }: Database, work: (tx: Tx, engine: Engine) => Promise<T>): Promise<T> {
  const still = engine === "postgresql" ? { ...AN_HOUR, isolationLevel: "RepeatableRead" as const } : AN_HOUR;
  // SQLite's client, whose type this is, knows no other level than its own.
  return prisma.$transaction((tx) => work(tx, engine), still as typeof AN_HOUR);
}

/** Opens a database for a piece of work and closes it whatever happens. */
export async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(url);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
