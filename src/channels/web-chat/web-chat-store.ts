import type { Database } from "../../database/database.ts";
import { type Choice, EventBody, OutgoingMessage } from "../message.ts";
import { bubbleOfEvent, bubbleOfRow, NO_THREAD, type Thread } from "./thread.ts";

const PAGE = 150;
/** A row that is being sent is already readable here: to send on the web chat is to show. */
const SHOWN = ["sending", "sent", "delivered", "read"];
const UNSETTLED = ["queued", "sending"];

/** Our id of the conversation with a contact of the web chat; undefined for a stranger. */
export async function conversationOf(
  { prisma }: Database,
  account: string,
  externalId: string,
): Promise<string | undefined> {
  const contact = await prisma.contact.findUnique({
    where: { accountId_externalId: { accountId: account, externalId } },
    select: { conversation: { select: { id: true } } },
  });
  return contact?.conversation?.id;
}

/** The part of a conversation after (or before) a sequence number; without either its latest part. */
export async function readThread(
  { prisma }: Database,
  conversationId: string,
  range: { readonly after?: number; readonly before?: number },
): Promise<Thread> {
  const conversation = await prisma.conversation.findUnique({ where: { id: conversationId } });
  if (conversation === null) return NO_THREAD;
  const sequence = { gt: range.after ?? -1, lt: range.before ?? conversation.sequence + 1 };
  const latest = { orderBy: { sequence: "desc" }, take: PAGE } as const;
  const [events, rows, unsettled] = await Promise.all([
    prisma.inboxEvent.findMany({ where: { conversationId, sequence }, ...latest }),
    prisma.outboxRow.findMany({ where: { conversationId, sequence, status: { in: SHOWN } }, ...latest }),
    prisma.outboxRow.findFirst({
      where: { conversationId, status: { in: UNSETTLED } },
      orderBy: { sequence: "asc" },
      select: { sequence: true },
    }),
  ]);
  const bubbles = [
    ...events.flatMap((event) => {
      const body = EventBody.safeParse(JSON.parse(event.body));
      // What another release wrote and this one cannot read must not hide the rest.
      const bubble = body.success ? bubbleOfEvent({ ...event, at: Number(event.at), body: body.data }) : undefined;
      return bubble ?? [];
    }),
    ...rows.flatMap((row) => {
      const body = OutgoingMessage.safeParse(JSON.parse(row.body));
      return body.success ? [bubbleOfRow({ ...row, at: Number(row.sentAt ?? row.createdAt), body: body.data })] : [];
    }),
  ].sort((one, other) => one.sequence - other.sequence);
  return {
    started: true,
    messages: bubbles.slice(-PAGE),
    settled: unsettled === null ? conversation.sequence : unsettled.sequence - 1,
    earlier: events.length === PAGE || rows.length === PAGE || bubbles.length > PAGE,
    holder: holderFor(conversation.holder),
    working: conversation.holder === "bot" && (conversation.dueAt !== null || unsettled !== null),
    ...(conversation.questionId === null ? {} : { question: conversation.questionId }),
  };
}

/** The picture (Photo.id) of a message that this very conversation was shown; undefined where there is none. */
export async function shownPhoto(
  { prisma }: Database,
  conversationId: string,
  rowId: string,
): Promise<string | undefined> {
  const row = await prisma.outboxRow.findFirst({
    where: { id: rowId, conversationId, status: { in: SHOWN } },
    select: { body: true },
  });
  return OutgoingMessage.safeParse(JSON.parse(row?.body ?? "null")).data?.photo;
}

/** A choice that this very conversation was offered; undefined where it was not. */
export async function offeredChoice(
  { prisma }: Database,
  conversationId: string,
  rowId: string,
  choiceId: string,
): Promise<Choice | undefined> {
  const row = await prisma.outboxRow.findFirst({ where: { id: rowId, conversationId }, select: { body: true } });
  if (row === null) return undefined;
  const body = OutgoingMessage.safeParse(JSON.parse(row.body));
  return body.data?.choices.find((choice) => choice.id === choiceId);
}

function holderFor(holder: string): Thread["holder"] {
  return holder === "bot" || holder === "waiting" ? holder : "person";
}
