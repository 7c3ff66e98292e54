import type { Tx } from "../database/database.ts";
import type { Engine } from "../database/database-url.ts";
import { sql } from "../database/sql.ts";

/** PostgreSQL's advisory locks are told apart by number alone; this one is nobody else's. */
const STRANGERS_LOCK = 5_120_006;

/**
 * Makes this transaction the only one that begins a chat with a stranger, until it ends: two at the same instant would not
 * see each other in the count. It is the first lock that such a transaction takes. On SQLite who writes is alone anyway.
 */
export async function beginStrangersAlone(tx: Tx, engine: Engine): Promise<void> {
  if (engine === "sqlite") return;
  await tx.$queryRaw(sql`SELECT 1 FROM pg_advisory_xact_lock(${STRANGERS_LOCK}::bigint)`);
}
