import type { Hearing } from "./hearing.ts";
import { firedRules } from "./intents.ts";
import { learnedWeights } from "./learned-weights.ts";
import type { Intent } from "./meaning.ts";
import { normalise } from "./normalise.ts";
import type { Reading } from "./reading.ts";
import { type Considered, consider } from "./understand.ts";
import { tellingFeatures } from "./weigh-intents.ts";

/** How a message came to its meaning, step by step, as plain data for people to read. */
export interface Explanation {
  readonly text: string;
  /** The text in plain lower-case letters */
  readonly normalised: string;
  readonly settledBy: Considered["settledBy"];
  /** Words that were read as another: "gk" → "tidak", "item" → "hitam" */
  readonly words: readonly { readonly said: string; readonly read: string }[];
  readonly entities: readonly { readonly kind: string; readonly text: string }[];
  /** Each place that names goods, with the products weighed there, best first */
  readonly products: readonly {
    readonly text: string;
    readonly likeness: number;
    readonly weighed: readonly { readonly sku: string; readonly name: string; readonly score: number }[];
  }[];
  /** The clauses as the rules see them (see script.ts), how each speaks of goods, and the rules it fits */
  readonly clauses: readonly {
    readonly script: string;
    readonly mood: string;
    readonly rules: readonly { readonly intent: string; readonly words: string; readonly pattern: string }[];
  }[];
  /** Intents that the learned weights hold possible, likeliest first, each with the features that say most of it (log odds) */
  readonly likelihoods: readonly {
    readonly intent: Intent;
    readonly likelihood: number;
    readonly telling: readonly { readonly feature: string; readonly value: number }[];
  }[];
  readonly meaning: Considered["meaning"];
}

/** Understands a message and says how. Pure; costs little more than understanding it. */
export function explain(hearing: Hearing): Explanation {
  const { meaning, settledBy, steps } = consider(hearing);
  return {
    text: hearing.text,
    normalised: normalise(hearing.text).text,
    settledBy,
    words: steps ? wordsOf(steps.reading) : [],
    entities: steps ? entitiesOf(steps.reading) : [],
    products: steps ? productsOf(steps.reading) : [],
    clauses: steps
      ? steps.acts.clauses.map(({ clause: { script }, mood }) => ({
          script: script.trim(),
          mood,
          rules: firedRules(script),
        }))
      : [],
    likelihoods: steps ? likelihoodsOf(steps) : [],
    meaning,
  };
}

function wordsOf({ text, tokens }: Reading): Explanation["words"][number][] {
  return tokens.flatMap(({ kind, raw, word, key, start, end, doubled }) => {
    const said = doubled ? raw : text.slice(start, end).toLowerCase();
    const read = word === raw && said === raw ? key : word;
    return kind !== "word" || read === said ? [] : [{ said, read }];
  });
}

/** Stretches of tokens of one kind; tokens of a name that stand apart come out as one stretch. */
function entitiesOf({ text, tokens, marks }: Reading): Explanation["entities"][number][] {
  const entities: { kind: string; start: number; end: number }[] = [];
  tokens.forEach(({ start, end }, at) => {
    const kind = marks[at];
    const last = entities.at(-1);
    if (kind === undefined) return;
    if (last && last.kind === kind && marks[at - 1] === kind) last.end = end;
    else entities.push({ kind, start, end });
  });
  return entities.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
}

function productsOf({ text, tokens, products }: Reading): Explanation["products"][number][] {
  return products.map(({ from, to, likeness, weighed }) => ({
    text: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
    likeness: rounded(likeness),
    weighed: weighed
      .slice(0, MOST_SHOWN)
      .map(({ product: { sku, name }, score }) => ({ sku, name, score: rounded(score) })),
  }));
}

function likelihoodsOf({ features, likelihoods }: Steps): Explanation["likelihoods"][number][] {
  const weights = learnedWeights();
  return [...likelihoods]
    .filter(([, likelihood]) => likelihood >= LEAST_LIKELY)
    .sort(([, one], [, other]) => other - one)
    .map(([intent, likelihood]) => ({
      intent,
      likelihood: rounded(likelihood),
      telling: tellingFeatures(features, weights, intent)
        .slice(0, MOST_TELLING)
        .map(({ feature, value }) => ({ feature, value: rounded(value) })),
    }));
}

type Steps = NonNullable<Considered["steps"]>;

const LEAST_LIKELY = 0.1;
const MOST_TELLING = 4;
const MOST_SHOWN = 5;

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
