import type { EventBody } from "../channels/message.ts";
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
  /** False when a conversation is gone */
  readonly complete: boolean;
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
  const byConversation = groupBy(events, (event) => event.conversationId);
  const last = await makeDue(tx, byConversation, now, quiet);
  if (last.size < byConversation.size) return { inserted: 0, complete: false };
  const rows = [...byConversation].flatMap(([conversationId, own]) => {
    const first = (last.get(conversationId) ?? 0) - own.length;
    return own.map((event, index) => eventRow(event, first + index + 1, now));
  });
  const inserted = await tx.$executeRaw(sql`
    INSERT INTO "InboxEvent" ("id", "key", "conversationId", "sequence", "kind", "body", "platformAt", "at")
    ${values(EVENT_COLUMNS, rows)}
    ON CONFLICT ("key") DO NOTHING`);
  return { inserted, complete: true };
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
): Promise<ReadonlyMap<string, number>> {
  const rows = [...byConversation].map(([id, events]) => [
    id,
    events.length,
    events.every((event) => waitsForQuiet(event.body)) ? now + quietMs : now,
  ]);
  const updated = await tx.$queryRaw<{ id: string; sequence: number }[]>(sql`
    UPDATE "Conversation" SET
      "sequence" = "sequence" + v.column2,
      "dueAt" = CASE
        WHEN "dueAt" <= ${now} THEN "dueAt"
        WHEN "waitingSince" + ${ceilingMs} < v.column3 THEN "waitingSince" + ${ceilingMs}
        ELSE v.column3 END,
      "waitingSince" = COALESCE("waitingSince", ${now}),
      "lastAt" = ${now}
    FROM (${values(["TEXT", "INTEGER", "BIGINT"], rows)}) AS v
    WHERE "Conversation"."id" = v.column1
    RETURNING "Conversation"."id", "Conversation"."sequence"`);
  return new Map(updated.map((row) => [row.id, Number(row.sequence)]));
}
