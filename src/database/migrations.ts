import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Engine } from "./database-url.ts";
import type { MigrationList } from "./schema-engine.ts";

/** The migrations of this very release. */
export function thisRelease(engine: Engine): Release {
  return { folder: migrationsFolder(engine) };
}

/** Where an engine's migrations lie, in Prisma's own layout: `prisma migrate deploy` works on the same folders. */
export function migrationsFolder(engine: Engine): string {
  return join(packageRoot, "prisma/migrations", engine);
}

/** Migrations by folder, all of them or up to one by name. */
export interface Release {
  readonly folder: string;
  readonly last?: string | undefined;
}

/** Names of a release's migrations, oldest first. */
export async function migrationNames({ folder, last }: Release): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return names.filter((name) => last === undefined || name <= last);
}

/** The migrations with their SQL, as the schema engine takes them. */
export async function migrationList(release: Release): Promise<MigrationList> {
  const { folder } = release;
  const names = await migrationNames(release);
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
