import { DESK, ERASED } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import { OrderStatus } from "../shop/order/order.ts";
import { customerLabel } from "./conversation-list-store.ts";
import type { SearchView } from "./inbox-views.ts";
import { findMessages } from "./message-search-store.ts";
import { containing, startingWith } from "./search-pattern.ts";

const MOST_PEOPLE = 20;
const MOST_ORDERS = 20;
/** Fewer digits find everybody. */
const LEAST_DIGITS = 4;

/** Everything that holds these words: people by name and number, orders, and what was said or noted. A colleague's own chat is nobody's to search. */
export async function searchEverything(database: Database, words: string): Promise<SearchView> {
  const digits = phoneDigits(words);
  const [people, orders, { messages, more }] = await Promise.all([
    findPeople(database, words, digits),
    findOrders(database, words, digits),
    findMessages(database, words),
  ]);
  return { people, orders, messages, more };
}

/** The digits of a phone number however it is written, without what stands before the network's; empty where these are too few. */
function phoneDigits(words: string): string {
  if (/\p{L}/u.test(words)) return "";
  const digits = words.replace(/\D/g, "").replace(/^(?:62)?0*/, "");
  return digits.length < LEAST_DIGITS ? "" : digits;
}

async function findPeople({ prisma }: Database, words: string, digits: string): Promise<SearchView["people"]> {
  const name = containing(words);
  const username = containing(words.replace(/^@/, ""));
  const phone = digits === "" ? null : containing(digits);
  const found = await prisma.$queryRaw<{ id: string }[]>(sql`
    SELECT v."id" FROM "Conversation" v
    JOIN "Contact" k ON k."id" = v."contactId" JOIN "Customer" u ON u."id" = k."customerId"
    WHERE v."holder" NOT IN (${DESK}, ${ERASED}) AND (LOWER(u."name") LIKE ${name} ESCAPE '!' OR LOWER(k."name") LIKE ${name} ESCAPE '!'
      OR LOWER(k."username") LIKE ${username} ESCAPE '!'
      OR k."phone" LIKE ${phone} OR REPLACE(REPLACE(u."phone", ' ', ''), '-', '') LIKE ${phone})
    ORDER BY v."lastAt" DESC, v."id" DESC LIMIT ${MOST_PEOPLE}`);
  const rows = await prisma.conversation.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: [{ lastAt: "desc" }, { id: "desc" }],
    include: { contact: { include: { account: true, customer: true } } },
  });
  return rows.map(({ id, lastAt, contact }) => {
    const number = contact.phone ?? contact.customer.phone;
    return {
      ...{ id, lastAt: Number(lastAt), customer: customerLabel(contact), channel: contact.account.channel },
      ...(number === null ? {} : { phone: number }),
    };
  });
}

async function findOrders({ prisma }: Database, words: string, digits: string): Promise<SearchView["orders"]> {
  const number = startingWith(words.replace(/^#/, ""));
  const phone = digits === "" ? null : containing(digits);
  const found = await prisma.$queryRaw<{ id: string }[]>(sql`
    SELECT "id" FROM "Order" WHERE LOWER("number") LIKE ${number} ESCAPE '!'
      OR LOWER("contactName") LIKE ${containing(words)} ESCAPE '!'
      OR REPLACE(REPLACE("contactPhone", ' ', ''), '-', '') LIKE ${phone}
    ORDER BY "placedAt" DESC, "id" DESC LIMIT ${MOST_ORDERS}`);
  const rows = await prisma.order.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    include: { customer: { select: { name: true } } },
  });
  return rows.map(({ id, number: shown, status, contactName, customer, total, placedAt }) => ({
    ...{ id, number: shown, total, placedAt: Number(placedAt), status: OrderStatus.parse(status) },
    customer: contactName ?? customer.name ?? "",
  }));
}
