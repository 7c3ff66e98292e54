import { OutgoingMessage } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { empty, join, sql } from "../database/sql.ts";
import { type Settled, settleRows } from "./settle-rows.ts";

/** A row in `sending`, with all that its driver needs. */
export interface ClaimedRow {
  readonly id: string;
  readonly conversationId: string;
  readonly contact: string;
  readonly message: OutgoingMessage;
  /** The platform's id of the message that this one replaces */
  readonly externalIdToEdit?: string;
  readonly attempts: number;
  readonly purpose: string;
  readonly afterCrash: string;
  /** Epoch ms */
  readonly createdAt: number;
  /** When the customer last wrote or called, epoch ms */
  readonly customerAt?: number;
}

export interface Claim {
  readonly rows: readonly ClaimedRow[];
  /** Rows that were settled instead of claimed */
  readonly settled: readonly { readonly conversationId: string; readonly status: string }[];
}

/**
 * Claims the next row of each conversation of an account and marks it `sending`. Nothing goes while an earlier row of
 * its conversation is unsettled; what waits for its time holds nobody up, what was held up before (it has its reason) does. The bot's rows go only while the
 * conversation is where it was when they were written; else they are withheld.
 */
export async function claimRows(
  tx: RawTx,
  account: string,
  now: number,
  most: number,
  /** Conversations that must rest a moment because of the channel's pace */
  resting: readonly string[],
): Promise<Claim> {
  const candidates = await tx.$queryRaw<CandidateRow[]>(sql`
    SELECT ${CANDIDATE} FROM ${JOINED}
    WHERE r."accountId" = ${account} AND r."status" = 'queued' AND r."notBefore" <= ${now}
      ${resting.length > 0 ? sql`AND r."conversationId" NOT IN (${join([...resting])})` : empty}
      AND NOT EXISTS (
        SELECT 1 FROM "OutboxRow" e WHERE e."conversationId" = r."conversationId" AND e."id" <> r."id" AND (
          e."status" = 'sending' OR (e."status" = 'queued' AND (e."notBefore" <= ${now} OR e."error" IS NOT NULL)
            AND (e."priority" < r."priority" OR (e."priority" = r."priority" AND e."sequence" < r."sequence")))))
    ORDER BY r."priority", r."createdAt", r."id" LIMIT ${most}`);
  if (candidates.length === 0) return { rows: [], settled: [] };
  const verdicts = candidates.map((row) => ({ row, verdict: verdictOn(row, now) }));
  const refused = verdicts.flatMap(({ row, verdict }) => (verdict ? [{ row, verdict }] : []));
  await settleRows(
    tx,
    account,
    refused.map(({ verdict }) => verdict),
    "queued",
    now,
  );
  const sendable = verdicts.flatMap(({ row, verdict }) => (verdict ? [] : [row]));
  return {
    rows: await markSending(tx, sendable),
    settled: refused.map(({ row, verdict }) => ({ conversationId: row.conversationId, status: verdict.status })),
  };
}

/** Rows that an owner which died left in `sending`. */
export async function strandedRows(tx: RawTx, account: string): Promise<readonly ClaimedRow[]> {
  const rows = await tx.$queryRaw<CandidateRow[]>(sql`
    SELECT ${CANDIDATE} FROM ${JOINED} WHERE r."accountId" = ${account} AND r."status" = 'sending'`);
  return withEdits(tx, rows);
}

const CANDIDATE = sql`
  r."id", r."conversationId", r."version", r."author", r."purpose", r."body", r."attempts", r."expiresAt", r."createdAt",
  r."afterCrash", c."version" AS "currentVersion", c."customerAt",
  k."externalId" AS "contact", k."blockedAt"`;

const JOINED = sql`
  "OutboxRow" r JOIN "Conversation" c ON c."id" = r."conversationId" JOIN "Contact" k ON k."id" = c."contactId"`;

interface CandidateRow {
  readonly id: string;
  readonly conversationId: string;
  readonly version: number;
  readonly author: string;
  readonly purpose: string;
  readonly body: string;
  readonly attempts: number;
  readonly expiresAt: bigint | number | null;
  readonly createdAt: bigint | number;
  readonly afterCrash: string;
  readonly currentVersion: number;
  readonly customerAt: bigint | number | null;
  readonly contact: string;
  readonly blockedAt: bigint | number | null;
}

/** Why a row is not to be sent; undefined when it is. */
function verdictOn(row: CandidateRow, now: number): Settled | undefined {
  const settled = (status: Settled["status"], error: string): Settled => ({
    id: row.id,
    attempts: Number(row.attempts),
    status,
    error,
  });
  if (row.author === "bot" && Number(row.version) !== Number(row.currentVersion))
    return settled("withheld", "taken over");
  if (row.blockedAt !== null) return settled("failed", "blocked");
  if (row.expiresAt !== null && Number(row.expiresAt) <= now) return settled("failed", "expired");
  if (!readMessage(row.body)) return settled("failed", "unreadable");
  return undefined;
}

/** A takeover may have withheld a row since it was read: only what is still queued is claimed. */
async function markSending(tx: RawTx, rows: readonly CandidateRow[]): Promise<readonly ClaimedRow[]> {
  if (rows.length === 0) return [];
  const marked = await tx.$queryRaw<{ id: string; attempts: number }[]>(sql`
    UPDATE "OutboxRow" SET "status" = 'sending', "attempts" = "attempts" + 1
    WHERE "id" IN (${join(rows.map((row) => row.id))}) AND "status" = 'queued'
    RETURNING "id", "attempts"`);
  const attempts = new Map(marked.map((row) => [row.id, Number(row.attempts)]));
  return withEdits(
    tx,
    rows.flatMap((row) => {
      const count = attempts.get(row.id);
      return count === undefined ? [] : [{ ...row, attempts: count }];
    }),
  );
}

async function withEdits(tx: RawTx, rows: readonly CandidateRow[]): Promise<readonly ClaimedRow[]> {
  const claimed = rows.flatMap((row) => {
    const message = readMessage(row.body);
    return message ? [{ row, message }] : [];
  });
  const replaced = claimed.flatMap(({ message }) => (message.replaces === undefined ? [] : [message.replaces]));
  const shown = await externalIds(tx, replaced);
  const photos = await keptPhotos(
    tx,
    claimed.flatMap(({ message }) => message.photo ?? []),
  );
  return claimed.map(({ row, message: written }) => {
    const message = withPhoto(written, photos);
    const { id, conversationId, contact, attempts, purpose, afterCrash, createdAt, customerAt } = row;
    const edited = message.replaces === undefined ? undefined : shown.get(message.replaces);
    return {
      id,
      conversationId,
      contact,
      message,
      purpose,
      afterCrash,
      attempts: Number(attempts),
      createdAt: Number(createdAt),
      ...(customerAt === null ? {} : { customerAt: Number(customerAt) }),
      ...(edited === undefined ? {} : { externalIdToEdit: edited }),
    };
  });
}

/** A picture goes out with the message that names it; where it is gone, the words go alone. */
function withPhoto({ photo, ...message }: OutgoingMessage, photos: ReadonlyMap<string, Image>): OutgoingMessage {
  const image = photo === undefined ? undefined : photos.get(photo);
  return image === undefined ? message : { ...message, image };
}

type Image = NonNullable<OutgoingMessage["image"]>;

async function keptPhotos(tx: RawTx, ids: readonly string[]): Promise<ReadonlyMap<string, Image>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Image & { readonly id: string })[]>(sql`
    SELECT "id", "mime", "data" FROM "Photo" WHERE "id" IN (${join([...ids])})`);
  return new Map(rows.map(({ id, mime, data }) => [id, { mime, data }]));
}

async function externalIds(tx: RawTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; externalId: string }[]>(sql`
    SELECT "id", "externalId" FROM "OutboxRow" WHERE "id" IN (${join([...ids])}) AND "externalId" IS NOT NULL`);
  return new Map(rows.map((row) => [row.id, row.externalId]));
}

function readMessage(body: string): OutgoingMessage | undefined {
  return OutgoingMessage.safeParse(JSON.parse(body)).data;
}
