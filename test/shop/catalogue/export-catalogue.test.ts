import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedDemo, seedEmpty } from "../../../prisma/seed.ts";
import { openDatabase } from "../../../src/database/database.ts";
import { loadShop } from "../../../src/shop/catalogue/catalogue-store.ts";
import { exportCatalogue } from "../../../src/shop/catalogue/export-catalogue.ts";
import { importCatalogue } from "../../../src/shop/catalogue/import-catalogue.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";
import { anyShop } from "./any-shop.ts";

const demo = readFileSync(new URL("../../../prisma/demo-shop.json", import.meta.url), "utf8");

eachEngine((engine) => {
  describe("moving a catalogue by file", () => {
    it("brings any shop, unchanged, into an empty database", async () => {
      await fc.assert(
        fc.asyncProperty(anyShop, async (shop) => {
          const [first, second] = [await freshDatabase(engine), await freshDatabase(engine)];
          const report = await importCatalogue(first, { format: "json", text: JSON.stringify({ shops: [shop] }) });
          expect(report.problems).toEqual([]);
          const text = await exportCatalogue(first);
          expect((await importCatalogue(second, { format: "json", text })).problems).toEqual([]);
          expect(JSON.parse(await exportCatalogue(second))).toEqual(JSON.parse(text));
          // What was exported is what is there: importing it back changes nothing.
          expect((await importCatalogue(first, { format: "json", text })).changes).toEqual([]);
          await Promise.all([first.close(), second.close()]);
        }),
        { numRuns: engine === "sqlite" ? 25 : 3 },
      );
    }, 120_000);
  });

  describe("the demo shop", () => {
    it("opens with goods of every kind the shop can sell", async () => {
      const database = await freshDatabase(engine);
      await seedDemo(database);
      const shop = await loadShop(database.prisma);
      const { products, branches, zones } = shop;
      expect(products.length).toBeGreaterThanOrEqual(14);
      expect(
        products.some(({ options }) => options.some(({ values }) => values.some(({ aliases }) => aliases.length > 0))),
      ).toBe(true);
      expect(
        products.some(({ options }) => options.some(({ values }) => values.some(({ price }) => price !== undefined))),
      ).toBe(true);
      for (const unit of ["lusin", "kodi", "box", "kg", "ons"])
        expect(
          products.some(({ units }) => unit in units),
          unit,
        ).toBe(true);
      expect(products.some(({ minimum }) => minimum > 0)).toBe(true);
      expect(products.some(({ leadDays, madeToOrder }) => leadDays === 1 && madeToOrder)).toBe(true);
      expect(products.every(({ description }) => description.length > 40)).toBe(true);
      expect(branches.length).toBe(3);
      expect(branches.some(({ hours }) => hours.flat().some(({ close }) => close > 1440))).toBe(true);
      expect(branches.some(({ holidays }) => holidays.length > 0)).toBe(true);
      expect(branches.some(({ dailyCapacity }) => dailyCapacity !== null)).toBe(true);
      expect(zones.some(({ codLimit }) => codLimit === 0)).toBe(true);
      expect(zones.some(({ freeFrom }) => freeFrom !== null)).toBe(true);
      const counted = await database.prisma.stock.groupBy({ by: ["branchId"] });
      expect(counted).toHaveLength(3);
    });

    it("is set up once: a second start leaves the shop as its owner changed it", async () => {
      const database = await freshDatabase(engine);
      await seedDemo(database);
      await database.prisma.shop.update({ where: { id: 1 }, data: { name: "Dapur Saya" } });
      await seedDemo(database);
      await seedEmpty(database);
      expect((await loadShop(database.prisma)).name).toBe("Dapur Saya");
    });

    it("is set up once when several processes start at the same time", async () => {
      const database = await freshDatabase(engine);
      const others = await Promise.all([openDatabase(database.url), openDatabase(database.url)]);
      await Promise.all([database, ...others].map(seedDemo));
      await Promise.all(others.map((other) => other.close()));
      const file: { shops: { products: unknown[] }[] } = JSON.parse(demo);
      expect(await database.prisma.product.count()).toBe(file.shops[0]?.products.length);
    }, 30_000);

    it("exports what its file says", async () => {
      const database = await freshDatabase(engine);
      await seedDemo(database);
      const again = await importCatalogue(database, { format: "json", text: demo });
      expect(again.changes).toEqual([]);
      expect(again.notes).toEqual([]);
    });

    it("can be left out for an empty shop", async () => {
      const database = await freshDatabase(engine);
      await seedEmpty(database, "Asia/Makassar");
      expect(await loadShop(database.prisma)).toMatchObject({
        timeZone: "Asia/Makassar",
        products: [],
        branches: [{ code: "utama" }],
      });
    });
  });
});
