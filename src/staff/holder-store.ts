import { DESK, ERASED, OWN_PHONE } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import type { Engine } from "../database/database-url.ts";
import { empty, sql } from "../database/sql.ts";
import { type HoldClock, NO_CLOCK, personsClock, waitersClock } from "../hold-rules.ts";
import { tellKeptNews } from "../inbox/kept-news.ts";
import { readHoldRules } from "../inbox/read-hold-rules.ts";

/** A conversation as an act of staff finds it, locked. */
export interface HeldConversation {
  readonly id: string;
  readonly accountId: string;
  readonly holder: string;
  readonly version: number;
  readonly sequence: number;
}

/** Whether another member of staff holds it: nobody else stands in the way. */
export function isColleagues(holder: string, staffId: string): boolean {
  return !NOBODYS.has(holder) && holder !== staffId;
}

/** Holders that any seller may take a conversation from, or hand it back for */
const NOBODYS: ReadonlySet<string> = new Set(["bot", "waiting", OWN_PHONE]);

/** Whether a person of the shop answers there, and the bot is silent. */
export function isPersons(holder: string): boolean {
  return !BOT_SPEAKS.has(holder) && holder !== DESK && holder !== ERASED;
}

/** Until a person takes it, who waits may go on with the bot. */
const BOT_SPEAKS: ReadonlySet<string> = new Set(["bot", "waiting"]);

export async function isHeldByPerson({ conversation }: Pick<Tx, "conversation">, id: string): Promise<boolean> {
  return isPersons((await conversation.findUniqueOrThrow({ where: { id }, select: { holder: true } })).holder);
}

/**
 * Locks a customer's conversation: a turn being taken there commits first, and sees nothing of what follows. A colleague's
 * own chat is none, nor is that of an erased person.
 */
export async function lockConversation(tx: Tx, engine: Engine, id: string): Promise<HeldConversation | undefined> {
  const [row] = await tx.$queryRaw<HeldConversation[]>(sql`
    SELECT "id", "accountId", "holder", "version", "sequence" FROM "Conversation"
    WHERE "id" = ${id} AND "holder" NOT IN (${DESK}, ${ERASED})
    ${engine === "postgresql" ? sql`FOR UPDATE` : empty}`);
  return row && { ...row, version: Number(row.version), sequence: Number(row.sequence) };
}

/** Gives a conversation to another holder, with a new version, and withholds what the bot has not said yet. */
export async function changeHolder(
  tx: Tx,
  conversation: HeldConversation,
  holder: string,
  reason: string | null,
  now: number,
): Promise<number> {
  const version = conversation.version + 1;
  await tx.conversation.update({
    where: { id: conversation.id },
    data: {
      ...{ holder, version, heldReason: reason, heldSince: reason === null ? null : now, closedAt: null },
      ...(await clockOf(tx, holder, now)),
    },
  });
  await tx.outboxRow.updateMany({
    where: { conversationId: conversation.id, status: "queued", author: "bot" },
    data: { status: "withheld", error: "taken over" },
  });
  if (BOT_SPEAKS.has(holder)) await tellKeptNews(tx, conversation.id, now);
  return version;
}

/** The seller has just said something: a quiet takeover ends as much later. The conversation must be locked and theirs. */
export async function spokeThere(tx: Tx, conversationId: string, now: number): Promise<void> {
  const data = personsClock(await readHoldRules(tx), now);
  await tx.conversation.update({ where: { id: conversationId }, data });
}

/** A seller has done something for a customer: a takeover of theirs ends as much later. The conversation must be locked. */
export async function actedThere(tx: Tx, conversationId: string, staff: string, now: number): Promise<void> {
  const data = personsClock(await readHoldRules(tx), now);
  await tx.conversation.updateMany({ where: { id: conversationId, holder: staff }, data });
}

async function clockOf(tx: Tx, holder: string, now: number): Promise<HoldClock> {
  if (holder === "bot") return NO_CLOCK;
  return holder === "waiting" ? waitersClock(now) : personsClock(await readHoldRules(tx), now);
}

/** Who did what, for good. */
export async function audit(
  tx: Tx,
  entry: {
    readonly id: string;
    readonly at: number;
    readonly who: string;
    readonly what: string;
    readonly subject: string;
    /** The colleague whose conversation it was */
    readonly from?: string;
    /** The colleague to whom it went, and what they were told */
    readonly to?: string;
    readonly note?: string;
  },
): Promise<void> {
  const { from, to, note, ...columns } = entry;
  await tx.audit.create({ data: { ...columns, data: JSON.stringify({ from, to, note }) } });
}
