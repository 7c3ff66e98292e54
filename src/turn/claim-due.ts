import { DESK, EventBody } from "../channels/message.ts";
import type { TurnEvent } from "../conversation/advance.ts";
import type { KnownCustomer } from "../conversation/picture.ts";
import type { Engine } from "../database/database-url.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { empty, join, sql } from "../database/sql.ts";
import { groupBy } from "../group-by.ts";

/** A conversation whose turn it is, locked until the transaction ends. */
export interface Claimed {
  readonly id: string;
  readonly contactId: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly holder: string;
  readonly version: number;
  readonly sequence: number;
  readonly state: string | null;
  readonly questionId: string | null;
  /** Where the open question was shown: platform's clock, epoch ms */
  readonly questionShownAt?: number;
  readonly refusals: number;
  readonly unread: number;
  readonly heldReason: string | null;
  readonly heldSince: number | null;
  /** The contact had blocked the shop */
  readonly blocked: boolean;
  /** Somebody of the shop is to call them */
  readonly awaitsCall: boolean;
  readonly customer: KnownCustomer;
  readonly catalogueVersion: number;
  readonly events: readonly StoredEvent[];
}

/** An event as it is stored. It is parsed in its own conversation's turn, so that a bad one harms no other. */
export interface StoredEvent {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly at: number;
}

/** How many turns one transaction may carry. */
const MOST_AT_ONCE = 64;
/** A fast "ya" waits this long for its question to be recorded as sent. */
const QUESTION_SETTLES_MS = 3_000;

/** Claims what is due: all of it up to 64, or the one conversation named. The claim is the row lock and dies with it. */
export async function claimDue(tx: RawTx, engine: Engine, now: number, only?: string): Promise<readonly Claimed[]> {
  const rows = await tx.$queryRaw<ClaimRow[]>(sql`
    SELECT c."id", c."contactId", c."accountId", c."holder", c."version", c."sequence", c."state", c."questionId",
      c."refusals", c."unread", c."heldReason", c."heldSince", k."customerId", k."blockedAt", u."name", u."phone",
      u."phoneVerified", u."address", u."zoneId", u."form", q."status" AS "questionStatus",
      q."sentAt" AS "questionSentAt", s."catalogueVersion",
      EXISTS (SELECT 1 FROM "CallTask" t WHERE t."customerId" = k."customerId" AND t."outcome" IS NULL) AS "awaitsCall"
    FROM "Conversation" c
    JOIN "Contact" k ON k."id" = c."contactId"
    JOIN "Customer" u ON u."id" = k."customerId"
    JOIN "Shop" s ON s."id" = 1
    LEFT JOIN "OutboxRow" q ON q."id" = c."questionId"
    WHERE c."dueAt" <= ${now} AND c."holder" <> ${DESK} ${only === undefined ? empty : sql`AND c."id" = ${only}`}
      AND NOT (c."holder" IN ('bot', 'waiting') AND COALESCE(q."status", '') = 'sending' AND c."waitingSince" > ${now - QUESTION_SETTLES_MS})
    ORDER BY c."dueAt" LIMIT ${MOST_AT_ONCE}
    ${engine === "postgresql" ? sql`FOR UPDATE OF c SKIP LOCKED` : empty}`);
  if (rows.length === 0) return [];
  const events = await waitingEvents(tx, rows);
  return rows.flatMap((row) => {
    const own = events.get(row.id) ?? [];
    // Joined to another customer between being found and being locked: it stays due and is found anew.
    if (own.some(({ customerId }) => customerId !== row.customerId)) return [];
    return [claimed(row, own.map(storedEvent))];
  });
}

/** The body as today's code reads it. Throws when it cannot. */
export function turnEvent({ id, body, at }: StoredEvent): TurnEvent {
  return { id, body: EventBody.parse(JSON.parse(body)), at };
}

interface ClaimRow {
  readonly id: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly holder: string;
  readonly version: number;
  readonly sequence: number;
  readonly state: string | null;
  readonly questionId: string | null;
  readonly refusals: number;
  readonly unread: number;
  readonly heldReason: string | null;
  readonly heldSince: bigint | number | null;
  readonly customerId: string;
  readonly blockedAt: bigint | number | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly phoneVerified: boolean | number;
  readonly address: string | null;
  readonly zoneId: string | null;
  readonly form: string | null;
  readonly questionStatus: string | null;
  readonly questionSentAt: bigint | number | null;
  readonly catalogueVersion: number;
  readonly awaitsCall: boolean | number;
}

interface EventRow {
  readonly id: string;
  readonly conversationId: string;
  /** Whose contact wrote it, as of now that the conversation is locked */
  readonly customerId: string;
  readonly kind: string;
  readonly body: string;
  readonly platformAt: bigint | number | null;
  readonly at: bigint | number;
}

async function waitingEvents(tx: RawTx, rows: readonly ClaimRow[]): Promise<ReadonlyMap<string, EventRow[]>> {
  const found = await tx.$queryRaw<EventRow[]>(sql`
    SELECT e."id", e."conversationId", e."kind", e."body", e."platformAt", e."at", k."customerId" FROM "InboxEvent" e
    JOIN "Conversation" c ON c."id" = e."conversationId" JOIN "Contact" k ON k."id" = c."contactId"
    WHERE e."conversationId" IN (${join(rows.map((row) => row.id))}) AND e."handledAt" IS NULL
    ORDER BY e."conversationId", e."sequence"`);
  return groupBy(found, (row) => row.conversationId);
}

function storedEvent({ id, kind, body, platformAt, at }: EventRow): StoredEvent {
  return { id, kind, body, at: Number(platformAt ?? at) };
}

function claimed(row: ClaimRow, events: readonly StoredEvent[]): Claimed {
  const { id, contactId, customerId, accountId, holder, state, questionId, heldReason } = row;
  const wasShown = row.questionSentAt !== null && SHOWN.has(row.questionStatus ?? "");
  return {
    id,
    contactId,
    customerId,
    accountId,
    holder,
    state,
    questionId,
    heldReason,
    version: Number(row.version),
    sequence: Number(row.sequence),
    refusals: Number(row.refusals),
    unread: Number(row.unread),
    heldSince: row.heldSince === null ? null : Number(row.heldSince),
    blocked: row.blockedAt !== null,
    awaitsCall: Boolean(row.awaitsCall),
    catalogueVersion: Number(row.catalogueVersion),
    customer: knownCustomer(row),
    events,
    ...(wasShown ? { questionShownAt: Number(row.questionSentAt) } : {}),
  };
}

const SHOWN: ReadonlySet<string> = new Set(["sent", "delivered", "read"]);

function knownCustomer({ name, phone, phoneVerified, address, zoneId, form }: ClaimRow): KnownCustomer {
  return {
    phoneVerified: Boolean(phoneVerified),
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
    ...(address === null ? {} : { address }),
    ...(zoneId === null ? {} : { zoneId }),
    ...(form === null ? {} : { form }),
  };
}
