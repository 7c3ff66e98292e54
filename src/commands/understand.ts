import { type CatalogueIndex, indexCatalogue } from "../understanding/catalogue-index.ts";
import { catalogueFromFile, MessageLine, outputLine } from "../understanding/evaluation-format.ts";
import { explain } from "../understanding/explain.ts";
import { understand } from "../understanding/understand.ts";
import { printedExplanation } from "./print-explanation.ts";
import { readCatalogueFile, shopNamed } from "./read-catalogue-file.ts";
import { readLines } from "./read-lines.ts";

const Line = MessageLine.pick({ id: true, shop: true, text: true, now: true }).partial({ shop: true, now: true });

export interface UnderstandOptions {
  readonly catalog: string;
  /** The shop that lines without one are for; not needed where the file has one shop */
  readonly shop?: string;
  /** How each meaning came about, for people, in place of JSON lines */
  readonly explain?: boolean;
}

/** Judges one message, or each line of standard input, alone, and writes what it means. */
export async function understandLines(text: string | undefined, options: UnderstandOptions): Promise<void> {
  const shops = await readCatalogueFile(options.catalog);
  const indexes = new Map<string, CatalogueIndex>();
  const lines = text === undefined ? readLines(process.stdin, Line) : [Line.parse({ id: "1", text })];
  for await (const { id, shop: name, text: message, now } of lines) {
    const shop = shopNamed(shops, name ?? options.shop);
    const catalogue = indexes.get(shop.id) ?? indexCatalogue(catalogueFromFile(shop));
    indexes.set(shop.id, catalogue);
    const at = now === undefined ? Date.now() : Date.parse(now);
    const hearing = { text: message, now: at, timeZone: "Asia/Jakarta", catalogue, basket: [] };
    const written = options.explain
      ? printedExplanation(id, explain(hearing))
      : JSON.stringify(outputLine(id, understand(hearing), catalogue));
    process.stdout.write(`${written}\n`);
  }
}
