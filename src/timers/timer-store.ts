import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { type Value, values } from "../database/values.ts";

/** A timer to be set (replacing one of the same key) or cancelled. `dueAt` in epoch ms. */
export interface TimerChange {
  readonly conversationId: string;
  readonly timer:
    | { readonly type: "setTimer"; readonly key: string; readonly dueAt: number; readonly data?: unknown }
    | { readonly type: "cancelTimer"; readonly key: string };
}

/** Of several changes to one timer the last counts. A timer set anew gets a new id, and so falls as a new event. */
export async function changeTimers(tx: RawTx, changes: readonly TimerChange[], newId: () => string): Promise<void> {
  if (changes.length === 0) return;
  const last = new Map(changes.map((change) => [`${change.conversationId}\n${change.timer.key}`, change]));
  const cancelled: Value[][] = [];
  const set: Value[][] = [];
  for (const { conversationId, timer } of last.values())
    if (timer.type === "cancelTimer") cancelled.push([conversationId, timer.key]);
    else set.push([newId(), conversationId, timer.key, timer.dueAt, JSON.stringify(timer.data ?? null)]);
  if (cancelled.length > 0)
    await tx.$executeRaw(sql`
      DELETE FROM "Timer" WHERE ("conversationId", "key") IN (${values(["TEXT", "TEXT"], cancelled)})`);
  if (set.length > 0)
    await tx.$executeRaw(sql`
      INSERT INTO "Timer" ("id", "conversationId", "key", "dueAt", "body")
      ${values(["TEXT", "TEXT", "TEXT", "BIGINT", "TEXT"], set)}
      ON CONFLICT ("conversationId", "key") DO UPDATE
      SET "id" = excluded."id", "dueAt" = excluded."dueAt", "body" = excluded."body"`);
}
