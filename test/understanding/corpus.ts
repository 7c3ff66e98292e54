import { readdirSync, readFileSync } from "node:fs";
import { type CatalogueIndex, indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import {
  CatalogueFile,
  catalogueFromFile,
  DialogueLine,
  MessageLine,
  type OutputLine,
  outputLine,
} from "../../src/understanding/evaluation-format.ts";
import { consider } from "../../src/understanding/understand.ts";
import type { IntentWeights } from "../../src/understanding/weigh-intents.ts";

/** `growing` is looked at to find what is not understood yet; `held-out` is only scored. */
export type Part = "growing" | "held-out";

/** Everything one hand wrote about one shop. */
export interface CorpusShop {
  readonly id: string;
  readonly folder: URL;
  readonly catalogue: CatalogueIndex;
  readonly messages: readonly MessageLine[];
  readonly dialogues: readonly DialogueLine[];
}

export function corpusShops(part: Part): CorpusShop[] {
  const folder = new URL(`./corpus/${part}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((id) => corpusShop(id, new URL(`${id}/`, folder)));
}

/** What the engine makes of every message of a shop, each judged alone. */
export function heard(
  { catalogue, messages }: CorpusShop,
  weights?: IntentWeights,
): (readonly [MessageLine, OutputLine])[] {
  return messages.map((line) => {
    const hearing = { text: line.text, now: Date.parse(line.now), timeZone: "Asia/Jakarta", catalogue, basket: [] };
    return [line, outputLine(line.id, consider(hearing, weights).meaning, catalogue)] as const;
  });
}

export function catalogueOf({ folder }: CorpusShop): URL {
  return new URL("catalog.json", folder);
}

function corpusShop(id: string, folder: URL): CorpusShop {
  const file = CatalogueFile.parse(JSON.parse(readFileSync(new URL("catalog.json", folder), "utf8")));
  const [shop] = file.shops;
  if (!shop) throw new Error(`no shop in the catalogue of ${id}`);
  const lines = (name: string) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line));
  return {
    id,
    folder,
    catalogue: indexCatalogue(catalogueFromFile(shop)),
    messages: lines("messages.jsonl").map((line) => MessageLine.parse(line)),
    dialogues: lines("dialogues.jsonl").map((line) => DialogueLine.parse(line)),
  };
}
