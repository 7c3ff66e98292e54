import { z } from "zod";
import { DESK, ERASED, type EventBody } from "../channels/message.ts";
import type { Database, Tx } from "../database/database.ts";
import type { Engine } from "../database/database-url.ts";
import { empty, join, type Sql, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import type { HoldClock } from "../hold-rules.ts";
import type { HeldConversation } from "./holder-store.ts";

/** A conversation that the desk is to look at now, locked. */
export interface DueConversation extends HeldConversation, HoldClock {
  readonly heldSince: number | null;
  /** The customer's or the contact's name, where one is known */
  readonly name: string | null;
}

/** How many the desk looks at in one transaction */
const MOST_AT_ONCE = 32;
/** A reminder that is due takes along those that would follow within this. */
const TAKEN_ALONG_MS = 60_000;

/** Claims conversations that a person holds, or held, and whose clock has run down. */
export function claimHolds(tx: Tx, engine: Engine, now: number): Promise<readonly DueConversation[]> {
  return claim(tx, engine, sql`c."deskAt" <= ${now} AND c."holder" <> 'waiting'`);
}

/** Claims conversations that wait for a person, of which somebody is to be told now. */
export async function claimWaiting(tx: Tx, engine: Engine, now: number): Promise<readonly DueConversation[]> {
  const due = await claim(
    tx,
    engine,
    sql`c."deskAt" <= ${now + TAKEN_ALONG_MS} AND c."holder" = 'waiting' AND (c."deskAt" <= ${now} OR c."deskStep" > 0)`,
  );
  return due.some(({ deskAt }) => deskAt !== null && deskAt <= now) ? due : [];
}

async function claim(tx: Tx, engine: Engine, which: Sql): Promise<readonly DueConversation[]> {
  const rows = await tx.$queryRaw<DueConversation[]>(sql`
    SELECT c."id", c."accountId", c."holder", c."version", c."sequence", c."heldSince", c."heldUntil", c."deskAt",
      c."deskStep", COALESCE(u."name", k."name") AS "name"
    FROM "Conversation" c JOIN "Contact" k ON k."id" = c."contactId" JOIN "Customer" u ON u."id" = k."customerId"
    WHERE ${which} ORDER BY c."deskAt" LIMIT ${MOST_AT_ONCE}
    ${engine === "postgresql" ? sql`FOR UPDATE OF c SKIP LOCKED` : empty}`);
  return rows.map((row) => ({
    ...row,
    version: Number(row.version),
    sequence: Number(row.sequence),
    deskStep: Number(row.deskStep),
    heldSince: instant(row.heldSince),
    heldUntil: instant(row.heldUntil),
    deskAt: instant(row.deskAt),
  }));
}

function instant(stored: number | bigint | null): number | null {
  return stored === null ? null : Number(stored);
}

/** Sets the clocks of conversations that are locked. */
export async function setClocks(tx: Tx, clocks: readonly (HoldClock & { readonly id: string })[]): Promise<void> {
  if (clocks.length === 0) return;
  const rows = clocks.map(({ id, heldUntil, deskAt, deskStep }) => [id, heldUntil, deskAt, deskStep]);
  await tx.$executeRaw(sql`
    UPDATE "Conversation" SET "heldUntil" = v.column2, "deskAt" = v.column3, "deskStep" = v.column4
    FROM (${values(["TEXT", "BIGINT", "BIGINT", "INTEGER"], rows)}) AS v WHERE "Conversation"."id" = v.column1`);
}

/**
 * Lets the desk look at what an earlier release, or another rule of the shop, left without a clock: takeovers that never
 * end and those who wait without anybody being told.
 */
export async function armDesk({ prisma }: Database, now: number): Promise<void> {
  await prisma.conversation.updateMany({
    where: {
      deskAt: null,
      heldUntil: null,
      OR: [{ holder: "waiting" }, { deskStep: 0, holder: { notIn: ["bot", DESK, ERASED] } }],
    },
    data: { deskAt: now },
  });
}

/** When the desk looks next, epoch ms. */
export async function nextLook({ conversation }: Pick<Tx, "conversation">): Promise<number | undefined> {
  const { _min } = await conversation.aggregate({ _min: { deskAt: true } });
  return _min.deskAt === null ? undefined : Number(_min.deskAt);
}

/**
 * Opens again what the customer said last and nobody answered, so that the next turn finds it. Says whom it was said to:
 * a person, where a person of the shop spoke last (and perhaps asked something), or the bot. undefined: nothing is unanswered.
 * An answer of the bot that was withheld was never said.
 */
export async function reopenUnanswered(tx: Tx, conversationId: string): Promise<Unanswered | undefined> {
  const [said] = await tx.$queryRaw<Record<"bot" | "staff" | "phone" | "handed", number | null>[]>(sql`
    SELECT
      (SELECT MAX("sequence") FROM "OutboxRow" WHERE "conversationId" = ${conversationId} AND "author" = 'bot'
        AND "status" <> 'withheld') AS "bot",
      (SELECT MAX("sequence") FROM "OutboxRow" WHERE "conversationId" = ${conversationId} AND "author" <> 'bot'
        AND "purpose" = 'reply' AND "status" NOT IN ('failed', 'withheld')) AS "staff",
      (SELECT MAX("sequence") FROM "InboxEvent" WHERE "conversationId" = ${conversationId}
        AND "kind" = 'sellerWrote') AS "phone",
      (SELECT MAX("sequence") FROM "InboxEvent" WHERE "conversationId" = ${conversationId}
        AND "kind" = 'handedBack') AS "handed"`);
  const person = Math.max(Number(said?.staff ?? 0), Number(said?.phone ?? 0));
  const bot = Number(said?.bot ?? 0);
  const after = Math.max(person, bot, Number(said?.handed ?? 0));
  const done = await doneUnsaid(tx, conversationId, after);
  const opened = await tx.$executeRaw(sql`
    UPDATE "InboxEvent" SET "handledAt" = NULL
    WHERE "conversationId" = ${conversationId} AND "sequence" > ${after} AND "kind" IN (${join(WORDS)})
      ${done.length === 0 ? empty : sql`AND ("handledAt" IS NULL OR "handledAt" NOT IN (${join(done)}))`}`);
  if (opened === 0) return undefined;
  // Whoever is to answer counts them anew.
  await tx.conversation.update({ where: { id: conversationId }, data: { unread: 0 } });
  if (person <= bot) return "bot";
  return (await asked(tx, conversationId, person)) ? "asked" : "person";
}

type Unanswered = NonNullable<Extract<EventBody, { type: "handedBack" }>["unanswered"]>;

/**
 * When turns did something whose answer was withheld, epoch ms: heard again, their words would do it twice. What is open of
 * an errand the bot says anyhow when it goes on.
 */
async function doneUnsaid(tx: Tx, conversationId: string, after: number): Promise<readonly bigint[]> {
  const unsaid = await tx.outboxRow.findMany({
    where: { conversationId, author: "bot", status: "withheld", sequence: { gt: after } },
    select: { createdAt: true },
  });
  if (unsaid.length === 0) return [];
  const moments = [...new Set(unsaid.map(({ createdAt }) => createdAt))];
  const ordered = await tx.orderEvent.findMany({
    where: { order: { conversationId }, at: { in: moments } },
    select: { at: true },
  });
  const { state } = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId }, select: { state: true } });
  const errands = Errands.safeParse(JSON.parse(state ?? "{}")).data?.topics ?? [];
  const touched = new Set([...ordered.map(({ at }) => at), ...errands.map(({ touchedAt }) => BigInt(touchedAt))]);
  return moments.filter((moment) => touched.has(moment));
}

const Errands = z.object({ topics: z.array(z.object({ touchedAt: z.number() })) });

/** Whether what a person of the shop said under a number was a question. */
async function asked(tx: Tx, conversationId: string, sequence: number): Promise<boolean> {
  const where = { conversationId_sequence: { conversationId, sequence } };
  const said =
    (await tx.outboxRow.findUnique({ where, select: { body: true } })) ??
    (await tx.inboxEvent.findUnique({ where, select: { body: true } }));
  return said !== null && (Said.safeParse(JSON.parse(said.body)).data?.text.includes("?") ?? false);
}

const Said = z.object({ text: z.string() });

/** Events to which a customer waits for an answer. A call has its own list. */
const WORDS = ["messageReceived", "choicePicked", "contactShared", "locationShared"];
