import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { backup, withDatabase } from "../../src/database/backup.ts";
import { rowsOf, tablesInOrder } from "../../src/database/backup-tables.ts";
import type { Database } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { restore } from "../../src/database/restore.ts";
import { eachEngine, emptyDatabaseUrl, freshDatabase } from "../fixtures/database.ts";
import { fillShop } from "../fixtures/full-shop.ts";

/** Everything in a database, by table. */
async function contents({ prisma, engine }: Database): Promise<Record<string, unknown[]>> {
  return prisma.$transaction(async (tx) => {
    const all: Record<string, unknown[]> = {};
    for (const table of await tablesInOrder(tx, engine)) {
      all[table] = [];
      for await (const rows of rowsOf(tx, engine, table))
        all[table].push(...rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()), words)));
      all[table].sort();
    }
    return all;
  });
}

const words = (_key: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);

eachEngine((engine) => {
  describe("a backup", () => {
    let file: string;
    let shop: Database;
    beforeEach(async () => {
      const folder = mkdtempSync(join(tmpdir(), "kopdar-backup-test-"));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      file = join(folder, "shop.backup");
      shop = await freshDatabase(engine);
      await fillShop(shop);
    }, 30_000);

    it.each<Engine>(["sqlite", "postgresql"])(
      "brings all of the shop to a new %s database",
      async (target) => {
        const before = await contents(shop);
        expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
        const { rows } = await backup(shop.url, file);
        const url = await emptyDatabaseUrl(target);
        expect(await restore(url, file)).toEqual({ rows });
        const after = await withDatabase(url, contents);
        // Columns may come in another order from the other engine's tables, never with other values.
        expect(after).toEqual(before);
      },
      30_000,
    );

    it("is of one moment, taken while the shop works on", async () => {
      let stop = false;
      const at = 0n;
      const working = (async () => {
        for (let turn = 0; !stop; turn++)
          await shop.transaction(async (tx) => {
            await tx.audit.create({ data: { id: `pair a${turn}`, at, who: "", what: "", subject: "", data: "" } });
            await tx.touch.create({ data: { id: `pair t${turn}`, customerId: "", contactId: "", source: "", at } });
          });
      })();
      await backup(shop.url, file);
      stop = true;
      await working;
      const url = await emptyDatabaseUrl("sqlite");
      await restore(url, file);
      const [audits, touches] = await withDatabase(url, ({ prisma }) => {
        const where = { id: { startsWith: "pair" } };
        return Promise.all([prisma.audit.count({ where }), prisma.touch.count({ where })]);
      });
      expect(audits).toBe(touches);
    }, 30_000);

    it("is refused by a database that holds anything, and changes nothing there", async () => {
      await backup(shop.url, file);
      const other = await freshDatabase(engine);
      await other.prisma.ownerLink.create({ data: { id: "mine", createdAt: 0n } });
      await expect(restore(other.url, file)).rejects.toThrow("has rows already (OwnerLink). Restore into a new one");
      expect(await other.prisma.shop.count()).toBe(0);
    });

    it.each<[string, (whole: Buffer) => Buffer]>([
      ["cut short", (whole) => whole.subarray(0, whole.length / 2)],
      ["with its end missing", (whole) => gzipSync(gunzipSync(whole).toString().split("\n").slice(0, -2).join("\n"))],
      [
        "with a row missing",
        (whole) =>
          gzipSync(
            gunzipSync(whole)
              .toString()
              .replace(/\{"table":"Audit".*\n/, ""),
          ),
      ],
      ["that is something else", () => gzipSync("{}\n")],
      ["that is no archive", () => Buffer.from("hello")],
    ])(
      "%s is refused, and leaves an empty database that takes the whole one",
      async (_what, damage) => {
        await backup(shop.url, file);
        const whole = readFileSync(file);
        const url = await emptyDatabaseUrl(engine);
        writeFileSync(file, damage(whole));
        await expect(restore(url, file)).rejects.toThrow("is no backup of ours, or is not whole");
        writeFileSync(file, whole);
        expect((await restore(url, file)).rows).toBeGreaterThan(600);
      },
      30_000,
    );

    it("of a newer release is refused with what to do", async () => {
      await backup(shop.url, file);
      const newer = gunzipSync(readFileSync(file))
        .toString()
        .replace(/"migration":"\d+/, '"migration":"9999');
      writeFileSync(file, gzipSync(newer));
      await expect(restore(await emptyDatabaseUrl(engine), file)).rejects.toThrow("Update this program");
    });

    it("never overwrites a file, and only its owner can read it", async () => {
      await backup(shop.url, file);
      expect(statSync(file).mode & 0o077).toBe(0);
      await expect(backup(shop.url, file)).rejects.toThrow("is there already");
      await expect(restore(await emptyDatabaseUrl(engine), `${file}.nowhere`)).rejects.toThrow("There is no file");
    });

    it("of a database without a shop is refused, and leaves no file", async () => {
      await expect(backup(await emptyDatabaseUrl(engine), file)).rejects.toThrow(/no shop/);
      expect(existsSync(file)).toBe(false);
    });
  });
});
