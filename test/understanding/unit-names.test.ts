import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { CatalogueFile, catalogueFromFile } from "../../src/understanding/evaluation-format.ts";
import { understand } from "../../src/understanding/understand.ts";
import { basketOf, hear } from "./shops.ts";

const product = (sku: string, name: string) => ({
  ...{ sku, name, aliases: [], unit: "pcs", units: { pcs: 1, kotak: 10 }, price: 1000, options: [] },
});
const file = CatalogueFile.parse({
  shops: [{ id: "wadah", name: "Contoh Wadah", products: [product("KKU", "Kotak Kue"), product("KNS", "Kotak Nasi")] }],
});
const [wadah] = file.shops.map((shop) => indexCatalogue(catalogueFromFile(shop)));

it.each(["kotak 50", "pesan kotak 50 ya kak", "kotak 2 pcs"])(
  "“%s” asks for goods that are called by a unit's name, and which of them is asked",
  (text) => {
    if (!wadah) throw new Error("the catalogue has no shop");
    const { intents, items, clarify } = understand({
      text,
      now: 0,
      timeZone: "Asia/Jakarta",
      catalogue: wadah,
      basket: [],
    });
    expect({ intents, items, clarify }).toEqual({ intents: ["place_order"], items: [], clarify: true });
  },
);

it("a unit's name behind a number counts what was said before it", () => {
  if (!wadah) throw new Error("the catalogue has no shop");
  const meaning = understand({
    text: "kotak kue 2 kotak",
    now: 0,
    timeZone: "Asia/Jakarta",
    catalogue: wadah,
    basket: [],
  });
  expect(basketOf(meaning)).toEqual(["KKU=20"]);
});

it("rupiah said after a number are money", () => {
  expect(basketOf(hear("kue", "lemper 35000 perak"))).toEqual(["LMP=10"]);
  expect(hear("kue", "2500 rupiah aja ya lempernya").items).toEqual([]);
});
