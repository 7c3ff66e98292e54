import pg from "pg";
import { applyMigrations, pendingMigrations } from "./apply-migrations.ts";
import type { MigrateReport } from "./migrate.ts";
import type { Release } from "./migrations.ts";
import { SchemaPool } from "./schema-pool.ts";

/** Any number that is the same in every release; Prisma's own lock is another. */
const MIGRATION_LOCK = 5_317_041;
const FINISHED = `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
const UNDEFINED_TABLE = "42P01";

export async function migratePostgresql(url: string, release: Release): Promise<MigrateReport> {
  const pool = new SchemaPool(url);
  try {
    if ((await pending(pool, release)).length === 0) return { applied: [] };
    await pool.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    const names = await pending(pool, release);
    return { applied: names.length === 0 ? [] : await allOrNothing(pool, release, names) };
  } finally {
    await pool.close();
  }
}

async function allOrNothing(pool: SchemaPool, release: Release, names: readonly string[]): Promise<readonly string[]> {
  await pool.query("BEGIN");
  try {
    const applied = await applyMigrations("postgresql", release, names, await pool.lend());
    await pool.query("COMMIT");
    return applied;
  } catch (error) {
    await pool.query("ROLLBACK");
    throw error;
  }
}

async function pending(pool: SchemaPool, release: Release): Promise<readonly string[]> {
  return pendingMigrations(release, await finished(pool));
}

async function finished(pool: SchemaPool): Promise<readonly unknown[]> {
  try {
    const { rows } = await pool.query(FINISHED);
    return rows.map((row) => row.migration_name);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return [];
    throw error;
  }
}
