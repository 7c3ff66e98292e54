import { v7 } from "uuid";
import type { Database } from "../../src/database/database.ts";
import { ACCOUNT } from "../fixtures/road.ts";

export const NOW = Date.parse("2026-11-18T10:00:00+07:00");
/** In everything that the person says, is called, or is told of */
export const MARK = "zirkonia";
export const CONTACT = "907001234@c.us";
export const PHONE = "+6281355579911";

/** Puts words of the person wherever using the shop does not bring them by itself. */
export async function plantWords({ prisma }: Database, conversationId: string, customerId: string): Promise<void> {
  const order = { customerId };
  await prisma.customer.update({ where: { id: customerId }, data: { form: MARK } });
  await prisma.conversation.update({ where: { id: conversationId }, data: { heldReason: `call: ${MARK}` } });
  await prisma.order.updateMany({
    where: order,
    data: { note: MARK, agreedDigest: MARK, agreedWords: MARK, agreedText: MARK, pickupCode: MARK },
  });
  await prisma.orderLine.updateMany({ where: { order }, data: { note: MARK } });
  await prisma.orderEvent.updateMany({
    where: { order },
    data: { data: JSON.stringify({ words: MARK, to: "ready" }) },
  });
  const calls = await prisma.callTask.findMany({ where: order });
  for (const { id } of calls) {
    await prisma.callTask.update({ where: { id }, data: { phone: PHONE, reason: MARK } });
    await prisma.callTry.create({ data: { id: v7(), taskId: id, at: 1, who: "x", outcome: "reached", note: MARK } });
  }
  await prisma.outboxRow.updateMany({ where: { conversationId }, data: { error: MARK } });
  const row = { conversationId, key: MARK.slice(0, 3), dueAt: NOW * 2, body: JSON.stringify({ about: MARK }) };
  await prisma.timer.create({ data: { id: v7(), ...row } });
  await prisma.staffNote.create({ data: { id: v7(), conversationId, sequence: 900, at: 1, who: "x", text: MARK } });
  await prisma.misread.updateMany({ data: { text: MARK, correction: JSON.stringify({ goods: MARK }) } });
  await prisma.misread.updateMany({ data: { understood: JSON.stringify({ intents: [], items: [MARK] }) } });
  await prisma.deskTopic.create({
    data: { contactId: "desk-doni", conversationId, threadId: `t-${MARK}`, createdAt: 1 },
  });
  for (const [key, value] of [
    [`name ${CONTACT}`, CONTACT],
    [`name 77@lid`, CONTACT],
    [`calls ${CONTACT}`, [{ id: "1", at: 1 }]],
    ["aside message 1", { heard: { who: { chat: CONTACT }, text: MARK } }],
  ] as const)
    await prisma.channelMemory.create({ data: { accountId: ACCOUNT, key, value: JSON.stringify(value), at: 1 } });
  // What a colleague was told in their own chat, and what they answered there.
  const told = { accountId: ACCOUNT, version: 0, author: "bot", purpose: "reply", priority: 0, status: "sent" };
  const moments = { notBefore: 1, createdAt: 1, afterCrash: "repeat" };
  for (const [sequence, about] of [`conversation:${conversationId}`, `call:${calls[0]?.id}`].entries())
    await prisma.outboxRow.create({
      data: {
        ...{ ...told, ...moments, id: v7(), key: v7(), conversationId: "desk-doni", sequence: sequence + 1, about },
        ...{ externalId: `5${sequence}`, body: JSON.stringify({ text: `Kak ${MARK} menunggu` }) },
      },
    });
  const answer = {
    type: "messageReceived",
    text: `Halo Kak ${MARK}`,
    attachments: [],
    forwarded: false,
    replyTo: "50",
  };
  await prisma.inboxEvent.create({
    data: {
      ...{ id: v7(), key: v7(), conversationId: "desk-doni", sequence: 9, kind: answer.type, at: 1, handledAt: 1 },
      body: JSON.stringify(answer),
    },
  });
}
