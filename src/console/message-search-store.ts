import { DESK, ERASED } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { type Sql, sql } from "../database/sql.ts";
import { customerLabel } from "./conversation-list-store.ts";
import type { FoundMessage, SearchView } from "./inbox-views.ts";
import { containing } from "./search-pattern.ts";
import { entryOfEvent, entryOfRow } from "./thread-entry.ts";

const MOST_FOUND = 50;
/** A stretch is looked through at a time, so that nobody else waits long for the database. */
const STRETCH = 4_000;
const MOST_STRETCHES = 50;

/** The latest messages and notes that hold these words. */
export async function findMessages(database: Database, words: string): Promise<Pick<SearchView, "messages" | "more">> {
  const needle = words.toLowerCase();
  const [events, rows, notes] = await Promise.all([
    lookThrough<EventRow>(database, EVENTS, (row) => saidIn(row, needle), words),
    lookThrough<SentRow>(database, SENT, (row) => sentIn(row, needle), words),
    notesOf(database, words),
  ]);
  const found = [...events.found, ...rows.found, ...notes].sort((one, other) => other.at - one.at);
  const shown = found.slice(0, MOST_FOUND);
  const names = await readNames(database, [...new Set(shown.map(({ conversationId }) => conversationId))]);
  return {
    messages: shown.map((each) => ({
      ...each,
      customer: names.get(each.conversationId) ?? "",
      text: around(each.text, needle),
    })),
    more: events.more || rows.more || found.length > MOST_FOUND,
  };
}

type Found = Omit<FoundMessage, "customer">;

/** A table of what was said, as `r`, whose ids are made in the order of time. */
interface Said {
  readonly table: Sql;
  readonly columns: Sql;
  /** Which of its rows count */
  readonly which: Sql;
}

/** Beyond every id */
const END = "zzzz";

/** Goes back through what was stored, newest first. */
async function lookThrough<Row>(
  { prisma }: Database,
  said: Said,
  read: (row: Row) => Found | undefined,
  words: string,
): Promise<{ readonly found: readonly Found[]; readonly more: boolean }> {
  // As the words stand in JSON
  const pattern = containing(JSON.stringify(words).slice(1, -1));
  const found: Found[] = [];
  let before = END;
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch++) {
    const from = await floorOf(before);
    found.push(...(await rowsIn(from ?? "", before)).flatMap((row) => read(row) ?? []));
    if (from === undefined) return { found, more: false };
    if (found.length > MOST_FOUND) break;
    before = from;
  }
  return { found, more: true };

  /** Where a stretch that ends before an id begins; undefined for the first of all */
  async function floorOf(end: string): Promise<string | undefined> {
    const [floor] = await prisma.$queryRaw<{ id: string }[]>(sql`
      SELECT r."id" FROM ${said.table} r WHERE r."id" < ${end} ORDER BY r."id" DESC LIMIT 1 OFFSET ${STRETCH - 1}`);
    return floor?.id;
  }

  function rowsIn(from: string, end: string): Promise<Row[]> {
    return prisma.$queryRaw<Row[]>(sql`
      SELECT ${said.columns} FROM ${said.table} r JOIN "Conversation" v ON v."id" = r."conversationId"
      WHERE r."id" >= ${from} AND r."id" < ${end} AND LOWER(r."body") LIKE ${pattern} ESCAPE '!'
        AND ${said.which} AND v."holder" NOT IN (${DESK}, ${ERASED})
      ORDER BY r."id" DESC LIMIT ${MOST_READ}`);
  }
}

/** Words of the format itself ("type") stand in every row: of these no more are read. */
const MOST_READ = 400;

interface EventRow {
  readonly id: string;
  readonly conversationId: string;
  readonly sequence: number | bigint;
  readonly kind: string;
  readonly body: string;
  readonly at: number | bigint;
}

const EVENTS: Said = {
  table: sql`"InboxEvent"`,
  columns: sql`r."id", r."conversationId", r."sequence", r."kind", r."body", r."at"`,
  which: sql`r."kind" IN ('messageReceived', 'messageEdited', 'sellerWrote')`,
};

interface SentRow {
  readonly id: string;
  readonly conversationId: string;
  readonly sequence: number | bigint;
  readonly author: string;
  readonly purpose: string;
  readonly body: string;
  readonly status: string;
  readonly createdAt: number | bigint;
}

const SENT: Said = {
  table: sql`"OutboxRow"`,
  columns: sql`r."id", r."conversationId", r."sequence", r."author", r."purpose", r."body", r."status", r."createdAt"`,
  which: sql`r."status" <> 'withheld'`,
};

async function notesOf({ prisma }: Database, words: string): Promise<readonly Found[]> {
  const notes = await prisma.$queryRaw<NoteRow[]>(sql`
    SELECT "conversationId", "sequence", "at", "text" FROM "StaffNote"
    WHERE LOWER("text") LIKE ${containing(words)} ESCAPE '!' ORDER BY "at" DESC LIMIT ${MOST_FOUND}`);
  return notes.map(({ conversationId, sequence, at, text }) => ({
    ...{ conversationId, text, from: "note" as const, sequence: Number(sequence), at: Number(at) },
  }));
}

interface NoteRow {
  readonly conversationId: string;
  readonly sequence: number | bigint;
  readonly at: number | bigint;
  readonly text: string;
}

function saidIn(row: EventRow, needle: string): Found | undefined {
  const { conversationId } = row;
  const { text, said, at, sequence } = entryOfEvent({ ...row, at: BigInt(row.at), sequence: Number(row.sequence) });
  if (said === "nobody" || !text.toLowerCase().includes(needle)) return undefined;
  return { conversationId, sequence, at, text, from: said === "customer" ? "customer" : "shop" };
}

function sentIn(row: SentRow, needle: string): Found | undefined {
  const { conversationId } = row;
  const stored = {
    ...row,
    error: null,
    sentAt: null,
    createdAt: BigInt(row.createdAt),
    sequence: Number(row.sequence),
  };
  const { text, at, sequence } = entryOfRow(stored, new Map());
  return text.toLowerCase().includes(needle) ? { conversationId, sequence, at, text, from: "shop" } : undefined;
}

async function readNames({ prisma }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma.conversation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, contact: { include: { customer: true } } },
  });
  return new Map(rows.map(({ id, contact }) => [id, customerLabel(contact)]));
}

const BEFORE = 50;
const LONGEST = 180;

/** The part of a text in which the words stand. */
function around(text: string, needle: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(needle));
  const from = Math.max(0, at - BEFORE);
  const part = text.slice(from, from + Math.max(LONGEST, needle.length + BEFORE));
  return `${from > 0 ? "…" : ""}${part}${from + part.length < text.length ? "…" : ""}`;
}
