import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { savepoint } from "../../src/database/savepoint.ts";
import { eachEngine, freshDatabase } from "../fixtures/database.ts";

eachEngine((engine) => {
  describe("a shop's database", () => {
    let database: Database;
    beforeEach(async () => {
      database = await freshDatabase(engine);
    });

    const staff = (id: string) => ({ id, name: id, username: id, role: "seller", passwordHash: "", createdAt: 0n });

    it("keeps nothing of work that fails half-way, and goes on working", async () => {
      const failing = database.transaction(async (tx) => {
        await tx.staff.create({ data: staff("ayu") });
        throw new Error("the power went");
      });
      await expect(failing).rejects.toThrow("the power went");
      expect(await database.prisma.staff.count()).toBe(0);
      await database.transaction((tx) => tx.staff.create({ data: staff("budi") }));
      expect(await database.prisma.staff.count()).toBe(1);
    });

    it("can undo one refused part and keep the rest", async () => {
      await database.transaction(async (tx) => {
        await tx.staff.create({ data: staff("ayu") });
        const twice = savepoint(tx, "again", () => tx.staff.create({ data: staff("ayu") }));
        await expect(twice).rejects.toMatchObject({ code: "P2002" });
        await savepoint(tx, "other", () => tx.staff.create({ data: staff("budi") }));
      });
      expect(await database.prisma.staff.count()).toBe(2);
    });
  });
});
