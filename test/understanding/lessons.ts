import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Lesson } from "../../scripts/learn-intents.ts";
import type { CatalogueIndex } from "../../src/understanding/catalogue-index.ts";
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

/** Every labelled sentence and message of the growing corpus, but those over one shop, as features and labels. */
export function lessonsOf(leftOut?: string): Lesson[] {
  every ??= [...sentences(), ...messages(), ...orderings()];
  return every.flatMap(({ over, lesson }) => (over !== undefined && over === leftOut ? [] : [lesson]));
}

/** `over` is the shop of the growing corpus whose catalogue it was said over. */
interface Told {
  readonly over?: string;
  readonly lesson: Lesson;
}

/** Reading thousands of messages takes a while, and scoring asks for them once a shop. */
let every: readonly Told[] | undefined;

function sentences(): Told[] {
  return labelledSentences().flatMap(({ line, catalogue }) => told(line.text, line.now, catalogue, line.expect));
}

function messages(): Told[] {
  return corpusShops("growing").flatMap(({ id, catalogue, messages: lines }) =>
    lines.flatMap((line) => told(line.text, line.now, catalogue, line.expect, id)),
  );
}

/** Sentences that tell no more than whether they order: those that do, and those that do not. */
const ORDERING = [
  ["./orders-alike.jsonl", ["place_order"]],
  ["./no-orders.jsonl", []],
] as const;
const Row = z.object({ shop: z.string(), text: z.string() });

function orderings(): Told[] {
  const growing = new Map(corpusShops("growing").map(({ id, catalogue }) => [id, catalogue]));
  return ORDERING.flatMap(([file, intents]) =>
    readFileSync(new URL(file, import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => {
        const { shop, text } = Row.parse(JSON.parse(line));
        const catalogue = growing.get(shop) ?? shops.get(shop);
        const labels = { intents, about: "place_order" } as const;
        return catalogue ? told(text, "2026-03-11T10:00:00+07:00", catalogue, labels, shop) : [];
      }),
  );
}

function told(
  text: string,
  now: string,
  catalogue: CatalogueIndex,
  { intents, about }: Pick<Lesson, "intents" | "about">,
  over?: string,
): Told[] {
  const hearing = { text, now: Date.parse(now), timeZone: "Asia/Jakarta", catalogue, basket: [] };
  const { steps } = consider(hearing, NO_WEIGHTS);
  if (!steps) return [];
  return [{ ...(over && { over }), lesson: { features: steps.features, intents, ...(about && { about }) } }];
}

const NO_WEIGHTS = { intents: [], bias: [], of: new Map() };
