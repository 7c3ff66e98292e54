import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Meaning } from "../../src/understanding/meaning.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { understand } from "../../src/understanding/understand.ts";
import { everyCatalogue } from "./every-catalogue.ts";
import { NOW } from "./said-slots.ts";
import type { SaidItem } from "./said-wordings.ts";
import { type Composed, noOrderOf, orderOf } from "./sentence-generator.ts";

const ORDERS_EACH = 40;
const OTHERS_EACH = 15;

const shops = everyCatalogue();
const orders = shops.flatMap(({ catalogue }, at) =>
  fc.sample(orderOf(catalogue.products), { seed: at, numRuns: ORDERS_EACH }).map((said) => heard(at, said)),
);
const others = shops.flatMap(({ catalogue }, at) =>
  fc.sample(noOrderOf(catalogue.products), { seed: at, numRuns: OTHERS_EACH }).map((said) => heard(at, said)),
);

describe("sentences composed by a grammar, for every shop and for shops made up", () => {
  it("orders come back as they went in", () => {
    const wrong = orders.filter(({ said, meaning }) => itemsIn(meaning.items) !== itemsIn(said.items));
    const read = wrong.map(
      ({ said, meaning }) => `${said.text}\n   want ${itemsIn(said.items)}\n   got  ${itemsIn(meaning.items)}`,
    );
    expect(1 - wrong.length / orders.length, read.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it.each(["fulfilment", "date", "time", "phone", "name", "address"] as const)(
    "the %s said beside them is heard",
    (slot) => {
      const asked = orders.filter(({ said }) => said.slots[slot] !== undefined);
      const wrong = asked.filter(({ said, meaning }) => !sameSlot(said.slots[slot] ?? "", meaning[slot] ?? ""));
      const read = wrong.map(({ said, meaning }) => `${said.text} → ${meaning[slot]}`);
      expect(asked.length).toBeGreaterThan(50);
      expect(1 - wrong.length / asked.length, read.join("\n")).toBeGreaterThanOrEqual(0.95);
    },
  );

  it("what is told, asked, supposed or haggled over orders nothing", () => {
    const wrong = others.filter(({ meaning }) => meaning.items.length > 0);
    expect(wrong.map(({ said }) => said.text)).toEqual([]);
  });
});

function heard(at: number, said: Composed): { said: Composed; meaning: Meaning } {
  const shop = shops[at];
  if (!shop) throw new Error("no such shop");
  return {
    said,
    meaning: understand({ text: said.text, now: NOW, timeZone: "Asia/Jakarta", catalogue: shop.index, basket: [] }),
  };
}

function itemsIn(items: readonly SaidItem[]): string {
  return items
    .map(
      ({ sku, options, quantity }) => `${[sku, ...options.map((value) => value ?? "?")].join("/")}=${quantity / 1000}`,
    )
    .sort()
    .join(" ");
}

/** An address counts as heard with all its words, in whatever hand it was typed. */
function sameSlot(said: string, got: string): boolean {
  const words = normalise(got).text.split(" ");
  return said
    .toLowerCase()
    .split(" ")
    .every((word) => words.includes(word));
}
