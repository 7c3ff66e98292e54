import { z } from "zod";
import type { SendResult } from "../channel.ts";
import { businessReasons } from "./telegram.words.ts";
import type { Answer } from "./telegram-client.ts";

const Sent = z.looseObject({
  message_id: z.number().int(),
  date: z.number().int(),
  edit_date: z.number().int().optional(),
});

/** What the outbox may conclude from the answer to a sending. */
export function sendResult(answer: Answer): SendResult {
  if (answer.type === "done") return sent(answer.result);
  if (answer.type === "refused") return refused(answer);
  if (answer.written) return { type: "unknown", reason: answer.reason };
  return { type: "retry", afterMs: 2000, reason: answer.reason };
}

/**
 * The same in a chat of a business account. Telegram never tells that somebody there has come back, so a refusal ends
 * that message alone.
 */
export function businessResult(answer: Answer): SendResult {
  const result = sendResult(answer);
  if (result.type !== "rejected" && result.type !== "blocked") return result;
  return { type: "rejected", reason: businessReason(result.reason) };
}

function businessReason(reason: string): string {
  if (/BUSINESS_PEER_USAGE_MISSING/.test(reason)) return businessReasons.tooLate;
  if (/BUSINESS_CONNECTION_/.test(reason)) return businessReasons.notConnected;
  return businessReasons.refused(reason);
}

/** An edit that changes nothing has reached what it was for. */
export function isUnchanged(answer: Answer): boolean {
  return answer.type === "refused" && answer.code === 400 && /message is not modified/i.test(answer.description);
}

/** The message to replace is gone, too old or of a kind that cannot be edited. */
export function cannotBeEdited(answer: Answer): boolean {
  const signs =
    /can't be edited|message to edit not found|there is no text in the message to edit|MESSAGE_ID_INVALID|message identifier is not specified/i;
  return answer.type === "refused" && answer.code === 400 && signs.test(answer.description);
}

function sent(result: unknown): SendResult {
  const message = Sent.safeParse(result);
  // Telegram said ok, so the customer has it, whatever else the answer holds.
  if (!message.success) return { type: "unknown", reason: "an answer without a message" };
  const { message_id: id, date, edit_date } = message.data;
  return { type: "sent", externalId: `${id}`, at: (edit_date ?? date) * 1000 };
}

function refused({ code, description, retryAfter }: Extract<Answer, { type: "refused" }>): SendResult {
  const reason = `${code} ${description}`;
  if (code === 429) return { type: "retry", afterMs: (retryAfter ?? 1) * 1000, reason };
  if (code === 403) return { type: "blocked", reason };
  if (code === 400 && /chat not found|PEER_ID_INVALID|user is deactivated/i.test(description))
    return { type: "blocked", reason };
  // A gateway that stopped waiting does not know whether the message went through.
  if (code === 504) return { type: "unknown", reason };
  if (code >= 500) return { type: "retry", afterMs: 2000, reason };
  // The token was refused: nothing is wrong with the message, and somebody must look at the bot first.
  if (code === 401 || code === 404) return { type: "retry", afterMs: 60_000, reason };
  return { type: "rejected", reason };
}
