import fc from "fast-check";
import { expect, it } from "vitest";
import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { hear, shop, shops } from "./shops.ts";

/** One line of an order, said in a common way, with what must come back. */
interface Said {
  readonly text: string;
  readonly item: { readonly sku: string; readonly options: readonly string[]; readonly quantity: number };
}

const OPENINGS = ["", "kak mau pesan ", "pesen ", "bu beli ", "mau ", "order ", "tolong "];
const CLOSINGS = ["", " ya", " ya kak", " dong", " aja", ", makasih"];

it("an order composed from a catalogue comes back as it went in", () => {
  fc.assert(
    fc.property(orderIn(), ({ id, text, item }) => {
      expect(hear(id, text).items, text).toMatchObject([item]);
    }),
    { numRuns: 400 },
  );
}, 30_000);

it("two products in one message keep their own numbers", () => {
  fc.assert(
    fc.property(pairIn(), fc.constantFrom(", ", " sama ", "\n", " dan ", " + "), ({ id, first, second }, joint) => {
      const text = first.text + joint + second.text;
      const items = hear(id, text).items;
      expect(items, text).toHaveLength(2);
      expect(items, text).toMatchObject([first.item, second.item]);
    }),
    { numRuns: 400 },
  );
}, 30_000);

function orderIn(): fc.Arbitrary<Said & { id: string }> {
  return fc
    .constantFrom(...shops.keys())
    .chain((id) =>
      fc
        .tuple(lineIn(id), fc.constantFrom(...OPENINGS), fc.constantFrom(...CLOSINGS))
        .map(([line, opening, closing]) => ({ id, item: line.item, text: opening + line.text + closing })),
    );
}

function pairIn(): fc.Arbitrary<{ id: string; first: Said; second: Said }> {
  return fc.constantFrom(...shops.keys()).chain((id) =>
    fc
      .tuple(lineIn(id), lineIn(id))
      .filter(([first, second]) => first.item.sku !== second.item.sku)
      .map(([first, second]) => ({ id, first, second })),
  );
}

function lineIn(id: string): fc.Arbitrary<Said> {
  const products = shop(id).catalogue.products;
  return fc.constantFrom(...products).chain((product) =>
    fc
      .tuple(
        optionsOf(product),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(...Object.entries(product.units)),
        fc.boolean(),
      )
      .map(([options, count, [unit, size], bare]) => ({
        text: [product.name, ...options, bare ? count : `${count} ${unit}`].join(" ").toLowerCase(),
        item: { sku: product.sku, options, quantity: count * (bare ? 1000 : size) },
      })),
  );
}

function optionsOf(product: Product): fc.Arbitrary<string[]> {
  return fc.tuple(...product.options.map((option) => fc.constantFrom(...option.values.map((value) => value.v))));
}
