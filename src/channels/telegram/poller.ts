import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { z } from "zod";
import type { ChannelHealth } from "../channel.ts";
import { callWithin } from "./call-within.ts";
import type { Answer, TelegramClient } from "./telegram-client.ts";
import { Update, updateKinds } from "./update-schema.ts";

export interface PollerParts {
  readonly client: TelegramClient;
  /** Resolves once the updates are committed. Until then the next call must not confirm them. */
  readonly receive: (updates: readonly unknown[]) => Promise<void>;
  readonly health: (health: ChannelHealth) => void;
  readonly log: Logger;
  readonly waits?: Waits;
}

/** How long to wait after trouble, in ms. */
export interface Waits {
  /** Somebody else polls this bot, or the process before us still seems to */
  readonly conflict: () => number;
  /** After the nth failure in a row, from 1 */
  readonly backoff: (failures: number) => number;
}

export const usualWaits: Waits = {
  // Spread, so that two pollers that met do not meet again.
  conflict: () => 3000 + Math.random() * 4000,
  backoff: (failures) => Math.min(500 * 2 ** (failures - 1), 30_000),
};

const longPollSeconds = 30;
const answerLimitMs = 15_000;

/**
 * Long polling that commits before it confirms: asking from a higher offset is what tells Telegram "got it",
 * so the offset rises only after `receive` has resolved. Resolves when `signal` aborts; a refused token
 * (health `failed`) waits for that too, since only another token can help.
 */
export async function poll(parts: PollerParts, signal: AbortSignal): Promise<void> {
  const { client, health, waits = usualWaits } = parts;
  let offset = 0;
  let ready = false;
  let failures = 0;
  while (!signal.aborted) {
    const answer: Answer = ready ? await getUpdates(client, offset, signal) : await leaveWebhook(client, signal);
    if (signal.aborted) return;
    if (answer.type !== "done") {
      const wait = waitAfter(answer, ++failures, waits);
      health(unhealthy(answer, wait));
      parts.log.warn({ trouble: reasonOf(answer), wait }, "Telegram polling was interrupted");
      // Somebody may have set a webhook; polling resumes only once it is gone.
      ready = ready && !isConflict(answer);
      await pause(wait, signal);
      continue;
    }
    const next = ready ? await take(parts, answer.result, offset) : offset;
    failures = next === undefined ? failures + 1 : 0;
    if (next === undefined) await pause(waits.backoff(failures), signal);
    else health({ state: "live" });
    offset = next ?? offset;
    ready = true;
  }
}

/** The offset that confirms the updates once they are committed; undefined when they could not be. */
async function take(parts: PollerParts, result: unknown, offset: number): Promise<number | undefined> {
  try {
    const updates = z.array(z.unknown()).parse(result);
    if (updates.length === 0) return offset;
    await parts.receive(updates);
    const ids = updates.flatMap((update) => Update.safeParse(update).data?.update_id ?? []);
    return Math.max(offset, ...ids.map((id) => id + 1));
  } catch (error) {
    parts.log.error({ error: error instanceof Error ? error.name : "unknown" }, "Telegram updates were not accepted");
    parts.health({ state: "retrying", detail: "events could not be stored" });
    return undefined;
  }
}

function getUpdates(client: TelegramClient, offset: number, signal: AbortSignal): Promise<Answer> {
  const params = { offset, limit: 100, timeout: longPollSeconds, allowed_updates: updateKinds };
  return callWithin(client, "getUpdates", params, signal, longPollSeconds * 1000 + answerLimitMs);
}

// Never with drop_pending_updates: what customers wrote while we were away is waiting there.
function leaveWebhook(client: TelegramClient, signal: AbortSignal): Promise<Answer> {
  return callWithin(client, "deleteWebhook", {}, signal, answerLimitMs);
}

function waitAfter(answer: Exclude<Answer, { type: "done" }>, failures: number, waits: Waits): number {
  if (answer.type === "lost") return waits.backoff(failures);
  if (isBadToken(answer)) return Number.POSITIVE_INFINITY;
  if (isConflict(answer)) return waits.conflict();
  return answer.retryAfter === undefined ? waits.backoff(failures) : answer.retryAfter * 1000;
}

function unhealthy(answer: Answer, wait: number): ChannelHealth {
  if (wait === Number.POSITIVE_INFINITY) return { state: "failed", detail: "Telegram refuses the bot token" };
  return { state: "retrying", detail: reasonOf(answer) };
}

function reasonOf(answer: Answer): string {
  if (answer.type === "refused") return `${answer.code} ${answer.description}`;
  return answer.type === "lost" ? answer.reason : "";
}

/** Telegram answers a wrong token with 401 and one that cannot be a token with 404. */
export function isBadToken(answer: Answer): boolean {
  return answer.type === "refused" && (answer.code === 401 || answer.code === 404);
}

function isConflict(answer: Answer): boolean {
  return answer.type === "refused" && answer.code === 409;
}

/** Waits, or less when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const longest = 2 ** 31 - 1;
  await sleep(Math.min(ms, longest), undefined, { signal }).catch(() => undefined);
}
