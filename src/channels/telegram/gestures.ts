import type { Logger } from "pino";
import { chatIdOf } from "./business-chat.ts";
import { callWithin } from "./call-within.ts";
import type { TelegramClient } from "./telegram-client.ts";
import type { Gesture, Translated } from "./translated.ts";

export interface Gestures {
  /**
   * Shows the customers that it arrived, and those whose chat the bot holds that it types. Returns at once; nobody waits
   * for a gesture and none is repeated.
   */
  show(translated: readonly Translated[], withBot: ReadonlySet<string>): void;
}

const limitMs = 3000;
const remembered = 1000;

/** Fleeting signs right after acceptance: the tapped button stops spinning, "typing" appears. */
export function createGestures(client: TelegramClient, log: Logger): Gestures {
  const shown = new Set<number>();
  let silentUntil = 0;

  async function make({ method, params }: GestureCall): Promise<void> {
    const answer = await callWithin(client, method, params, new AbortController().signal, limitMs);
    if (answer.type === "done") return;
    // Answers count towards the same limits as messages, and messages matter more.
    if (answer.type === "refused" && answer.retryAfter) silentUntil = Date.now() + answer.retryAfter * 1000;
    log.debug({ method, code: answer.type === "refused" ? answer.code : answer.reason }, "a gesture was not shown");
  }

  return {
    show(translated, withBot) {
      if (Date.now() < silentUntil) return;
      const fresh = translated.filter(({ updateId }) => !shown.has(updateId));
      for (const { updateId } of fresh) remember(shown, updateId);
      for (const gesture of onePerContact(fresh)) {
        if (gesture.type === "typing" && !withBot.has(gesture.contact)) continue;
        for (const call of callsOf(gesture))
          make(call).catch((error) => log.error({ error: error?.name }, "a gesture failed"));
      }
    },
  };
}

interface GestureCall {
  readonly method: string;
  readonly params: object;
}

/** In a business chat only what its account allows the bot. */
function callsOf(gesture: Gesture): GestureCall[] {
  if (gesture.type === "answerTap")
    return [{ method: "answerCallbackQuery", params: { callback_query_id: gesture.tap } }];
  const { contact, business } = gesture;
  const place = {
    chat_id: chatIdOf(contact),
    ...(business ? { business_connection_id: business.connection } : {}),
  };
  const read = business?.read;
  return [
    ...(read === undefined ? [] : [{ method: "readBusinessMessage", params: { ...place, message_id: read } }]),
    ...(business?.canReply === false ? [] : [{ method: "sendChatAction", params: { ...place, action: "typing" } }]),
  ];
}

/** Somebody who wrote five messages sees one "typing". */
function onePerContact(translated: readonly Translated[]): Gesture[] {
  const gestures = new Map<string, Gesture>();
  for (const { gesture } of translated) {
    if (!gesture) continue;
    gestures.set(gesture.type === "answerTap" ? `tap ${gesture.tap}` : `typing ${gesture.contact}`, gesture);
  }
  return [...gestures.values()];
}

function remember(shown: Set<number>, updateId: number): void {
  shown.add(updateId);
  const [oldest] = shown;
  if (shown.size > remembered && oldest !== undefined) shown.delete(oldest);
}
