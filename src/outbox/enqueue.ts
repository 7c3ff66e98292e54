import type { OutgoingMessage } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

export type Purpose = "reply" | "order" | "reminder" | "promo";

/** A message to be sent. Its number comes from the conversation's own counter. */
export interface NewOutboxRow {
  readonly id: string;
  /** Unique: what is enqueued twice is sent once */
  readonly key: string;
  readonly conversationId: string;
  readonly accountId: string;
  readonly sequence: number;
  /** The conversation's version that the words belong to */
  readonly version: number;
  /** `bot` or a staff id */
  readonly author: string;
  readonly purpose: Purpose;
  readonly message: OutgoingMessage;
  /** Epoch ms */
  readonly notBefore?: number;
  readonly expiresAt?: number;
  /** In a colleague's own chat: what it is about, so that an answer finds it */
  readonly about?: string;
}

/** Puts messages into the outbox, in the transaction of what they tell. */
export async function enqueue(tx: RawTx, rows: readonly NewOutboxRow[], now: number): Promise<void> {
  if (rows.length === 0) return;
  const stored = rows.map((row) => [
    row.id,
    row.key,
    row.conversationId,
    row.accountId,
    row.sequence,
    row.version,
    row.author,
    row.purpose,
    PRIORITIES[row.purpose],
    JSON.stringify(row.message),
    "queued",
    row.notBefore ?? now,
    row.expiresAt ?? null,
    // Telling twice is better than not telling; advertising twice is worse than not advertising.
    row.purpose === "promo" ? "drop" : "repeat",
    row.about ?? null,
    now,
  ]);
  await tx.$executeRaw(sql`
    INSERT INTO "OutboxRow" ("id", "key", "conversationId", "accountId", "sequence", "version", "author", "purpose",
      "priority", "body", "status", "notBefore", "expiresAt", "afterCrash", "about", "createdAt")
    ${values(COLUMNS, stored)}`);
}

/** Smaller goes first. */
const PRIORITIES: Readonly<Record<Purpose, number>> = { reply: 0, order: 0, reminder: 1, promo: 2 };

const COLUMNS = [
  "TEXT",
  "TEXT",
  "TEXT",
  "TEXT",
  "INTEGER",
  "INTEGER",
  "TEXT",
  "TEXT",
  "INTEGER",
  "TEXT",
  "TEXT",
  "BIGINT",
  "BIGINT",
  "TEXT",
  "TEXT",
  "BIGINT",
] as const;
