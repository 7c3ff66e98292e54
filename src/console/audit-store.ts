import { z } from "zod";
import type { Database } from "../database/database.ts";
import { customerLabel } from "./conversation-list-store.ts";
import type { StaffNames } from "./holder-view.ts";
import { readStaffNames } from "./staff-store.ts";

/** One thing that somebody did, as the owner reads it. */
export interface AuditEntry {
  readonly id: string;
  /** Epoch ms */
  readonly at: number;
  /** Name of the colleague; undefined where nobody of the team did it */
  readonly who?: string;
  readonly what: string;
  readonly about?: AuditSubject;
  /** The colleague to whom something went */
  readonly to?: string;
  readonly note?: string;
}

interface AuditSubject {
  readonly type: "order" | "conversation" | "customer" | "staff";
  readonly id: string;
  /** An order's number, or a name; empty for a nameless or erased person */
  readonly label: string;
  readonly isErased?: true;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where the older ones begin; undefined at the end */
  readonly next?: string;
  /** Who did anything so far, and what kinds of things were done */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly string[];
}

interface AuditFilter {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  /** The last entry that was read: its instant and its id */
  readonly after?: { readonly at: number; readonly id: string } | undefined;
}

const PAGE = 50;
/** What staff did to an order stands in that order's own history: `order:ready`, `order:changed`. */
const ORDER = "order:";

/** Who did what, the latest first, a page at a time. */
export async function readAudit(database: Database, filter: AuditFilter): Promise<AuditPage> {
  const staff = await readStaffNames(database);
  const [acts, steps, known] = await Promise.all([
    readActs(database, filter),
    readSteps(database, filter, staff),
    readKnown(database, staff),
  ]);
  const found = [...acts, ...steps].toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  const shown = found.slice(0, PAGE);
  const subjects = await readSubjects(
    database,
    shown.map(({ subject }) => subject),
    staff,
  );
  const last = shown.at(-1);
  return {
    entries: shown.map(({ id, at, who, what, subject, data }) => {
      const name = staff.get(who);
      const about = subjects.get(subject);
      return {
        ...{ id, at, what },
        ...(name === undefined ? {} : { who: name }),
        ...(about === undefined ? {} : { about }),
        ...detailOf(data, staff),
      };
    }),
    ...(found.length > PAGE && last !== undefined ? { next: `${last.at}-${last.id}` } : {}),
    ...known,
  };
}

interface Act {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly data: string;
}

const LATEST_FIRST = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }], take: PAGE + 1 };

async function readActs({ prisma }: Database, { who, what, after }: AuditFilter): Promise<readonly Act[]> {
  const rows = await prisma.audit.findMany({
    where: { ...(who === undefined ? {} : { who }), ...(what === undefined ? {} : { what }), ...olderThan(after) },
    ...LATEST_FIRST,
  });
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

async function readSteps(
  { prisma }: Database,
  { who, what, after }: AuditFilter,
  staff: StaffNames,
): Promise<readonly Act[]> {
  if (what !== undefined && !what.startsWith(ORDER)) return [];
  const kind = what?.slice(ORDER.length);
  const rows = await prisma.orderEvent.findMany({
    where: {
      who: who ?? { in: [...staff.keys()] },
      AND: [olderThan(after), kind === undefined ? {} : { OR: [{ status: kind }, { status: null, what: kind }] }],
    },
    ...LATEST_FIRST,
  });
  return rows.map(({ id, at, who: by, what: done, status, orderId, data }) => ({
    ...{ id, at: Number(at), who: by, what: `${ORDER}${status ?? done}`, subject: orderId, data },
  }));
}

function olderThan(after: AuditFilter["after"]) {
  return after === undefined ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] };
}

/** By whom and of what kind anything was done. */
async function readKnown({ prisma }: Database, staff: StaffNames): Promise<Pick<AuditPage, "people" | "kinds">> {
  const byStaff = { where: { who: { in: [...staff.keys()] } } };
  const [acts, actors, steps, steppers] = await Promise.all([
    prisma.audit.groupBy({ by: ["what"], orderBy: { what: "asc" } }),
    prisma.audit.groupBy({ by: ["who"] }),
    prisma.orderEvent.groupBy({ by: ["what", "status"], ...byStaff }),
    prisma.orderEvent.groupBy({ by: ["who"], ...byStaff }),
  ]);
  const ids = new Set([...actors, ...steppers].map(({ who }) => who));
  return {
    people: [...staff].filter(([id]) => ids.has(id)).map(([id, name]) => ({ id, name })),
    kinds: [
      ...new Set([
        ...acts.map(({ what }) => what),
        ...steps.map(({ what, status }) => `${ORDER}${status ?? what}`).toSorted(),
      ]),
    ],
  };
}

const Detail = z.object({ to: z.string().optional(), note: z.string().optional(), words: z.string().optional() });

function detailOf(data: string, staff: StaffNames): Pick<AuditEntry, "to" | "note"> {
  const { to, note, words } = Detail.safeParse(JSON.parse(data)).data ?? {};
  const name = to === undefined ? undefined : staff.get(to);
  const said = note || words;
  return { ...(name === undefined ? {} : { to: name }), ...(said ? { note: said } : {}) };
}

/** Nothing of a person who was erased is shown, or can be opened. */
function person(
  type: "conversation" | "customer",
  id: string,
  label: string,
  { erasedAt }: { readonly erasedAt: bigint | null },
): AuditSubject {
  return { type, id, label, ...(erasedAt === null ? {} : { isErased: true }) };
}

/** What these ids stand for, whatever table they are of. */
async function readSubjects(
  { prisma }: Database,
  ids: readonly string[],
  staff: StaffNames,
): Promise<ReadonlyMap<string, AuditSubject>> {
  const id = { in: [...new Set(ids)] };
  const talk = { select: { id: true, contact: { include: { customer: true } } } } as const;
  const [orders, conversations, contacts, calls, events, customers] = await Promise.all([
    prisma.order.findMany({ where: { id }, select: { id: true, number: true } }),
    prisma.conversation.findMany({ where: { id }, ...talk }),
    prisma.contact.findMany({ where: { id }, include: { customer: true } }),
    prisma.callTask.findMany({ where: { id }, include: { customer: true } }),
    prisma.inboxEvent.findMany({ where: { id }, select: { id: true, conversation: talk } }),
    prisma.customer.findMany({ where: { id }, include: { contacts: { take: 1, orderBy: { createdAt: "asc" } } } }),
  ]);
  const talkOf = ({ id: talked, contact }: (typeof conversations)[number]) =>
    person("conversation", talked, customerLabel(contact), contact.customer);
  return new Map<string, AuditSubject>([
    ...[...staff].map(([one, label]) => [one, { type: "staff", id: one, label }] as const),
    ...orders.map((order) => [order.id, { type: "order", id: order.id, label: order.number }] as const),
    ...conversations.map((conversation) => [conversation.id, talkOf(conversation)] as const),
    ...events.map((event) => [event.id, talkOf(event.conversation)] as const),
    ...contacts.map(
      (contact) =>
        [contact.id, person("customer", contact.customerId, customerLabel(contact), contact.customer)] as const,
    ),
    ...calls.map(
      ({ id: call, customerId, customer }) =>
        [call, person("customer", customerId, customer.name ?? customer.phone ?? "", customer)] as const,
    ),
    ...customers.map((customer) => {
      const [contact] = customer.contacts;
      const label = contact === undefined ? (customer.name ?? "") : customerLabel({ ...contact, customer });
      return [customer.id, person("customer", customer.id, label, customer)] as const;
    }),
  ]);
}
