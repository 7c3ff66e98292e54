import { EventBody } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { empty, join, sql } from "../database/sql.ts";
import { groupBy } from "../group-by.ts";
import { appendEvents } from "./append-events.ts";
import { quietRule } from "./quiet-rule.ts";

/** How an order stands, of which the customer is told once the bot has their chat again. */
export interface KeptNews {
  readonly order: string;
  readonly status: string;
  /** The order's version after the step that led there */
  readonly version: number;
  /** Of the event by which the chat hears of it */
  readonly key: string;
}

/**
 * Tells what the customer has not heard of their orders because a person held the conversation: how each stands now, once.
 * The conversation must be locked.
 */
export async function tellKeptNews(tx: RawTx, conversationId: string, now: number): Promise<void> {
  const kept = await keptNews(tx, conversationId);
  if (kept.length === 0) return;
  const keys = kept.map(({ order, version }) => stepKey({ id: order, version }));
  const steps = await tx.$queryRaw<{ key: string; body: string }[]>(sql`
    SELECT "key", "body" FROM "InboxEvent" WHERE "key" IN (${join(keys)})`);
  const bodies = new Map(steps.map(({ key, body }) => [key, EventBody.safeParse(JSON.parse(body)).data]));
  const events = kept.map(({ order, status, version, key }) => {
    const stepped = bodies.get(stepKey({ id: order, version }));
    const { tell: _, ...body } =
      stepped?.type === "orderStepped" ? stepped : { type: "orderStepped" as const, order, status, tell: undefined };
    // Told once, so its key is id enough.
    return { id: key, key, conversationId, body };
  });
  await appendEvents(tx, events, now, quietRule(0));
}

/**
 * What is kept of a conversation's orders: steps whose seller wants them told later, and cards that a takeover withheld.
 * A step that came after it, or took it back, has its place.
 */
export async function keptNews(tx: RawTx, conversationId: string): Promise<readonly KeptNews[]> {
  const unsaid = await withheldCards(tx, conversationId);
  const rows = await tx.$queryRaw<HistoryRow[]>(sql`
    SELECT e."orderId" AS "order", e."what", e."data", o."status", o."version" FROM "OrderEvent" e
    JOIN "Order" o ON o."id" = e."orderId"
    WHERE o."conversationId" = ${conversationId} AND e."what" IN ('placed', 'stepped', 'undone') AND (
      ${unsaid.size === 0 ? empty : sql`o."id" IN (${join([...unsaid.keys()])}) OR`} EXISTS (
        SELECT 1 FROM "OrderEvent" l WHERE l."orderId" = o."id" AND l."what" = 'stepped' AND l."data" LIKE ${LATER}))
    ORDER BY e."at", e."id"`);
  const latest = [...groupBy(rows, ({ order }) => order)].flatMap(([id, history]) => latestOf(history, unsaid.get(id)));
  if (latest.length === 0) return [];
  const stored = await tx.$queryRaw<{ key: string }[]>(sql`
    SELECT "key" FROM "InboxEvent" WHERE "key" IN (${join(latest.flatMap(({ toldBy }) => toldBy))})`);
  const told = new Set(stored.map(({ key }) => key));
  return latest.flatMap(({ toldBy, ...news }) => (toldBy.some((key) => told.has(key)) ? [] : [news]));
}

/** Cards of new orders and of steps that were never sent, by order. Older ones that were asked for are not made up for. */
async function withheldCards(tx: RawTx, conversationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ order: string; card: string }[]>(sql`
    SELECT o."id" AS "order", r."id" AS "card" FROM "Order" o JOIN "OutboxRow" r ON r."id" = o."cardId"
    WHERE o."conversationId" = ${conversationId} AND r."conversationId" = ${conversationId}
      AND r."status" = 'withheld' AND r."error" = 'taken over'
      AND (r."key" LIKE 'card:%' OR r."createdAt" = o."placedAt")`);
  return new Map(rows.map(({ order, card }) => [order, card]));
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

/** The step that led to where the order is now, if the customer is still to hear of it; `toldBy`: keys of events that told it. */
function latestOf(
  history: readonly HistoryRow[],
  card: string | undefined,
): readonly (KeptNews & { readonly toldBy: readonly string[] })[] {
  const steps: { readonly to: string; readonly version: number; readonly tell?: string }[] = [];
  for (const { what, data } of history)
    if (what === "undone") steps.pop();
    else steps.push(JSON.parse(data));
  const [last, now] = [steps.at(-1), history[0]];
  if (last === undefined || now === undefined || last.to !== now.status) return [];
  const { order, status } = now;
  const news = { order, status, version: last.version };
  if (last.tell === "later") {
    const key = keptKey(news);
    const since = Number(now.version);
    // A correction has told how the order stands.
    return [{ ...news, key, toldBy: since > last.version ? [key, stepKey({ id: order, version: since })] : [key] }];
  }
  if (card === undefined || last.tell === "never") return [];
  const key = `news:${card}`;
  return [{ ...news, key, toldBy: [key] }];
}

/** Key of the event by which the customer's chat hears of a step. */
export function stepKey({ id, version }: { readonly id: string; readonly version: number }): string {
  return `step:${id}:${version}`;
}

/** Key of the event by which it hears of one that was kept. */
export function keptKey({ order, version }: Pick<KeptNews, "order" | "version">): string {
  return `news:${order}:${version}`;
}
