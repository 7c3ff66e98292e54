import type { EventBody } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { join, sql } from "../database/sql.ts";
import { appendEvents, lockConversations, type NewEvent } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";

const MOST_AT_ONCE = 64;

/**
 * Turns timers that fell due into inbox events, in the transaction that deletes them: each falls once. Returns the
 * conversations that got one. A timer that a turn replaced or cancelled meanwhile does not fall.
 */
export async function fireTimers(database: Database, now: number, newId: () => string): Promise<readonly string[]> {
  return database.rawTransaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; conversationId: string }[]>(sql`
      SELECT "id", "conversationId" FROM "Timer" WHERE "dueAt" <= ${now} ORDER BY "dueAt" LIMIT ${MOST_AT_ONCE}`);
    if (due.length === 0) return [];
    // Conversation before timer, as in a turn.
    await lockConversations(tx, database.engine, new Set(due.map((timer) => timer.conversationId)));
    const fallen = await tx.$queryRaw<{ id: string; conversationId: string; key: string; body: string }[]>(sql`
      DELETE FROM "Timer" WHERE "id" IN (${join(due.map((timer) => timer.id))})
      RETURNING "id", "conversationId", "key", "body"`);
    if (fallen.length === 0) return [];
    const events = fallen.map(({ id, conversationId, key, body }): NewEvent => {
      const data: unknown = JSON.parse(body);
      const event: EventBody = { type: "timerFell", key, ...(data === null ? {} : { data }) };
      return { id: newId(), key: `timer:${id}`, conversationId, body: event };
    });
    const { inserted } = await appendEvents(tx, events, now, quietRule(0));
    if (inserted !== events.length) throw new Error("A timer fell twice.");
    return [...new Set(fallen.map((timer) => timer.conversationId))];
  });
}

/** When the next timer falls, epoch ms. */
export async function nextTimer(database: Database): Promise<number | undefined> {
  const next = await database.prisma.timer.findFirst({ orderBy: { dueAt: "asc" }, select: { dueAt: true } });
  return next ? Number(next.dueAt) : undefined;
}
