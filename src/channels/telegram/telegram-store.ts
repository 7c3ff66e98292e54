import type { Database } from "../../database/database.ts";
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
