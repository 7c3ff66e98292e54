import type { ReactNode } from "react";
import type { Intent } from "../../understanding/meaning.ts";
import type { ReadingView } from "../reading-view.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { sayValue } from "./say.ts";

/** How it came to that, folded away: for whoever wants to know. */
export function ReadingSteps({ steps }: { readonly steps: ReadingView["steps"] }) {
  const words = useWords();
  const { stepNames, entities, settledBy } = words.reading;
  const rules = steps.clauses.flatMap((clause) => clause.rules);
  return (
    <details className="rounded-xl border border-line">
      <summary className="min-h-11 px-3.5 py-2.5 font-semibold text-brand text-sm">{words.reading.steps}</summary>
      <dl className="flex flex-col gap-3 px-3.5 pb-3 text-sm [overflow-wrap:anywhere]">
        <Step name={stepNames.normalised}>{[steps.normalised]}</Step>
        <Step name={stepNames.words}>{steps.words.map(({ said, read }) => `${said} → ${read}`)}</Step>
        <Step name={stepNames.entities}>
          {steps.entities.map(({ kind, text }) => (
            <Pair key={`${kind} ${text}`} name={entities[kind] ?? kind} value={text} />
          ))}
        </Step>
        <Step name={stepNames.products}>
          {steps.products.map(({ text, weighed }) => (
            <div key={text}>
              “{text}”
              <ul className="pl-3">
                {bestOfEach(weighed).map(({ sku, name, score }) => (
                  <li key={sku} className="flex justify-between gap-3">
                    <span>{name}</span>
                    <span className="shrink-0 text-soft tabular-nums">{score}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Step>
        <Step name={stepNames.likelihoods}>
          {steps.likelihoods.map((weighed) => (
            <Likelihood key={weighed.intent} weighed={weighed} words={words} />
          ))}
        </Step>
        <Step name={stepNames.rules}>
          {rules.map(({ intent, words: fitted, pattern }) => (
            <Pair key={pattern} name={sayIntent(intent, words)} value={fitted.trim()} />
          ))}
        </Step>
        <Step name={stepNames.settledBy}>{[settledBy[steps.settledBy] ?? steps.settledBy]}</Step>
      </dl>
    </details>
  );
}

/** A product that was weighed by several of its names stands once, by the best. */
function bestOfEach(weighed: ReadingView["steps"]["products"][number]["weighed"]) {
  return weighed.filter(({ sku }, at) => weighed.findIndex((other) => other.sku === sku) === at);
}

/** One step; nothing where it found nothing. */
function Step({ name, children }: { readonly name: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <dt className="font-semibold text-soft">{name}</dt>
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are drawn anew as a whole
        <dd key={index}>{child}</dd>
      ))}
    </div>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <span className="text-soft">{name}</span> “{value}”
    </>
  );
}

interface LikelihoodProps {
  readonly weighed: ReadingView["steps"]["likelihoods"][number];
  readonly words: Dictionary;
}

/** An intent's likelihood, with the four signs that say most for it or against it. */
function Likelihood({ weighed: { intent, likelihood, telling }, words }: LikelihoodProps) {
  return (
    <div className="pb-1">
      <p className="flex justify-between gap-3">
        <span>{sayIntent(intent, words)}</span>
        <span className="shrink-0 tabular-nums">{Math.round(likelihood * 100)}%</span>
      </p>
      <meter min={0} max={1} value={likelihood} aria-label={sayIntent(intent, words)} className="likelihood" />
      <ul className="flex flex-wrap gap-x-3 text-soft text-xs">
        {telling.map(({ feature, value }) => (
          <li key={feature}>
            <span className="font-bold">{value > 0 ? "+" : "−"}</span> {sayFeature(feature, words)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `kata “cod”` for `w:cod`. */
function sayFeature(feature: string, words: Dictionary): string {
  const [kind = "", ...rest] = feature.split(":");
  const said = rest.join(":");
  const name = words.reading.features[kind];
  if (name === undefined) return feature;
  if (kind === "r" || kind === "R") return `${name} “${sayIntent(said, words)}”`;
  // A piece of a word stands as it is; its edges are marked "<" and ">".
  if (kind === "c") return `${name} “${said.replace("<", "").replace(">", "")}”`;
  const plain = said.split(" ").map((word) => words.reading.signs[word] ?? words.slots[word] ?? sayValue(word, words));
  return `${name} “${plain.join(" ").toLowerCase()}”`;
}

function sayIntent(intent: Intent | (string & {}), words: Dictionary): string {
  return new Map<string, string>(Object.entries(words.reading.intents)).get(intent) ?? intent;
}
