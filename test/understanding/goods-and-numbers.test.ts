import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { basketOf, hear, shop } from "./shops.ts";

const [base] = shop("bangunan").catalogue.products;
if (!base) throw new Error("the building shop is empty");
const parcel = {
  ...base,
  sku: "PRC",
  name: "Parcel Buah",
  aliases: [],
  unit: "pcs",
  units: { pcs: 1000 },
  price: 150_000,
  options: [
    {
      name: "ukuran",
      values: [
        { v: "kecil", price: 150_000, aliases: [] },
        { v: "besar", price: 275_000, aliases: [] },
      ],
    },
  ],
};
const hen = {
  ...base,
  sku: "BBK",
  name: "Bebek Segar",
  aliases: ["bebek"],
  unit: "ekor",
  units: { ekor: 1000 },
  options: [{ name: "potongan", values: ["utuh", "potong 4", "potong 8"].map((v) => ({ v, aliases: [] })) }],
};
const food = {
  ...base,
  sku: "MKA",
  name: "Makanan Anjing",
  aliases: [],
  unit: "pcs",
  units: { pcs: 1000 },
  options: [],
};
const catalogue = indexCatalogue({ products: [parcel, hen, food], places: [] });

it.each([
  ["parcel buah 2 yang 275, 1 yang 150", ["PRC/besar=2", "PRC/kecil=1"]],
  ["parcel buah yang 275rb 3", ["PRC/besar=3"]],
  ["parcel buah 2 kecil 1 besar", ["PRC/kecil=2", "PRC/besar=1"]],
  ["bebeknya 2 ekor, satu utuh satu potong 8", ["BBK/utuh=1", "BBK/potong 8=1"]],
  ["makanan guguk 2", ["MKA=2"]],
])("goods, choices and numbers: %s", (text, wanted) => {
  expect(basketOf(hear("bangunan", text, { catalogue }))).toEqual(wanted);
});

it("a number near the price, put as a question, is an offer and no quantity", () => {
  expect(hear("bangunan", "parcel buah besar 250 deh, deal?", { catalogue }).items).toEqual([]);
});

it.each([
  ["kue", "lemper 10, eh bentar adekku mau juga, 12 deh", ["LMP=12"]],
  ["kue", "kalo puding masih ada saya 2 ya", ["PUD=2"]],
  ["kue", "nastar kecil 3 buat beat 2019 ehh", ["NST/250gr=3"]],
])("in %s: %s", (id, text, wanted) => {
  expect(basketOf(hear(id, text))).toEqual(wanted);
});

it("a choice that only other goods have adds nothing to those before it", () => {
  const meaning = hear("frozen", "kentang 2, mayo 3");
  expect(basketOf(meaning)).not.toContain("KNT=5");
});
