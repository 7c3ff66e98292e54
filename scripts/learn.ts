import { writeFileSync } from "node:fs";
import { writeIntentWeights } from "../src/understanding/intent-weights-format.ts";
import { LEARNED_INTENTS, lessonsOf } from "../test/understanding/lessons.ts";
import { learnIntents } from "./learn-intents.ts";

/** Learns the intents from the growing corpus and writes the weights that the understanding uses. */
const weights = learnIntents(lessonsOf(), LEARNED_INTENTS);
const text = writeIntentWeights(weights).replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
writeFileSync(
  new URL("../src/understanding/intent-weights.ts", import.meta.url),
  `/** Made by \`npm run learn\` from the labelled corpus; not to be edited by hand. */\nexport const INTENT_WEIGHTS = \`${text}\`;\n`,
);
console.log(`${weights.of.size} features, ${Math.round(text.length / 1000)} kB`);
