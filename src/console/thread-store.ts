import type { Database } from "../database/database.ts";
import { againKey } from "../staff/send-again.ts";
import { readStaffNames } from "./staff-store.ts";
import { entryOfEvent, entryOfNote, entryOfRow } from "./thread-entry.ts";
import type { ThreadEntry } from "./views.ts";

const PAGE = 200;
/** So many entries beyond the one that was looked for, where a search opens the thread. */
const AFTER_FOUND = 40;

/** Which part of a thread: its end, or what lies before, after or around a sequence number. */
export interface ThreadPart {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly around?: number | undefined;
}

export interface Thread {
  readonly entries: readonly ThreadEntry[];
  /** Whether there is more before these */
  readonly earlier: boolean;
}

/** A part of everything said, sent, noted and happened in a conversation, in order. */
export async function readThread(database: Database, conversationId: string, part: ThreadPart): Promise<Thread> {
  const { prisma } = database;
  const page = pageOf(conversationId, part);
  const [events, rows, notes, staff] = await Promise.all([
    prisma.inboxEvent.findMany({ ...page, include: { misread: { select: { id: true } } } }),
    prisma.outboxRow.findMany(page),
    prisma.staffNote.findMany(page),
    readStaffNames(database),
  ]);
  const again = await readSentAgain(
    database,
    rows.filter(({ status }) => status === "failed").map(({ id }) => id),
  );
  const entries = [
    ...events.map(entryOfEvent),
    ...rows.map((row) => entryOfRow(row, staff, again.has(row.id))),
    ...notes.map((note) => entryOfNote(note, staff)),
  ].sort((one, other) => one.sequence - other.sequence);
  // A counter counts without gaps, so what lies before is told by the first number alone.
  const shown = part.after === undefined ? entries.slice(-PAGE) : entries.slice(0, PAGE);
  return { entries: shown, earlier: (shown[0]?.sequence ?? 1) > 1 };
}

function pageOf(conversationId: string, { before, after, around }: ThreadPart) {
  const end = around === undefined ? before : around + AFTER_FOUND;
  const sequence = { ...(after === undefined ? {} : { gt: after }), ...(end === undefined ? {} : { lt: end }) };
  const order: "asc" | "desc" = after === undefined ? "desc" : "asc";
  return { where: { conversationId, sequence }, orderBy: { sequence: order }, take: PAGE };
}

/** Which of these failed rows were sent once more. */
async function readSentAgain({ prisma }: Database, failed: readonly string[]): Promise<ReadonlySet<string>> {
  if (failed.length === 0) return new Set();
  const keys = new Map(failed.map((id) => [againKey(id), id]));
  const rows = await prisma.outboxRow.findMany({ where: { key: { in: [...keys.keys()] } }, select: { key: true } });
  return new Set(rows.flatMap(({ key }) => keys.get(key) ?? []));
}
