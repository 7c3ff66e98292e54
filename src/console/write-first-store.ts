import { DESK, ERASED } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { customerLabel } from "./conversation-list-store.ts";
import type { KnownChat } from "./write-first-way.ts";

/** Somebody to be written to, as far as the shop knows them. */
export interface Addressee {
  readonly name?: string;
  /** E.164 */
  readonly phone?: string;
  /** Whether the number is theirs for sure */
  readonly isVouched: boolean;
  readonly chats: readonly KnownChat[];
}

/** A customer; undefined for nobody, a colleague, and whoever was erased. */
export async function readAddressee({ prisma }: Database, id: string): Promise<Addressee | undefined> {
  const customer = await prisma.customer.findFirst({
    where: { id, erasedAt: null, contacts: { some: {}, none: { conversation: { holder: { in: [DESK, ERASED] } } } } },
    include: { contacts: { orderBy: { createdAt: "asc" }, include: CHAT } },
  });
  if (customer === null) return undefined;
  const { name, phone, phoneVerified, contacts } = customer;
  const vouched = contacts.find((contact) => contact.phone !== null)?.phone ?? null;
  const number = phoneVerified ? phone : (vouched ?? phone);
  return {
    ...(name === null ? {} : { name }),
    ...(number === null ? {} : { phone: number }),
    isVouched: phoneVerified || vouched !== null,
    chats: contacts.flatMap(chatOf),
  };
}

/** Who has this number for sure, with their chats on every channel; without any chat where nobody is known to. */
export async function readByNumber({ prisma }: Database, phone: string): Promise<readonly KnownChat[]> {
  const contacts = await prisma.contact.findMany({
    where: {
      OR: [{ phone }, { customer: { phone, phoneVerified: true } }],
      customer: { erasedAt: null },
      conversation: { holder: { notIn: [DESK, ERASED] } },
    },
    orderBy: { createdAt: "asc" },
    include: CHAT,
  });
  return contacts.flatMap(chatOf);
}

/** The shop's accounts. */
export function readAccounts({ prisma }: Database) {
  return prisma.channelAccount.findMany({
    select: { id: true, channel: true, name: true },
    orderBy: [{ channel: "asc" }, { id: "asc" }],
  });
}

const CHAT = { account: true, customer: true, conversation: { select: { id: true } } } as const;

interface ChatRow {
  readonly accountId: string;
  readonly externalId: string;
  readonly phone: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly blockedAt: bigint | null;
  readonly account: { readonly channel: string };
  readonly customer: { readonly name: string | null; readonly phone: string | null };
  readonly conversation: { readonly id: string } | null;
}

function chatOf(contact: ChatRow): KnownChat[] {
  const { conversation, account, accountId, externalId, phone, blockedAt } = contact;
  if (conversation === null) return [];
  const chat = { conversationId: conversation.id, channel: account.channel, label: customerLabel(contact) };
  return [{ ...chat, accountId, externalId, phone, isBlocked: blockedAt !== null }];
}
