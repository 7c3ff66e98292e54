import type { Logger } from "pino";
import { UnseenWords } from "../unseen-words.ts";
import type { GraphClient } from "./graph-client.ts";

/** `contact` is whose message it is, as the shop knows them. */
export type Gesture =
  | { readonly type: "seen"; readonly contact: string; readonly messageId: string }
  | { readonly type: "refuseCall"; readonly callId: string };

export interface Gestures {
  /**
   * Shows those whose chat the bot holds that it read and types, and refuses calls. Returns at once; nobody waits for a
   * gesture and none is repeated.
   */
  show(gestures: readonly Gesture[], withBot: ReadonlySet<string>): void;
  /** The shop answered somebody: what a person left unread until then has been read. */
  answered(contact: string): void;
}

const LIMIT_MS = 5_000;
const SILENT_MS = 30_000;
const MOST_REMEMBERED = 2_000;

/** Fleeting signs right after acceptance: two blue ticks, "typing", and a call that stops ringing where it can. */
export function createGestures(client: GraphClient, phoneNumberId: string, clock: () => number, log: Logger): Gestures {
  const made = new Set<string>();
  const unseen = new UnseenWords<string>();
  let silentUntil = 0;

  async function make(gesture: Gesture, typing: boolean): Promise<void> {
    const answer = await client.call(
      (api) =>
        gesture.type === "seen"
          ? api.messages.markRead({
              phoneNumberId,
              messageId: gesture.messageId,
              ...(typing ? { typingIndicator: { type: "text" } } : {}),
            })
          : api.calls.reject({ phoneNumberId, callId: gesture.callId }),
      new AbortController().signal,
      LIMIT_MS,
    );
    if (answer.type === "done") return;
    // Gestures count towards the same limits as messages, and messages matter more.
    if (answer.type === "refused" && (answer.status === 429 || answer.code === 130429 || answer.code === 80007))
      silentUntil = clock() + SILENT_MS;
    log.debug({ gesture: gesture.type, code: answer.type === "refused" ? answer.code : answer.reason }, "not shown");
  }

  function begin(gesture: Gesture, typing: boolean): void {
    if (gesture.type === "seen" && clock() < silentUntil) return;
    make(gesture, typing).catch((error) => log.error({ error: error?.name }, "a gesture failed"));
  }

  return {
    show(gestures, withBot) {
      const fresh = gestures.filter((gesture) => remember(made, keyOf(gesture)));
      for (const gesture of lastSeenOnly(fresh)) {
        if (gesture.type === "seen" && !withBot.has(gesture.contact)) unseen.keep(gesture.contact, gesture.messageId);
        else begin(gesture, true);
      }
    },
    answered(contact) {
      const messageId = unseen.take(contact);
      if (messageId !== undefined) begin({ type: "seen", contact, messageId }, false);
    },
  };
}

/** To have read the last message of somebody is to have read those before. */
function lastSeenOnly(gestures: readonly Gesture[]): Gesture[] {
  const last = new Map<string, Gesture>();
  for (const gesture of gestures) {
    const key = gesture.type === "seen" ? gesture.contact : keyOf(gesture);
    last.delete(key);
    last.set(key, gesture);
  }
  return [...last.values()];
}

function keyOf(gesture: Gesture): string {
  return gesture.type === "seen" ? gesture.messageId : gesture.callId;
}

/** False where it was there already. */
function remember(made: Set<string>, key: string): boolean {
  if (made.has(key)) return false;
  made.add(key);
  const [oldest] = made;
  if (made.size > MOST_REMEMBERED && oldest !== undefined) made.delete(oldest);
  return true;
}
