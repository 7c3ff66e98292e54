import type { Meaning } from "../understanding/meaning.ts";
import type { TurnInput } from "./advance.ts";
import type { Effect } from "./effect.ts";
import type { Ask, Flow } from "./flow.ts";
import type { Picture } from "./picture.ts";
import type { Asked, ConversationState, Topic } from "./state.ts";
import type { Talk } from "./talk.ts";

/** A turn while it is being thought through. */
export interface TurnDraft {
  readonly talk: Talk;
  readonly input: TurnInput;
  state: ConversationState;
  /** The question as it stood when the turn began, until something answers or replaces it */
  asked: Asked | undefined;
  /** A word on what was heard, or on its late answer, left out where a summary follows that shows it all */
  readonly heard: string[];
  readonly say: string[];
  readonly effects: Effect[];
  /** SKUs that questions answered in this turn were about */
  readonly about: string[];
  /** Option words said in those questions */
  aboutWords: readonly string[] | undefined;
  /** A question that an errand of one breath opened */
  ask: Ask | undefined;
  /** Asked when nothing else is */
  idleAsk: Ask | undefined;
  /** Whether anything in this turn asked for words back */
  spoken: boolean;
  /** Whether something in this turn was not understood */
  lost: boolean;
  /** What the customer's latest words were heard as */
  meant: Meaning | undefined;
  /** While the customer waits for a person: the bot did an errand, and kept out of what wants a word */
  served: boolean;
  aside: boolean;
  /** Hand-overs that what it kept out of would have come to */
  concerns: readonly Effect[];
  /** What keeps an order that staff placed from being placed */
  stillOpen: string | undefined;
}

export function beginDraft(talk: Talk, input: TurnInput): TurnDraft {
  return {
    talk,
    input,
    state: input.state,
    asked: input.state.asked,
    heard: [],
    say: [],
    about: [],
    aboutWords: undefined,
    effects: [],
    ask: undefined,
    idleAsk: undefined,
    spoken: false,
    lost: false,
    meant: undefined,
    served: false,
    aside: false,
    concerns: [],
    stillOpen: undefined,
  };
}

/** The same, to go on with without touching the original. */
export function copyDraft(draft: TurnDraft): TurnDraft {
  const { heard, say, effects, about } = draft;
  return { ...draft, heard: [...heard], say: [...say], effects: [...effects], about: [...about] };
}

/** The topic being talked about now: the latest that is not put off. */
export function activeTopic(draft: TurnDraft): { topic: Topic; flow: Flow } | undefined {
  return openTopics(draft)[0];
}

/** A topic left alone for longer is greeted anew. */
const LEFT_ALONE_MS = 20 * 3_600_000;

export function isLeftAlone(topic: Topic, { now }: Picture): boolean {
  return now - topic.touchedAt >= LEFT_ALONE_MS;
}

/** An errand called off longer ago is begun anew. */
const BROUGHT_BACK_MS = 48 * 3_600_000;

/** The errand that "jadi deh" brings back where none is open: the one put off, or the one called off last. */
export function setAside(draft: TurnDraft): { topic: Topic; flow: Flow } | undefined {
  if (activeTopic(draft)) return undefined;
  const { calledOff, topics } = draft.state;
  const recent = calledOff && draft.input.picture.now - calledOff.touchedAt <= BROUGHT_BACK_MS ? calledOff : undefined;
  const topic = recent ?? topics.findLast(({ postponed }) => postponed !== undefined);
  const flow = draft.talk.flows.find(({ name }) => name === topic?.flow);
  return topic && flow ? { topic, flow } : undefined;
}

/** The errands that are not put off, the latest first. */
export function openTopics(draft: TurnDraft): { topic: Topic; flow: Flow }[] {
  return draft.state.topics.toReversed().flatMap((topic) => {
    const flow = draft.talk.flows.find(({ name }) => name === topic.flow);
    return flow && topic.postponed === undefined ? [{ topic, flow }] : [];
  });
}

export function putTopic(draft: TurnDraft, topic: Topic): void {
  const touched = { ...topic, touchedAt: draft.input.picture.now };
  const others = draft.state.topics.filter(({ id }) => id !== topic.id);
  const { calledOff: _, ...state } = draft.state;
  draft.state = { ...state, topics: [...others, touched] };
}

export function dropTopic(draft: TurnDraft, topic: Topic): void {
  draft.state = { ...draft.state, topics: draft.state.topics.filter(({ id }) => id !== topic.id) };
}

export function handsOver(draft: TurnDraft): boolean {
  return draft.effects.some(({ type }) => type === "handOver");
}
