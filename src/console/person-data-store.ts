import { DESK } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { readStaffNames } from "./staff-store.ts";

/** All that the shop keeps about one person, for them to read. Instants are ISO 8601 in UTC, money rupiah. */
export interface PersonData {
  readonly madeAt: string;
  readonly shop: string;
  readonly person: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly phoneVerified: boolean;
    readonly address: string | null;
    readonly form: string | null;
    readonly note: string | null;
    readonly since: string;
  };
  readonly contacts: readonly {
    readonly channel: string;
    readonly address: string;
    readonly name: string | null;
    readonly username: string | null;
    readonly phone: string | null;
    readonly source: string | null;
    readonly since: string;
    readonly remembered: unknown;
    readonly said: readonly PersonWords[];
    readonly timers: readonly { readonly dueAt: string; readonly body: unknown }[];
  }[];
  readonly orders: readonly PersonOrder[];
  readonly calls: readonly {
    readonly at: string;
    readonly kind: string;
    readonly reason: string;
    readonly phone: string | null;
    readonly outcome: string | null;
    readonly tries: readonly {
      readonly at: string;
      readonly who: string;
      readonly outcome: string;
      readonly note: string | null;
    }[];
  }[];
  readonly phoneOrders: readonly { readonly at: string; readonly who: string; readonly body: unknown }[];
  readonly consents: readonly {
    readonly at: string;
    readonly purpose: string;
    readonly channel: string;
    readonly given: boolean;
    readonly wording: string;
  }[];
  readonly touches: readonly { readonly at: string; readonly source: string }[];
  readonly misreads: readonly {
    readonly at: string;
    readonly text: string;
    readonly understood: unknown;
    readonly correction: unknown;
  }[];
}

/** A message, or a note of staff. */
interface PersonWords {
  readonly at: string;
  readonly from: string;
  readonly kind: string;
  readonly status?: string;
  readonly body: unknown;
}

interface PersonOrder {
  readonly number: string;
  readonly status: string;
  readonly placedAt: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly note: string | null;
  readonly agreedText: string;
  readonly agreedWords: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unit: string;
    readonly amount: number;
    readonly note: string | null;
  }[];
  readonly total: number;
  readonly events: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly data: unknown;
  }[];
  readonly cash: readonly { readonly at: string; readonly holder: string; readonly amount: number }[];
}

const IN_ORDER = { orderBy: { at: "asc" } } as const;

/** Reads it; undefined for nobody, and for whoever was erased. */
export async function readPersonData(database: Database, id: string, now: number): Promise<PersonData | undefined> {
  const { prisma } = database;
  const customer = await prisma.customer.findFirst({
    where: { id, erasedAt: null, contacts: { some: {}, none: { conversation: { holder: DESK } } } },
    include: {
      contacts: {
        orderBy: { createdAt: "asc" },
        include: {
          account: true,
          conversation: { include: { events: true, outbox: true, timers: true } },
        },
      },
      orders: {
        orderBy: { placedAt: "asc" },
        include: { lines: { orderBy: { position: "asc" } }, events: IN_ORDER, cash: IN_ORDER },
      },
      calls: { orderBy: { createdAt: "asc" }, include: { attempts: IN_ORDER } },
      consents: IN_ORDER,
    },
  });
  if (customer === null) return undefined;
  const conversations = customer.contacts.flatMap(({ conversation }) => conversation?.id ?? []);
  const there = { conversationId: { in: conversations } };
  const phones = [customer, ...customer.contacts].flatMap(({ phone }) => phone ?? []);
  const [shop, staff, notes, phoneOrders, touches, misreads] = await Promise.all([
    prisma.shop.findUnique({ where: { id: 1 }, select: { name: true } }),
    readStaffNames(database),
    prisma.staffNote.findMany({ where: there }),
    prisma.phoneOrder.findMany({
      where: { OR: [there, { phone: { in: phones } }] },
      orderBy: { createdAt: "asc" },
    }),
    prisma.touch.findMany({ where: { customerId: id }, ...IN_ORDER }),
    prisma.misread.findMany({ where: { event: there }, ...IN_ORDER }),
  ]);
  const nameOf = (who: string) => staff.get(who) ?? who;
  const { name, phone, phoneVerified, address, form, note, createdAt } = customer;
  return {
    madeAt: instant(now),
    shop: shop?.name ?? "",
    person: { name, phone, phoneVerified, address, form, note, since: instant(createdAt) },
    contacts: customer.contacts.map(({ account, conversation, ...contact }) => ({
      channel: account.channel,
      address: contact.externalId,
      ...{ name: contact.name, username: contact.username, phone: contact.phone, source: contact.source },
      since: instant(contact.createdAt),
      remembered: parsed(conversation?.state),
      said: [
        ...(conversation?.events ?? []).map(({ sequence, at, platformAt, kind, body }) => ({
          ...{ sequence, at: instant(platformAt ?? at), from: "customer", kind, body: parsed(body) },
        })),
        ...(conversation?.outbox ?? []).map(({ sequence, createdAt: at, sentAt, author, purpose, status, body }) => ({
          ...{ sequence, at: instant(sentAt ?? at), from: nameOf(author), kind: purpose, status, body: parsed(body) },
        })),
        ...notes
          .filter(({ conversationId }) => conversationId === conversation?.id)
          .map(({ sequence, at, who, text }) => ({
            ...{ sequence, at: instant(at), from: nameOf(who), kind: "note", body: { text } },
          })),
      ]
        .toSorted((one, other) => one.sequence - other.sequence)
        .map(({ sequence: _, ...words }): PersonWords => words),
      timers: (conversation?.timers ?? []).map(({ dueAt, body }) => ({ dueAt: instant(dueAt), body: parsed(body) })),
    })),
    orders: customer.orders.map((order) => ({
      number: order.number,
      status: order.status,
      placedAt: instant(order.placedAt),
      name: order.contactName,
      phone: order.contactPhone,
      address: order.address,
      note: order.note,
      agreedText: order.agreedText,
      agreedWords: order.agreedWords,
      lines: order.lines.map((line) => ({
        ...{ name: line.name, quantity: line.quantity / 1000, unit: line.unit, amount: line.amount, note: line.note },
      })),
      total: order.total,
      events: order.events.map(({ at, who, what, data }) => ({
        ...{ at: instant(at), who: nameOf(who), what, data: parsed(data) },
      })),
      cash: order.cash.map(({ at, holder, amount }) => ({ at: instant(at), holder: nameOf(holder), amount })),
    })),
    calls: customer.calls.map((call) => ({
      ...{ at: instant(call.createdAt), kind: call.kind, reason: call.reason, phone: call.phone },
      outcome: call.outcome,
      tries: call.attempts.map(({ at, who, outcome, note: said }) => ({
        ...{ at: instant(at), who: nameOf(who), outcome, note: said },
      })),
    })),
    phoneOrders: phoneOrders.map(({ createdAt: at, who, body }) => ({
      ...{ at: instant(at), who: nameOf(who), body: parsed(body) },
    })),
    consents: customer.consents.map(({ at, purpose, channel, given, wording }) => ({
      ...{ at: instant(at), purpose, channel, given, wording },
    })),
    touches: touches.map(({ at, source }) => ({ at: instant(at), source })),
    misreads: misreads.map(({ saidAt, text, understood, correction }) => ({
      ...{ at: instant(saidAt), text, understood: parsed(understood), correction: parsed(correction) },
    })),
  };
}

/** Keeps that somebody read all that is known of a person. */
export async function notePersonRead(
  { prisma }: Database,
  entry: { readonly id: string; readonly at: number; readonly who: string; readonly subject: string },
): Promise<void> {
  await prisma.audit.create({ data: { ...entry, what: "customerExported", data: "{}" } });
}

function instant(at: bigint | number): string {
  return new Date(Number(at)).toISOString();
}

function parsed(json: string | null | undefined): unknown {
  return json == null ? null : JSON.parse(json);
}
