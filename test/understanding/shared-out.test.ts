import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { basketOf, hear, shop } from "./shops.ts";

it.each([
  ["frozen", "sosis 3: keju, keju, pedas", ["SSS/keju=2", "SSS/pedas=1"]],
  ["frozen", "sosis buat 10 orang, 6 keju sisanya pedas", ["SSS/keju=6", "SSS/pedas=4"]],
  ["frozen", "risol 4: 3 mayo 1 ragout. yang ragout jangan digoreng", ["RWL/mayo=3", "RWL/ragout=1"]],
  ["hijab", "bergo 2 satu item M satu abu L", ["BGO/hitam/M=1", "BGO/abu/L=1"]],
  ["frozen", "yah sosis kejunya habis ya? yaudah pedas aja 2", ["SSS/pedas=2"]],
  ["frozen", "bakso 5 ons 2 pack", ["BKS=1"]],
  ["kue", "6rb kue sus", ["KST=2"]],
])("in %s, “%s” is shared out", (id, text, items) => {
  expect(basketOf(hear(id, text))).toEqual(items);
});

const [base] = shop("warung").catalogue.products;
if (!base) throw new Error("the corner shop is empty");
const goods = (sku: string, name: string, option: string, ...values: string[]) => ({
  ...base,
  sku,
  name,
  aliases: [],
  options: option === "" ? [] : [{ name: option, values: values.map((v) => ({ v, priceDelta: 0, aliases: [] })) }],
  unit: "pcs",
  units: { pcs: 1000 },
});
const catalogue = indexCatalogue({
  products: [
    goods("MRB", "Mie Rebus", "level", "tidak pedas", "pedas"),
    goods("TLR", "Telur Setengah Matang", ""),
    goods("LLN", "Lilin Angka", "angka", "0", "1", "2", "3"),
    goods("KRS", "Kertas Kado", ""),
    goods("BNL", "Ban Luar", "ukuran", "70-90-14", "80-90-14"),
    goods("KPD", "Kampas Depan", ""),
    goods("KPB", "Kampas Belakang", ""),
  ],
  places: [],
});

it.each([
  ["mie rebus gak pedas 1 pake telor", ["MRB/tidak pedas=1"]],
  ["mie rebus 2, 1 pedas 1 jgn pedas", ["MRB/pedas=1", "MRB/tidak pedas=1"]],
  ["mie rebus pedas 2. setengah jam lagi saya ambil", ["MRB/pedas=2"]],
  ["lilin angka 3 satu, kertas kado 2", ["LLN/3=1", "KRS=2"]],
  ["lilin angka 2 3 biji", ["LLN/2=3"]],
  ["ban luar delapan puluh per sembilan puluh ring empat belas dua", ["BNL/80-90-14=2"]],
  ["kampas dpn 1 kampas blkg 2", ["KPD=1", "KPB=2"]],
])("“%s” names a choice, a count and nothing else", (text, items) => {
  expect(basketOf(hear("warung", text, { catalogue }))).toEqual(items);
});
