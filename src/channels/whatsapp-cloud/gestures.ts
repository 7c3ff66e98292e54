import type { Logger } from "pino";
import type { GraphClient } from "./graph-client.ts";
import type { Gesture } from "./translate-webhook.ts";

export interface Gestures {
  /** Shows the customers that it arrived, and refuses calls. Returns at once; nobody waits for a gesture and none is repeated. */
  show(gestures: readonly Gesture[]): void;
}

const LIMIT_MS = 5_000;
const SILENT_MS = 30_000;
const MOST_REMEMBERED = 2_000;

/** Fleeting signs right after acceptance: two blue ticks, "typing", and a call that stops ringing where it can. */
export function createGestures(client: GraphClient, phoneNumberId: string, clock: () => number, log: Logger): Gestures {
  const made = new Set<string>();
  let silentUntil = 0;

  async function make(gesture: Gesture): Promise<void> {
    const answer = await client.call(
      (api) =>
        gesture.type === "seen"
          ? api.messages.markRead({
              phoneNumberId,
              messageId: gesture.messageId,
              typingIndicator: { type: "text" },
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

  return {
    show(gestures) {
      const fresh = gestures.filter((gesture) => remember(made, keyOf(gesture)));
      for (const gesture of lastSeenOnly(fresh)) {
        if (gesture.type === "seen" && clock() < silentUntil) continue;
        make(gesture).catch((error) => log.error({ error: error?.name }, "a gesture failed"));
      }
    },
  };
}

/** To have read the last message of somebody is to have read those before. */
function lastSeenOnly(gestures: readonly Gesture[]): Gesture[] {
  const last = new Map<string, Gesture>();
  for (const gesture of gestures) {
    const key =
      gesture.type === "seen" ? JSON.stringify([gesture.person.userId, gesture.person.phone]) : keyOf(gesture);
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
