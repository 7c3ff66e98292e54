import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { basketOf, hear, shop } from "./shops.ts";

const [base] = shop("kue").catalogue.products;
if (!base) throw new Error("the cake shop is empty");
const values = ["3 kue", "4 kue", "5 kue"].map((v) => ({ v, priceDelta: 0, aliases: [] }));
const box = {
  ...base,
  sku: "SNB",
  name: "Snack Box",
  aliases: [],
  options: [{ name: "isi", values }],
  unit: "box",
  units: { box: 1000 },
};
const cake = (sku: string, name: string) => ({
  ...base,
  sku,
  name,
  aliases: [],
  options: [],
  unit: "pcs",
  units: { pcs: 1000 },
});
const alone = indexCatalogue({ products: [box], places: [] });
const among = indexCatalogue({ products: [box, cake("KSS", "Kue Sus"), cake("KLP", "Kue Lumpur")], places: [] });

it.each([
  ["snack box 4 kue 30 buat besok jam 9", ["SNB/4 kue=30"]],
  ["pesan 25 snack box 5 kue", ["SNB/5 kue=25"]],
  ["snack box isi 4 kue 30 box", ["SNB/4 kue=30"]],
  ["30 snack box isi 4 kue", ["SNB/4 kue=30"]],
])("the number in “%s” that belongs to the choice counts nothing", (text, items) => {
  for (const catalogue of [alone, among]) {
    const meaning = hear("kue", text, { catalogue });
    expect([basketOf(meaning), meaning.doubts]).toEqual([items, []]);
  }
});

it("beside a choice with a number, another product is still one", () => {
  expect(basketOf(hear("kue", "snack box 4 kue 30, kue sus 10", { catalogue: among }))).toEqual([
    "SNB/4 kue=30",
    "KSS=10",
  ]);
});
