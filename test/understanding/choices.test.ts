import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  ["bangunan", "paku 7 dua kilo", ["PKU/7cm=2"]],
  ["bangunan", "mau paku ukuran sepuluh senti sekilo", ["PKU/10cm=1"]],
  ["bangunan", "paku kayu yg paling gede 2 kg", ["PKU/10cm=2"]],
  ["bangunan", "paku 5 kg", ["PKU/?=5"]],
  ["kue", "nastar 500 2 toples", ["NST/500gr=2"]],
  ["kue", "nastar yang setengah kilo satu", ["NST/500gr=1"]],
  ["kue", "nastar dua ratus lima puluh gram tiga toples", ["NST/250gr=3"]],
  ["mode", "chino krem tiga puluh dua dua biji", ["CLN/krem/32=2"]],
  ["mode", "flanel merah ukuran el satu", ["KMJ/merah/L=1"]],
  ["mode", "jaket ekspel 1, jaket em 2", ["JKT/XL=1", "JKT/M=2"]],
  ["warung", "minyak goreng yang gede 2 botol", ["MNK/2 liter=2"]],
  ["hijab", "pashmina ceruty pink 1", ["PSM/dusty pink=1"]],
  ["hijab", "pasmina ceruty dasti 2", ["PSM/dusty pink=2"]],
  ["hijab", "pashmina kaos biru dongker 3", ["PSK/navy=3"]],
  ["hijab", "voal merah hati 1", ["SGE/maroon=1"]],
  ["frozen", "dimsum ayam yg 20 3 pack", ["DMS/20pcs=3"]],
])("in %s, “%s” chooses as meant", (shop, text, items) => {
  expect(basketOf(hear(shop, text)).sort()).toEqual([...items].sort());
});

it.each([
  ["mode", "jaket denim XXXL 1", "JKT/?=1"],
  ["mode", "jaket 3XL 1", "JKT/?=1"],
  ["hijab", "pashmina kaos tosca 2", "PSK/?=2"],
  ["hijab", "voal biru muda 1", "SGE/?=1"],
])("in %s, “%s” names a choice that is not sold, which is asked about", (shop, text, item) => {
  const meaning = hear(shop, text);
  expect(basketOf(meaning)).toEqual([item]);
  expect(meaning.clarify).toBe(true);
});

it.each([
  ["kue", "almond 2 ya kak", "BRW/almond=2"],
  ["frozen", "ragout 3", "RWL/ragout=3"],
  ["warung", "soto 5 bungkus", "MIE/soto=5"],
])("in %s, “%s” names goods by a choice that they alone have", (shop, text, item) => {
  expect(basketOf(hear(shop, text))).toEqual([item]);
});

it("a plain colour names no goods", () => {
  expect(hear("mode", "merah 2").items).toEqual([]);
});
