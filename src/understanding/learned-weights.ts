import { INTENT_WEIGHTS } from "./intent-weights.ts";
import { readIntentWeights } from "./intent-weights-format.ts";
import type { IntentWeights } from "./weigh-intents.ts";

let learned: IntentWeights | undefined;

/** The weights learned from the corpus (`npm run learn`), read when first needed. */
export function learnedWeights(): IntentWeights {
  learned ??= readIntentWeights(INTENT_WEIGHTS);
  return learned;
}
