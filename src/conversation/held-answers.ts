import type { EventBody } from "../channels/message.ts";
import type { Answers, Evidence, Flow, Slots } from "./flow.ts";
import type { Topic } from "./state.ts";
import { knownOf, openAsk, questionOf, withAnswer, withoutYes } from "./topic.ts";
import { dropTopic, putTopic, type TurnDraft } from "./turn-draft.ts";

/**
 * What a person agreed with the customer takes the place of what the bot knew of the order, without a word. The errand
 * stays the one it was, so that it places one order, whoever places it.
 */
export function setAnswers(
  draft: TurnDraft,
  answers: Topic["answers"],
): { readonly topic: Topic; readonly flow: Flow } | undefined {
  const { picture } = draft.input;
  const flow = draft.talk.flows.find(({ name }) => name === draft.talk.proposed);
  if (!flow) return undefined;
  const open = orderTopic(draft.state.topics, flow.name);
  const topic = { id: open?.id ?? picture.newId(), flow: flow.name, answers: { ...answers }, touchedAt: picture.now };
  putTopic(draft, withoutYes(flow, topic));
  draft.asked = undefined;
  draft.state = { ...draft.state, asked: undefined };
  return { topic, flow };
}

/** The order being talked about that is not placed yet; one that changes a placed order is none. */
function orderTopic(topics: readonly Topic[], flow: string): Topic | undefined {
  return topics.findLast((topic) => topic.flow === flow && !topic.answers.changes);
}

type OrderAgreed = Extract<EventBody, { readonly type: "orderAgreed" }>;

/** The customer's yes, given to a person, finishes the order. What keeps it open is told, and nothing is placed. */
export function agreeFor(draft: TurnDraft, { answers, words }: OrderAgreed): void {
  const { picture } = draft.input;
  const set = setAnswers(draft, answers);
  if (!set) return;
  const { topic, flow } = set;
  const open = openAsk(flow, topic, picture);
  const yes = open && questionOf(flow, open.slot)?.yes;
  if (!open || !yes || open.ask.digest === undefined) {
    draft.stillOpen = open?.ask.text ?? "";
    return;
  }
  const evidence: Evidence = { digest: open.ask.digest, text: open.ask.text, words };
  const agreed = withAnswer(topic, open.slot, yes(evidence, knownOf(flow, topic, picture), picture));
  const left = openAsk(flow, agreed, picture);
  if (left) {
    draft.stillOpen = left.ask.text;
    return;
  }
  // With no question open every required slot has an answer that its own schema has read.
  draft.effects.push(...flow.finish(knownOf(flow, agreed, picture) as Answers<Slots>, agreed.id, picture));
  dropTopic(draft, agreed);
  draft.state = { ...draft.state, ended: "confirmed" };
}
