import type { TurnOutcome } from "./advance.ts";
import type { Effect } from "./effect.ts";
import type { Answers, Ask, Slots } from "./flow.ts";
import type { Asked, Topic } from "./state.ts";
import { knownOf, openAsk, unreadable, withoutYes } from "./topic.ts";
import { activeTopic, dropTopic, handsOver, type TurnDraft } from "./turn-draft.ts";
import { invitesOn } from "./waiting-rules.ts";

/** Misunderstandings in a row after which a person takes over. */
const TOO_MANY = 3;

/** Ends a turn: finishes errands with nothing open, puts the next question, and says all in one message. */
export function compose(draft: TurnDraft): TurnOutcome {
  countMisunderstandings(draft);
  const next = draft.spoken && !handsOver(draft) ? nextQuestion(draft) : undefined;
  const question = next ? wording(draft, next) : undefined;
  const asked = next ? askedAs(next, question) : draft.spoken ? askedStill(draft) : draft.state.asked;
  const heard = next?.ask.digest === undefined ? draft.heard : [];
  const text = [...heard, ...draft.say, invitation(draft), question].filter(Boolean).join("\n\n");
  const said: Effect[] = text ? [sayEffect(text, next?.ask)] : [];
  return {
    state: { ...forgetCall(draft), topics: keptTopics(draft), asked, ...toldBy(draft) },
    effects: [...draft.effects, ...said, ...draft.concerns],
    unread: unreadAnswers(draft),
    ...(draft.stillOpen === undefined ? {} : { stillOpen: draft.stillOpen }),
  };
}

/** Who has long to wait for a person may go on with the bot, where that is so. */
function invitation({ talk, input, effects }: TurnDraft): string | undefined {
  const handOver = effects.findLast((effect) => effect.type === "handOver");
  if (!handOver || input.waiting || !invitesOn(handOver.reason)) return undefined;
  return talk.words.meanwhile(input.picture);
}

/** Whoever hands over says by when a person answers. */
function toldBy({ talk, input, effects }: TurnDraft): Pick<TurnOutcome["state"], "toldBy"> {
  const called = !input.waiting && effects.some(({ type }) => type === "handOver");
  return called ? { toldBy: talk.words.answeredBy(input.picture) } : {};
}

/** Where no call is waited for any more, the next one is answered in words again. */
function forgetCall({ state, effects }: TurnDraft): TurnDraft["state"] {
  if (!effects.some(({ type }) => type === "settleCalls")) return state;
  const { calledAt: _, ...rest } = state;
  return rest;
}

function unreadAnswers({ talk, input }: TurnDraft): number {
  return input.state.topics.reduce((sum, topic) => {
    const flow = talk.flows.find(({ name }) => name === topic.flow);
    return flow ? sum + unreadable(flow, topic) : sum;
  }, 0);
}

function keptTopics(draft: TurnDraft): Topic[] {
  return draft.state.topics.map((topic) => {
    const flow = draft.talk.flows.find(({ name }) => name === topic.flow);
    return flow ? withoutYes(flow, topic) : topic;
  });
}

interface NextQuestion {
  readonly ask: Ask;
  readonly slot: string;
  readonly topic?: string;
}

function countMisunderstandings(draft: TurnDraft): void {
  if (!draft.spoken) return;
  const lost = draft.lost ? draft.state.lost + 1 : 0;
  const { words } = draft.talk;
  if (lost >= TOO_MANY) {
    draft.say.push(words.handOverLost(draft.input.picture));
    draft.effects.push({ type: "handOver", reason: "misunderstood" });
  } else if (lost > 0) draft.say.push(words.misunderstood(lost, draft.input.picture));
  draft.state = { ...draft.state, lost: lost >= TOO_MANY ? 0 : lost };
}

/** The question to put now. Errands with nothing open are finished on the way. */
function nextQuestion(draft: TurnDraft): NextQuestion | undefined {
  const { picture } = draft.input;
  for (let active = activeTopic(draft); active; active = activeTopic(draft)) {
    const { flow, topic } = active;
    if (flow.over?.(knownOf(flow, topic, picture), picture)) {
      dropTopic(draft, topic);
      continue;
    }
    if (draft.ask) return { ask: draft.ask, slot: draft.asked?.slot ?? "", topic: topic.id };
    const open = openAsk(flow, topic, picture);
    if (open) return { ...open, topic: topic.id };
    // With no question open every required slot has an answer that its own schema has read.
    const effects = flow.finish(knownOf(flow, topic, picture) as Answers<Slots>, topic.id, picture);
    draft.effects.push(...effects);
    dropTopic(draft, topic);
    draft.state = { ...draft.state, ended: "confirmed" };
    if (handsOver(draft)) return undefined;
  }
  const ask = draft.ask ?? draft.idleAsk;
  if (ask) return { ask, slot: "" };
  const lostAndIdle = draft.lost && !handsOver(draft);
  return lostAndIdle ? { ask: draft.talk.words.lost(picture), slot: "" } : undefined;
}

/** A question with choices that was shown before a person was called can still be answered, if nothing of it changed since. */
function askedStill(draft: TurnDraft): Asked | undefined {
  const { asked } = draft;
  const before = draft.input.state.topics.find(({ id }) => id === asked?.topic);
  const isOpen = before !== undefined && draft.state.topics.includes(before);
  const isShown = asked !== undefined && (asked.digest !== undefined || asked.choices.length > 0);
  return handsOver(draft) && isOpen && isShown ? asked : answeredAs(draft);
}

/** Nothing is asked, but what was answered last still tells what "ya mau 2" is about. */
function answeredAs(draft: TurnDraft): Asked | undefined {
  if (draft.about.length === 0) return undefined;
  const optionWords = draft.aboutWords ? { optionWords: [...draft.aboutWords] } : {};
  return { slot: "", question: { type: "answered", about: draft.about, ...optionWords }, choices: [], text: "" };
}

function askedAs({ ask, slot, topic }: NextQuestion, shown = ask.text): Asked {
  return {
    slot,
    question: ask.question,
    choices: [...(ask.choices ?? [])],
    text: ask.text,
    ...(ask.again === undefined ? {} : { again: ask.again }),
    ...(shown === ask.text ? {} : { shown }),
    ...(topic ? { topic } : {}),
    ...(ask.yes ? { yes: ask.yes } : {}),
    ...(ask.no ? { no: ask.no } : {}),
    ...(ask.digest === undefined ? {} : { digest: ask.digest }),
  };
}

/**
 * The same question after a digression is put in fewer words, and never twice in a row in the same; a summary is always
 * shown whole, because a yes is about what was shown.
 */
function wording(draft: TurnDraft, { ask, slot, topic }: NextQuestion): string {
  const before = draft.input.state.asked;
  const isSame = before?.text === ask.text || (ask.again !== undefined && before?.again === ask.again);
  if (!isSame || before?.slot !== slot || before.topic !== topic || ask.digest !== undefined) return ask.text;
  const last = before.shown ?? before.text;
  return [ask.again, ask.text].find((text) => text !== undefined && text !== last) ?? ask.text;
}

function sayEffect(text: string, ask: Ask | undefined): Effect {
  return {
    type: "say",
    text,
    asks: ask !== undefined,
    ...(ask?.choices?.length ? { choices: ask.choices.map(({ label }) => ({ label })) } : {}),
    ...(ask?.request ? { request: ask.request } : {}),
  };
}
