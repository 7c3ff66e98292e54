import { expect, it } from "vitest";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { hear, shop } from "./shops.ts";

const catalogue = indexCatalogue({
  products: shop("kue").catalogue.products,
  places: [
    { kind: "branch", id: "b1", names: ["Cabang Cakra", "Cakranegara"] },
    { kind: "zone", id: "z1", names: ["Ampenan"] },
    { kind: "zone", id: "z2", names: ["Ampenan Utara"] },
  ],
});

it("branches and zones are known by the names people use, the longest first", () => {
  expect(hear("kue", "ambil di cabang cakra", { catalogue })).toMatchObject({ branch: "b1" });
  expect(hear("kue", "ongkir ke ampenan utara berapa", { catalogue })).toMatchObject({ zone: "z2" });
  expect(hear("kue", "ampenan", { catalogue, question: { type: "zone" } })).toMatchObject({ zone: "z1" });
});
