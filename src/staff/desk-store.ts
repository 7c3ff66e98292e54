import { DESK } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { enqueue, type NewOutboxRow } from "../outbox/enqueue.ts";

/** A colleague's own chat with the shop's bot. */
export interface Desk {
  readonly staffId: string;
  readonly conversationId: string;
  /** When the chat became theirs, epoch ms */
  readonly linkedAt: number;
  /** Last number given in the chat */
  readonly sequence: number;
}

/** The own chats of those who may work there; without `staff` of everybody. Whoever blocked the bot has none. */
export async function findDesks(tx: RawTx, staff?: readonly string[]): Promise<readonly Desk[]> {
  if (staff?.length === 0) return [];
  const rows = await tx.$queryRaw<DeskRead[]>(sql`
    SELECT s."id" AS "staffId", c."id" AS "conversationId", c."sequence",
      (SELECT MAX(l."usedAt") FROM "StaffLink" l WHERE l."staffId" = s."id") AS "linkedAt"
    FROM "Staff" s JOIN "Contact" k ON k."id" = s."contactId" JOIN "Conversation" c ON c."contactId" = k."id"
    WHERE s."active" AND s."role" <> 'courier' AND c."holder" = ${DESK} AND k."blockedAt" IS NULL
    ORDER BY c."id"`);
  return rows
    .filter(({ staffId }) => staff === undefined || staff.includes(staffId))
    .map((row) => ({ ...row, linkedAt: Number(row.linkedAt ?? 0), sequence: Number(row.sequence) }));
}

interface DeskRead extends Omit<Desk, "linkedAt"> {
  readonly linkedAt: bigint | number | string | null;
}

/** A message to a colleague's own chat. `key` is unique within that chat: what is told twice is sent once. */
export interface DeskRow extends Pick<NewOutboxRow, "id" | "message" | "notBefore"> {
  readonly key: string;
  readonly about?: string;
}

/**
 * Puts messages into one colleague's own chat, in the transaction of what they tell. Returns the ids under which they are
 * kept, also of those that were there before; none where the chat is theirs no more. Locks that chat: lock customers'
 * conversations first, and several such chats by id.
 */
export async function postToDesk(
  tx: RawTx,
  conversationId: string,
  rows: readonly DeskRow[],
  now: number,
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const [chat] = await tx.$queryRaw<{ accountId: string; version: number; sequence: number }[]>(sql`
    UPDATE "Conversation" SET "sequence" = "sequence" + ${rows.length}, "lastAt" = ${now}
    WHERE "id" = ${conversationId} AND "holder" = ${DESK} RETURNING "accountId", "version", "sequence"`);
  if (!chat) return [];
  const keyOf = ({ key }: DeskRow) => `desk:${conversationId}:${key}`;
  const stored = await tx.$queryRaw<{ id: string; key: string }[]>(sql`
    SELECT "id", "key" FROM "OutboxRow" WHERE "key" IN (${join(rows.map(keyOf))})`);
  const known = new Map(stored.map(({ id, key }) => [key, id]));
  const threads = await threadsOf(tx, rows);
  const first = Number(chat.sequence) - rows.length + 1;
  const fresh = rows.flatMap((row, index): NewOutboxRow[] => {
    if (known.has(keyOf(row))) return [];
    const { accountId } = chat;
    const place = { conversationId, accountId, version: Number(chat.version), sequence: first + index };
    const thread = row.message.thread ?? threads.get(row.about ?? "");
    const message = thread ? { ...row.message, thread } : row.message;
    return [{ ...row, ...place, message, key: keyOf(row), author: "bot", purpose: "reply" }];
  });
  await enqueue(tx, fresh, now);
  return rows.map((row) => known.get(keyOf(row)) ?? row.id);
}

/** What is about one customer's conversation goes into that customer's thread, where the chat has threads. */
async function threadsOf(
  tx: RawTx,
  rows: readonly DeskRow[],
): Promise<ReadonlyMap<string, { readonly key: string; readonly name: string; readonly rename: boolean }>> {
  const ids = rows.flatMap(({ about }) => /^conversation:(.+)$/.exec(about ?? "")?.[1] ?? []);
  if (ids.length === 0) return new Map();
  const named = await tx.$queryRaw<{ id: string; name: string | null }[]>(sql`
    SELECT c."id", COALESCE(u."name", k."name", k."username") AS "name"
    FROM "Conversation" c JOIN "Contact" k ON k."id" = c."contactId" JOIN "Customer" u ON u."id" = k."customerId"
    WHERE c."id" IN (${join(ids)})`);
  return new Map(
    named.map(({ id, name }) => [`conversation:${id}`, { key: id, name: name || NAMELESS, rename: false }]),
  );
}

const NAMELESS = "Pengunjung";
