import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { type HoldRules, StoredHoldRules } from "../hold-rules.ts";

/** The shop's rules of holding a conversation; those of every shop where none is set up yet. */
export async function readHoldRules(tx: RawTx): Promise<HoldRules> {
  const [shop] = await tx.$queryRaw<{ settings: string }[]>(sql`SELECT "settings" FROM "Shop" WHERE "id" = 1`);
  return StoredHoldRules.parse(JSON.parse(shop?.settings ?? "{}"));
}
