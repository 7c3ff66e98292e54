import { readFileSync } from "node:fs";
import { type CatalogueIndex, indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { CatalogueFile, catalogueFromFile } from "../../src/understanding/evaluation-format.ts";
import type { Hearing } from "../../src/understanding/hearing.ts";
import type { Meaning } from "../../src/understanding/meaning.ts";
import { understand } from "../../src/understanding/understand.ts";

const file = CatalogueFile.parse(JSON.parse(readFileSync(new URL("./shops.json", import.meta.url), "utf8")));

/** The made-up shops of shops.json, indexed, by id. */
export const shops: ReadonlyMap<string, CatalogueIndex> = new Map(
  file.shops.map((shop) => [shop.id, indexCatalogue(catalogueFromFile(shop))]),
);

export function shop(id: string): CatalogueIndex {
  const found = shops.get(id);
  if (!found) throw new Error(`no shop ${id} in shops.json`);
  return found;
}

/** Wednesday 11 March 2026, 10:00 in western Indonesia. */
const WEDNESDAY = Date.parse("2026-03-11T10:00:00+07:00");

/** What a message means in a shop, on that Wednesday, with nothing said before unless given. */
export function hear(id: string, text: string, more: Partial<Hearing> = {}): Meaning {
  return understand({ text, now: WEDNESDAY, timeZone: "Asia/Jakarta", catalogue: shop(id), basket: [], ...more });
}

/** Items as "SKU/option=quantity" in base units, for reading in a test. */
export function basketOf(meaning: Meaning): string[] {
  return meaning.items.map(
    (item) => `${[item.sku, ...item.options.map((value) => value ?? "?")].join("/")}=${item.quantity / 1000}`,
  );
}
