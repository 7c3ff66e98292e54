import { DESK } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { CallKind } from "../shop/call/call.ts";
import { customerLabel } from "./conversation-list-store.ts";
import { readLinkedContacts } from "./customer-store.ts";
import type { CustomerProfile } from "./customer-views.ts";
import { readOrderTally } from "./order-tally-store.ts";
import { ORDER_PARTS, orderSummary } from "./order-view-store.ts";
import { readStaffNames } from "./staff-store.ts";

const MOST_ORDERS = 50;
const MOST_OTHER = 30;
const MOST_ADDRESSES = 5;

/** One customer with everything the shop's people want to know; undefined for nobody, and for whoever was erased. */
export async function readProfile(database: Database, id: string): Promise<CustomerProfile | undefined> {
  const { prisma } = database;
  const customer = await prisma.customer.findFirst({
    where: { id, erasedAt: null, contacts: { some: {}, none: { conversation: { holder: DESK } } } },
    include: {
      contacts: { orderBy: { createdAt: "asc" }, include: { conversation: { select: { id: true } } } },
      orders: { orderBy: [{ placedAt: "desc" }, { id: "desc" }], take: MOST_ORDERS, include: ORDER_PARTS },
      calls: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: MOST_OTHER },
      consents: { orderBy: [{ at: "desc" }, { id: "desc" }], take: MOST_OTHER },
    },
  });
  const [contact] = customer?.contacts ?? [];
  if (customer === null || contact === undefined) return undefined;
  const conversations = customer.contacts.flatMap(({ conversation }) => conversation?.id ?? []);
  const [contacts, tally, addresses, said] = await Promise.all([
    readLinkedContacts(database, id),
    readOrderTally(database, id),
    readAddresses(database, id),
    readSaid(database, conversations),
  ]);
  return {
    id,
    label: customerLabel({ ...contact, customer }),
    ...(customer.name === null ? {} : { name: customer.name }),
    ...(customer.phone === null ? {} : { phone: customer.phone }),
    phoneVerified: customer.phoneVerified,
    addresses: [...new Set([...(customer.address === null ? [] : [customer.address]), ...addresses])],
    since: Number(customer.createdAt),
    note: customer.note ?? "",
    contacts,
    tally,
    orders: customer.orders.map((order) => orderSummary(order)),
    consents: customer.consents.map(({ purpose, channel, given, wording, at }) => ({
      ...{ purpose, channel, given, wording },
      at: Number(at),
    })),
    calls: customer.calls.map(({ id: call, kind, reason, createdAt, outcome }) => ({
      id: call,
      kind: CallKind.parse(kind),
      reason,
      at: Number(createdAt),
      ...(outcome === null ? {} : { outcome }),
    })),
    ...said,
  };
}

/** Keeps what staff write about a person, and that somebody did. False where there is no such person. */
export function writeNote(
  { transaction }: Database,
  id: string,
  note: string,
  audit: { readonly id: string; readonly at: number; readonly who: string },
): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.customer.updateMany({ where: { id, erasedAt: null }, data: { note: note || null } });
    if (count > 0) await tx.audit.create({ data: { ...audit, what: "customerNoted", subject: id, data: "{}" } });
    return count > 0;
  });
}

async function readAddresses({ prisma }: Database, customerId: string): Promise<readonly string[]> {
  const places = await prisma.order.findMany({
    where: { customerId, address: { not: null } },
    orderBy: { placedAt: "desc" },
    distinct: ["address"],
    take: MOST_ADDRESSES,
    select: { address: true },
  });
  return places.flatMap(({ address }) => address ?? []);
}

/** What staff wrote for each other in these conversations, and which messages there were misread. */
async function readSaid(
  database: Database,
  conversations: readonly string[],
): Promise<Pick<CustomerProfile, "notes" | "misreads">> {
  const { prisma } = database;
  const there = { conversationId: { in: [...conversations] } };
  const [notes, misreads, staff] = await Promise.all([
    prisma.staffNote.findMany({ where: there, orderBy: { at: "desc" }, take: MOST_OTHER }),
    prisma.misread.findMany({
      where: { event: there },
      orderBy: { at: "desc" },
      take: MOST_OTHER,
      include: { event: { select: { conversationId: true } } },
    }),
    readStaffNames(database),
  ]);
  return {
    notes: notes.map(({ id, at, who, text }) => ({ id, at: Number(at), who: staff.get(who) ?? who, text })),
    misreads: misreads.map(({ id, text, saidAt, event }) => ({
      ...{ id, text },
      conversationId: event.conversationId,
      at: Number(saidAt),
    })),
  };
}
