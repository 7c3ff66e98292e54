import { z } from "zod";
import type { Database } from "../../database/database.ts";
import type { ConnectionRecords } from "./business-connections.ts";
import type { ThreadRecords } from "./threads.ts";

/** The topics of colleagues' chats, kept in the database. `bot`: the account's id with Telegram. */
export function telegramThreads({ prisma }: Database, bot: string, clock: () => number): ThreadRecords {
  const contactOf = (externalId: string) =>
    prisma.contact.findFirst({
      where: { externalId, account: { channel: "telegram", externalId: bot } },
      select: { id: true },
    });
  return {
    async find(contact, conversationId) {
      const found = await prisma.deskTopic.findFirst({
        where: {
          conversationId,
          contactId: (await contactOf(contact))?.id ?? "",
        },
      });
      return found?.threadId;
    },
    async keep(contact, conversationId, threadId) {
      const contactId = (await contactOf(contact))?.id;
      if (contactId === undefined) return;
      const row = { threadId, createdAt: clock() };
      await prisma.deskTopic.upsert({
        where: { contactId_conversationId: { contactId, conversationId } },
        create: { contactId, conversationId, ...row },
        update: row,
      });
    },
  };
}

const Connection = z.object({
  id: z.string(),
  // Kept as a number, so that erasing a person, who is looked for by the text of an address, leaves the shop's own account.
  account: z.number().transform(String),
  isEnabled: z.boolean(),
  canReply: z.boolean(),
  canRead: z.boolean(),
  since: z.number(),
});

const CONNECTION = "business connection";

/**
 * The business accounts that have connected the bot, kept in the database. One is the shop's where a colleague has linked
 * the same Telegram as their own chat. `bot`: the account's id with Telegram. */
export function telegramConnections({ prisma }: Database, bot: string, clock: () => number): ConnectionRecords {
  const accountOf = () =>
    prisma.channelAccount.findUnique({
      where: { channel_externalId: { channel: "telegram", externalId: bot } },
      select: { id: true },
    });
  return {
    async isOfShop(account) {
      const accountId = (await accountOf())?.id ?? "";
      const contact = await prisma.contact.findUnique({
        where: { accountId_externalId: { accountId, externalId: account } },
        select: { id: true },
      });
      if (contact === null) return false;
      const where = { contactId: contact.id, active: true, role: { not: "courier" } };
      return (await prisma.staff.count({ where })) > 0;
    },
    async all() {
      const accountId = (await accountOf())?.id ?? "";
      const rows = await prisma.channelMemory.findMany({
        where: { accountId, key: { startsWith: CONNECTION } },
        select: { value: true },
      });
      return rows.flatMap(({ value }) => {
        const { data } = Connection.safeParse(JSON.parse(value));
        return data ? [data] : [];
      });
    },
    async keep(connection) {
      const accountId = (await accountOf())?.id;
      if (accountId === undefined) return;
      const key = `${CONNECTION} ${connection.id}`;
      const row = {
        value: JSON.stringify({ ...connection, account: Number(connection.account) }),
        at: BigInt(clock()),
      };
      await prisma.channelMemory.upsert({
        where: { accountId_key: { accountId, key } },
        create: { accountId, key, ...row },
        update: row,
      });
    },
  };
}
