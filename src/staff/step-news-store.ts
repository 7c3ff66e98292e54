import { z } from "zod";
import { EventBody, OutgoingMessage } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { keptKey, keptNews, stepKey } from "../inbox/kept-news.ts";

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

/** Where the customer was not told at once: it waits for the bot, was told since, or was the seller's to tell. */
type ToldSince = "waiting" | "later" | "never";

/** What the customer was not told of at once, by the id of its event in the order's history. */
export async function newsOf(
  tx: Pick<Tx, "inboxEvent" | "$queryRaw" | "$executeRaw">,
  order: { readonly id: string; readonly conversationId: string; readonly events: readonly HistoryEvent[] },
  /** A person holds the order's chat */
  held: boolean,
): Promise<ReadonlyMap<string, ToldSince>> {
  const steps = order.events.flatMap(({ id, what, data }) => {
    const { tell, version } = Step.parse(JSON.parse(data));
    return TELLING.has(what) && version !== undefined ? [{ id, tell, version }] : [];
  });
  const keyOf = ({ version }: { readonly version: number }) => keptKey({ order: order.id, version });
  const keys = steps.filter(({ tell }) => tell === "later").map(keyOf);
  const stored =
    keys.length === 0 ? [] : await tx.inboxEvent.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const told = new Set(stored.map(({ key }) => key));
  const kept = held ? await keptNews(tx, order.conversationId) : [];
  const waits = kept.find((news) => news.order === order.id)?.version;
  return new Map(
    steps.flatMap((step): [string, ToldSince][] => {
      if (step.tell === "never") return [[step.id, "never"]];
      if (step.version === waits) return [[step.id, "waiting"]];
      return told.has(keyOf(step)) ? [[step.id, "later"]] : [];
    }),
  );
}

interface HistoryEvent {
  readonly id: string;
  readonly what: string;
  readonly data: string;
}

const Step = z.object({ version: z.number().optional(), tell: z.enum(["later", "never"]).optional() });

/** What the customer is told by itself */
const TELLING: ReadonlySet<string> = new Set(["placed", "stepped"]);
