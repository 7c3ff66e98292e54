import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

const BASKET = [{ id: "lmp", sku: "LMP", options: [], quantity: 10_000 }];

it.each(["jangan pesan lemper", "jangan pesen lemper 5", "ga pesan lemper", "ga mau lemper kak", "bukan lemper"])(
  "“%s” orders nothing",
  (text) => {
    const meaning = hear("kue", text);
    expect([meaning.items, meaning.doubts]).toEqual([[], []]);
    expect(meaning.intents).not.toContain("place_order");
  },
);

it.each([
  ["saya ga mau risol, maunya lemper 10", ["LMP=10"]],
  ["saya ga mau risol maunya lemper 10", ["LMP=10"]],
  ["bukan lemper tapi risol mayo 10", ["RSL=10"]],
  ["jangan lemper, risol mayo 10 aja", ["RSL=10"]],
  ["jangan lupa lemper 10", ["LMP=10"]],
  ["pesan lemper 10 jangan lama ya", ["LMP=10"]],
])("“%s” orders only what is wanted", (text, items) => {
  expect(basketOf(hear("kue", text))).toEqual(items);
});

it.each(["jangan pesan lemper", "ga mau lemper", "ga jadi pesan lemper"])(
  "“%s” takes lemper out of the basket",
  (text) => {
    const basket = [...BASKET, { id: "rsl", sku: "RSL", options: [], quantity: 5_000 }];
    const meaning = hear("kue", text, { basket });
    expect([meaning.edits, meaning.items]).toEqual([[{ type: "remove", line: "lmp" }], []]);
  },
);

it("“ga jadi pesan lemper” calls the order off where lemper is all there is", () => {
  expect(hear("kue", "ga jadi pesan lemper", { basket: BASKET }).intents).toEqual(["cancel_order"]);
});

it("“bukan lemper, tapi risol mayo 10” puts risol in the place of lemper", () => {
  const meaning = hear("kue", "bukan lemper, tapi risol mayo 10", { basket: BASKET });
  expect(meaning.edits).toEqual([{ type: "remove", line: "lmp" }]);
  expect(basketOf(meaning)).toEqual(["RSL=10"]);
});

it.each(["pesan lemper 10 jangan lupa ya", "saya ga mau risol, maunya lemper 10"])(
  "“%s” takes nothing out of the basket",
  (text) => {
    const meaning = hear("kue", text, { basket: BASKET });
    expect([meaning.edits, basketOf(meaning)]).toEqual([[], ["LMP=10"]]);
  },
);
