import type { Database } from "../../database/database.ts";
import type { CloudRecords } from "./records.ts";

/** Reads contacts and own messages of a number from the shop's database. */
export function whatsAppCloudRecords({ prisma }: Database): CloudRecords {
  return {
    async known(accountId, people) {
      const ids = people.flatMap(({ userId, phone }) => [userId, phone]).filter((id) => id !== undefined);
      // Only who comes without a business-scoped id is looked for by number: numbers change hands.
      const phones = people.flatMap(({ userId, phone }) => (userId === undefined && phone ? [`+${phone}`] : []));
      const contacts = await prisma.contact.findMany({
        where: {
          accountId,
          OR: [{ externalId: { in: ids } }, { customer: { phone: { in: phones }, phoneVerified: true } }],
        },
        select: { externalId: true, blockedAt: true, customer: { select: { phone: true, phoneVerified: true } } },
        orderBy: { createdAt: "desc" },
      });
      return contacts.map(({ externalId, blockedAt, customer }) => ({
        externalId,
        blocked: blockedAt !== null,
        ...(customer.phone !== null && customer.phoneVerified ? { phone: customer.phone.replace(/^\+/, "") } : {}),
      }));
    },
    async unreachedSince(accountId, contact, reason) {
      const talk = await prisma.conversation.findFirst({
        where: { accountId, contact: { externalId: contact } },
        select: { id: true, customerAt: true },
      });
      if (!talk) return undefined;
      const arrived = await prisma.outboxRow.findFirst({
        where: { conversationId: talk.id, status: { in: ["delivered", "read"] } },
        select: { createdAt: true },
        orderBy: { createdAt: "desc" },
      });
      const reached = Math.max(Number(arrived?.createdAt ?? 0), Number(talk.customerAt ?? 0));
      const failed = await prisma.outboxRow.findFirst({
        where: { conversationId: talk.id, status: "failed", error: reason, createdAt: { gt: reached } },
        select: { createdAt: true },
        orderBy: { createdAt: "asc" },
      });
      return failed === null ? undefined : Number(failed.createdAt);
    },
    async sentByUs(accountId, externalIds) {
      const rows = await prisma.outboxRow.findMany({
        where: { accountId, externalId: { in: [...externalIds] } },
        select: { externalId: true },
      });
      return new Set(rows.flatMap(({ externalId }) => externalId ?? []));
    },
  };
}
