import type { Tx } from "../database/database.ts";
import type { Rank } from "./acts.ts";
import { isOnDuty } from "./duty.ts";
import { readColleagues, readShopHours } from "./duty-store.ts";

/** A colleague who takes care of customers now. */
export interface OnDuty {
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
}

/** Who is to be told of what waits, sellers before owners; nobody while all are off. `now` in epoch ms. */
export async function onDuty(tx: Tx, now: number): Promise<readonly OnDuty[]> {
  const hours = await readShopHours(tx);
  const there = (await readColleagues(tx)).filter((colleague) => isOnDuty(colleague, hours, now));
  return there.map(({ id, name, rank }) => ({ id, name, rank }));
}
