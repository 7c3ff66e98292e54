import type { Answer, TelegramClient } from "./telegram-client.ts";

/** One call that gives up after `limitMs` or when `signal` aborts, whichever is first. */
export async function callWithin(
  client: TelegramClient,
  method: string,
  params: object,
  signal: AbortSignal,
  limitMs: number,
): Promise<Answer> {
  if (signal.aborted) return { type: "lost", written: false, reason: "stopping" };
  // Not AbortSignal.any: with a signal that lives as long as the process it keeps every call's memory.
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, limitMs);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await client.call(method, params, limit.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
