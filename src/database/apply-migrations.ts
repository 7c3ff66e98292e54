import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Engine } from "./database-url.ts";
import { migrationList, migrationNames } from "./migrations.ts";
import { EVERYTHING, openSchemaEngine } from "./schema-engine.ts";

/** The migrations of this release that are not among those a database has `finished`. */
export async function pendingMigrations(engine: Engine, finished: readonly unknown[]): Promise<readonly string[]> {
  return (await migrationNames(engine)).filter((name) => !finished.includes(name));
}

/** Applies what is pending by Prisma's own engine, which keeps `_prisma_migrations`. */
export async function applyMigrations(
  engine: Engine,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<readonly string[]> {
  const schemaEngine = await openSchemaEngine(adapter, `datasource db {\n  provider = "${engine}"\n}\n`);
  try {
    const input = { migrationsList: await migrationList(engine), filters: EVERYTHING };
    return (await schemaEngine.applyMigrations(input)).appliedMigrationNames;
  } finally {
    schemaEngine.free();
  }
}
