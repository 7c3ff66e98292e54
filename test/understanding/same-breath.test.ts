import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  // One number for each of several
  ["hijab", "pashmina kaos navy sama mocca 3an", ["PSK/navy=3", "PSK/mocca=3"]],
  ["hijab", "ciput rajut dan bros 4 4", ["CPT=4", "BRS=4"]],
  ["warung", "gula tepung masing2 2 ons-an", ["GLP=0.2", "TPG=0.2"]],
  // Packs of so much
  ["warung", "gula 250 gr x 4", ["GLP=1"]],
  ["warung", "2 x 500 gr tepung terigu", ["TPG=1"]],
  // What tells goods from those with the same first word
  ["kue", "bolu gulung nanas 1 ama kue sus 20", ["BLG/nanas=1", "KST=20"]],
  ["sepatu", "sepatu rajut hitam 40 satu ama yang sekolah 35 dua", ["SNK/hitam/40=1", "SKL/35=2"]],
  ["frozen", "bukan dimsum ayam, yang udang, 2", ["DMU=2"]],
  // Some of the line with another choice
  ["frozen", "sosis keju 3 eh yang 1 pedas aja", ["SSS/keju=2", "SSS/pedas=1"]],
  // A choice or a line thought better of
  ["hijab", "bergo hitam L 2, ga jadi hitam, abu aja", ["BGO/abu/L=2"]],
  ["kue", "nastar 250gr 2 puding 3 eh pudingnya ga jadi", ["NST/250gr=2"]],
  ["kue", "lemper 20, puding 3, eh pudingnya ga usah deh", ["LMP=20"]],
  // How goods are to be picked, tried and packed
  ["mode", "jaket denim L 1 tolong dicek dulu resletingnya", ["JKT/L=1"]],
  ["mode", "headset 1, pilihin yang kabelnya panjang", ["HST=1"]],
  ["herbal", "madu hutan 250ml 2 tolong packing kayu", ["MDH/250ml=2"]],
  ["hijab", "bros 5 bungkus bubble wrap ya", ["BRS=5"]],
  // What is done to goods is no goods
  ["cuci", "cuci sepatu 2 pasang", ["CSP=2"]],
  // A thousand that no money buys
  ["hijab", "seribu bros", ["BRS=1000"]],
])("in %s “%s” is %j", (shop, text, basket) => {
  expect(basketOf(hear(shop, text)).toSorted()).toEqual(basket.toSorted());
});

it.each([
  ["mode", "jaket denim L 1 tolong dites dulu ya", "tolong dites dulu"],
  ["herbal", "madu hutan 500ml 1 dibungkus bubble wrap", "dibungkus bubble wrap"],
])("in %s “%s” keeps the wish %j", (shop, text, note) => {
  expect(hear(shop, text).items.map((item) => item.note)).toEqual([note]);
});

it.each(["bisa packing kayu?", "gelasnya 2, bisa bungkus bubble wrap ga?"])("“%s” is no wish", (text) => {
  expect(hear("herbal", text).items.filter(({ note }) => note !== undefined)).toEqual([]);
});

it.each([
  ["hijab", "ciput sama bros 12an", ["CPT=12", "BRS=12"]],
  ["hijab", "bergo sama gamis hijau L masing2 2", ["BGO/?/L=2", "GMS/hijau/L=2"]],
  ["tani", "benih cabai 3 sachet berapa? yaudah pesan segitu", ["BNT=3"]],
])("in %s “%s” is %j", (shop, text, basket) => {
  expect(basketOf(hear(shop, text)).toSorted()).toEqual(basket.toSorted());
});
