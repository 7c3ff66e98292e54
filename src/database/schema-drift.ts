import type { Engine } from "./database-url.ts";
import { lendInMemory } from "./migrate-sqlite.ts";
import { migrationList, thisRelease } from "./migrations.ts";
import { prismaSchema } from "./prisma-schema.ts";
import { EVERYTHING, openSchemaEngine } from "./schema-engine.ts";
import { SchemaPool } from "./schema-pool.ts";

/**
 * The SQL that would bring a database with all migrations to what `prisma/schema.prisma` says; undefined when they agree.
 * `schema` stands in for the file. PostgreSQL needs a server at `url` where a database may be made for the moment; SQLite works in memory.
 */
export async function pendingSchemaChange(engine: Engine, url: string, schema?: string): Promise<string | undefined> {
  const content = await prismaSchema(engine, schema);
  const pool = engine === "postgresql" ? new SchemaPool(url) : undefined;
  const lent = await (pool ? pool.lend() : lendInMemory());
  const schemaEngine = await openSchemaEngine(lent, content);
  try {
    const { exitCode, stdout } = await schemaEngine.diff({
      from: { tag: "migrations", ...(await migrationList(thisRelease(engine))) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
      script: true,
      exitCode: true,
      filters: EVERYTHING,
    });
    return exitCode === 2 ? (stdout ?? "") : undefined;
  } finally {
    schemaEngine.free();
    await pool?.close();
  }
}
