import { z } from "zod";
import { ConversationState, EMPTY_STATE, Topic } from "../conversation/state.ts";

/** A conversation's memory, with what today's code cannot read kept aside as it was stored. */
export interface SavedState {
  readonly state: ConversationState;
  readonly unreadTopics: readonly unknown[];
  /** Outbox rows that carried the open question, oldest first */
  readonly askedRows: readonly string[];
}

/** Reads part by part: one part of another shape costs no other part, and an older release strips nothing. */
export function readState(text: string | null): SavedState {
  if (text === null) return { state: EMPTY_STATE, unreadTopics: [], askedRows: [] };
  const saved = record(JSON.parse(text));
  const askedRows = AskedRows.parse(saved.askedRows);
  const whole = ConversationState.safeParse(saved);
  if (whole.success) return { state: whole.data, unreadTopics: [], askedRows };
  const topics = Array.isArray(saved.topics) ? saved.topics : [];
  const isReadable = (topic: unknown) => Topic.safeParse(topic).success;
  const { lost, lastWords, greetedAt, ended, asked, topics: _, ...others } = saved;
  const parts = Object.entries({ lost, lastWords, greetedAt, ended, asked }).filter(
    ([name, part]) => ConversationState.safeParse({ [name]: part }).success,
  );
  const state = ConversationState.parse({ ...others, ...Object.fromEntries(parts), topics: topics.filter(isReadable) });
  return { state, unreadTopics: topics.filter((topic) => !isReadable(topic)), askedRows };
}

export function writeState(
  state: ConversationState,
  { unreadTopics }: SavedState,
  askedRows: readonly string[],
): string {
  const topics = [...state.topics, ...unreadTopics];
  return JSON.stringify({ ...state, topics, askedRows: askedRows.length > 0 ? askedRows : undefined });
}

const AskedRows = z.array(z.string()).catch([]);

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
