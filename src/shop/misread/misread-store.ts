import type { Database, PrismaClient } from "../../database/database.ts";
import type { MisreadModel as MisreadRow } from "../../database/generated/sqlite/models/Misread.ts";

/** What staff say of a message that was understood wrongly. Instants in epoch ms, JSON as text. */
export interface NewMisread {
  readonly id: string;
  readonly eventId: string;
  readonly catalogueVersion: number;
  readonly context: string;
  readonly text: string;
  readonly understood: string;
  readonly correction: string | null;
  readonly saidAt: number;
  readonly at: number;
  readonly who: string;
}

/** Marks a message as misread, or puts a new mark in the place of its old one. */
export async function markMisread(database: Database, misread: NewMisread, auditId: string): Promise<void> {
  const { eventId, at, who, correction } = misread;
  const { id: _, ...columns } = misread;
  await database.transaction(async (tx) => {
    await tx.misread.upsert({ where: { eventId }, create: misread, update: columns });
    const data = JSON.stringify({ corrected: correction !== null });
    await tx.audit.create({ data: { id: auditId, at, who, what: "messageMisread", subject: eventId, data } });
  });
}

/** Takes a mark back; nothing happens where there is none. */
export async function unmarkMisread(
  database: Database,
  eventId: string,
  audit: { readonly id: string; readonly at: number; readonly who: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { count } = await tx.misread.deleteMany({ where: { eventId } });
    if (count === 0) return;
    await tx.audit.create({ data: { ...audit, what: "messageNotMisread", subject: eventId, data: "{}" } });
  });
}

const PAGE = 500;

/** All misread messages, the oldest mark first, read a page at a time. */
export async function* storedMisreads(prisma: PrismaClient): AsyncGenerator<MisreadRow> {
  for (let cursor: string | undefined; ; ) {
    const page = await prisma.misread.findMany({
      take: PAGE,
      ...(cursor === undefined ? {} : { skip: 1, cursor: { id: cursor } }),
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    yield* page;
    cursor = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}
