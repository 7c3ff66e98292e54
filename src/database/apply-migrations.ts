import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Engine } from "./database-url.ts";
import { migrationList, migrationNames, type Release } from "./migrations.ts";
import { EVERYTHING, openSchemaEngine } from "./schema-engine.ts";

/** The migrations of a release that are not among those a database has `finished`. */
export async function pendingMigrations(release: Release, finished: readonly unknown[]): Promise<readonly string[]> {
  return (await migrationNames(release)).filter((name) => !finished.includes(name));
}

/** Applies what is `pending` by Prisma's own engine, which keeps `_prisma_migrations`. */
export async function applyMigrations(
  engine: Engine,
  release: Release,
  pending: readonly string[],
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<readonly string[]> {
  const schemaEngine = await openSchemaEngine(adapter, `datasource db {\n  provider = "${engine}"\n}\n`);
  try {
    const input = { migrationsList: await migrationList(release), filters: EVERYTHING };
    return (await schemaEngine.applyMigrations(input)).appliedMigrationNames;
  } catch (cause) {
    const lines = cause instanceof Error ? cause.message.split("\n") : [String(cause)];
    const why = lines.find((line) => line !== "" && !line.startsWith("external"));
    throw new Error(`Nothing was changed: ${pending.join(", ")} could not be applied. ${why}`, { cause });
  } finally {
    schemaEngine.free();
  }
}
