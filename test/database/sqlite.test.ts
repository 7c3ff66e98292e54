import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import Sqlite from "libsql";
import { beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { sqliteFile } from "../../src/database/database-url.ts";
import { sql } from "../../src/database/sql.ts";
import { SqliteConnection } from "../../src/database/sqlite-connection.ts";
import { isTransient } from "../../src/database/transient.ts";
import { freshDatabase, freshDatabaseUrl } from "../fixtures/database.ts";

const staff = (id: string) => ({ id, name: id, username: id, role: "seller", passwordHash: "", createdAt: 0n });

describe("the embedded database", () => {
  let database: Database;
  beforeEach(async () => {
    database = await freshDatabase("sqlite");
  });

  it("keeps as many files open after 3,000 transactions as before", async () => {
    const openFiles = () => readdirSync("/dev/fd").length;
    await database.transaction((tx) => tx.staff.create({ data: staff("first") }));
    const before = openFiles();
    let most = 0;
    for (let turn = 0; turn < 3_000; turn++) {
      await database
        .transaction(async (tx) => {
          await tx.$executeRaw(sql`UPDATE "Staff" SET "createdAt" = ${turn} WHERE "id" = 'first'`);
          if (turn % 10 === 0) throw new Error("refused");
        })
        .catch(() => undefined);
      most = Math.max(most, openFiles());
    }
    expect(most).toBeLessThanOrEqual(before + 1);
  }, 60_000);

  it("loses no transaction while another program writes to the same file", async () => {
    const other = spawn(
      process.execPath,
      [new URL("./other-writer.mjs", import.meta.url).pathname, sqliteFile(database.url)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await once(other.stdout, "data");
    const turns = Array.from({ length: 100 }, (_, turn) =>
      turn % 4 === 0
        ? database.prisma.staff.create({ data: staff(`single ${turn}`) })
        : database.transaction((tx) => tx.staff.create({ data: staff(`turn ${turn}`) })),
    );
    const ended = await Promise.allSettled(turns);
    other.kill();
    await once(other, "exit");
    expect(ended.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await database.prisma.staff.count({ where: { id: { startsWith: "other" } } })).toBeGreaterThan(1);
    expect(await database.prisma.staff.count({ where: { id: { not: { startsWith: "other" } } } })).toBe(100);
  }, 60_000);

  it("lets the shop hear other things while it is busy without a pause", async () => {
    let heard = false;
    setTimeout(() => (heard = true), 10);
    for (let turn = 0; turn < 100_000 && !heard; turn++)
      await database.transaction((tx) => tx.$queryRaw(sql`SELECT 1`));
    expect(heard).toBe(true);
  }, 60_000);

  it("says that waiting helps when the file stays busy, and works on when it is free", async () => {
    const url = await freshDatabaseUrl("sqlite");
    const hurried = await openDatabase(url, { busyTimeoutMs: 40 });
    const other = new Sqlite(sqliteFile(url));
    other.exec("BEGIN IMMEDIATE");
    const failures = await Promise.allSettled([
      hurried.transaction((tx) => tx.staff.create({ data: staff("ayu") })),
      hurried.prisma.staff.create({ data: staff("budi") }),
    ]);
    expect(failures.map((end) => end.status === "rejected" && isTransient(end.reason))).toEqual([true, true]);
    expect(await hurried.prisma.staff.count()).toBe(0);
    other.exec("ROLLBACK");
    await hurried.transaction((tx) => tx.staff.create({ data: staff("ayu") }));
    expect(await hurried.prisma.staff.count()).toBe(1);
    other.close();
    await hurried.close();
  });

  it("fails a query alone that the closing of the file overtook", async () => {
    const file = sqliteFile(await freshDatabaseUrl("sqlite"));
    const other = new Sqlite(file);
    other.exec("BEGIN IMMEDIATE");
    const connection = new SqliteConnection(file, 5_000);
    const waiting = [connection.transaction(), connection.execute({ sql: "DELETE FROM Staff", args: [] })];
    const ended = Promise.allSettled(waiting);
    connection.close();
    connection.close();
    other.exec("ROLLBACK");
    other.close();
    expect((await ended).map((end) => end.status === "rejected" && `${end.reason}`)).toEqual(
      waiting.map(() => expect.stringContaining("closed while a query waited")),
    );
  });

  it("keeps nothing of a transaction whose commit is refused, and goes on working", async () => {
    const refused = database.transaction(async (tx) => {
      await tx.$executeRaw(sql`PRAGMA defer_foreign_keys = ON`);
      await tx.staff.create({ data: staff("ayu") });
      await tx.$executeRaw(sql`
        INSERT INTO "StaffSession" ("id", "staffId", "csrf", "createdAt", "expiresAt", "userAgent")
        VALUES ('s', 'nobody', '', 0, 0, '')`);
    });
    await expect(refused).rejects.toThrow("FOREIGN KEY");
    await database.transaction((tx) => tx.staff.create({ data: staff("budi") }));
    expect((await database.prisma.staff.findMany()).map(({ id }) => id)).toEqual(["budi"]);
  });

  it("never takes a statement for part of a transaction that is over", async () => {
    const over = database.transaction(async (tx) => {
      await tx.$executeRaw(sql`ROLLBACK`);
      await tx.staff.create({ data: staff("ayu") });
    });
    await expect(over).rejects.toThrow("ended this transaction");
    expect(await database.prisma.staff.count()).toBe(0);
  });

  it("writes through to the disk, in a log that readers do not wait for", async () => {
    expect(await database.prisma.$queryRaw(sql`PRAGMA journal_mode`)).toEqual([{ journal_mode: "wal" }]);
    expect(await database.prisma.$queryRaw(sql`PRAGMA synchronous`)).toEqual([{ synchronous: 2 }]);
    expect(await database.prisma.$queryRaw(sql`PRAGMA foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
  });

  it("refuses an address of neither engine, and names the fix", async () => {
    await expect(openDatabase("mysql://localhost/shop")).rejects.toThrow("DATABASE_URL must start with file:");
  });
});
