import type { Intent } from "../src/understanding/meaning.ts";
import type { IntentWeights } from "../src/understanding/weigh-intents.ts";

/** A labelled message to learn from: intents as the corpus labels them (`a|b`, `?optional`). */
export interface Lesson {
  readonly features: readonly string[];
  readonly intents: readonly string[];
  /** The only intent that is labelled, where the others were left open */
  readonly about?: Intent;
}

const ROUNDS = 24;
const RATE = 0.1;
const SHRINK = 0.002;
/** A feature seen once says nothing. */
const LEAST_SEEN = 2;

/**
 * Learns from labelled messages what each feature says about each intent: logistic regression, one intent against the
 * rest, by stochastic gradient steps of adapting size (AdaGrad) whose later rounds are averaged. The same lessons in
 * the same order always give the same weights.
 */
export function learnIntents(lessons: readonly Lesson[], intents: readonly Intent[]): IntentWeights {
  const names = [...seen(lessons)].flatMap(([feature, count]) => (count >= LEAST_SEEN ? [feature] : []));
  const places = new Map(names.map((feature, at) => [feature, at]));
  const rows = lessons.map(({ features }) => features.flatMap((feature) => places.get(feature) ?? []));
  const of = new Map(names.map((feature) => [feature, new Float64Array(intents.length)]));
  const bias = intents.map((intent, at) => {
    const labels = lessons.map((lesson) => labelOf(lesson, intent));
    const learned = learnOne(rows, labels, names.length);
    names.forEach((feature, place) => {
      const row = of.get(feature);
      if (row) row[at] = learned.weights[place] ?? 0;
    });
    return learned.bias;
  });
  return { intents, bias, of };
}

function seen(lessons: readonly Lesson[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of lessons)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** 1 for an intent that is there, 0 for one that is not, undefined where the label leaves it open. */
function labelOf({ intents, about }: Lesson, intent: Intent): number | undefined {
  if (about !== undefined && about !== intent) return undefined;
  if (intents.includes(intent)) return 1;
  for (const each of intents) {
    const forms = each.replace("?", "").split("|");
    if (forms.includes(intent)) return !each.startsWith("?") && forms[0] === intent ? FIRST_OF_SEVERAL : undefined;
  }
  return 0;
}

const FIRST_OF_SEVERAL = 0.7;

function learnOne(
  rows: readonly (readonly number[])[],
  labels: readonly (number | undefined)[],
  size: number,
): { readonly weights: Float64Array; readonly bias: number } {
  const weights = new Float64Array(size);
  const pace = new Float64Array(size).fill(1e-8);
  const sum = new Float64Array(size);
  let bias = -2;
  let biasPace = 1e-8;
  let biasSum = 0;
  let averaged = 0;
  const order = rows.map((_, at) => at);
  const random = numbers(7);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] ?? [];
      const label = labels[at];
      if (label === undefined) continue;
      let odds = bias;
      for (const place of row) odds += weights[place] ?? 0;
      const error = 1 / (1 + Math.exp(-odds)) - label;
      biasPace += error * error;
      bias -= (RATE * error) / Math.sqrt(biasPace);
      for (const place of row) {
        const step = error + SHRINK * (weights[place] ?? 0);
        const paced = (pace[place] ?? 0) + step * step;
        pace[place] = paced;
        weights[place] = (weights[place] ?? 0) - (RATE * step) / Math.sqrt(paced);
      }
    }
    if (round < ROUNDS / 2) continue;
    averaged++;
    biasSum += bias;
    for (let place = 0; place < size; place++) sum[place] = (sum[place] ?? 0) + (weights[place] ?? 0);
  }
  return { weights: sum.map((total) => total / averaged), bias: biasSum / averaged };
}

/** A fixed row of pseudo-random numbers below 2^31. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = random() % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
