import { DESK, ERASED } from "../channels/message.ts";
import { latestBasket } from "../conversation/latest-basket.ts";
import { ConversationState } from "../conversation/state.ts";
import type { Tx } from "../database/database.ts";
import { sayCounted, sayVariant } from "../shop/catalogue/catalogue.words.ts";
import { lineOfEvent, lineOfRow } from "./desk-lines.ts";
import { orderedMeanwhile } from "./desk-news-store.ts";
import type { DeskCall, DeskConversation, DeskLine } from "./desk-view.ts";
import { callStamp, readTogether } from "./one-call-store.ts";

/** The last words are looked for among so many last entries of a thread. */
const LOOK_BACK = 16;
const MOST_LINES = 5;
const ENDED = ["completed", "cancelled"];

/** Calls with all that a seller wants to know before dialling, in the order of the ids. */
export async function readDeskCalls(tx: Tx, ids: readonly string[]): Promise<readonly DeskCall[]> {
  if (ids.length === 0) return [];
  const tasks = await tx.callTask.findMany({
    where: { id: { in: [...ids] } },
    include: { attempts: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 }, customer: true },
  });
  const [together, talks, orders, names] = await Promise.all([
    readTogether(tx, tasks),
    tx.conversation.findMany({
      where: { id: { in: tasks.map(({ conversationId }) => conversationId) } },
      include: { contact: { include: { account: true, customer: true } } },
    }),
    tx.order.findMany({
      where: {
        OR: [
          { id: { in: tasks.flatMap(({ orderId }) => orderId ?? []) } },
          { customerId: { in: tasks.map(({ customerId }) => customerId) }, status: { notIn: ENDED } },
        ],
      },
      orderBy: { placedAt: "desc" },
    }),
    readNames(tx),
  ]);
  const baskets = await readBaskets(tx, talks);
  const calls = tasks.map((task): DeskCall => {
    const talk = talks.find(({ id }) => id === task.conversationId);
    const order =
      orders.find(({ id }) => id === task.orderId) ?? orders.find(({ customerId }) => customerId === task.customerId);
    const phone = task.phone ?? task.customer.phone;
    const [last] = task.attempts;
    const along = together.along.get(task.id);
    return {
      id: task.id,
      version: task.version,
      kind: task.kind,
      conversationId: task.conversationId,
      customer: talk ? labelOf(talk.contact) : (task.customer.name ?? ""),
      channel: talk?.contact.account.channel ?? "",
      reason: task.reason,
      times: task.times,
      stamp: callStamp(task, together),
      led: together.led.has(task.id),
      ...(along ? { along: { kind: along.kind, reason: along.reason, times: along.times } } : {}),
      tries: task.tries,
      createdAt: Number(task.createdAt),
      basket: baskets.get(task.conversationId) ?? [],
      ...(phone === null ? {} : { phone }),
      ...(task.dueAt === null ? {} : { dueAt: Number(task.dueAt) }),
      ...(task.promisedAt === null ? {} : { promisedAt: Number(task.promisedAt) }),
      ...(task.takenBy === null ? {} : { takenBy: { id: task.takenBy, name: names.get(task.takenBy) ?? "" } }),
      ...(task.outcome === null ? {} : { outcome: task.outcome }),
      ...(order === undefined ? {} : { order: { number: order.number, total: order.total } }),
      ...(last === undefined
        ? {}
        : {
            lastTry: {
              ...{ at: Number(last.at), who: last.who, name: names.get(last.who) ?? "", outcome: last.outcome },
              ...(last.note === null ? {} : { note: names.get(last.note) ?? last.note }),
            },
          }),
    };
  });
  return inOrder(calls, ids);
}

/** Conversations with their context and last words, in the order of the ids. A colleague's own chat is none. */
export async function readDeskConversations(tx: Tx, ids: readonly string[]): Promise<readonly DeskConversation[]> {
  if (ids.length === 0) return [];
  const rows = await tx.conversation.findMany({
    where: { id: { in: [...ids] }, holder: { notIn: [DESK, ERASED] } },
    include: { contact: { include: { account: true, customer: true } } },
  });
  const [names, baskets, ordered, orders] = await Promise.all([
    readNames(tx),
    readBaskets(tx, rows),
    orderedMeanwhile(tx, rows),
    tx.order.findMany({
      where: { customerId: { in: rows.map(({ contact }) => contact.customerId) } },
      orderBy: { placedAt: "desc" },
      distinct: ["customerId"],
      select: { customerId: true, number: true, status: true, total: true },
    }),
  ]);
  const lines = new Map<string, readonly DeskLine[]>();
  for (const { id, sequence } of rows)
    lines.set(id, (await readLines(tx, id, sequence - LOOK_BACK)).slice(-MOST_LINES));
  const conversations = rows.map((row): DeskConversation => {
    const { contact } = row;
    const order = orders.find(({ customerId }) => customerId === contact.customerId);
    const phone = contact.phone ?? contact.customer.phone;
    return {
      id: row.id,
      version: row.version,
      holder: row.holder,
      holderName: names.get(row.holder) ?? "",
      customer: labelOf(contact),
      channel: contact.account.channel,
      basket: baskets.get(row.id) ?? [],
      lines: lines.get(row.id) ?? [],
      ...ordered.get(row.id),
      ...(phone === null ? {} : { phone }),
      ...(row.heldReason === null ? {} : { heldReason: row.heldReason }),
      ...(row.heldSince === null ? {} : { heldSince: Number(row.heldSince) }),
      ...(order === undefined ? {} : { order: { number: order.number, status: order.status, total: order.total } }),
    };
  });
  return inOrder(conversations, ids);
}

/** What was said in a conversation after a sequence number, oldest first. */
export async function readLines(tx: Tx, conversationId: string, after: number): Promise<readonly DeskLine[]> {
  const where = { conversationId, sequence: { gt: after } };
  const [events, rows] = await Promise.all([
    tx.inboxEvent.findMany({ where, orderBy: { sequence: "desc" }, take: 2 * LOOK_BACK }),
    tx.outboxRow.findMany({
      where: { ...where, status: { not: "withheld" } },
      orderBy: { sequence: "desc" },
      take: LOOK_BACK,
    }),
  ]);
  return [...events.flatMap((event) => lineOfEvent(event) ?? []), ...rows.flatMap((row) => lineOfRow(row) ?? [])].sort(
    (one, other) => one.sequence - other.sequence,
  );
}

async function readNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const staff = await tx.staff.findMany({ select: { id: true, name: true } });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

/** The goods of each conversation as the bot understood them, in words. */
async function readBaskets(
  tx: Tx,
  talks: readonly { readonly id: string; readonly state: string | null }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = new Map(talks.map(({ id, state }) => [id, linesIn(state)]));
  const skus = [...lines.values()].flatMap((own) => own.map(({ sku }) => sku));
  const products = skus.length > 0 ? await tx.product.findMany({ where: { sku: { in: skus } } }) : [];
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return new Map(
    [...lines].map(([id, own]) => [
      id,
      own.map((line) => {
        const { name, unit } = bySku.get(line.sku) ?? { name: line.sku, unit: "" };
        return `${sayCounted({ ...line, unit })} ${sayVariant({ name }, line.options)}`;
      }),
    ]),
  );
}

function linesIn(state: string | null) {
  const read = ConversationState.safeParse(JSON.parse(state ?? "{}"));
  return (read.success ? latestBasket(read.data)?.lines : undefined) ?? [];
}

function labelOf(contact: {
  readonly name: string | null;
  readonly username: string | null;
  readonly customer: { readonly name: string | null; readonly phone: string | null };
}): string {
  const { customer, name, username } = contact;
  return customer.name ?? name ?? (username === null ? (customer.phone ?? "") : `@${username}`);
}

function inOrder<T extends { readonly id: string }>(found: readonly T[], ids: readonly string[]): readonly T[] {
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
}
