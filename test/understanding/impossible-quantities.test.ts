import { expect, it } from "vitest";
import { basketOf, hear } from "./shops.ts";

it.each(["lemper -5", "pesan -5 lemper", "lemper 0", "0 lemper", "lemper 0,1 gram", "lemper 99999999999"])(
  "“%s” cannot be, so it is asked about",
  (text) => {
    const meaning = hear("kue", text);
    expect([meaning.items, meaning.clarify]).toEqual([[], true]);
    expect(meaning.doubts.map((doubt) => doubt.quantityStated)).toEqual([false]);
  },
);

it.each([
  ["lemper 1000000", ["LMP=1000000"]],
  ["pesan 1000000 lemper", ["LMP=1000000"]],
  ["pesan 5000 lemper", ["LMP=5000"]],
  ["lemper 10000 pcs", ["LMP=10000"]],
  ["lemper-5", ["LMP=5"]],
  ["- lemper 5\n- risol 6", ["LMP=5", "RSL=6"]],
  ["sus 45rb", ["KST=15"]],
])("“%s” is as many as was said", (text, items) => {
  const meaning = hear("kue", text);
  expect([basketOf(meaning), meaning.doubts]).toEqual([items, []]);
});

it("however much is said, a line fits what a database column holds", () => {
  const [item] = hear("kue", "lemper 2000000 pcs, lemper 2000000 pcs").items;
  expect(item?.quantity).toBeLessThan(2 ** 31);
});
