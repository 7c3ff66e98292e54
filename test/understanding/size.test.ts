import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { basketOf, hear, shop } from "./shops.ts";

it("a name is found among ten thousand products that share its words", () => {
  const [base] = shop("hijab").catalogue.products;
  if (!base) throw new Error("the hijab shop is empty");
  const colours = ["merah", "biru", "hijau", "kuning", "abu"];
  const products = Array.from({ length: 10_000 }, (_, at) => ({
    ...base,
    sku: `K${at}`,
    name: `Kerudung Motif${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + (Math.floor(at / 26) % 26))}${String.fromCharCode(97 + Math.floor(at / 676))} ${colours[at % 5]}`,
    aliases: [],
    options: [],
  }));
  const catalogue = indexCatalogue({ products, places: [] });
  const wanted = products[7654];
  expect(basketOf(hear("hijab", `pesan ${wanted?.name.toLowerCase()} 3`, { catalogue }))).toEqual([`${wanted?.sku}=3`]);
  expect(hear("hijab", "kerudung 2", { catalogue }).items).toEqual([]);
});
