import { beforeEach, describe, expect, it } from "vitest";
import type { Database, Tx } from "../../src/database/database.ts";
import { savepoint } from "../../src/database/savepoint.ts";
import { empty, join, sql } from "../../src/database/sql.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";

const staff = (id: string) => ({ id, name: id, username: id, role: "seller", passwordHash: "", createdAt: 0n });

eachEngine((engine) => {
  describe("a shop's database", () => {
    let database: Database;
    beforeEach(async () => {
      database = await freshDatabase(engine);
    });
    const names = async () => (await database.prisma.staff.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);

    it("keeps nothing of work that fails half-way, and goes on working", async () => {
      const failing = database.transaction(async (tx) => {
        await tx.staff.create({ data: staff("ayu") });
        throw new Error("the power went");
      });
      await expect(failing).rejects.toThrow("the power went");
      expect(await names()).toEqual([]);
      await database.transaction((tx) => tx.staff.create({ data: staff("budi") }));
      expect(await names()).toEqual(["budi"]);
    });

    it("can undo one refused part and keep the rest", async () => {
      await database.transaction(async (tx) => {
        await tx.staff.create({ data: staff("ayu") });
        const twice = savepoint(tx, "again", async () => {
          await tx.staff.create({ data: staff("citra") });
          await tx.$executeRaw(sql`INSERT INTO "Staff" ("id") VALUES ('ayu')`);
        });
        await expect(twice).rejects.toMatchObject({ code: "P2010" });
        await savepoint(tx, "other", () => tx.staff.create({ data: staff("budi") }));
      });
      expect(await names()).toEqual(["ayu", "budi"]);
    });

    it("never lets two tellers overwrite each other's count", async () => {
      await database.prisma.shop.create({
        data: { id: 1, name: "", kind: "", city: "", timeZone: "Asia/Jakarta", settings: "{}" },
      });
      const lock = engine === "postgresql" ? sql`FOR UPDATE` : empty;
      const addOne = async (tx: Tx) => {
        const [row] = await tx.$queryRaw<{ orderCounter: number }[]>(
          sql`SELECT "orderCounter" FROM "Shop" WHERE "id" = 1 ${lock}`,
        );
        await tx.shop.update({ where: { id: 1 }, data: { orderCounter: (row?.orderCounter ?? 0) + 1 } });
      };
      const asking = Array.from({ length: 60 }, (_, turn) => (turn % 3 === 0 ? names() : database.transaction(addOne)));
      await Promise.all(asking);
      expect(await database.prisma.shop.findUnique({ where: { id: 1 } })).toMatchObject({ orderCounter: 40 });
    });

    it("reads the same raw SQL on both engines, with every kind of value", async () => {
      await database.prisma.staff.createMany({ data: ["ayu", "budi", "citra"].map(staff) });
      const created = 1_790_000_000_000;
      const changed = await database.prisma.$executeRaw(
        sql`UPDATE "Staff" SET "createdAt" = ${created}, "active" = ${false}, "name" = ${"Ayu 'kecil' ☕"} WHERE "id" IN (${join(["ayu", "budi"])})`,
      );
      expect(changed).toBe(2);
      const rows = await database.prisma.$queryRaw<{ id: string; createdAt: bigint; active: boolean; name: string }[]>(
        sql`SELECT "id", "createdAt", "active", "name" FROM "Staff" WHERE "createdAt" >= ${created} ORDER BY "id" LIMIT ${1}`,
      );
      expect(rows).toEqual([{ id: "ayu", createdAt: BigInt(created), active: false, name: "Ayu 'kecil' ☕" }]);
    });

    it("tells which rows a conditional update took", async () => {
      await database.prisma.staff.createMany({ data: ["ayu", "budi"].map(staff) });
      const rows = await database.transaction((tx) =>
        tx.$queryRaw<{ id: string }[]>(sql`UPDATE "Staff" SET "role" = 'owner' WHERE "id" = ${"ayu"} RETURNING "id"`),
      );
      expect(rows).toEqual([{ id: "ayu" }]);
    });

    it("does not call a transaction kept that the engine gave up", async () => {
      const lost = database.transaction(async (tx) => {
        await tx.staff.create({ data: staff("ayu") });
        await tx.$executeRaw(sql`INSERT INTO "Staff" ("id") VALUES ('ayu')`).catch(() => undefined);
      });
      // SQLite undoes only the statement that failed; PostgreSQL gives up all of it, and says so.
      if (engine === "sqlite") await lost;
      else await expect(lost).rejects.toThrow("rolled this transaction back");
      expect(await names()).toEqual(engine === "sqlite" ? ["ayu"] : []);
    });

    it("refuses an order of a customer that is not there", async () => {
      const orphan = {
        id: "x",
        customerId: "nobody",
        purpose: "promo",
        channel: "telegram",
        given: true,
        wording: "",
        eventId: "",
        at: 0n,
      };
      await expect(database.prisma.consent.create({ data: orphan })).rejects.toMatchObject({ code: "P2003" });
    });
  });
});
