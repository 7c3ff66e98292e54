import { z } from "zod";
import { OWN_PHONE } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { holderView, type StaffNames } from "./holder-view.ts";
import { readStaffNames } from "./staff-store.ts";
import { entryOfEvent, entryOfRow } from "./thread-entry.ts";
import type { ConversationPage, ConversationSummary } from "./views.ts";

/** SQLite reads no condition of more than a thousand parts. */
const MOST_AT_ONCE = 200;
/** So many that wait, or that one's colleagues or oneself hold, are shown whatever the page. */
const MOST_OF_PEOPLE = 500;
/** The last words are looked for among this many last entries of a thread; what lies behind is no news. */
const LOOK_BACK = 12;
/** A visitor who only opened the page is no conversation yet. */
const CUSTOMER_CAME = { events: { some: { kind: { not: "chatStarted" } } } } as const;
const PARTS = { contact: { include: { customer: true, account: true } } } as const;

/** Which conversations a list shows; `all` are those that are not put away. */
export const ListFilter = z.enum(["all", "waiting", "mine", "others", "bot", "closed"]);
export type ListFilter = z.infer<typeof ListFilter>;

export interface ListRequest {
  readonly filter: ListFilter;
  readonly most: number;
  /** Staff id of who asks */
  readonly me: string;
}

/** The conversations to show, at most so many of the bot's: those that wait for a person first (longest wait first), then those held, then the bot's latest. */
export async function readConversations(
  database: Database,
  { filter, most, me }: ListRequest,
): Promise<ConversationPage> {
  const staff = await readStaffNames(database);
  const parts = await Promise.all(
    sectionsOf(filter, me, [...staff.keys()]).map(async (section) => {
      // A person's work is not cut short by a page of the bot's.
      const cap = filter === "all" && section.where.holder !== "bot" ? Math.max(most, MOST_OF_PEOPLE) : most;
      // One more than is shown tells whether there are more.
      const rows = await readSection(database, section, cap + 1);
      return { rows: rows.slice(0, cap), more: rows.length > cap };
    }),
  );
  const page = parts.flatMap(({ rows }) => rows);
  const words = await readAllLastWords(database, page);
  return {
    conversations: page.map((row) => summaryOf(row, staff, words.get(row.id))),
    more: parts.some(({ more }) => more),
  };
}

/** The parts of a list in their order. */
function sectionsOf(filter: ListFilter, me: string, staff: readonly string[]): readonly Section[] {
  const waiting: Section = { where: { holder: "waiting" }, orderBy: [{ heldSince: "asc" }, { id: "asc" }] };
  const mine: Section = { where: { holder: me } };
  // Named one by one, so that the index finds them: whatever else holds a conversation is nobody.
  const others: Section = { where: { holder: { in: [OWN_PHONE, ...staff.filter((id) => id !== me)] } } };
  const bot: Section = { where: { holder: "bot", closedAt: null, ...CUSTOMER_CAME } };
  const closed: Section = { where: { holder: "bot", closedAt: { not: null } } };
  const one = { waiting, mine, others, bot, closed };
  return filter === "all" ? [waiting, mine, others, bot] : [one[filter]];
}

interface Section {
  readonly where: { readonly holder: string | object; readonly closedAt?: object | null };
  /** The latest first unless it says otherwise */
  readonly orderBy?: { readonly [column: string]: "asc" | "desc" }[];
}

function readSection({ prisma }: Database, { where, orderBy }: Section, take: number) {
  const latest: Section["orderBy"] = [{ lastAt: "desc" }, { id: "desc" }];
  return prisma.conversation.findMany({ where, orderBy: orderBy ?? latest, take, include: PARTS });
}

type Listed = Awaited<ReturnType<typeof readSection>>[number];

function summaryOf(row: Listed, staff: StaffNames, words: LastWords | undefined): ConversationSummary {
  return {
    id: row.id,
    customer: customerLabel(row.contact),
    channel: row.contact.account.channel,
    holder: holderView(row.holder, staff),
    lastAt: Number(row.lastAt),
    unread: row.unread,
    closed: row.holder === "bot" && row.closedAt !== null,
    ...(row.heldReason === null ? {} : { heldReason: row.heldReason }),
    ...(row.heldSince === null ? {} : { heldSince: Number(row.heldSince) }),
    ...(words === undefined ? {} : { lastWords: words }),
  };
}

async function readAllLastWords(database: Database, shown: readonly Listed[]): Promise<ReadonlyMap<string, LastWords>> {
  const all = new Map<string, LastWords>();
  for (let from = 0; from < shown.length; from += MOST_AT_ONCE)
    for (const [id, words] of await readLastWords(database, shown.slice(from, from + MOST_AT_ONCE))) all.set(id, words);
  return all;
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
