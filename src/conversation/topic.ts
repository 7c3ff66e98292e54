import type { Meaning } from "../understanding/meaning.ts";
import type { AnyQuestion, Ask, Flow, Known, Slots } from "./flow.ts";
import { ASKABLE, type Askable, type Picture } from "./picture.ts";
import type { Topic } from "./state.ts";

/** What a topic knows, slot by slot; an answer that today's code cannot read counts as open and stays stored. */
export function knownOf(flow: Flow, topic: Topic, picture: Picture): Known<Slots> {
  const known: Record<string, unknown> = {};
  for (const [name, question] of questionsOf(flow)) {
    const value = readAnswer(flow, name, question, topic.answers) ?? question.remembered?.(known, picture);
    if (value !== undefined && applies(question, known, picture)) known[name] = value;
  }
  return known;
}

/** How many stored answers of a topic today's code cannot read. */
export function unreadable(flow: Flow, topic: Topic): number {
  return questionsOf(flow).filter(
    ([name, question]) =>
      topic.answers[name] !== undefined && readAnswer(flow, name, question, topic.answers) === undefined,
  ).length;
}

/** The first question that is open, or whose answer cannot stand; undefined when the errand can be finished. */
export function openAsk(flow: Flow, topic: Topic, picture: Picture): { slot: string; ask: Ask } | undefined {
  const known = knownOf(flow, topic, picture);
  for (const [slot, question] of questionsOf(flow)) {
    if (!applies(question, known, picture)) continue;
    const value = known[slot];
    if (!isAsked(slot, picture) && (value === undefined || !question.always)) continue;
    const ask = value === undefined ? question.ask(known, picture) : question.problem?.(value, known, picture);
    if (ask) return { slot, ask };
  }
  return undefined;
}

/** Lets every slot hear a meaning. Returns the topic with what was learnt, and a word on each. */
export function tell(
  flow: Flow,
  topic: Topic,
  meaning: Meaning,
  picture: Picture,
): { topic: Topic; learnt: string[]; words: string[] } {
  const learnt: string[] = [];
  const words: string[] = [];
  let told = topic;
  let known = knownOf(flow, told, picture);
  for (const [slot, question] of questionsOf(flow)) {
    const value = question.hear?.(meaning, known, picture);
    if (value === undefined) continue;
    const word = question.heard?.(known[slot], value, picture, meaning, known);
    if (word) words.push(word);
    learnt.push(slot);
    told = withAnswer(told, slot, value);
    known = knownOf(flow, told, picture);
  }
  return { topic: told, learnt, words };
}

/** A yes counts in its own turn alone: what it did not finish then must be agreed to again. */
export function withoutYes(flow: Flow, topic: Topic): Topic {
  const kept = Object.entries(topic.answers).filter(([slot]) => !questionOf(flow, slot)?.yes);
  return { ...topic, answers: Object.fromEntries(kept) };
}

export function withAnswer(topic: Topic, slot: string, value: unknown): Topic {
  return { ...topic, answers: { ...topic.answers, [slot]: value } };
}

export function questionOf(flow: Flow, slot: string): AnyQuestion | undefined {
  return questionsOf(flow).find(([name]) => name === slot)?.[1];
}

const questionLists = new WeakMap<Flow, [string, AnyQuestion][]>();

function questionsOf(flow: Flow): [string, AnyQuestion][] {
  // An erased flow's questions are all of one shape: see `flow()`.
  const questions = questionLists.get(flow) ?? (Object.entries(flow.questions) as [string, AnyQuestion][]);
  questionLists.set(flow, questions);
  return questions;
}

function readAnswer(flow: Flow, name: string, question: AnyQuestion, answers: Topic["answers"]): unknown {
  const answer = answers[name];
  const parsed = answer === undefined ? undefined : flow.slots[name]?.safeParse(answer);
  if (parsed?.success && parsed.data !== undefined) return parsed.data;
  return question.was ? question.was.read(answers[question.was.name]) : undefined;
}

function applies(question: AnyQuestion, known: Known<Slots>, picture: Picture): boolean {
  return question.when?.(known, picture) ?? true;
}

/** A shop may leave some questions out; an answer given all the same still counts. */
function isAsked(slot: string, picture: Picture): boolean {
  return !isAskable(slot) || picture.shop.asks.includes(slot);
}

function isAskable(slot: string): slot is Askable {
  return ASKABLE.some((name) => name === slot);
}
