import { DESK } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { customerLabel } from "./conversation-list-store.ts";
import { digitsOf, spellings } from "./search-words.ts";
import type { CustomerMatch, LinkedContact } from "./views.ts";

const MOST_MATCHES = 10;

/** The contacts by which a customer is known, the oldest first. */
export async function readLinkedContacts({ prisma }: Database, customerId: string): Promise<readonly LinkedContact[]> {
  const contacts = await prisma.contact.findMany({
    where: { customerId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { account: true, customer: true, conversation: { select: { id: true } } },
  });
  return contacts.map((contact) => ({
    id: contact.id,
    channel: contact.account.channel,
    label: contact.name ?? customerLabel(contact),
    ...(contact.phone === null ? {} : { phone: contact.phone }),
    ...(contact.conversation === null ? {} : { conversationId: contact.conversation.id }),
  }));
}

/** Customers whom these words may mean (a phone number, a name or an order's number), other than the one who talks here. */
export async function findCustomers(
  { prisma }: Database,
  conversationId: string,
  words: string,
): Promise<readonly CustomerMatch[]> {
  // A database takes these for "anything".
  const query = words.replace(/[%\\]/g, "");
  if (!/[\p{L}\p{N}]/u.test(query)) return [];
  const digits = digitsOf(query);
  const phone = digits === undefined ? [] : [{ phone: { contains: digits } }];
  const names = spellings(query);
  const name = names.map((contains) => ({ name: { contains } }));
  const contact = [...phone, ...name, ...names.map((contains) => ({ username: { contains } }))];
  const found = await prisma.customer.findMany({
    where: {
      erasedAt: null,
      contacts: { some: {}, none: { conversation: { OR: [{ id: conversationId }, { holder: DESK }] } } },
      OR: [
        ...phone,
        ...name,
        { contacts: { some: { OR: contact } } },
        { orders: { some: { number: { in: names.map((one) => one.replace(/^#/, "")) } } } },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: MOST_MATCHES,
    include: {
      contacts: { include: { account: true, customer: true } },
      orders: { orderBy: { placedAt: "desc" }, take: 1, select: { number: true } },
    },
  });
  return found.map((customer) => ({
    id: customer.id,
    label: customer.contacts[0] === undefined ? (customer.name ?? "") : customerLabel(customer.contacts[0]),
    ...(customer.phone === null ? {} : { phone: customer.phone }),
    ...(customer.address === null ? {} : { address: customer.address }),
    channels: customer.contacts.map(({ account }) => account.channel),
    ...(customer.orders[0] === undefined ? {} : { lastOrder: customer.orders[0].number }),
  }));
}
