import { v7 as newId } from "uuid";
import { DESK } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";

/** How long a link waits to be opened, ms. */
export const STAFF_LINK_LASTS_MS = 15 * 60_000;

/** Keeps a new one-time link by the hash of its secret; the colleague's earlier ones end. */
export async function keepStaffLink(tx: Tx, link: string, staffId: string, now: number): Promise<void> {
  await tx.staffLink.deleteMany({ where: { staffId, usedAt: null } });
  await tx.staffLink.create({ data: { id: link, staffId, createdAt: now, expiresAt: now + STAFF_LINK_LASTS_MS } });
}

/**
 * A colleague's own chat is theirs no more: whoever writes there is a customer again, and what was to be told there is
 * not. Returns the chat's conversation; undefined where none was linked.
 */
export async function unlinkStaffChat(tx: Tx, staffId: string, by: string, now: number): Promise<string | undefined> {
  const staff = await tx.staff.findUnique({ where: { id: staffId }, select: { contactId: true } });
  await tx.staffLink.deleteMany({ where: { staffId, usedAt: null } });
  if (staff?.contactId == null) return undefined;
  const { contactId } = staff;
  await tx.conversation.updateMany({
    where: { contactId, holder: DESK },
    data: { holder: "bot", version: { increment: 1 }, dueAt: null, waitingSince: null },
  });
  await tx.staff.update({ where: { id: staffId }, data: { contactId: null } });
  const conversation = await tx.conversation.findUnique({ where: { contactId }, select: { id: true } });
  if (conversation === null) return undefined;
  await tx.outboxRow.updateMany({
    where: { conversationId: conversation.id, status: "queued", author: "bot" },
    data: { status: "withheld", error: "chat unlinked" },
  });
  // What was said to the desk must not be answered as a customer's words.
  await tx.inboxEvent.updateMany({
    where: { conversationId: conversation.id, handledAt: null },
    data: { handledAt: now },
  });
  await tx.audit.create({
    data: { id: newId(), at: now, who: by, what: "staffChatUnlinked", subject: staffId, data: "{}" },
  });
  return conversation.id;
}
