import { ConversationState, EMPTY_STATE, Topic } from "../conversation/state.ts";

/** A conversation's memory, with what today's code cannot read kept aside as it was stored. */
export interface SavedState {
  readonly state: ConversationState;
  readonly unreadTopics: readonly unknown[];
}

/** Reads part by part: one part of another shape costs no other part, and an older release strips nothing. */
export function readState(text: string | null): SavedState {
  if (text === null) return { state: EMPTY_STATE, unreadTopics: [] };
  const saved = record(JSON.parse(text));
  const whole = ConversationState.safeParse(saved);
  if (whole.success) return { state: whole.data, unreadTopics: [] };
  const topics = Array.isArray(saved.topics) ? saved.topics : [];
  const isReadable = (topic: unknown) => Topic.safeParse(topic).success;
  const { lost, lastWords, greetedAt, ended, asked, topics: _, ...others } = saved;
  const parts = Object.entries({ lost, lastWords, greetedAt, ended, asked }).filter(
    ([name, part]) => ConversationState.safeParse({ [name]: part }).success,
  );
  const state = ConversationState.parse({ ...others, ...Object.fromEntries(parts), topics: topics.filter(isReadable) });
  return { state, unreadTopics: topics.filter((topic) => !isReadable(topic)) };
}

export function writeState(state: ConversationState, { unreadTopics }: SavedState): string {
  if (unreadTopics.length === 0) return JSON.stringify(state);
  return JSON.stringify({ ...state, topics: [...state.topics, ...unreadTopics] });
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
