import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import { loadShop } from "../../../src/shop/catalogue/catalogue-store.ts";
import { importCatalogue } from "../../../src/shop/catalogue/import-catalogue.ts";
import { eachEngine, freshDatabase } from "../../fixtures/database.ts";

const warung = {
  id: "warung-nila",
  name: "Warung Bu Nila",
  kind: "food",
  city: "Bogor",
  hours: "Senin-Sabtu 08.00-17.00",
  fulfilment: ["cod", "pickup"],
  products: [
    {
      sku: "RDG",
      name: "Rendang",
      aliases: ["randang"],
      unit: "kg",
      units: { kg: 1, ons: 0.1 },
      price: 180_000,
      stock: null,
      options: [],
    },
    {
      sku: "SMB",
      name: "Sambal",
      aliases: [],
      unit: "botol",
      units: { botol: 1 },
      price: 25_000,
      price_by: { besar: 40_000 },
      stock: null,
      options: [
        {
          name: "ukuran",
          values: [
            { v: "kecil", aliases: [] },
            { v: "besar", aliases: ["jumbo"] },
          ],
        },
      ],
    },
  ],
};
type Shop = Record<string, unknown> & { products: Record<string, unknown>[] };
const json = (shop: unknown) => ({ format: "json", text: JSON.stringify({ shops: [shop] }) }) as const;
const changed = (change: (shop: Shop) => void): Shop => {
  const shop: Shop = structuredClone(warung);
  change(shop);
  return shop;
};
const product = (shop: Shop, index: number): Record<string, unknown> => shop.products[index] ?? {};

eachEngine((engine) => {
  describe("importing a catalogue", () => {
    let database: Database;
    beforeEach(async () => {
      database = await freshDatabase(engine);
    });
    const version = async () => (await loadShop(database.prisma)).catalogueVersion;
    const doImport = (shop: unknown) => importCatalogue(database, json(shop));

    it("sets up the whole shop, with one branch when the file names none", async () => {
      const report = await doImport(warung);
      expect(report.problems).toEqual([]);
      expect(report.changes.map(({ kind, key, what }) => `${what} ${kind} ${key}`)).toEqual([
        "added shop warung-nila",
        "added branch utama",
        "added product RDG",
        "added product SMB",
      ]);
      const shop = await loadShop(database.prisma);
      expect(shop).toMatchObject({
        name: "Warung Bu Nila",
        timeZone: "Asia/Jakarta",
        settings: { fulfilment: ["cod", "pickup"] },
      });
      expect(shop.branches[0]?.hours[1]).toEqual([{ open: 480, close: 1020 }]);
      expect(shop.products[0]?.units).toEqual({ kg: 1000, ons: 100 });
      expect(shop.products[1]?.options[0]?.values).toEqual([
        { v: "kecil", aliases: [] },
        { v: "besar", aliases: ["jumbo"], price: 40_000 },
      ]);
    });

    it("changes nothing the second time, and says so", async () => {
      await doImport(warung);
      const before = await version();
      const again = await doImport(warung);
      expect(again).toMatchObject({ problems: [], changes: [], unchanged: 4 });
      expect(await version()).toBe(before);
    });

    it("says per row what changed, and lets running processes know", async () => {
      await doImport(warung);
      const before = await version();
      const report = await doImport(
        changed((shop) => {
          product(shop, 0).price = 190_000;
          shop.products.pop();
        }),
      );
      expect(report.changes).toEqual([
        { kind: "product", key: "RDG", name: "Rendang", what: "changed", fields: ["price"] },
        { kind: "product", key: "SMB", name: "Sambal", what: "withdrawn", fields: [] },
      ]);
      expect(await version()).toBe(before + 1);
      expect((await loadShop(database.prisma)).products.map(({ sku }) => sku)).toEqual(["RDG"]);
    });

    it("imports nothing at all when one row is wrong, and names row, field and fix", async () => {
      await doImport(warung);
      const report = await doImport(
        changed((shop) => {
          shop.name = "Nama Baru";
          product(shop, 0).price = -5;
          product(shop, 1).price_by = { raksasa: 50_000 };
          shop.products.push({ sku: "rdg", name: "Rendang kembar", price: 1 });
        }),
      );
      expect(report.changes).toEqual([]);
      expect(report.problems[0]).toMatchObject({
        row: "products[0] RDG",
        field: "price",
        fix: expect.stringMatching(/./),
      });
      expect((await loadShop(database.prisma)).name).toBe("Warung Bu Nila");
    });

    it("finds names used twice, unknown values, branches and hours it cannot read", async () => {
      const report = await doImport(
        changed((shop) => {
          product(shop, 1).price_by = { raksasa: 50_000 };
          product(shop, 0).stock = { cabang: 3 };
          shop.products.push({ sku: "rdg", name: "Rendang kembar", price: 1 });
          shop.branches = [{ code: "pusat", name: "Pusat", hours: "kalau sempat" }];
          shop.zones = [{ code: "z", name: "Z", fee: 5000, branch: "entah" }];
        }),
      );
      expect(report.problems.map(({ row, field }) => `${row} ${field}`).sort()).toEqual([
        "branches[0] pusat hours",
        "products[0] RDG stock.cabang",
        "products[1] SMB price_by",
        "products[2] rdg sku",
        "zones[0] z branch",
      ]);
    });

    it("works out what would change without changing it", async () => {
      await doImport(warung);
      const dry = await importCatalogue(database, json(changed((shop) => (shop.name = "Nama Baru"))), { dryRun: true });
      expect(dry.changes.map(({ fields }) => fields)).toEqual([["name"]]);
      expect((await loadShop(database.prisma)).name).toBe("Warung Bu Nila");
    });

    it("keeps what orders have reserved, and refuses a count below it", async () => {
      const counted = (pieces: number) =>
        changed((shop) => (product(shop, 1).stock = { utama: { kecil: pieces, besar: 2 } }));
      await doImport(counted(10));
      const branchId = (await loadShop(database.prisma)).branches[0]?.id ?? "";
      const where = { sku_branchId: { sku: "SMB/kecil", branchId } };
      await database.prisma.stock.update({ where, data: { reserved: 4000 } });
      expect((await doImport(counted(7))).changes).toEqual([
        { kind: "stock", key: "SMB/kecil @ utama", name: "Sambal", what: "changed", fields: ["stock"] },
      ]);
      expect(await database.prisma.stock.findUnique({ where })).toMatchObject({ onHand: 7000, reserved: 4000 });
      const tooLow = await doImport(counted(3));
      expect(tooLow.problems).toMatchObject([{ row: "products[1] SMB", field: "stock.utama" }]);
      const untracked = await doImport(changed(() => undefined));
      expect(untracked.notes).toMatchObject([{ row: "products[1] SMB", field: "stock" }]);
      expect(await database.prisma.stock.count()).toBe(1);
    });

    it("picks one of several shops, and says which there are", async () => {
      const text = JSON.stringify({ shops: [warung, { ...warung, id: "lain", name: "Toko Lain" }] });
      expect((await importCatalogue(database, { format: "json", text })).problems[0]?.fix).toContain(
        "warung-nila, lain",
      );
      expect((await importCatalogue(database, { format: "json", text, shop: "nihil" })).problems[0]?.what).toContain(
        "nihil",
      );
      await importCatalogue(database, { format: "json", text, shop: "lain" });
      expect((await loadShop(database.prisma)).name).toBe("Toko Lain");
    });

    it("replaces another shop with all its places", async () => {
      await doImport(
        changed((shop) => {
          shop.branches = [{ code: "pusat", name: "Pusat", hours: "24 jam" }];
          shop.zones = [{ code: "dekat", name: "Dekat", fee: 5000 }];
        }),
      );
      await doImport({ ...warung, id: "lain" });
      const shop = await loadShop(database.prisma);
      expect(shop.branches.map(({ code }) => code)).toEqual(["utama"]);
      expect(shop.zones).toEqual([]);
    });

    it("does not forget branches and zones that a later file leaves out", async () => {
      await doImport(
        changed((shop) => {
          shop.branches = [{ code: "pusat", name: "Pusat", hours: "24 jam" }];
          shop.zones = [{ code: "dekat", name: "Dekat", fee: 5000 }];
        }),
      );
      await doImport(warung);
      const shop = await loadShop(database.prisma);
      expect(shop.branches.map(({ code }) => code)).toEqual(["pusat"]);
      expect(shop.zones.map(({ code }) => code)).toEqual(["dekat"]);
    });

    it.each(["", "{", "[]", '"x"', '{"shops":[]}', '{"shops":[{"id":"a"}]}', '{"shops":7}', "null"])(
      "refuses %j kindly",
      async (text) => {
        const report = await importCatalogue(database, { format: "json", text });
        expect(report.problems.length).toBeGreaterThan(0);
        expect(report.changes).toEqual([]);
      },
    );

    describe("from CSV", () => {
      const csv = (text: string) => importCatalogue(database, { format: "csv", text });

      it("adds and changes products, and leaves all others alone", async () => {
        await doImport(warung);
        const report = await csv("\ufeffsku;name;price\nSMB;Sambal;26.000\nKRP;Keripik;15000\n");
        expect(report.problems).toEqual([]);
        expect(report.changes.map(({ key, what, fields }) => [key, what, fields])).toEqual([
          ["SMB", "changed", ["price"]],
          ["KRP", "added", []],
        ]);
        const shop = await loadShop(database.prisma);
        expect(shop.products.map(({ sku, price }) => [sku, price])).toEqual([
          ["RDG", 180_000],
          ["SMB", 26_000],
          ["KRP", 15_000],
        ]);
        expect(shop.products[1]?.options).toHaveLength(1);
        expect((await csv("sku;name;price\nSMB;Sambal;26.000\n")).changes).toEqual([]);
      });

      it("gathers the variants of a product from its rows, with price and stock of each", async () => {
        await doImport(warung);
        const report = await csv(
          [
            "sku,name,price,unit,units,option_1,value_1,aliases_1,option_2,value_2,branch,stock",
            'KOS,Kaos,50000,pcs,"lusin=12",warna,hitam,black|item,ukuran,M,utama,4',
            "KOS,,50000,,,,putih,,,M,utama,0",
            "KOS,,60000,,,,hitam,,,XL,utama,2",
          ].join("\n"),
        );
        expect(report.problems).toEqual([]);
        const kaos = (await loadShop(database.prisma)).products.find(({ sku }) => sku === "KOS");
        expect(kaos).toMatchObject({ price: 50_000, units: { pcs: 1000, lusin: 12_000 } });
        expect(kaos?.options).toEqual([
          {
            name: "warna",
            values: [
              { v: "hitam", aliases: ["black", "item"] },
              { v: "putih", aliases: [] },
            ],
          },
          {
            name: "ukuran",
            values: [
              { v: "M", aliases: [] },
              { v: "XL", aliases: [], price: 60_000 },
            ],
          },
        ]);
        const stock = await database.prisma.stock.findMany({ orderBy: { sku: "asc" } });
        expect(stock.map(({ sku, onHand }) => [sku, onHand])).toEqual([
          ["KOS/hitam/M", 4000],
          ["KOS/hitam/XL", 2000],
          ["KOS/putih/M", 0],
        ]);
      });

      it("says in which line what is wrong", async () => {
        await doImport(warung);
        const report = await csv(
          "sku,name,price,stock\nA,Apem,lima ribu,1\n,Tanpa SKU,5000,\nB,Bika,5000,banyak\nA,Apem lain,5000,\n",
        );
        expect(report.changes).toEqual([]);
        expect(report.problems).toMatchObject([{ row: "baris 3", field: "sku" }]);
        const next = await csv("sku,name,price,stock\nA,Apem,lima ribu,1\nB,Bika,5000,banyak\nA,Apem lain,5000,\n");
        expect(next.problems.map(({ row, field }) => `${row} ${field}`)).toEqual([
          "baris 4 name",
          "baris 2 price",
          "baris 3 stock",
        ]);
      });

      it.each(["", "sku,name\nA,B", 'sku,name,price\n"A,B,1', "sku,name,price\nA,B,1,2,3"])(
        "refuses %j kindly",
        async (text) => {
          await doImport(warung);
          const before = await version();
          expect((await csv(text)).problems.length).toBeGreaterThan(0);
          expect(await version()).toBe(before);
        },
      );

      it("needs a shop to add to", async () => {
        expect((await csv("sku,name,price\nA,B,1")).problems).toHaveLength(1);
      });
    });
  });
});
