import { EventBody, OutgoingMessage } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { holderView } from "./holder-view.ts";
import { readStaffNames } from "./staff-store.ts";
import { textOfEvent } from "./thread-entry.ts";
import type { ConversationSummary } from "./views.ts";

const MOST = 100;
const SAID = ["messageReceived", "messageEdited", "choicePicked", "contactShared", "locationShared"];
const LAST_SAID = {
  contact: { include: { customer: true, account: true } },
  events: { where: { kind: { in: SAID } }, orderBy: { sequence: "desc" }, take: 1 },
  outbox: { where: { status: { not: "withheld" } }, orderBy: { sequence: "desc" }, take: 1 },
} as const;

/** The conversations to show: those that wait for a person first (longest wait first), then those held, then the bot's latest. */
export async function readConversations(database: Database): Promise<readonly ConversationSummary[]> {
  const { prisma } = database;
  const [waiting, held, bot, staff] = await Promise.all([
    prisma.conversation.findMany({
      where: { holder: "waiting" },
      orderBy: { heldSince: "asc" },
      take: MOST,
      include: LAST_SAID,
    }),
    prisma.conversation.findMany({
      where: { holder: { notIn: ["bot", "waiting"] } },
      orderBy: { lastAt: "desc" },
      take: MOST,
      include: LAST_SAID,
    }),
    prisma.conversation.findMany({
      where: { holder: "bot" },
      orderBy: { lastAt: "desc" },
      take: MOST,
      include: LAST_SAID,
    }),
    readStaffNames(database),
  ]);
  return [...waiting, ...held, ...bot].map((row) => {
    const [event] = row.events;
    const [sent] = row.outbox;
    return {
      id: row.id,
      customer: customerLabel(row.contact),
      channel: row.contact.account.channel,
      holder: holderView(row.holder, staff),
      lastAt: Number(row.lastAt),
      unread: row.unread,
      ...(row.heldReason === null ? {} : { heldReason: row.heldReason }),
      ...(row.heldSince === null ? {} : { heldSince: Number(row.heldSince) }),
      ...lastWords(event, sent),
    };
  });
}

/** Marks the customer's words as seen by staff. */
export async function markSeen({ prisma }: Database, conversationId: string): Promise<void> {
  await prisma.conversation.updateMany({ where: { id: conversationId }, data: { unread: 0 } });
}

/** A name to call a contact by: the customer's, the platform's, the phone number; empty for a nameless visitor. */
export function customerLabel(contact: {
  readonly name: string | null;
  readonly username: string | null;
  readonly customer: { readonly name: string | null; readonly phone: string | null };
}): string {
  const { customer, name, username } = contact;
  return customer.name ?? name ?? (username === null ? (customer.phone ?? "") : `@${username}`);
}

function lastWords(
  event: { readonly sequence: number; readonly body: string } | undefined,
  sent: { readonly sequence: number; readonly author: string; readonly body: string } | undefined,
): Pick<ConversationSummary, "lastWords"> {
  if (sent !== undefined && sent.sequence > (event?.sequence ?? -1)) {
    const { text } = OutgoingMessage.parse(JSON.parse(sent.body));
    return { lastWords: { from: sent.author === "bot" ? "bot" : "staff", text: text.slice(0, 160) } };
  }
  if (event === undefined) return {};
  const body = EventBody.safeParse(JSON.parse(event.body));
  return body.success ? { lastWords: { from: "customer", text: textOfEvent(body.data).slice(0, 160) } } : {};
}
