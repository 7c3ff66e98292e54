import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { CatalogueFile, catalogueFromFile } from "../../src/understanding/evaluation-format.ts";
import { basketOf, hear } from "./shops.ts";

const product = (sku: string, name: string, more: object) => ({ sku, name, unit: "pcs", price: 1000, ...more });
const option = (name: string, ...values: string[]) => ({ name, values: values.map((v) => ({ v })) });

/** Pans, pens and creams: goods told apart by sizes, kinds and the second word of their names. */
const file = CatalogueFile.parse({
  shops: [
    {
      id: "serba",
      name: "Serba Ada Wates",
      products: [
        product("WJN", "Wajan Anti Lengket", { aliases: ["wajan"], options: [option("ukuran", "24 cm", "28 cm")] }),
        product("GLS", "Gelas Belimbing", { aliases: ["gelas"], units: { pcs: 1, lusin: 12, dus: 72 } }),
        product("PSL", "Pensil 2B", { aliases: ["pensil"], units: { pcs: 1, lusin: 12 } }),
        product("SPD", "Spidol Papan", { aliases: ["spidol"], options: [option("warna", "hitam", "biru")] }),
        product("LKB", "Lakban Bening", { units: { pcs: 1, slop: 6 } }),
        product("LKC", "Lakban Coklat", { units: { pcs: 1, slop: 6 } }),
        product("BKT", "Buku Tulis", { aliases: ["buku"], options: [option("isi", "38 lembar", "58 lembar")] }),
        product("BPK", "Bakpia", { options: [option("isi", "isi 15", "isi 20")] }),
        product("BLK", "Blangkon", { options: [option("ukuran", "anak", "dewasa")] }),
        product("KRM", "Krim Malam", {}),
        product("KRS", "Krim Siang", {}),
        product("SRV", "Serum Vitamin C", { options: [option("ukuran", "15ml", "30ml")] }),
        product("SRN", "Serum Niacinamide", { aliases: ["niacin"] }),
        product("TSB", "Tisu Basah", { unit: "pack", units: { pack: 1, dus: 24 } }),
      ],
    },
  ],
});
const [shop] = file.shops;
if (!shop) throw new Error("the shop of all sorts is missing");
const catalogue = indexCatalogue(catalogueFromFile(shop));
const wanted = (text: string) => basketOf(hear("kue", text, { catalogue })).sort();

it.each([
  ["lakban bening 2 coklat 3", ["LKB=2", "LKC=3"]],
  ["krim siang sama malam masing2 1", ["KRM=1", "KRS=1"]],
  ["krim siang malam 1 1", ["KRM=1", "KRS=1"]],
  ["serum niacin 2", ["SRN=2"]],
])("goods whose names begin alike need the first word once: %s", (text, items) => {
  expect(wanted(text)).toEqual(items);
});

it.each([
  ["gelas 1 dus + 1 lusin", ["GLS=84"]],
  ["gelas 2 lusin 4 pcs", ["GLS=28"]],
  ["tisu bsh 1 dus + 3", ["TSB=27"]],
  ["gelas 5 lusin buat warung", ["GLS=60"]],
])("two units of the same goods are one number: %s", (text, items) => {
  expect(wanted(text)).toEqual(items);
});

it.each([
  ["2 wajan 24cm 1 wajan 28cm", ["WJN/24 cm=2", "WJN/28 cm=1"]],
  ["wajan diameter 28 satu", ["WJN/28 cm=1"]],
  ["5 pensil 2 spidol biru", ["PSL=5", "SPD/biru=2"]],
  ["buku 38 lbr selusin", ["BKT/38 lembar=12"]],
  ["bakpia yang 15 dua", ["BPK/isi 15=2"]],
  ["blangkon dewasa 1 anak 2", ["BLK/anak=2", "BLK/dewasa=1"]],
])("a number belongs to the size or to the goods beside it: %s", (text, items) => {
  expect(wanted(text)).toEqual(items);
});

it("a strange thing before counted goods is asked about and keeps its own number", () => {
  const meaning = hear("kue", "gunting 1 spidol biru 2", { catalogue });
  expect(basketOf(meaning)).toEqual(["SPD/biru=2"]);
  expect(meaning.clarify).toBe(true);
});

it.each([
  ["teflon 24cm 2", ["WJN/24 cm=2"]],
  ["marker biru 3", ["SPD/biru=3"]],
  ["wajan 24cm selusin2", ["WJN/24 cm=12"]],
  ["pesanan kelas 6B:\nRara - spidol hitam\nDimas - spidol biru", ["SPD/biru=1", "SPD/hitam=1"]],
])("goods under other names, a dozen each, a list of people: %s", (text, items) => {
  expect(wanted(text)).toEqual(items);
});

it("a size that is not sold is asked about, however it is led in", () => {
  const meaning = hear("kue", "wajan diameter 32 cm satu", { catalogue });
  expect(basketOf(meaning)).toEqual(["WJN/?=1"]);
  expect(meaning.clarify).toBe(true);
});

it("what a choice is called is no other goods behind the goods that have it", () => {
  expect(basketOf(hear("kue", "blangkon ukuran dewasa 2", { catalogue }))).toEqual(["BLK/dewasa=2"]);
});
