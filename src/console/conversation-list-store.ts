import { DESK, ERASED } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { holderView, type StaffNames } from "./holder-view.ts";
import { readStaffNames } from "./staff-store.ts";
import { entryOfEvent, entryOfRow } from "./thread-entry.ts";
import type { ConversationSummary } from "./views.ts";

/** Of those that the bot serves; whom a person serves or is to serve is never left out */
const MOST_OF_BOT = 60;
/** SQLite reads no condition of more than a thousand parts. */
const MOST_AT_ONCE = 200;
/** The last words are looked for among this many last entries of a thread; what lies behind is no news. */
const LOOK_BACK = 12;
/** A visitor who only opened the page is no conversation yet. */
const CUSTOMER_CAME = { kind: { not: "chatStarted" } } as const;
const PARTS = { contact: { include: { customer: true, account: true } } } as const;

/** The conversations to show: those that wait for a person first (longest wait first), then those held, then the bot's latest. */
export async function readConversations(database: Database): Promise<readonly ConversationSummary[]> {
  const { prisma } = database;
  const latest = { orderBy: { lastAt: "desc" }, include: PARTS } as const;
  const [waiting, held, bot, staff] = await Promise.all([
    prisma.conversation.findMany({
      where: { holder: "waiting" },
      orderBy: { heldSince: "asc" },
      include: PARTS,
    }),
    prisma.conversation.findMany({ where: { holder: { notIn: ["bot", "waiting", DESK, ERASED] } }, ...latest }),
    prisma.conversation.findMany({
      where: { holder: "bot", events: { some: CUSTOMER_CAME } },
      take: MOST_OF_BOT,
      ...latest,
    }),
    readStaffNames(database),
  ]);
  const shown = [...waiting, ...held, ...bot];
  const lastWords = new Map<string, LastWords>();
  for (let from = 0; from < shown.length; from += MOST_AT_ONCE)
    for (const [id, words] of await readLastWords(database, shown.slice(from, from + MOST_AT_ONCE)))
      lastWords.set(id, words);
  return shown.map((row) => {
    const words = lastWords.get(row.id);
    return {
      id: row.id,
      customer: customerLabel(row.contact),
      channel: row.contact.account.channel,
      holder: holderView(row.holder, staff),
      lastAt: Number(row.lastAt),
      unread: row.unread,
      ...(row.heldReason === null ? {} : { heldReason: row.heldReason }),
      ...(row.heldSince === null ? {} : { heldSince: Number(row.heldSince) }),
      ...(words === undefined ? {} : { lastWords: words }),
    };
  });
}

const NOBODY: StaffNames = new Map();
type LastWords = NonNullable<ConversationSummary["lastWords"]>;

/** The last words said in each conversation, in a few statements however long the conversations are. */
async function readLastWords(
  { prisma }: Database,
  conversations: readonly { readonly id: string; readonly sequence: number }[],
): Promise<ReadonlyMap<string, LastWords>> {
  const ends = conversations.map(({ id, sequence }) => ({
    conversationId: id,
    sequence: { gt: sequence - LOOK_BACK },
  }));
  const [events, rows] = await Promise.all([
    prisma.inboxEvent.findMany({ where: { OR: ends } }),
    prisma.outboxRow.findMany({ where: { OR: ends, status: { not: "withheld" } } }),
  ]);
  const said = [
    ...events.flatMap((event) => {
      const entry = entryOfEvent(event);
      if (entry.said === "nobody") return [];
      return [{ ...event, words: lastWords(entry.said === "customer" ? "customer" : "staff", entry.text) }];
    }),
    ...rows.map((row) => {
      const { text } = entryOfRow(row, NOBODY);
      return { ...row, words: lastWords(row.author === "bot" ? "bot" : "staff", text) };
    }),
  ].sort((one, other) => one.sequence - other.sequence);
  return new Map(said.map(({ conversationId, words }) => [conversationId, words]));
}

function lastWords(from: LastWords["from"], text: string): LastWords {
  return { from, text: text.slice(0, 160) };
}

/** How many customers wait for a person. */
export function countWaiting({ prisma }: Database): Promise<number> {
  return prisma.conversation.count({ where: { holder: "waiting" } });
}

/** Marks the customer's words as seen by staff. */
export async function markSeen({ prisma }: Database, conversationId: string): Promise<void> {
  await prisma.conversation.updateMany({ where: { id: conversationId }, data: { unread: 0 } });
}

/** A name to call a contact by: the customer's, the platform's, the phone number; empty for a nameless visitor. */
export function customerLabel(contact: {
  readonly name: string | null;
  readonly username: string | null;
  readonly customer: { readonly name: string | null; readonly phone: string | null };
}): string {
  const { customer, name, username } = contact;
  return customer.name ?? name ?? (username === null ? (customer.phone ?? "") : `@${username}`);
}
