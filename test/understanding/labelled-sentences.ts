import { readFileSync } from "node:fs";
import type { CatalogueIndex } from "../../src/understanding/catalogue-index.ts";
import { MessageLine } from "../../src/understanding/evaluation-format.ts";
import { shop } from "./shops.ts";

/** The sentences of sentences.jsonl, each with the catalogue of its shop. */
export function labelledSentences(): { readonly line: MessageLine; readonly catalogue: CatalogueIndex }[] {
  return readFileSync(new URL("./sentences.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((text) => {
      const line = MessageLine.parse(JSON.parse(text));
      return { line, catalogue: shop(line.shop) };
    });
}
