import { ERASED, type EventBody } from "../channels/message.ts";
import type { Engine } from "../database/database-url.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { type Value, values } from "../database/values.ts";
import { groupBy } from "../group-by.ts";
import { type QuietRule, waitsForQuiet } from "./quiet-rule.ts";

/** An event that is known to be new, with its conversation. `at` and `platformAt` in epoch ms. */
export interface NewEvent {
  readonly id: string;
  readonly key: string;
  readonly conversationId: string;
  readonly body: EventBody;
  readonly platformAt?: number;
}

export interface Appended {
  /** Fewer than were given when some keys are stored already: the caller must then roll back */
  readonly inserted: number;
  /** False when a conversation is gone, or its person was erased */
  readonly complete: boolean;
  /** Conversations among them that the bot holds */
  readonly withBot: ReadonlySet<string>;
}

/**
 * Stores events, numbered by their conversations' own counters, and says when each conversation is due.
 * Conversations of several events must have been locked by `lockConversations`.
 */
export async function appendEvents(
  tx: RawTx,
  events: readonly NewEvent[],
  now: number,
  quiet: QuietRule,
): Promise<Appended> {
  if (events.length === 0) return { inserted: 0, complete: true, withBot: new Set() };
  const byConversation = groupBy(events, (event) => event.conversationId);
  const due = await makeDue(tx, byConversation, now, quiet);
  if (due.size < byConversation.size) return { inserted: 0, complete: false, withBot: new Set() };
  const rows = [...byConversation].flatMap(([conversationId, own]) => {
    const first = (due.get(conversationId)?.sequence ?? 0) - own.length;
    return own.map((event, index) => eventRow(event, first + index + 1, now));
  });
  const inserted = await tx.$executeRaw(sql`
    INSERT INTO "InboxEvent" ("id", "key", "conversationId", "sequence", "kind", "body", "platformAt", "at")
    ${values(EVENT_COLUMNS, rows)}
    ON CONFLICT ("key") DO NOTHING`);
  const withBot = new Set([...due].flatMap(([id, { holder }]) => (holder === "bot" ? [id] : [])));
  return { inserted, complete: true, withBot };
}

/** Locks conversations in the one order that all use. SQLite has one writer and needs none of it. */
export async function lockConversations(tx: RawTx, engine: Engine, ids: ReadonlySet<string>): Promise<void> {
  if (engine === "sqlite" || ids.size === 0) return;
  await tx.$queryRaw(sql`
    SELECT "id" FROM "Conversation" WHERE "id" IN (${join([...ids])}) ORDER BY "id" FOR UPDATE`);
}

const EVENT_COLUMNS = ["TEXT", "TEXT", "TEXT", "INTEGER", "TEXT", "TEXT", "BIGINT", "BIGINT"] as const;

function eventRow(event: NewEvent, sequence: number, now: number): Value[] {
  const { id, key, conversationId, body, platformAt } = event;
  return [id, key, conversationId, sequence, body.type, JSON.stringify(body), platformAt ?? null, now];
}

/** Raises each conversation's counter and says when it is due. What is due already is not put off by new words. */
async function makeDue(
  tx: RawTx,
  byConversation: ReadonlyMap<string, readonly NewEvent[]>,
  now: number,
  { quietMs, ceilingMs }: QuietRule,
): Promise<ReadonlyMap<string, Due>> {
  const rows = [...byConversation].map(([id, events]) => [
    id,
    events.length,
    events.every((event) => waitsForQuiet(event.body)) ? now + quietMs : now,
    lastFromCustomer(events, now),
  ]);
  const updated = await tx.$queryRaw<{ id: string; sequence: number; holder: string }[]>(sql`
    UPDATE "Conversation" SET
      "sequence" = "sequence" + v.column2,
      "dueAt" = CASE
        WHEN "dueAt" <= ${now} THEN "dueAt"
        WHEN "waitingSince" + ${ceilingMs} < v.column3 THEN "waitingSince" + ${ceilingMs}
        ELSE v.column3 END,
      "waitingSince" = COALESCE("waitingSince", ${now}),
      "lastAt" = ${now},
      "customerAt" = CASE WHEN v.column4 > COALESCE("customerAt", 0) THEN v.column4 ELSE "customerAt" END,
      "closedAt" = CASE WHEN v.column4 IS NULL THEN "closedAt" END
    FROM (${values(["TEXT", "INTEGER", "BIGINT", "BIGINT"], rows)}) AS v
    WHERE "Conversation"."id" = v.column1 AND "Conversation"."holder" <> ${ERASED}
    RETURNING "Conversation"."id", "Conversation"."sequence", "Conversation"."holder"`);
  return new Map(updated.map(({ id, sequence, holder }) => [id, { sequence: Number(sequence), holder }]));
}

interface Due {
  /** Its last number given */
  readonly sequence: number;
  readonly holder: string;
}

/** When the customer last wrote or called, by the platform's clock where it says; null where these events are others' acts. */
function lastFromCustomer(events: readonly NewEvent[], now: number): number | null {
  const instants = events
    .filter(({ body }) => FROM_CUSTOMER.has(body.type))
    // A platform's clock that runs ahead must not keep a chat open for longer.
    .map(({ platformAt }) => Math.min(platformAt ?? now, now));
  return instants.length === 0 ? null : Math.max(...instants);
}

/** What opens a chat for the shop's free words, where a channel counts the hours. An edit or a deletion does not. */
const FROM_CUSTOMER: ReadonlySet<EventBody["type"]> = new Set([
  "messageReceived",
  "choicePicked",
  "contactShared",
  "locationShared",
  "commandGiven",
  "callMissed",
]);
