import { Intent } from "./meaning.ts";
import type { IntentWeights } from "./weigh-intents.ts";

/** One sign a weight, from the heaviest against to the heaviest for; the sign in the middle says nothing. */
const SIGNS = [..."()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"];
const MIDDLE = Math.floor(SIGNS.length / 2);
const STEP = 0.05;

/** Weights as text: the intents, their biases, then a feature a line with a sign for each intent. */
export function writeIntentWeights({ intents, bias, of }: IntentWeights): string {
  const lines = [...of].flatMap(([feature, row]) => {
    const steps = intents.map((_, at) => stepOf(row[at] ?? 0));
    return steps.some((step) => step !== 0) ? [`${feature}\t${steps.map(signOf).join("")}`] : [];
  });
  return [intents.join(" "), bias.map((value) => value.toFixed(2)).join(" "), ...lines.sort()].join("\n");
}

/** Reads what `writeIntentWeights` wrote. Throws on an intent that this version does not know. */
export function readIntentWeights(text: string): IntentWeights {
  const [intents = "", bias = "", ...lines] = text.split("\n");
  const of = new Map<string, Float64Array>();
  const values = new Map(SIGNS.map((sign, at) => [sign, (at - MIDDLE) * STEP]));
  for (const line of lines) {
    const end = line.indexOf("\t");
    of.set(
      line.slice(0, end),
      Float64Array.from(line.slice(end + 1), (sign) => values.get(sign) ?? 0),
    );
  }
  return { intents: intents.split(" ").map((intent) => Intent.parse(intent)), bias: bias.split(" ").map(Number), of };
}

function stepOf(value: number): number {
  return Math.max(-MIDDLE, Math.min(SIGNS.length - 1 - MIDDLE, Math.round(value / STEP)));
}

function signOf(step: number): string {
  return SIGNS[step + MIDDLE] ?? "";
}
