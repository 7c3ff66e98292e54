import type { Intent } from "./meaning.ts";

/** What each feature says for (positive) or against (negative) each intent, in log odds. Learned from labelled messages. */
export interface IntentWeights {
  /** The intents that are weighed; places in the lists below */
  readonly intents: readonly Intent[];
  /** Log odds of each intent when nothing is known */
  readonly bias: readonly number[];
  /** Feature → a weight for each intent, in their order */
  readonly of: ReadonlyMap<string, Float64Array>;
}

/** How likely each intent is, from 0 to 1, by the features of a message. */
export function weighIntents(features: readonly string[], weights: IntentWeights): Map<Intent, number> {
  const odds = oddsOf(features, weights);
  const likelihoods = new Map<Intent, number>();
  weights.intents.forEach((intent, at) => {
    likelihoods.set(intent, 1 / (1 + Math.exp(-(odds[at] ?? 0))));
  });
  return likelihoods;
}

function oddsOf(features: readonly string[], { bias, of }: IntentWeights): Float64Array {
  const odds = new Float64Array(bias);
  for (const feature of features) {
    const row = of.get(feature);
    if (!row) continue;
    for (let at = 0; at < odds.length; at++) odds[at] = (odds[at] ?? 0) + (row[at] ?? 0);
  }
  return odds;
}

/** Features that say most about an intent, most telling first, for explaining. */
export function tellingFeatures(
  features: readonly string[],
  { intents, of }: IntentWeights,
  intent: Intent,
): { readonly feature: string; readonly value: number }[] {
  const at = intents.indexOf(intent);
  return features
    .flatMap((feature) => {
      const value = of.get(feature)?.[at] ?? 0;
      return value === 0 ? [] : [{ feature, value }];
    })
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
