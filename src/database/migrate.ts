import { engineOf } from "./database-url.ts";
import { migratePostgresql } from "./migrate-postgresql.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { thisRelease } from "./migrations.ts";

export interface MigrateReport {
  /** Names of the migrations applied by this call, oldest first */
  readonly applied: readonly string[];
  /** The copy of the SQLite file made before them; absent for a new file and on PostgreSQL */
  readonly backup?: string;
}

/**
 * Brings a database to the tables that this release expects, all or nothing. Of several processes that call it at
 * once one migrates and the others wait. When nothing is pending it costs one read. Without a `release` it is this one.
 */
export function migrate(url: string, release = thisRelease(engineOf(url))): Promise<MigrateReport> {
  return engineOf(url) === "sqlite" ? migrateSqlite(url, release) : migratePostgresql(url, release);
}
