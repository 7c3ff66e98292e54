import { EventBody } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { groupBy } from "../group-by.ts";
import { appendEvents } from "./append-events.ts";
import { quietRule } from "./quiet-rule.ts";

/** A step of an order of which the customer is told once the bot has their chat again. */
export interface KeptNews {
  readonly order: string;
  /** The order's version after the step */
  readonly version: number;
}

/**
 * Tells what the seller kept until the bot has the conversation again: of each order its latest step, where that is how
 * the order still stands. The conversation must be locked.
 */
export async function tellKeptNews(tx: RawTx, conversationId: string, now: number): Promise<void> {
  const kept = await keptNews(tx, conversationId);
  if (kept.length === 0) return;
  const told = kept.map((news) => ({
    key: keptKey(news),
    stepped: stepKey({ id: news.order, version: news.version }),
  }));
  const steps = await tx.$queryRaw<{ key: string; body: string }[]>(sql`
    SELECT "key", "body" FROM "InboxEvent" WHERE "key" IN (${join(told.map(({ stepped }) => stepped))})`);
  const bodies = new Map(steps.map(({ key, body }) => [key, EventBody.safeParse(JSON.parse(body)).data]));
  const events = told.flatMap(({ key, stepped }) => {
    const body = bodies.get(stepped);
    if (body?.type !== "orderStepped") return [];
    const { tell: _, ...news } = body;
    // The same step is told once, so its key is id enough.
    return [{ id: key, key, conversationId, body: news }];
  });
  await appendEvents(tx, events, now, quietRule(0));
}

/** What is kept of a conversation's orders. A step that came after it, or took it back, has its place. */
export async function keptNews(tx: RawTx, conversationId: string): Promise<readonly KeptNews[]> {
  const rows = await tx.$queryRaw<HistoryRow[]>(sql`
    SELECT e."orderId" AS "order", e."what", e."data", o."status", o."version" FROM "OrderEvent" e
    JOIN "Order" o ON o."id" = e."orderId"
    WHERE o."conversationId" = ${conversationId} AND e."what" IN ('stepped', 'undone') AND EXISTS (
      SELECT 1 FROM "OrderEvent" l WHERE l."orderId" = o."id" AND l."what" = 'stepped' AND l."data" LIKE ${LATER})
    ORDER BY e."at", e."id"`);
  const latest = [...groupBy(rows, ({ order }) => order).values()].flatMap((history) => latestOf(history));
  if (latest.length === 0) return [];
  // A correction has told how the order stands.
  const keys = latest.flatMap((news) => [keptKey(news), ...news.corrected]);
  const stored = await tx.$queryRaw<{ key: string }[]>(sql`
    SELECT "key" FROM "InboxEvent" WHERE "key" IN (${join(keys)})`);
  const told = new Set(stored.map(({ key }) => key));
  return latest
    .filter((news) => ![keptKey(news), ...news.corrected].some((key) => told.has(key)))
    .map(({ order, version }) => ({ order, version }));
}

interface HistoryRow {
  readonly order: string;
  readonly what: string;
  readonly data: string;
  /** The order's, now */
  readonly status: string;
  readonly version: number;
}

const LATER = '%"tell":"later"%';

/** The step that led to where the order is now, if its news were kept. */
function latestOf(history: readonly HistoryRow[]): readonly (KeptNews & { readonly corrected: readonly string[] })[] {
  const steps: { readonly to: string; readonly version: number; readonly tell?: string }[] = [];
  for (const { what, data } of history)
    if (what === "undone") steps.pop();
    else steps.push(JSON.parse(data));
  const [last, now] = [steps.at(-1), history[0]];
  if (last?.tell !== "later" || now === undefined || last.to !== now.status) return [];
  const { order, version } = now;
  const corrected = Number(version) > last.version ? [stepKey({ id: order, version: Number(version) })] : [];
  return [{ order, version: last.version, corrected }];
}

/** Key of the event by which the customer's chat hears of a step. */
export function stepKey({ id, version }: { readonly id: string; readonly version: number }): string {
  return `step:${id}:${version}`;
}

/** Key of the event by which it hears of one that was kept. */
export function keptKey({ order, version }: KeptNews): string {
  return `news:${order}:${version}`;
}
