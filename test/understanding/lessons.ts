import type { Lesson } from "../../scripts/learn-intents.ts";
import type { Intent } from "../../src/understanding/meaning.ts";
import { Intent as AnyIntent } from "../../src/understanding/meaning.ts";
import { consider } from "../../src/understanding/understand.ts";
import { corpusShops } from "./corpus.ts";
import { labelledSentences } from "./labelled-sentences.ts";

/** All intents that the corpus labels. */
export const LEARNED_INTENTS: readonly Intent[] = AnyIntent.options.filter(
  (intent) => intent !== "repeat_order" && intent !== "start_over",
);

/** Every labelled message of the growing corpus, but those of one shop, as features and labels. */
export function lessonsOf(leftOut?: string): Lesson[] {
  const lines = [
    ...labelledSentences(),
    ...corpusShops("growing")
      .filter(({ id }) => id !== leftOut)
      .flatMap(({ catalogue, messages }) => messages.map((line) => ({ line, catalogue }))),
  ];
  return lines.flatMap(({ line, catalogue }) => {
    const hearing = { text: line.text, now: Date.parse(line.now), timeZone: "Asia/Jakarta", catalogue, basket: [] };
    const { steps } = consider(hearing, NO_WEIGHTS);
    return steps ? [{ features: steps.features, intents: line.expect.intents }] : [];
  });
}

const NO_WEIGHTS = { intents: [], bias: [], of: new Map() };
