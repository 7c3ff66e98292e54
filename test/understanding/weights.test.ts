import { expect, it } from "vitest";
import { learnIntents } from "../../scripts/learn-intents.ts";
import { readIntentWeights, writeIntentWeights } from "../../src/understanding/intent-weights-format.ts";
import { learnedWeights } from "../../src/understanding/learned-weights.ts";
import { consider } from "../../src/understanding/understand.ts";
import { weighIntents } from "../../src/understanding/weigh-intents.ts";
import { labelledSentences } from "./labelled-sentences.ts";
import { LEARNED_INTENTS } from "./lessons.ts";

const lessons = labelledSentences()
  .slice(0, 120)
  .flatMap(({ line, catalogue }) => {
    const hearing = { text: line.text, now: Date.parse(line.now), timeZone: "Asia/Jakarta", catalogue, basket: [] };
    const { steps } = consider(hearing);
    return steps ? [{ features: steps.features, intents: line.expect.intents }] : [];
  });

it("the weights in use can be read and weigh every intent that the corpus labels", () => {
  const { intents, bias, of } = learnedWeights();
  expect(intents).toEqual(LEARNED_INTENTS);
  expect(bias).toHaveLength(intents.length);
  expect(bias.every(Number.isFinite)).toBe(true);
  expect(of.size).toBeGreaterThan(1000);
  const odd = [...of].filter(
    ([feature, row]) => feature === "" || row.length !== intents.length || ![...row].every(Number.isFinite),
  );
  expect(odd).toEqual([]);
  const rows = [...of.values()];
  expect(intents.filter((_, at) => rows.every((row) => row[at] === 0))).toEqual([]);
});

it("likelihoods stay between nought and one, whatever the features", () => {
  for (const features of [[], ["w:pesan"], [...learnedWeights().of.keys()], ["w:\u0000", "nothing", ""]])
    for (const value of weighIntents(features, learnedWeights()).values()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
});

it("the same lessons teach the same, and what is written down is read back", () => {
  const [first, again] = [learnIntents(lessons, LEARNED_INTENTS), learnIntents(lessons, LEARNED_INTENTS)];
  const written = writeIntentWeights(first);
  expect(lessons.length).toBeGreaterThan(80);
  expect(writeIntentWeights(again)).toBe(written);
  expect(writeIntentWeights(readIntentWeights(written))).toBe(written);
});
