import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  ["warung", "elpiji 2", ["GAS=2"]],
  ["kue", "brwnies almond 1", ["BRW/almond=1"]],
  ["hijab", "brgo instan htm M 2", ["BGO/hitam/M=2"]],
  ["katering", "snek box isi 3 kue 10", ["SNB/3 kue=10"]],
  ["sepatu", "sneker rajut itm 40 1", ["SNK/hitam/40=1"]],
  ["kue", "mau lemper 10 sama gulungan pita 2", ["LMP=10"]],
  ["warung", "gulpas sekilo, kecman 2", ["GLP=1", "KCP=2"]],
  ["frozen", "kentgor 2 kilo", ["KNT=2"]],
])("in %s, “%s” finds the goods", (shop, text, items) => {
  expect(basketOf(hear(shop, text)).sort()).toEqual([...items].sort());
});

it.each([
  ["bangunan", "gunting 2"],
  ["bangunan", "pasar 2"],
  ["kue", "lampu 3"],
  ["tani", "benih bayam 2"],
  ["katering", "box kado 3"],
])("in %s, “%s” is no misspelling of what is sold", (shop, text) => {
  expect(hear(shop, text).items).toEqual([]);
});

it("a word of what was named before it is its choice, and no other goods", () => {
  expect(basketOf(hear("katering", "nasi kotak ayam 3"))).toEqual(["NKA=3"]);
  expect(basketOf(hear("frozen", "sosis bakar keju 2 pedas 1")).sort()).toEqual(["SSS/keju=2", "SSS/pedas=1"]);
});
