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

export interface AuditSubject {
  readonly type: "order" | "conversation" | "customer" | "staff";
  readonly id: string;
  /** An order's number, or a name; empty for a nameless or erased person */
  readonly label: string;
  readonly isErased?: true;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Id after which the older ones come; undefined at the end */
  readonly next?: string;
  /** Who did anything so far, and what kinds of things were done */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly string[];
}

export interface AuditFilter {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  /** Id of the last entry that was read */
  readonly after?: string | undefined;
}

const PAGE = 50;

/** Who did what, the latest first, a page at a time. */
export async function readAudit(database: Database, { who, what, after }: AuditFilter): Promise<AuditPage> {
  const { prisma } = database;
  const [rows, kinds, actors, staff] = await Promise.all([
    prisma.audit.findMany({
      where: { ...(who === undefined ? {} : { who }), ...(what === undefined ? {} : { what }) },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    }),
    prisma.audit.groupBy({ by: ["what"], orderBy: { what: "asc" } }),
    prisma.audit.groupBy({ by: ["who"] }),
    readStaffNames(database),
  ]);
  const shown = rows.slice(0, PAGE);
  const subjects = await readSubjects(
    database,
    shown.map(({ subject }) => subject),
    staff,
  );
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => {
      const name = staff.get(row.who);
      const about = subjects.get(row.subject);
      return {
        ...{ id: row.id, at: Number(row.at), what: row.what },
        ...(name === undefined ? {} : { who: name }),
        ...(about === undefined ? {} : { about }),
        ...detailOf(row.data, staff),
      };
    }),
    ...(rows.length > PAGE && last !== undefined ? { next: last.id } : {}),
    people: actors.flatMap(({ who: id }) => {
      const name = staff.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    kinds: kinds.map(({ what: kind }) => kind),
  };
}

const Detail = z.object({ to: z.string().optional(), note: z.string().optional() });

function detailOf(data: string, staff: StaffNames): Pick<AuditEntry, "to" | "note"> {
  const { to, note } = Detail.safeParse(JSON.parse(data)).data ?? {};
  const name = to === undefined ? undefined : staff.get(to);
  return { ...(name === undefined ? {} : { to: name }), ...(note ? { note } : {}) };
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
