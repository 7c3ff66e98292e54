import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { Catalogue } from "../../src/shop/catalogue/catalogue.ts";
import { type CatalogueIndex, indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { CatalogueFile, catalogueFromFile } from "../../src/understanding/evaluation-format.ts";
import { madeUpCatalogue } from "./made-up-catalogues.ts";

export interface AnyShop {
  readonly id: string;
  readonly catalogue: Catalogue;
  readonly index: CatalogueIndex;
}

/** The shops of shops.json and of the growing corpus, and some that exist nowhere. */
export function everyCatalogue(): AnyShop[] {
  const growing = new URL("./corpus/growing/", import.meta.url);
  const files = [
    new URL("./shops.json", import.meta.url),
    ...readdirSync(growing)
      .sort()
      .map((id) => new URL(`${id}/catalog.json`, growing)),
  ];
  const real = files
    .flatMap((file) => CatalogueFile.parse(JSON.parse(readFileSync(file, "utf8"))).shops)
    .map((shop) => ({ id: shop.id, catalogue: catalogueFromFile(shop) }));
  const madeUp = fc
    .sample(madeUpCatalogue(), { seed: 5, numRuns: MADE_UP })
    .map((catalogue, at) => ({ id: `made up ${at}`, catalogue }));
  return [...real, ...madeUp].map((shop) => ({ ...shop, index: indexCatalogue(shop.catalogue) }));
}

const MADE_UP = 12;
