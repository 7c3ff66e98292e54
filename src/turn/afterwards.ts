import { recordFailure } from "./record-failure.ts";
import type { TurnParts } from "./turn-parts.ts";

/** What came of taking turns. */
export interface Taken {
  readonly claimed: number;
  /** Conversations whose turn is committed */
  readonly answered: readonly string[];
  /** Accounts that have something to send */
  readonly accounts: ReadonlySet<string>;
  /** Orders that changed */
  readonly orders: readonly string[];
  /** Conversations whose customers are to be called, or no longer */
  readonly calls: readonly string[];
  /** Still due: to be taken again with a fresh picture */
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
}

export const NOTHING_TAKEN: Taken = {
  claimed: 0,
  answered: [],
  accounts: new Set(),
  orders: [],
  calls: [],
  refused: [],
  failed: [],
};

/** After the commit: counts what happened, and counts failures in a transaction of their own. */
export async function afterwards(parts: TurnParts, taken: Taken, startedAt: number): Promise<Taken> {
  if (taken.answered.length > 0) parts.metrics.turnsTaken(taken.answered.length, parts.clock() - startedAt);
  for (const { reason } of taken.refused) parts.metrics.turnRefused(reason);
  for (const { id, error } of taken.failed) await recordFailure(parts, id, error);
  return taken;
}

export function together(parts: readonly Taken[]): Taken {
  return {
    claimed: parts.reduce((sum, { claimed }) => sum + claimed, 0),
    answered: parts.flatMap(({ answered }) => answered),
    accounts: new Set(parts.flatMap(({ accounts }) => [...accounts])),
    orders: parts.flatMap(({ orders }) => orders),
    calls: parts.flatMap(({ calls }) => calls),
    refused: parts.flatMap(({ refused }) => refused),
    failed: parts.flatMap(({ failed }) => failed),
  };
}
