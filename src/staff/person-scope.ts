import type { Tx } from "../database/database.ts";
import type { Person } from "../inbox/people.ts";
import { codeInStart } from "../shop/phone-order/proposal.ts";

/** All rows that are about one person, by id. */
export interface PersonScope {
  /** The customer, and those whose contacts were joined to it */
  readonly customers: readonly string[];
  readonly contacts: readonly ContactScope[];
  readonly conversations: readonly string[];
  readonly orders: readonly string[];
  readonly calls: readonly string[];
  readonly phoneOrders: readonly string[];
  /** Messages that came in from them */
  readonly events: readonly string[];
  /** What colleagues were told of them in their own chats */
  readonly told: readonly {
    readonly id: string;
    readonly conversationId: string;
    readonly externalId: string | null;
  }[];
  /** The threads in colleagues' own chats that mirror their conversations */
  readonly threads: readonly { readonly contactId: string; readonly threadId: string }[];
}

interface ContactScope {
  readonly id: string;
  readonly accountId: string;
  readonly externalId: string;
  readonly source: string | null;
}

/** Finds everything that is about a person. */
export async function personScope(tx: Tx, person: Person): Promise<PersonScope> {
  const customers = await withJoined(tx, person.id);
  const ofThem = { customerId: { in: [...customers] } };
  const contacts = await tx.contact.findMany({
    where: ofThem,
    select: { id: true, accountId: true, externalId: true, source: true, phone: true },
  });
  const conversations = idsOf(
    await tx.conversation.findMany({ where: { contactId: { in: idsOf(contacts) } }, select: { id: true } }),
  );
  const there = { conversationId: { in: [...conversations] } };
  const [orders, calls, events, threads] = await Promise.all([
    tx.order.findMany({ where: { OR: [ofThem, there] }, select: { id: true } }),
    tx.callTask.findMany({ where: { OR: [ofThem, there] }, select: { id: true } }),
    tx.inboxEvent.findMany({ where: there, select: { id: true } }),
    tx.deskTopic.findMany({ where: there, select: { contactId: true, threadId: true } }),
  ]);
  const about = [
    ...conversations.map((id) => `conversation:${id}`),
    ...idsOf(calls).map((id) => `call:${id}`),
    ...idsOf(orders).map((id) => `order:${id}`),
  ];
  const told = [
    ...(await tx.outboxRow.findMany({
      where: { about: { in: about } },
      select: { id: true, conversationId: true, externalId: true },
    })),
    ...(await toldBeside(tx, new Set([...conversations, ...idsOf(calls), ...idsOf(orders)]))),
  ];
  const phones = [person.phone, ...contacts.map(({ phone }) => phone)].flatMap((phone) => phone ?? []);
  const codes = contacts.flatMap(({ source }) => codeInStart(source ?? undefined) ?? []);
  const phoneOrders = await tx.phoneOrder.findMany({
    where: { OR: [there, { phone: { in: phones } }, { code: { in: codes } }] },
    select: { id: true },
  });
  return {
    customers,
    contacts,
    conversations,
    orders: idsOf(orders),
    calls: idsOf(calls),
    phoneOrders: idsOf(phoneOrders),
    events: idsOf(events),
    told,
    threads,
  };
}

/** Questions to colleagues about a call or an order (`words:ID:…`, `reason:ID:…`), and lists of several (`orders:ID,ID`). */
async function toldBeside(tx: Tx, ids: ReadonlySet<string>): Promise<PersonScope["told"]> {
  const rows = await tx.outboxRow.findMany({
    where: { OR: BESIDE.map((start) => ({ about: { startsWith: start } })) },
    select: { id: true, conversationId: true, externalId: true, about: true },
  });
  return rows.filter(({ about }) => about?.split(/[:,]/).some((part) => ids.has(part)));
}

const BESIDE = ["words:", "reason:", "orders:", "waiting:", "late:"];

/** Who was joined to somebody keeps a row, so that they can be parted again: what it knows is the same person's. */
async function withJoined(tx: Tx, customerId: string): Promise<readonly string[]> {
  const found = new Set([customerId]);
  for (let latest = [customerId]; latest.length > 0; ) {
    const links = await tx.contactLink.findMany({
      where: { toCustomer: { in: latest } },
      select: { fromCustomer: true },
    });
    const empty = await tx.customer.findMany({
      where: { id: { in: links.map(({ fromCustomer }) => fromCustomer) }, contacts: { none: {} } },
      select: { id: true },
    });
    latest = idsOf(empty).filter((id) => !found.has(id));
    for (const id of latest) found.add(id);
  }
  return [...found];
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
