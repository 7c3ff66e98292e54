import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  "lemper 10 basi semua bu",
  "lemper 5 kok udah berjamur",
  "risol mayo 3 digigit tikus wkwk",
  "lemper 10 hilang di jalan",
  "lemper 20 habis sehari bu",
  "lemper 5 kurang awet bu",
  "kucing saya makan lemper 2",
  "punya ibuku lemper 10 basi semua",
  "lemper 10 saya bawa sendiri",
  "dapet kiriman lemper 10 dari tante",
  "udah punya lemper 10",
  "catat bon saya kemarin lemper 10",
  "lemper 10 aja udah bikin kantong bolong",
  "lemper 10 dicampur sambal enak ga ya",
  "lemper 2 bagus buat diet ya",
  "lemper 10 berapa bungkus?",
])("“%s” tells or asks of goods, and orders none", (text) => {
  const meaning = hear("kue", text);
  expect([meaning.items, meaning.doubts]).toEqual([[], []]);
});

it.each([
  ["lemper 10 buat tamu ya", ["LMP=10"]],
  ["lemper 10 habis itu risol mayo 5", ["LMP=10", "RSL=5"]],
  ["mau lemper 10, yang kemarin hancur semua", ["LMP=10"]],
  ["lemper 10 saya ambil sendiri", ["LMP=10"]],
  ["lemper 5 campur risol mayo 5 ya", ["LMP=5", "RSL=5"]],
])("“%s” is an order", (text, items) => {
  expect(basketOf(hear("kue", text))).toEqual(items);
});
