import { z } from "zod";
import type { ChannelHealth, SendResult } from "../channel.ts";
import type { Answer } from "./graph-answer.ts";
import { failureWords, reasons } from "./whatsapp-cloud.words.ts";

// The library hands results over with keys in camelCase; these have one word.
const Sent = z.looseObject({ messages: z.array(z.looseObject({ id: z.string().min(1) })).min(1) });

/** What the outbox may conclude from the answer to a sending. `now` in epoch ms: the answer carries no instant. */
export function sendResult(answer: Answer, now: number): SendResult {
  if (answer.type === "lost")
    return answer.written
      ? { type: "unknown", reason: answer.reason }
      : { type: "retry", afterMs: AWAY_MS, reason: answer.reason, held: true };
  if (answer.type === "refused") return refused(answer);
  const id = Sent.safeParse(answer.result).data?.messages[0]?.id;
  if (id === undefined) return { type: "unknown", reason: "an answer without a message" };
  return { type: "sent", externalId: id, at: now };
}

/** A platform that cannot be reached is tried again after this. */
const AWAY_MS = 5_000;
/** An error of its own may be over soon; the outbox waits longer each time. */
const ILL_MS = 2_000;
/** Somebody must look at the account first. */
const TROUBLE_MS = 60_000;
const TOO_FAST_FOR_ONE = 131056;

/** Pauses that the platform asks for, in ms, by its code. */
const PAUSES = new Map<number, number>([
  // One number to one customer: one message in six seconds.
  [TOO_FAST_FOR_ONE, 6_000],
  [130429, 2_000],
  [80007, 60_000],
  [4, 60_000],
  [131048, 10 * 60_000],
  [131057, 5 * 60_000],
  [131016, ILL_MS],
  [131000, ILL_MS],
  [1, ILL_MS],
  [2, ILL_MS],
]);

export const CLOSED_WINDOW = 131047;

/** The customer last wrote more than a day ago, as the platform counts. */
export function isWindowClosed(answer: Answer): boolean {
  return answer.type === "refused" && answer.code === CLOSED_WINDOW;
}

function refused(answer: Extract<Answer, { type: "refused" }>): SendResult {
  const { code, status, isGraph, retryAfterMs } = answer;
  const reason = failureWords(code, answer.title);
  if (!isGraph && status === 504) return { type: "unknown", reason };
  const pause = PAUSES.get(code) ?? (status === 429 || status >= 500 ? ILL_MS : undefined);
  if (pause !== undefined) {
    const afterMs = Math.max(pause, retryAfterMs ?? 0);
    return { type: "retry", afterMs, reason, ...(code === TOO_FAST_FOR_ONE ? { held: true } : {}) };
  }
  // Nothing is wrong with the message, so it waits until the account is in order.
  const trouble = troubleOfAccount(answer);
  if (trouble !== undefined) return { type: "retry", afterMs: TROUBLE_MS, reason: trouble, held: true };
  return { type: "rejected", reason };
}

/** Why the platform refuses everything that this account asks, in words for the owner; undefined where it does not. */
function troubleOfAccount(answer: Answer): string | undefined {
  if (answer.type !== "refused") return undefined;
  const { code, subcode, status, isGraph } = answer;
  if (isGraph && (code === 190 || code === 0)) return reasons.badToken;
  if (code === 10 || code === 3 || (code >= 200 && code <= 299)) return reasons.noPermission;
  if (code === 368 || code === 131031) return reasons.accountLocked;
  if (code === 133010) return reasons.notRegistered;
  if (code === 100 && subcode === 33) return reasons.unknownNumber;
  return status === 401 ? reasons.badToken : undefined;
}

/** What an answer says about the connection; undefined where it says nothing about it. */
export function healthOf(answer: Answer): ChannelHealth | undefined {
  if (answer.type === "done") return { state: "live" };
  if (answer.type === "lost") return { state: "retrying", detail: answer.reason };
  const trouble = troubleOfAccount(answer);
  if (trouble !== undefined) return { state: "failed", detail: trouble };
  return answer.status >= 500 ? { state: "retrying", detail: `HTTP ${answer.status}` } : undefined;
}
