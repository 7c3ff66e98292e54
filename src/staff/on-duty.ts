import type { RawTx } from "../database/raw-tx.ts";
import type { Rank } from "./acts.ts";
import { staffOnDuty } from "./desk-store.ts";

/** A colleague who takes care of customers now. */
export interface OnDuty {
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
}

/** Who is to be told of what waits, sellers before owners. `now` in epoch ms. */
export async function onDuty(tx: RawTx, _now: number): Promise<readonly OnDuty[]> {
  return staffOnDuty(tx);
}
