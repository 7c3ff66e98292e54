import { z } from "zod";
import type { Abilities } from "../channels/channel.ts";
import { DESK, ERASED } from "../channels/message.ts";
import { latestBasket } from "../conversation/latest-basket.ts";
import { ConversationState } from "../conversation/state.ts";
import type { Database } from "../database/database.ts";
import { CallKind } from "../shop/call/call.ts";
import { originOf } from "../shop/phone-order/proposal.ts";
import { basketView } from "./basket-view.ts";
import { readHistory, readMood, readPlaceholders } from "./card-store.ts";
import { customerLabel } from "./conversation-list-store.ts";
import { readLinkedContacts } from "./customer-store.ts";
import { holderView } from "./holder-view.ts";
import { ORDER_PARTS, orderSummary } from "./order-view-store.ts";
import { readStaffNames } from "./staff-store.ts";
import { readThread, type ThreadPart } from "./thread-store.ts";
import type { ConversationView } from "./views.ts";

const ORDERS = 5;

/** A conversation with its context card and the latest part of its thread, or another one. */
export async function readConversation(
  database: Database,
  id: string,
  abilitiesOf: (accountId: string) => Pick<Abilities, "openHours" | "templateLetters" | "images"> | undefined,
  part: ThreadPart,
  now: number,
): Promise<ConversationView | undefined> {
  const { prisma } = database;
  const conversation = await prisma.conversation.findUnique({
    where: { id },
    include: { contact: { include: { account: true, customer: true } } },
  });
  // A colleague's own chat is nobody's to read.
  if (conversation === null || conversation.holder === DESK || conversation.holder === ERASED) return undefined;
  const { contact } = conversation;
  const [thread, orders, basket, staff, calls, contacts, mood, history, placeholders] = await Promise.all([
    readThread(database, id, part),
    prisma.order.findMany({
      where: { customerId: contact.customerId },
      orderBy: { placedAt: "desc" },
      take: ORDERS,
      include: ORDER_PARTS,
    }),
    readUnderstood(database, conversation.state),
    readStaffNames(database),
    prisma.callTask.findMany({
      where: { conversationId: id, closedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    readLinkedContacts(database, contact.customerId),
    readMood(database, id, now),
    readHistory(database, contact.customerId),
    readPlaceholders(database, contact.customer, now),
  ]);
  const { customer } = contact;
  const { openHours, templateLetters, images = false } = abilitiesOf(conversation.accountId) ?? {};
  return {
    id,
    holder: holderView(conversation.holder, staff),
    ...(conversation.heldReason === null ? {} : { heldReason: conversation.heldReason }),
    ...(conversation.heldSince === null ? {} : { heldSince: Number(conversation.heldSince) }),
    ...(conversation.heldUntil === null ? {} : { heldUntil: Number(conversation.heldUntil) }),
    channel: contact.account.channel,
    ...(contact.source === null ? {} : { source: originOf(contact.source) }),
    blocked: contact.blockedAt !== null,
    unread: conversation.unread,
    closed: conversation.holder === "bot" && conversation.closedAt !== null,
    images,
    ...(openHours === undefined ? {} : { openUntil: endOf(conversation.customerAt, openHours) }),
    ...(templateLetters === undefined ? {} : { templateLetters }),
    customer: {
      id: customer.id,
      label: customerLabel(contact),
      ...(customer.name === null ? {} : { name: customer.name }),
      ...(customer.phone === null ? {} : { phone: customer.phone }),
      phoneVerified: customer.phoneVerified,
      ...(customer.address === null ? {} : { address: customer.address }),
      ...(customer.note === null ? {} : { note: customer.note }),
      since: Number(customer.createdAt),
    },
    ...{ contacts, mood, history, placeholders },
    calls: calls.map((call) => ({
      id: call.id,
      kind: CallKind.parse(call.kind),
      tries: call.tries,
      ...(call.dueAt === null ? {} : { dueAt: Number(call.dueAt) }),
      ...(call.promisedAt === null ? {} : { promisedAt: Number(call.promisedAt) }),
      reason: call.reason,
      since: Number(call.createdAt),
      ...(call.phone === null ? {} : { phone: call.phone }),
    })),
    ...basket,
    orders: orders.map((order) => orderSummary(order)),
    ...thread,
  };
}

const HOUR_MS = 3_600_000;

function endOf(customerAt: bigint | null, hours: number): number {
  return customerAt === null ? 0 : Number(customerAt) + hours * HOUR_MS;
}

/** What the bot has understood so far: the basket of the latest errand that has one, and the other answers in plain words. */
async function readUnderstood(
  { prisma }: Database,
  stored: string | null,
): Promise<Pick<ConversationView, "basket" | "answers">> {
  const state = ConversationState.safeParse(JSON.parse(stored ?? "{}"));
  const understood = state.success ? latestBasket(state.data) : undefined;
  if (understood === undefined) return { basket: [], answers: [] };
  const { topic, lines } = understood;
  const [products, branches, zones] = await Promise.all([
    prisma.product.findMany({ where: { sku: { in: lines.map((line) => line.sku) } } }),
    prisma.branch.findMany({ select: { id: true, name: true } }),
    prisma.deliveryZone.findMany({ select: { id: true, name: true } }),
  ]);
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const places = new Map([...branches, ...zones].map(({ id, name }) => [id, name]));
  const basket = lines.map((line) => basketView(line, bySku.get(line.sku)));
  const answers = Object.entries(topic.answers).flatMap(([slot, value]) => {
    const plain = HIDDEN.has(slot) ? undefined : plainAnswer(value, places);
    return plain === undefined ? [] : { slot, value: plain };
  });
  return { basket, answers };
}

/** Shown elsewhere on the card, or no fact of the order. */
const HIDDEN: ReadonlySet<string> = new Set(["basket", "agreedTo", "changes"]);
const PlaceAnswer = z.object({ id: z.string() });

/** An answer in words: a place by its name, an object by its parts; undefined for what has none. */
function plainAnswer(value: unknown, places: ReadonlyMap<string, string>): string | undefined {
  if (typeof value === "string") return places.get(value) ?? value;
  if (typeof value === "number") return `${value}`;
  const place = PlaceAnswer.safeParse(value);
  if (place.success) return places.get(place.data.id) ?? place.data.id;
  const parts = z.record(z.string(), z.unknown()).safeParse(value);
  if (!parts.success) return undefined;
  return (
    Object.values(parts.data)
      .filter((part) => typeof part === "string")
      .join(" ") || undefined
  );
}

/** Our id of the channel account that a customer's conversation is on; undefined where there is no such conversation. */
export async function accountOfConversation({ prisma }: Database, id: string): Promise<string | undefined> {
  const found = await prisma.conversation.findFirst({
    where: { id, holder: { notIn: [DESK, ERASED] } },
    select: { accountId: true },
  });
  return found?.accountId;
}
