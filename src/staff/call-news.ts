import type { Tx } from "../database/database.ts";
import { appendEvents } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import { enqueue } from "../outbox/enqueue.ts";
import type { Acts } from "./acts.ts";
import { lockConversation } from "./holder-store.ts";

interface ToldOf {
  readonly id: string;
  readonly conversationId: string;
  /** As it was when the outcome was noted: what is told of it is told once */
  readonly version: number;
}

/** What the customer is told of a call's outcome: words, and where the bot holds the chat, the question that it asks instead. */
export interface CallNews {
  readonly text: string;
  readonly asks?: { readonly order: string; readonly why: "unreached" | "wrongNumber"; readonly phone: string | null };
}

/** Puts words into the chat as the act of whoever tried, whoever holds it; a question is the bot's to ask. */
export async function tellOfCall(
  tx: Tx,
  { database, newId }: Acts,
  call: ToldOf,
  { text, asks }: CallNews,
  staff: string,
  now: number,
): Promise<void> {
  const conversation = await lockConversation(tx, database.engine, call.conversationId);
  if (!conversation) return;
  const { id: conversationId, accountId, version } = conversation;
  const key = newsKey(call.id, call.version);
  if (asks !== undefined && conversation.holder === "bot") {
    const { order, why, phone } = asks;
    const body = { type: "confirmAsked" as const, staff, order, why, ...(phone === null ? {} : { phone }) };
    await appendEvents(tx, [{ id: newId(), key, conversationId, body }], now, quietRule(0));
    return;
  }
  const sequence = conversation.sequence + 1;
  const message = { text, choices: [] };
  await tx.conversation.update({ where: { id: conversationId }, data: { sequence, lastAt: now } });
  await enqueue(
    tx,
    [{ id: newId(), key, conversationId, accountId, sequence, version, message, author: staff, purpose: "reply" }],
    now,
  );
}

/** What became of words that were taken back: there were none, they stay unsaid, or it was too late. */
export type TakenBack = "nothing" | "withheld" | "sent";

/** Takes back what the customer was to be told of a call's outcome, as far as it is not sent. */
export async function takeBackNews(
  tx: Tx,
  { id, conversationId }: Pick<ToldOf, "id" | "conversationId">,
  version: number,
  now: number,
): Promise<TakenBack> {
  const key = newsKey(id, version);
  const event = await tx.inboxEvent.findUnique({ where: { key }, select: { handledAt: true } });
  if (event !== null && event.handledAt === null) {
    await tx.inboxEvent.update({ where: { key }, data: { handledAt: now } });
    return "withheld";
  }
  // The turn that asked wrote its words at the moment at which it marked the event.
  const told = event?.handledAt ? { conversationId, author: "bot", createdAt: event.handledAt } : { key };
  const { count } = await tx.outboxRow.updateMany({
    where: { ...told, status: "queued" },
    data: { status: "withheld", error: "undone" },
  });
  if (count > 0) return "withheld";
  const said = await tx.outboxRow.count({ where: { ...told, status: { notIn: ["withheld", "failed"] } } });
  return said > 0 ? "sent" : "nothing";
}

function newsKey(call: string, version: number): string {
  return `call:${call}:${version}`;
}
