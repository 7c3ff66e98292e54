import type { SendResult } from "../channels/channel.ts";
import type { ClaimedRow } from "./claim-rows.ts";
import type { Settled } from "./settle-rows.ts";

/** A row that was tried so often is given up and shown to staff. */
const MOST_ATTEMPTS = 20;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What a sending's result means for its row. `now` in epoch ms. */
export function settlement(row: ClaimedRow, result: SendResult, now: number): Settled {
  const { id, attempts } = row;
  switch (result.type) {
    case "sent":
      return { id, attempts, status: "sent", externalId: result.externalId, sentAt: result.at };
    case "retry":
      if (result.held)
        return { id, attempts, status: "queued", notBefore: now + result.afterMs, error: result.reason, untried: true };
      return again(row, now + Math.max(result.afterMs, pauseAfter(attempts)), result.reason);
    case "unknown":
      // Perhaps it arrived. Telling twice is better than not telling, except for advertising.
      if (row.afterCrash === "drop") return { id, attempts, status: "failed", error: result.reason };
      return again(row, now + pauseAfter(attempts), result.reason);
    case "rejected":
      return { id, attempts, status: "failed", error: result.reason };
    case "blocked":
      return { id, attempts, status: "failed", error: result.reason, blocked: true };
  }
}

function again({ id, attempts }: ClaimedRow, notBefore: number, error: string): Settled {
  if (attempts >= MOST_ATTEMPTS) return { id, attempts, status: "failed", error };
  return { id, attempts, status: "queued", notBefore, error };
}

function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}
