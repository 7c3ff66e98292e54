import { z } from "zod";
import type { Delivery, SendResult } from "../channel.ts";
import { callWithin } from "./call-within.ts";
import { sendResult } from "./send-result.ts";
import type { Answer, TelegramClient } from "./telegram-client.ts";

/** Which topic of a chat belongs to which key of ours, kept across restarts. `contact`: the chat. */
export interface ThreadRecords {
  find(contact: string, key: string): Promise<string | undefined>;
  keep(contact: string, key: string, thread: string): Promise<void>;
}

/** Where a message goes: into a topic, into the chat itself, or nowhere yet. */
export type Place =
  | { readonly type: "thread"; readonly id: number }
  | { readonly type: "chat" }
  | { readonly type: "notYet"; readonly result: SendResult };

export interface Threads {
  /** The topic of a message, made where there is none; `anew`: the one that we know is gone. */
  placeOf(delivery: Delivery, signal: AbortSignal, anew?: boolean): Promise<Place>;
  /** Calls the topic what the message says. Nobody waits for it, and a refusal takes nothing from the message. */
  rename(delivery: Delivery, signal: AbortSignal): Promise<void>;
}

const limitMs = 20_000;
/** Letters that Telegram takes for a topic's name */
const mostLetters = 128;

const Topic = z.looseObject({ message_thread_id: z.number().int() });

/** The topics of private chats, where the bot has them enabled and somebody remembers them. */
export function createThreads(client: TelegramClient, records: ThreadRecords | undefined): Threads {
  const names = new Map<string, string>();

  async function placeOf(delivery: Delivery, signal: AbortSignal, anew = false): Promise<Place> {
    const { contact, message } = delivery;
    if (!records || !message.thread) return { type: "chat" };
    const { key } = message.thread;
    const known = anew ? undefined : await records.find(contact, key);
    if (known !== undefined) return { type: "thread", id: Number(known) };
    const name = clipped(message.thread.name);
    const answer = await callWithin(client, "createForumTopic", { chat_id: contact, name }, signal, limitMs);
    const topic = Topic.safeParse(answer.type === "done" ? answer.result : undefined);
    if (!topic.success) return withoutTopic(answer);
    const id = topic.data.message_thread_id;
    await records.keep(contact, key, `${id}`);
    names.set(`${contact}:${key}`, name);
    return { type: "thread", id };
  }

  return {
    placeOf,
    async rename({ contact, message: { thread } }, signal) {
      if (!records || !thread?.rename) return;
      const name = clipped(thread.name);
      const id = await records.find(contact, thread.key);
      if (id === undefined || names.get(`${contact}:${thread.key}`) === name) return;
      names.set(`${contact}:${thread.key}`, name);
      const params = { chat_id: contact, message_thread_id: Number(id), name };
      await callWithin(client, "editForumTopic", params, signal, limitMs);
    },
  };
}

/** Whether the topic that a message was for is there no more: deleting one by hand tells the bot nothing. */
export function isThreadGone(answer: Answer): boolean {
  const signs = /message thread not found|TOPIC_DELETED|TOPIC_CLOSED|TOPIC_ID_INVALID/i;
  return answer.type === "refused" && answer.code === 400 && signs.test(answer.description);
}

/** What may not have a topic is said in the chat; who wants nothing or is too busy gets nothing now. */
function withoutTopic(answer: Answer): Place {
  if (answer.type === "lost")
    return { type: "notYet", result: { type: "retry", afterMs: 2000, reason: answer.reason } };
  const result = sendResult(answer);
  return result.type === "retry" || result.type === "blocked" ? { type: "notYet", result } : { type: "chat" };
}

function clipped(name: string): string {
  return [...name].slice(0, mostLetters).join("").slice(0, mostLetters);
}
