import { rm } from "node:fs/promises";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { applyMigrations, pendingMigrations } from "./apply-migrations.ts";
import { sqliteFile } from "./database-url.ts";
import { forEngine, lentAdapter } from "./lent-adapter.ts";
import type { MigrateReport } from "./migrate.ts";
import type { Release } from "./migrations.ts";
import { OneConnection } from "./one-connection.ts";

const HAS_TABLE = `SELECT count(*) FROM sqlite_master WHERE name = '_prisma_migrations'`;
const FINISHED = `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

/** A backup and a migration of a big file take their time; another process that starts waits this long for them. */
const LOCK_WAIT_MS = 120_000;

export async function migrateSqlite(url: string, release: Release): Promise<MigrateReport> {
  const file = sqliteFile(url);
  const db = await new OneConnection(file, LOCK_WAIT_MS).connect();
  try {
    const finished = await finishedMigrations(db);
    const pending = await pendingMigrations(release, finished);
    if (pending.length === 0) return { applied: [] };
    const backup = finished.length > 0 ? await copyFile(db, `${file}.before-${pending[0]}-${process.pid}`) : undefined;
    const applied = await allOrNothing(db, release);
    if (applied.length === 0 && backup !== undefined) await rm(backup);
    return { applied, ...(applied.length > 0 && backup !== undefined && { backup }) };
  } finally {
    await db.dispose();
  }
}

/** The lock is SQLite's own: it holds back every other process and ends with this one. */
async function allOrNothing(db: SqlDriverAdapter, release: Release): Promise<readonly string[]> {
  // Rebuilding a table drops the old one, which must not cascade; inside a transaction the switch has no effect.
  await db.executeScript("PRAGMA foreign_keys = OFF");
  await db.executeScript("BEGIN IMMEDIATE");
  try {
    const pending = await pendingMigrations(release, await finishedMigrations(db));
    const applied = pending.length > 0 ? await applyMigrations("sqlite", release, pending, lend(db)) : [];
    await db.executeScript("COMMIT");
    return applied;
  } catch (error) {
    await db.executeScript("ROLLBACK");
    throw error;
  }
}

async function finishedMigrations(db: SqlDriverAdapter): Promise<readonly unknown[]> {
  const [exists] = await rows(db, HAS_TABLE);
  return exists?.[0] === 0 ? [] : (await rows(db, FINISHED)).map(([name]) => name);
}

async function rows(db: SqlDriverAdapter, sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await db.queryRaw({ sql, args: [], argTypes: [] })).rows;
}

async function copyFile(db: SqlDriverAdapter, path: string): Promise<string> {
  await rm(path, { force: true });
  await db.executeRaw({ sql: `VACUUM INTO '${path.replaceAll("'", "''")}'`, args: [], argTypes: [] });
  return path;
}

/** An SQLite database of the moment for the schema engine to compare with. */
export async function lendInMemory(): Promise<SqlMigrationAwareDriverAdapterFactory> {
  return lend(await new OneConnection(":memory:").connect());
}

function lend(db: SqlDriverAdapter): SqlMigrationAwareDriverAdapterFactory {
  return lentAdapter(db, { shadow: async () => forEngine(await new OneConnection(":memory:").connect()) });
}
