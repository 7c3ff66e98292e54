import { sql } from "../database/sql.ts";
import { answeredBy } from "../shop/branch/answered-by.words.ts";
import type { OrderDesk } from "../shop/order/order-desk.ts";
import { Ledger } from "../shop/stock/ledger.ts";
import { type Claimed, claimDue } from "./claim-due.ts";
import { turnFailed } from "./turn.words.ts";
import type { TurnParts } from "./turn-parts.ts";
import { handOverPlan, silentPlan, type TurnPlan } from "./turn-plan.ts";
import { writeTurns } from "./write-turns.ts";

/** A turn that fails so often goes to a person. */
const MOST_FAILURES = 2;
const TRY_AGAIN_MS = 1_000;

/**
 * Counts a failed turn outside the transaction that failed. The first time it is tried again a little later; then a
 * person takes the conversation and the customer is told, so that nothing loops and nobody is left without an answer.
 */
export async function recordFailure(parts: TurnParts, conversationId: string, error: unknown): Promise<void> {
  parts.metrics.turnFailed();
  parts.report({ conversationId, error });
  await parts.database.rawTransaction(async (tx) => {
    const now = parts.clock();
    const [claimed] = await claimDue(tx, parts.database.engine, now, conversationId);
    if (!claimed) return;
    const [row] = await tx.$queryRaw<{ failures: number }[]>(sql`
      UPDATE "Conversation" SET "failures" = "failures" + 1, "dueAt" = ${now + TRY_AGAIN_MS}
      WHERE "id" = ${conversationId} RETURNING "failures"`);
    if (!row || Number(row.failures) < MOST_FAILURES) return;
    const plan = claimed.holder === "bot" ? apology(parts, claimed, now) : silentPlan(claimed);
    const desk = deskWithoutOrders(now, parts.newId);
    await writeTurns(tx, [plan], desk, (accountId) => parts.channelOf(accountId).name);
  });
}

/** Where the shop itself could not be read */
const UNREAD = { branches: [], timeZone: "UTC", shop: { name: "" } };

function apology({ shop: { latest } }: TurnParts, claimed: Claimed, now: number): TurnPlan {
  const answered = answeredBy({ ...(latest ?? UNREAD), now });
  return handOverPlan(claimed, "turn_failed", turnFailed(answered));
}

function deskWithoutOrders(now: number, newId: () => string): OrderDesk {
  return {
    offer: { products: new Map(), branches: [], zones: [] },
    ledger: new Ledger([], []),
    orders: new Map(),
    byTopic: new Map(),
    openCod: new Map(),
    taken: new Set(),
    changes: [],
    now,
    newId,
  };
}
