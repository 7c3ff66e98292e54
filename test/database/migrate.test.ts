import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { migrate } from "../../src/database/migrate.ts";
import { migrationNames, migrationsFolder, type Release, thisRelease } from "../../src/database/migrations.ts";
import { pendingSchemaChange } from "../../src/database/schema-drift.ts";
import { sql } from "../../src/database/sql.ts";
import { eachEngine, emptyDatabaseUrl } from "../fixtures/database.ts";

/** The migrations of a later release: those of this one, and more by name and SQL. */
function laterRelease(engine: Engine, more: Readonly<Record<string, string>>): Release {
  const folder = mkdtempSync(join(tmpdir(), "kopdar-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(migrationsFolder(engine), folder, { recursive: true });
  for (const [name, text] of Object.entries(more)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), text);
  }
  return { folder };
}

async function ask<T>(
  url: string,
  question: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(url);
  try {
    return await question(database);
  } finally {
    await database.close();
  }
}

eachEngine((engine) => {
  describe("a new release", () => {
    it("makes the tables of a new database, and finds nothing to do the next time", async () => {
      const url = await emptyDatabaseUrl(engine);
      const names = await migrationNames(thisRelease(engine));
      expect(await migrate(url)).toEqual({ applied: names });
      expect(await migrate(url)).toEqual({ applied: [] });
      expect(await ask(url, ({ prisma }) => prisma.order.count())).toBe(0);
    });

    it("keeps Prisma's own record, so that `prisma migrate deploy` goes on from it", async () => {
      const url = await emptyDatabaseUrl(engine);
      await migrate(url);
      const rows = await ask(url, ({ prisma }) =>
        prisma.$queryRaw<{ migration_name: string; checksum: string }[]>(
          sql`SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`,
        ),
      );
      const files = (await migrationNames(thisRelease(engine))).map((name) => ({
        migration_name: name,
        checksum: createHash("sha256")
          .update(readFileSync(join(migrationsFolder(engine), name, "migration.sql")))
          .digest("hex"),
      }));
      expect(rows).toEqual(files);
    });

    it("is migrated to by one process when several start at once", async () => {
      const url = await emptyDatabaseUrl(engine);
      const script = new URL("./migrate-once.ts", import.meta.url).pathname;
      const start = () =>
        promisify(execFile)(process.execPath, ["--conditions=source", "--import", "tsx", script, url]);
      const ends = await Promise.all([start(), start(), start()]);
      const applied = ends.map(({ stdout }) => JSON.parse(stdout) as string[]);
      expect(applied.filter((names) => names.length > 0)).toEqual([await migrationNames(thisRelease(engine))]);
    }, 60_000);

    it("keeps what the shop has, and leaves a copy of an SQLite file from before", async () => {
      const url = await emptyDatabaseUrl(engine);
      await migrate(url);
      await ask(url, ({ prisma }) => prisma.ownerLink.create({ data: { id: "before", createdAt: 0n } }));
      const folder = laterRelease(engine, {
        "29990101000000_more": 'CREATE TABLE "More" ("id" INTEGER NOT NULL PRIMARY KEY);',
      });
      const { applied, backup } = await migrate(url, folder);
      expect(applied).toEqual(["29990101000000_more"]);
      expect(await ask(url, ({ prisma }) => prisma.ownerLink.count())).toBe(1);
      expect(backup !== undefined).toBe(engine === "sqlite");
      if (backup === undefined) return;
      const inCopy = await ask(`file:${backup}`, ({ prisma }) =>
        prisma.$queryRaw<{ name: string }[]>(sql`SELECT name FROM sqlite_master WHERE name IN ('More', 'OwnerLink')`),
      );
      expect(inCopy).toEqual([{ name: "OwnerLink" }]);
    });

    it("that cannot be migrated to leaves everything as it was, and can be tried again", async () => {
      const url = await emptyDatabaseUrl(engine);
      await migrate(url);
      const good = 'CREATE TABLE "More" ("id" INTEGER NOT NULL PRIMARY KEY);';
      const broken = laterRelease(engine, {
        "29990101000000_more": good,
        "29990102000000_broken": 'DROP TABLE "Nothing";',
      });
      await expect(migrate(url, broken)).rejects.toThrow(
        /Nothing was changed: .*29990102000000_broken could not be applied. .*Nothing/,
      );
      const mended = laterRelease(engine, { "29990101000000_more": good });
      expect((await migrate(url, mended)).applied).toEqual(["29990101000000_more"]);
    });
  });

  describe("the migrations", () => {
    it("say all that the schema says", async () => {
      expect(await pendingSchemaChange(engine, await emptyDatabaseUrl(engine))).toBeUndefined();
    }, 30_000);

    it("notice a schema that says more", async () => {
      const schema = readFileSync("prisma/schema.prisma", "utf8");
      const more = `${schema}\nmodel Planted {\n  id Int @id\n}\n`;
      expect(await pendingSchemaChange(engine, await emptyDatabaseUrl(engine), more)).toContain(
        'CREATE TABLE "Planted"',
      );
    });

    it("lie where Prisma's own commands look for them", () => {
      expect(existsSync(join(migrationsFolder(engine), "migration_lock.toml"))).toBe(true);
    });
  });
});

describe("a migration of an SQLite file", () => {
  it("may rebuild a table without losing what hangs on it", async () => {
    const url = await emptyDatabaseUrl("sqlite");
    await migrate(url);
    await ask(url, async ({ prisma }) => {
      await prisma.staff.create({
        data: { id: "ayu", name: "", username: "ayu", role: "", passwordHash: "", createdAt: 0n },
      });
      await prisma.staffSession.create({
        data: { id: "s", staffId: "ayu", csrf: "", createdAt: 0n, expiresAt: 0n, userAgent: "" },
      });
    });
    const rebuild = `PRAGMA foreign_keys=OFF;
        CREATE TABLE "new_Staff" AS SELECT * FROM "Staff";
        DROP TABLE "Staff";
        ALTER TABLE "new_Staff" RENAME TO "Staff";
        CREATE UNIQUE INDEX "Staff_id" ON "Staff"("id");`;
    await migrate(url, laterRelease("sqlite", { "29990101000000_rebuild": rebuild }));
    expect(await ask(url, ({ prisma }) => prisma.staffSession.count())).toBe(1);
  });
});
