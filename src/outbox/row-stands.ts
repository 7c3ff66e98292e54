import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";

/** Whether a row that was claimed is still to be said: a takeover since then, by whatever process, withdraws the bot's. */
export async function rowStands(tx: RawTx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT r."id" FROM "OutboxRow" r JOIN "Conversation" c ON c."id" = r."conversationId"
    WHERE r."id" = ${id} AND r."status" = 'sending' AND (r."author" <> 'bot' OR r."version" = c."version")`);
  return rows.length > 0;
}
