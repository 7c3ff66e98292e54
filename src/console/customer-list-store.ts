import { DESK } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { customerLabel } from "./conversation-list-store.ts";
import type { CustomerRow } from "./customer-views.ts";
import { digitsOf, spellings, wordsOf } from "./search-words.ts";

const MOST_SHOWN = 60;

/** Customers whom these words may mean (name, number, address), or without words those who ordered last. */
export async function readCustomers(database: Database, query: string): Promise<readonly CustomerRow[]> {
  const ids = query === "" ? await latest(database) : await meant(database, query);
  const [customers, tallies] = await Promise.all([readNamed(database, ids), readSums(database, ids)]);
  return customers
    .map((customer): CustomerRow => {
      const [contact] = customer.contacts;
      const sums = tallies.get(customer.id);
      return {
        id: customer.id,
        label: contact === undefined ? (customer.name ?? "") : customerLabel({ ...contact, customer }),
        ...(customer.phone === null ? {} : { phone: customer.phone }),
        ...(customer.address === null ? {} : { address: customer.address }),
        channels: [...new Set(customer.contacts.map(({ account }) => account.channel))],
        since: Number(customer.createdAt),
        ...(sums === undefined ? {} : { lastOrderAt: sums.lastOrderAt }),
        completed: sums?.completed ?? 0,
        total: sums?.total ?? 0,
      };
    })
    .toSorted((one, other) => (other.lastOrderAt ?? 0) - (one.lastOrderAt ?? 0) || other.since - one.since);
}

/** Somebody with a chat of a customer's, who was not erased. */
const ONES = { erasedAt: null, contacts: { some: { conversation: { holder: { not: DESK } } } } } as const;

async function latest({ prisma }: Database): Promise<readonly string[]> {
  const ordered = await prisma.order.groupBy({
    by: ["customerId"],
    where: { customer: ONES },
    _max: { placedAt: true },
    orderBy: { _max: { placedAt: "desc" } },
    take: MOST_SHOWN,
  });
  const ids = ordered.map(({ customerId }) => customerId);
  const others = await prisma.customer.findMany({
    // A visitor who only opened the page is no customer yet.
    where: { ...ONES, orders: { none: {} }, OR: [{ name: { not: null } }, { phone: { not: null } }] },
    orderBy: { createdAt: "desc" },
    take: MOST_SHOWN - ids.length,
    select: { id: true },
  });
  return [...ids, ...others.map(({ id }) => id)];
}

async function meant({ prisma }: Database, query: string): Promise<readonly string[]> {
  const digits = digitsOf(query);
  const words = wordsOf(query);
  const byNumber = digits === undefined ? [] : [{ contains: digits }];
  const number = byNumber.flatMap((phone) => [
    { phone },
    { contacts: { some: { phone } } },
    { orders: { some: { contactPhone: phone } } },
  ]);
  const byWords = words.map((word) => ({
    OR: spellings(word).flatMap((contains) => [
      { name: { contains } },
      { address: { contains } },
      { contacts: { some: { OR: [{ name: { contains } }, { username: { contains } }] } } },
      { orders: { some: { OR: [{ address: { contains } }, { contactName: { contains } }, { number: contains }] } } },
    ]),
  }));
  const ways = [...number, ...(byWords.length > 0 ? [{ AND: byWords }] : [])];
  if (ways.length === 0) return [];
  const found = await prisma.customer.findMany({
    where: { ...ONES, OR: ways },
    orderBy: { createdAt: "desc" },
    take: MOST_SHOWN,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

function readNamed({ prisma }: Database, ids: readonly string[]) {
  return prisma.customer.findMany({
    where: { id: { in: [...ids] } },
    include: { contacts: { orderBy: { createdAt: "asc" }, include: { account: { select: { channel: true } } } } },
  });
}

interface Sums {
  readonly completed: number;
  readonly total: number;
  readonly lastOrderAt: number;
}

async function readSums({ prisma }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Sums>> {
  const rows = await prisma.order.groupBy({
    by: ["customerId", "status"],
    where: { customerId: { in: [...ids] } },
    _count: { _all: true },
    _sum: { total: true },
    _max: { placedAt: true },
  });
  const sums = new Map<string, Sums>();
  for (const { customerId, status, _count, _sum, _max } of rows) {
    const before = sums.get(customerId) ?? { completed: 0, total: 0, lastOrderAt: 0 };
    const isDone = status === "completed";
    sums.set(customerId, {
      completed: before.completed + (isDone ? _count._all : 0),
      total: before.total + (isDone ? (_sum.total ?? 0) : 0),
      lastOrderAt: Math.max(before.lastOrderAt, Number(_max.placedAt ?? 0)),
    });
  }
  return sums;
}
