import { type CatalogueIndex, indexCatalogue } from "../understanding/catalogue-index.ts";
import { catalogueFromFile, MessageLine, outputLine } from "../understanding/evaluation-format.ts";
import { understand } from "../understanding/understand.ts";
import { readCatalogueFile, shopNamed } from "./read-catalogue-file.ts";
import { readLines } from "./read-lines.ts";

const Line = MessageLine.pick({ id: true, shop: true, text: true, now: true }).partial({ shop: true, now: true });

/** Reads message lines from standard input, each judged alone, and writes what each means. */
export async function understandLines(catalogFile: string): Promise<void> {
  const shops = await readCatalogueFile(catalogFile);
  const indexes = new Map<string, CatalogueIndex>();
  for await (const { id, shop: name, text, now } of readLines(process.stdin, Line)) {
    const shop = shopNamed(shops, name);
    const catalogue = indexes.get(shop.id) ?? indexCatalogue(catalogueFromFile(shop));
    indexes.set(shop.id, catalogue);
    const at = now === undefined ? Date.now() : Date.parse(now);
    const meaning = understand({ text, now: at, timeZone: "Asia/Jakarta", catalogue, basket: [] });
    process.stdout.write(`${JSON.stringify(outputLine(id, meaning, catalogue))}\n`);
  }
}
