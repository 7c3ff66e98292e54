import { EventBody, OutgoingMessage } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { keptKey, stepKey } from "../inbox/kept-news.ts";

/** What became of the news of a step that is taken back; `never`: the seller was to tell it. */
export type StepNews = "withheld" | "sent" | "never";

/**
 * Takes back what the customer was to be told of an order's step, if all of it is still unsent: its event, or what the
 * turn wrote for it. The conversation must be locked.
 */
export async function takeBackStepNews(
  tx: Tx,
  order: { readonly id: string; readonly conversationId: string; readonly version: number },
  now: number,
): Promise<StepNews> {
  const { id, conversationId, version } = order;
  const stepped = await tx.inboxEvent.findUnique({ where: { key: stepKey(order) }, select: { body: true } });
  const told = stepped && EventBody.safeParse(JSON.parse(stepped.body)).data;
  const tell = told?.type === "orderStepped" ? told.tell : undefined;
  if (tell === "never") return "never";
  const key = tell === "later" ? keptKey({ order: id, version }) : stepKey(order);
  const event = await tx.inboxEvent.findUnique({ where: { key }, select: { handledAt: true, sequence: true } });
  if (event === null && tell === "later") return "withheld";
  if (event !== null && event.handledAt === null) {
    await tx.inboxEvent.update({ where: { key }, data: { handledAt: now } });
    return "withheld";
  }
  if (!event?.handledAt) return "sent";
  // The turn that told wrote its words at the moment at which it marked the event.
  const { sequence, handledAt } = event;
  const news = { conversationId, purpose: "order", createdAt: handledAt, sequence: { gt: sequence } };
  const rows = await tx.outboxRow.findMany({ where: news, select: { id: true, status: true, body: true } });
  // A takeover may have withheld them before.
  if (rows.length === 0 || rows.some(({ status }) => status !== "queued" && status !== "withheld")) return "sent";
  const ids = rows.map((row) => row.id);
  const { count } = await tx.outboxRow.updateMany({
    where: { id: { in: ids }, status: { in: ["queued", "withheld"] } },
    data: { status: "withheld", error: "undone" },
  });
  if (count < rows.length) return "sent";
  // The card that the customer still has is the one before.
  const shown = rows.flatMap(({ body }) => OutgoingMessage.parse(JSON.parse(body)).replaces ?? [])[0];
  if (shown !== undefined) await tx.order.updateMany({ where: { id, cardId: { in: ids } }, data: { cardId: shown } });
  return "withheld";
}
