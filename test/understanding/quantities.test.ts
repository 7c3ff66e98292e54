import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each([
  ["warung", "gula 3 ons", ["GLP=0.3"]],
  ["warung", "gula setengah kilo", ["GLP=0.5"]],
  ["warung", "gula 250 gram", ["GLP=0.25"]],
  ["warung", "beras 1 1/2 kg", ["BRS5=1.5"]],
  ["warung", "beras dua kilo setengah", ["BRS5=2.5"]],
  ["warung", "beras tiga puluh lima kg", ["BRS5=35"]],
  ["warung", "indomie soto 2 dus", ["MIE/soto=80"]],
  ["kue", "risol selusin setengah", ["RSL=18"]],
  ["kue", "lemper sekodi", ["LMP=20"]],
  ["kue", "lemper 3 box", ["LMP=36"]],
  ["kue", "risol goceng", []],
  ["kue", "sus 45rb", ["KST=15"]],
  ["kue", "lapis legit 5 potong", ["LPS=0.5"]],
  ["tani", "telur sekilo", ["TLR=18"]],
  ["kue", "puding 2x", ["PUD=2"]],
  ["kue", "puding3", ["PUD=3"]],
])("in %s “%s” is %j", (shop, text, basket) => {
  expect(basketOf(hear(shop, text))).toEqual(basket);
});

it.each([
  ["kue", "brownies 2 kg"],
  ["kue", "puding setengah"],
  ["kue", "risol 5.500"],
  ["warung", "kecap 3 meter"],
])("in %s “%s” cannot be counted, so it is asked about", (shop, text) => {
  const meaning = hear(shop, text);
  expect(meaning.items.every((item) => item.options.includes(null))).toBe(true);
  expect(meaning.clarify).toBe(true);
});

it("numbers of people, houses, lists and ages count no goods", () => {
  expect(basketOf(hear("kue", "1) risol 15\n2) lemper 20\nbuat 35 orang, rumah no 12 rt 3"))).toEqual([
    "RSL=15",
    "LMP=20",
  ]);
});

it("what goods cost elsewhere is no number of them", () => {
  expect(hear("kue", "nastar 500gr 90rb? di pasar 60").items).toEqual([]);
});
