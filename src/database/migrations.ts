import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Engine } from "./database-url.ts";
import type { MigrationList } from "./schema-engine.ts";

/** Where an engine's migrations lie, in Prisma's own layout: `prisma migrate deploy` works on the same folders. */
export function migrationsFolder(engine: Engine): string {
  return join(packageRoot, "prisma/migrations", engine);
}

/** Names of the migrations in a folder, oldest first. */
export async function migrationNames(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The migrations with their SQL, as the schema engine takes them. */
export async function migrationList(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder);
  const lock = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? await readFile(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(folder, path, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}
