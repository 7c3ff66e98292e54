import { z } from "zod";
import { DESK, ERASED } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { OrderStatus } from "../shop/order/order.ts";
import { erasePhotos } from "./erase-photos.ts";
import type { PersonScope } from "./person-scope.ts";

/** A JSON body of which nothing is left. */
const NOTHING = "{}";
/** SQLite reads no condition of more than a thousand parts, and the engines take some thousand values at once. */
const AT_ONCE = 500;

/** Takes a person's words, names, numbers and addresses from every table. Amounts, times and states stay. */
export async function eraseWords(tx: Tx, scope: PersonScope, now: number): Promise<void> {
  await eraseTalk(tx, scope, now);
  await eraseTold(tx, scope);
  await eraseOrders(tx, scope);
  await eraseCalls(tx, scope, now);
  await eraseTraces(tx, scope);
  await eraseDriverMemory(tx, scope);
  await erasePeople(tx, scope, now);
}

/** What was said. The events' keys stay, so that what the platform tells again is no news. */
async function eraseTalk(tx: Tx, { conversations, events }: PersonScope, now: number): Promise<void> {
  const there = { conversationId: { in: [...conversations] } };
  for (const eventId of parts(events)) await tx.misread.deleteMany({ where: { eventId: { in: eventId } } });
  await erasePhotos(tx, conversations);
  await tx.inboxEvent.updateMany({ where: { ...there, handledAt: null }, data: { handledAt: now } });
  await tx.inboxEvent.updateMany({ where: there, data: { body: NOTHING } });
  await tx.outboxRow.updateMany({
    where: { ...there, status: { in: ["queued", "sending"] } },
    data: { status: "withheld" },
  });
  // Without an id or an attempt no late receipt finds the row; on some channels the id has the number in it.
  await tx.outboxRow.updateMany({ where: there, data: { body: NOTHING, externalId: null, attempts: 0, error: null } });
  await tx.timer.deleteMany({ where: there });
  await tx.staffNote.deleteMany({ where: there });
  await tx.deskTopic.deleteMany({ where: there });
  await tx.conversation.updateMany({
    where: { id: { in: [...conversations] } },
    data: {
      ...{ holder: ERASED, version: { increment: 1 }, state: null, questionId: null, dueAt: null, waitingSince: null },
      ...{ heldReason: null, heldSince: null, heldUntil: null, deskAt: null, deskStep: 0, unread: 0, closedAt: now },
    },
  });
}

/** What colleagues were told of the person in their own chats, and what they answered there. */
async function eraseTold(tx: Tx, { told, threads }: PersonScope): Promise<void> {
  for (const id of parts(told.map((row) => row.id))) {
    const rows = { id: { in: id } };
    await tx.outboxRow.updateMany({ where: { ...rows, status: "queued" }, data: { status: "withheld" } });
    await tx.outboxRow.updateMany({ where: rows, data: { body: NOTHING } });
  }
  for (const { conversationId, externalId } of told)
    if (externalId !== null) await eraseAnswers(tx, { id: conversationId }, `"replyTo":${JSON.stringify(externalId)}`);
  for (const { contactId, threadId } of threads)
    await eraseAnswers(tx, { contactId }, `"thread":${JSON.stringify(threadId)}`);
}

async function eraseAnswers(tx: Tx, chat: { readonly id?: string; readonly contactId?: string }, mark: string) {
  await tx.inboxEvent.updateMany({
    where: { conversation: { ...chat, holder: DESK }, body: { contains: mark } },
    data: { body: NOTHING },
  });
}

async function eraseOrders(tx: Tx, { orders }: PersonScope): Promise<void> {
  for (const ids of parts(orders)) {
    await tx.order.updateMany({
      where: { id: { in: ids } },
      data: {
        ...{ contactName: null, contactPhone: null, address: null, note: null, pickupCode: null },
        ...{ agreedText: "", agreedWords: "", agreedDigest: "", version: { increment: 1 } },
      },
    });
    await tx.orderLine.updateMany({ where: { orderId: { in: ids } }, data: { note: null } });
    const events = await tx.orderEvent.findMany({
      where: { orderId: { in: ids }, NOT: { data: NOTHING } },
      select: { id: true, data: true },
    });
    for (const { id, data } of events)
      await tx.orderEvent.update({ where: { id }, data: { data: JSON.stringify(withoutWords(data)) } });
  }
}

const Facts = z.record(z.string(), z.unknown());
const STATES: ReadonlySet<unknown> = new Set(OrderStatus.options);

/** The states, sums and marks in what is kept of an order's change. */
function withoutWords(data: string): Record<string, unknown> {
  const { data: facts = {} } = Facts.safeParse(JSON.parse(data));
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => typeof value === "number" || typeof value === "boolean" || STATES.has(value),
    ),
  );
}

/** Nobody is called any more who was asked to be forgotten. */
async function eraseCalls(tx: Tx, { calls, phoneOrders }: PersonScope, now: number): Promise<void> {
  for (const ids of parts(calls)) {
    const tasks = { id: { in: ids } };
    await tx.callTask.updateMany({
      where: { ...tasks, outcome: null },
      data: { outcome: "cancelled", closedAt: now },
    });
    await tx.callTask.updateMany({ where: tasks, data: { reason: "", phone: null, version: { increment: 1 } } });
    await tx.callTry.updateMany({ where: { taskId: { in: ids } }, data: { note: null } });
  }
  for (const ids of parts(phoneOrders)) await tx.phoneOrder.deleteMany({ where: { id: { in: ids } } });
}

/** Who did what stays, without what was written beside it; so does where people came from, unless it points at this one. */
async function eraseTraces(tx: Tx, scope: PersonScope): Promise<void> {
  const { customers, contacts, conversations, orders, calls, phoneOrders, events } = scope;
  const all = [...customers, ...contacts.map(({ id }) => id), ...conversations, ...orders, ...calls, ...phoneOrders];
  for (const subject of parts([...all, ...events]))
    await tx.audit.updateMany({ where: { subject: { in: subject } }, data: { data: NOTHING } });
  const ofThem = { customerId: { in: [...customers] } };
  await tx.consent.updateMany({ where: ofThem, data: { wording: "" } });
  const touches = await tx.touch.findMany({ where: ofThem, distinct: ["source"], select: { source: true } });
  for (const { source } of touches) {
    const others = await tx.touch.count({ where: { source, customerId: { notIn: [...customers] } } });
    if (others === 0) await tx.touch.updateMany({ where: { ...ofThem, source }, data: { source: "" } });
  }
}

/** What a driver remembers of the person, which it keeps by their address. */
async function eraseDriverMemory(tx: Tx, { contacts }: PersonScope): Promise<void> {
  for (const { accountId, externalId } of contacts)
    await tx.channelMemory.deleteMany({
      where: {
        accountId,
        OR: [{ key: { endsWith: ` ${externalId}` } }, { value: { contains: JSON.stringify(externalId) } }],
      },
    });
}

/** The address becomes free: who writes from it next is somebody new. */
async function erasePeople(tx: Tx, { customers, contacts }: PersonScope, now: number): Promise<void> {
  for (const { id } of contacts)
    await tx.contact.update({
      where: { id },
      data: { externalId: `erased:${id}`, name: null, username: null, phone: null, source: null, blockedAt: now },
    });
  await tx.customer.updateMany({
    where: { id: { in: [...customers] } },
    data: {
      ...{ name: null, phone: null, phoneVerified: false, address: null, zoneId: null, form: null, note: null },
      erasedAt: now,
    },
  });
}

function parts(ids: readonly string[]): string[][] {
  const all: string[][] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) all.push(ids.slice(from, from + AT_ONCE));
  return all;
}
