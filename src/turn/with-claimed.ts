import type { RawTx } from "../database/raw-tx.ts";
import { type Claimed, claimDue } from "./claim-due.ts";
import type { TurnParts } from "./turn-parts.ts";

/** Claims what is due (or the one conversation named) and does `work` with it, in one transaction. `now` in epoch ms. */
export function withClaimed<T>(
  { database, clock }: TurnParts,
  only: string | undefined,
  work: (tx: RawTx, claimed: readonly Claimed[], now: number) => Promise<T>,
): Promise<T> {
  return database.rawTransaction(async (tx) => {
    const now = clock();
    return work(tx, await claimDue(tx, database.engine, now, only), now);
  });
}
