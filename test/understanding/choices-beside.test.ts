import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { basketOf, hear, shop } from "./shops.ts";

const [base] = shop("bangunan").catalogue.products;
if (!base) throw new Error("the building shop is empty");
const goods = (sku: string, name: string, option: string, values: readonly string[]) => ({
  ...base,
  sku,
  name,
  aliases: [],
  unit: "pcs",
  units: { pcs: 1000 },
  options: [{ name: option, values: values.map((v) => ({ v, priceDelta: 0, aliases: [] })) }],
});
const catalogue = indexCatalogue({
  products: [
    goods("KRN", "Keran Air", "ukuran", ["drat 2", "drat 3"]),
    goods("PSU", "Pisau Cukur", "isi", ["isi 4", "isi 6"]),
    goods("LMP", "Lampu Bohlam", "daya", ["7 watt", "15 watt"]),
    goods("KSR", "Kasir Meja", "bahan", ["jati", "mahoni", "stainless"]),
  ],
  places: [],
});

it.each([
  ["pisau cukur isi 4 sama 6, satu satu", ["PSU/isi 4=1", "PSU/isi 6=1"]],
  ["pisau cukur isi 4 dan isi 6, tiap isi 10", ["PSU/isi 4=10", "PSU/isi 6=10"]],
  ["keran air drat 2 5, 3 7", ["KRN/drat 2=5", "KRN/drat 3=7"]],
  ["lampu bohlam 7 sama 15 watt masing2 3", ["LMP/7 watt=3", "LMP/15 watt=3"]],
])("a number shares the words of the choice beside it: %s", (text, wanted) => {
  expect(basketOf(hear("bangunan", text, { catalogue }))).toEqual(wanted);
});

it.each([
  ["keran air drat 5 dua", ["KRN/?=2"]],
  ["pisau cukur isi 10 20 pcs", ["PSU/?=20"]],
  ["lampu bohlam 30 watt 4", ["LMP/?=4"]],
])("a choice that is not sold is asked about, and no quantity: %s", (text, wanted) => {
  const meaning = hear("bangunan", text, { catalogue });
  expect(basketOf(meaning)).toEqual(wanted);
  expect(meaning.clarify).toBe(true);
});

it.each([
  ["kasir meja mhoni 1", ["KSR/mahoni=1"]],
  ["kasir meja stnls 2", ["KSR/stainless=2"]],
  ["kasir meja jti 1", ["KSR/jati=1"]],
])("letters of one choice of the goods stand for it: %s", (text, wanted) => {
  expect(basketOf(hear("bangunan", text, { catalogue }))).toEqual(wanted);
});

it("a flavour of other goods right behind these is one that they do not have", () => {
  const meaning = hear("frozen", "risol beku keju 3");
  expect(meaning.items.map(({ sku }) => sku)).toEqual(["RWL"]);
  expect(meaning.clarify).toBe(true);
});

it('"yang" before a choice does not tell goods apart', () => {
  expect(basketOf(hear("cuci", "boneka yang besar 2"))).toEqual(["CBN/besar=2"]);
});
