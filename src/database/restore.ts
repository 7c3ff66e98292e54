import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { AN_HOUR, BackupLine, type BackupReport, withDatabase } from "./backup.ts";
import { hasRows, insertRows, tablesInOrder } from "./backup-tables.ts";
import type { Database, Tx } from "./database.ts";
import { engineOf } from "./database-url.ts";
import { migrate } from "./migrate.ts";
import { migrationNames, thisRelease } from "./migrations.ts";

/**
 * Puts a backup into an empty database of either engine, all or nothing, and brings it to this release. Throws, with
 * what to do, when the database holds anything, or the file is damaged or of a newer release.
 */
export async function restore(url: string, file: string): Promise<BackupReport> {
  const release = thisRelease(engineOf(url));
  const migration = await migrationOf(file);
  if (!(await migrationNames(release)).includes(migration))
    throw new Error(`${file} is of a newer release (${migration}). Update this program, then restore it.`);
  // A shop of that time first, since only the later migrations know how to turn it into one of today.
  await migrate(url, { ...release, last: migration });
  const rows = await withDatabase(url, (database) => fill(database, file));
  await migrate(url);
  return { rows };
}

function fill({ prisma, engine }: Database, file: string): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const tables = await tablesInOrder(tx, engine);
    for (const table of tables)
      if (await hasRows(tx, table))
        throw new Error(`The database has rows already (${table}). Restore into a new one: set DATABASE_URL to it.`);
    return await putBack(tx, file, tables);
  }, AN_HOUR);
}

async function putBack(tx: Tx, file: string, tables: readonly string[]): Promise<number> {
  let count = 0;
  let whole = false;
  for await (const line of linesOf(file)) {
    if ("table" in line) {
      if (!tables.includes(line.table)) throw damaged(file);
      await insertRows(tx, line.table, line.rows);
      count += line.rows.length;
    } else if ("end" in line) whole = line.rows === count;
  }
  if (!whole) throw damaged(file);
  return count;
}

async function migrationOf(file: string): Promise<string> {
  for await (const line of linesOf(file)) {
    if ("migration" in line) return line.migration;
    break;
  }
  throw damaged(file);
}

async function* linesOf(file: string): AsyncGenerator<BackupLine> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  let fault: Error | undefined;
  // Also when nobody reads on: a cut file may be found out only after the first line was enough.
  text.on("error", (error) => {
    fault = error;
  });
  source.on("error", (error) => text.destroy(error));
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
      yield BackupLine.parse(JSON.parse(line));
    if (fault) throw fault;
  } catch (cause) {
    throw isMissing(cause) ? new Error(`There is no file ${file}.`, { cause }) : damaged(file, cause);
  } finally {
    source.destroy();
    text.destroy();
  }
}

function damaged(file: string, cause?: unknown): Error {
  return new Error(`${file} is no backup of ours, or is not whole.`, { cause });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
