import type { Acts } from "./acts.ts";
import { COMMON, WORDS } from "./lexicon/words.ts";
import type { Intent } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** What is known of a message before its intents are weighed. */
export interface Evidence {
  readonly reading: Reading;
  readonly script: Script;
  readonly acts: Acts;
  /** What the rules alone make of the message */
  readonly ruled: readonly Intent[];
  readonly ordered: boolean;
  readonly doubted: boolean;
  readonly chosen?: string;
  readonly postponed: boolean;
}

const PIECE = 4;
const MOST_WORDS = 80;
const MOST_UNKNOWN = 3;
const PLAIN: ReadonlySet<string> = new Set(WORDS.values());

/**
 * A message as the signs that speak for and against each intent: words of the script alone and in pairs, pieces of
 * words (so that a spelling never seen still looks like its kin), rules that fired, facts found.
 */
export function intentFeatures(evidence: Evidence): string[] {
  const { script, acts, ruled, reading } = evidence;
  const features = wordFeatures(script.all);
  for (const intent of ruled) features.add(`R:${intent}`);
  for (const { mood, ruled: own } of acts.clauses) {
    for (const intent of own.fired) features.add(`r:${intent}`);
    features.add(`m:${mood}`);
  }
  for (const fact of factsOf(evidence, reading)) features.add(`has:${fact}`);
  return [...features];
}

/** One clause of a message as the same signs, by its own words and rules. */
export function clauseFeatures({ clause: { script }, mood, ruled }: Acts["clauses"][number]): string[] {
  const features = wordFeatures(script);
  for (const intent of ruled.fired) features.add(`r:${intent}`);
  for (const intent of ruled.settled) features.add(`R:${intent}`);
  if (mood === "order" || mood === "plain") {
    if (/ [PO] /.test(script)) features.add("has:items").add("R:place_order");
  }
  features.add(`m:${mood}`);
  return [...features];
}

function wordFeatures(script: string): Set<string> {
  const words = ["^", ...script.split(" ").filter(Boolean).slice(0, MOST_WORDS), "$"];
  const features = new Set<string>();
  words.forEach((word, at) => {
    features.add(`w:${word}`);
    const next = words[at + 1];
    const second = words[at + 2];
    if (next !== undefined) features.add(`b:${word} ${next}`);
    if (second !== undefined) features.add(`s:${word} _ ${second}`);
    for (const piece of piecesOf(word)) features.add(piece);
  });
  features.add(`unknown:${Math.min(MOST_UNKNOWN, words.filter(unknown).length)}`);
  features.add(`size:${Math.min(5, Math.floor((words.length - 2) / 4))}`);
  return features;
}

/** A plain word that the chat lexicon does not have: chit-chat is full of them. */
function unknown(word: string): boolean {
  return /^[a-z]{3,}$/.test(word) && !PLAIN.has(word) && !WORDS.has(word) && !COMMON.has(word);
}

function piecesOf(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  const edged = `<${word}>`;
  return Array.from({ length: edged.length - PIECE + 1 }, (_, at) => `c:${edged.slice(at, at + PIECE)}`);
}

function factsOf({ ordered, doubted, chosen, postponed }: Evidence, reading: Reading): string[] {
  return [
    ...(ordered ? ["items"] : []),
    ...(doubted ? ["doubts"] : []),
    ...(chosen === undefined ? [] : [chosen]),
    ...(postponed ? ["postponed"] : []),
    ...(reading.address ? ["address"] : []),
    ...(reading.phone ? ["phone"] : []),
    ...(reading.name ? ["name"] : []),
    ...(reading.when.date ? ["date"] : []),
    ...(reading.when.time ? ["time"] : []),
    ...(reading.orderNumber ? ["orderNumber"] : []),
    ...(reading.notes.length > 0 ? ["note"] : []),
  ];
}
