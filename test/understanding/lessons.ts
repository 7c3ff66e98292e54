import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Lesson } from "../../scripts/learn-intents.ts";
import type { CatalogueIndex } from "../../src/understanding/catalogue-index.ts";
import type { Hearing } from "../../src/understanding/hearing.ts";
import type { Intent } from "../../src/understanding/meaning.ts";
import { Intent as AnyIntent } from "../../src/understanding/meaning.ts";
import { consider } from "../../src/understanding/understand.ts";
import { corpusShops } from "./corpus.ts";
import { labelledSentences } from "./labelled-sentences.ts";
import { shops } from "./shops.ts";

/** All intents that the corpus labels. */
export const LEARNED_INTENTS: readonly Intent[] = AnyIntent.options.filter(
  (intent) => intent !== "repeat_order" && intent !== "start_over",
);

/** Sentences that tell no more than whether they order, each with its shop: those that do, and those that do not. */
const ORDERING = [
  ["./orders-alike.jsonl", ["place_order"]],
  ["./no-orders.jsonl", []],
] as const;
const Row = z.object({ shop: z.string(), text: z.string() });
const NOW = Date.parse("2026-03-11T10:00:00+07:00");

function orderingOf(catalogues: ReadonlyMap<string, CatalogueIndex>, leftOut?: string): Lesson[] {
  return ORDERING.flatMap(([file, intents]) =>
    readFileSync(new URL(file, import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean)
      .flatMap((line): Lesson[] => {
        const { shop, text } = Row.parse(JSON.parse(line));
        const catalogue = shop === leftOut ? undefined : catalogues.get(shop);
        const features = catalogue && featuresOf({ text, now: NOW, timeZone: "Asia/Jakarta", catalogue, basket: [] });
        return features ? [{ features, intents, about: "place_order" }] : [];
      }),
  );
}

function featuresOf(hearing: Hearing): readonly string[] | undefined {
  return consider(hearing, NO_WEIGHTS).steps?.features;
}

/** Every labelled message of the growing corpus, but those of one shop, as features and labels. */
export function lessonsOf(leftOut?: string): Lesson[] {
  const others = corpusShops("growing").filter(({ id }) => id !== leftOut);
  const lines = [
    ...labelledSentences(),
    ...others.flatMap(({ catalogue, messages }) => messages.map((line) => ({ line, catalogue }))),
  ];
  const labelled = lines.flatMap(({ line, catalogue }): Lesson[] => {
    const hearing = { text: line.text, now: Date.parse(line.now), timeZone: "Asia/Jakarta", catalogue, basket: [] };
    const features = featuresOf(hearing);
    return features ? [{ features, intents: line.expect.intents }] : [];
  });
  const catalogues = new Map([...shops, ...others.map(({ id, catalogue }) => [id, catalogue] as const)]);
  return [...labelled, ...orderingOf(catalogues, leftOut)];
}

const NO_WEIGHTS = { intents: [], bias: [], of: new Map() };
