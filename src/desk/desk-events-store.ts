import { DESK } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { type DeskRow, postToDesk } from "../staff/desk-store.ts";

/** A colleague's own chat where something came in. */
export interface DueDesk {
  readonly conversationId: string;
  readonly contactId: string;
  /** Whose it is; undefined where that colleague has left */
  readonly staff?: { readonly id: string; readonly name: string };
  readonly events: readonly DeskEvent[];
}

export interface DeskEvent {
  readonly id: string;
  readonly body: string;
  /** Epoch ms */
  readonly at: number;
}

const MOST_EVENTS = 20;

/** The chat that has waited longest for an answer. Nothing is locked: what its events ask for is safe to do again. */
export async function dueDesk(tx: Tx, now: number): Promise<DueDesk | undefined> {
  const chat = await tx.conversation.findFirst({
    where: { holder: DESK, dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    select: { id: true, contactId: true },
  });
  if (chat === null) return undefined;
  const [staff, events] = await Promise.all([
    tx.staff.findUnique({ where: { contactId: chat.contactId } }),
    tx.inboxEvent.findMany({
      where: { conversationId: chat.id, handledAt: null },
      orderBy: { sequence: "asc" },
      take: MOST_EVENTS,
    }),
  ]);
  const isColleague = staff?.active === true && staff.role !== "courier";
  return {
    conversationId: chat.id,
    contactId: chat.contactId,
    ...(isColleague ? { staff: { id: staff.id, name: staff.name } } : {}),
    events: events.map(({ id, body, platformAt, at }) => ({ id, body, at: Number(platformAt ?? at) })),
  };
}

/** When the next such chat is due, epoch ms. */
export async function nextDueDesk(tx: Tx): Promise<number | undefined> {
  const next = await tx.conversation.findFirst({
    where: { holder: DESK, dueAt: { not: null } },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true },
  });
  return next?.dueAt == null ? undefined : Number(next.dueAt);
}

/** The message of ours that a tap or a reply in this chat is about. */
export async function findShown(
  tx: Tx,
  conversationId: string,
  by: { readonly row: string } | { readonly externalId: string },
): Promise<{ readonly id: string; readonly about: string | null } | undefined> {
  const where = "row" in by ? { id: by.row } : { externalId: by.externalId };
  const row = await tx.outboxRow.findFirst({
    where: { conversationId, ...where },
    orderBy: { sequence: "desc" },
    select: { id: true, about: true },
  });
  return row ?? undefined;
}

/** Marks what was asked for as done, and answers it, in one go. */
export async function settleDesk(
  tx: RawTx,
  conversationId: string,
  events: readonly string[],
  answers: readonly DeskRow[],
  now: number,
): Promise<void> {
  // First the chat's own row: what is accepted meanwhile waits for it, and is due afterwards.
  await tx.$executeRaw(sql`
    UPDATE "Conversation" SET "lastAt" = ${now}, "failures" = 0 WHERE "id" = ${conversationId}`);
  if (events.length > 0)
    await tx.$executeRaw(sql`
      UPDATE "InboxEvent" SET "handledAt" = ${now} WHERE "id" IN (${join([...events])}) AND "handledAt" IS NULL`);
  await postToDesk(tx, conversationId, answers, now);
  const open = sql`EXISTS (SELECT 1 FROM "InboxEvent" e
    WHERE e."conversationId" = ${conversationId} AND e."handledAt" IS NULL)`;
  await tx.$executeRaw(sql`
    UPDATE "Conversation" SET
      "dueAt" = CASE WHEN ${open} THEN CAST(${now} AS BIGINT) END,
      "waitingSince" = CASE WHEN ${open} THEN CAST(${now} AS BIGINT) END
    WHERE "id" = ${conversationId}`);
}
