import { DESK } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { enqueue } from "../outbox/enqueue.ts";
import type { Acts } from "./acts.ts";
import { audit } from "./holder-store.ts";
import { chatUnlinked } from "./staff-links.words.ts";

/** How long a link waits to be opened, ms. */
export const STAFF_LINK_LASTS_MS = 15 * 60_000;

/** Keeps a new one-time link by the hash of its secret; the colleague's earlier ones end. Returns when it ends, epoch ms. */
export async function keepStaffLink(tx: Tx, link: string, staffId: string, now: number): Promise<number> {
  const expiresAt = now + STAFF_LINK_LASTS_MS;
  await tx.staffLink.deleteMany({ where: { staffId, usedAt: null } });
  await tx.staffLink.create({ data: { id: link, staffId, createdAt: now, expiresAt } });
  return expiresAt;
}

/**
 * A colleague's own chat is theirs no more: whoever writes there is a customer again, and what was to be told there is
 * not, but for a goodbye. Returns the chat's conversation; undefined where none was linked.
 */
export async function unlinkStaffChat(
  tx: Tx,
  { clock, newId }: Pick<Acts, "clock" | "newId">,
  staffId: string,
  by: string,
): Promise<string | undefined> {
  const now = clock();
  const staff = await tx.staff.findUnique({ where: { id: staffId }, select: { contactId: true } });
  await tx.staffLink.deleteMany({ where: { staffId, usedAt: null } });
  if (staff?.contactId == null) return undefined;
  const { contactId } = staff;
  await tx.staff.update({ where: { id: staffId }, data: { contactId: null } });
  await audit(tx, { id: newId(), at: now, who: by, what: "staffChatUnlinked", subject: staffId });
  const { count } = await tx.conversation.updateMany({
    where: { contactId, holder: DESK },
    data: {
      ...{ holder: "bot", version: { increment: 1 }, sequence: { increment: 1 } },
      ...{ dueAt: null, waitingSince: null },
    },
  });
  const chat = await tx.conversation.findUnique({ where: { contactId } });
  if (count === 0 || chat === null) return undefined;
  await tx.outboxRow.updateMany({
    where: { conversationId: chat.id, status: "queued", author: "bot" },
    data: { status: "withheld", error: "chat unlinked" },
  });
  // What was said to the shop's desk must not be answered as a customer's words.
  await tx.inboxEvent.updateMany({ where: { conversationId: chat.id, handledAt: null }, data: { handledAt: now } });
  const { id: conversationId, accountId, version, sequence } = chat;
  const message = { text: chatUnlinked, choices: [], menu: "usual" as const };
  const row = {
    id: newId(),
    key: `unlinked:${conversationId}:${version}`,
    conversationId,
    accountId,
    sequence,
    version,
  };
  await enqueue(tx, [{ ...row, author: "bot", purpose: "reply", message }], now);
  return conversationId;
}
