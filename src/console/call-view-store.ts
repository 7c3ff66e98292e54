import { latestBasket } from "../conversation/latest-basket.ts";
import { ConversationState } from "../conversation/state.ts";
import type { Database } from "../database/database.ts";
import { instantOf } from "../shop/calendar/calendar.ts";
import { CallKind, isAskedInChat, numberOf, UNDO_MS } from "../shop/call/call.ts";
import { type CallCounts, countCalls } from "../shop/call/call-counts.ts";
import { latestOutcomes } from "../shop/call/call-desk-store.ts";
import { oneCallEach } from "../shop/call/one-call.ts";
import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { OrderStatus } from "../shop/order/order.ts";
import { basketView } from "./basket-view.ts";
import { customerLabel } from "./conversation-list-store.ts";
import { ORDER_PARTS, orderSummary } from "./order-view-store.ts";
import { readStaffNames } from "./staff-store.ts";
import type { BasketView, CallList, CallUndo, CallView, FinishedCall } from "./views.ts";

const MOST_CALLS = 500;
const NOT_OPEN = ["completed", "cancelled"] satisfies OrderStatus[];

/** Everybody who is still to be called, with what the seller needs to know before dialling. */
export async function readCalls(database: Database, timeZone: string | undefined, now: number): Promise<CallList> {
  const { prisma } = database;
  const tasks = await prisma.callTask.findMany({
    where: { outcome: null },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: MOST_CALLS,
    include: { attempts: { orderBy: [{ at: "asc" }, { id: "asc" }] }, customer: { select: { phone: true } } },
  });
  const noted = await latestOutcomes(prisma, now - UNDO_MS);
  const closed = await prisma.callTask.findMany({
    where: { id: { in: [...noted.keys()] }, outcome: { not: null } },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
  });
  const [conversations, orders, names, team, zone] = await Promise.all([
    prisma.conversation.findMany({
      where: { id: { in: [...tasks, ...closed].map(({ conversationId }) => conversationId) } },
      include: { contact: { include: { account: true, customer: true } } },
    }),
    prisma.order.findMany({
      where: { customerId: { in: tasks.map(({ customerId }) => customerId) }, status: { notIn: NOT_OPEN } },
      orderBy: { placedAt: "desc" },
      include: ORDER_PARTS,
    }),
    readStaffNames(database),
    prisma.staff.findMany({ where: { active: true, role: { not: "courier" } }, orderBy: { name: "asc" } }),
    zoneOf(database, timeZone),
  ]);
  const talks = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const baskets = await readBaskets(
    database,
    conversations.map(({ id, state }) => [id, state]),
  );
  const undoOf = (task: { readonly id: string; readonly version: number }): { readonly undo?: CallUndo } => {
    const last = noted.get(task.id);
    // Whatever happened to the call since is not taken back along with it.
    return last?.seen === task.version - 1 ? { undo: { by: last.who, until: last.at + UNDO_MS } } : {};
  };
  const nameOf = (conversation: string) => {
    const talk = talks.get(conversation);
    return talk ? customerLabel(talk.contact) : "";
  };
  const momentOf = ({ id, customerId }: { readonly id: string; readonly customerId: string }) =>
    `${customerId} ${noted.get(id)?.at}`;
  const notedOrders = new Set([...tasks, ...closed].filter(({ kind }) => kind === "confirm").map(momentOf));
  return {
    finished: closed.flatMap((task): FinishedCall[] => {
      const { undo } = undoOf(task);
      // What ended along with an order's call comes back with it.
      if (task.kind !== "confirm" && notedOrders.has(momentOf(task))) return [];
      const { id, version, conversationId, outcome } = task;
      if (!undo || outcome === null) return [];
      return [{ id, version, conversationId, customer: nameOf(conversationId), outcome, undo }];
    }),
    timeZone: zone,
    colleagues: team.map(({ id, name }) => ({ id, name })),
    calls: oneCallEach(tasks).map(({ call: task, along }): CallView => {
      const talk = talks.get(task.conversationId);
      const order =
        orders.find(({ id }) => id === task.orderId) ?? orders.find(({ customerId }) => customerId === task.customerId);
      const phone = numberOf(task.phone, task.customer.phone);
      return {
        id: task.id,
        version: task.version,
        kind: CallKind.parse(task.kind),
        conversationId: task.conversationId,
        customerId: task.customerId,
        customer: nameOf(task.conversationId),
        channel: talk?.contact.account.channel ?? "",
        reason: task.reason,
        ...(phone === null ? {} : { phone }),
        times: task.times,
        ...(along ? { along: alongView(along) } : {}),
        tries: task.tries,
        createdAt: Number(task.createdAt),
        ...(task.dueAt === null ? {} : { dueAt: Number(task.dueAt) }),
        ...(task.promisedAt === null ? {} : { promisedAt: Number(task.promisedAt) }),
        ...(task.takenBy === null
          ? {}
          : { takenBy: { id: task.takenBy, name: names.get(task.takenBy) ?? task.takenBy } }),
        ...(order ? { order: orderOf(orderSummary(order)) } : {}),
        basket: baskets.get(task.conversationId) ?? [],
        attempts: task.attempts.map(({ at, who, outcome, note }) => ({
          at: Number(at),
          who: names.get(who) ?? who,
          outcome,
          ...(note === null ? {} : { note: names.get(note) ?? note }),
        })),
        askedInChat: task.kind === "confirm" && isAskedInChat(task),
        ...undoOf(task),
      };
    }),
  };
}

function alongView(task: {
  readonly kind: string;
  readonly reason: string;
  readonly times: number;
  readonly dueAt: bigint | null;
  readonly promisedAt: bigint | null;
}): NonNullable<CallView["along"]> {
  const { kind, reason, times, dueAt, promisedAt } = task;
  return {
    ...{ kind: CallKind.parse(kind), reason, times },
    ...(dueAt === null ? {} : { dueAt: Number(dueAt) }),
    ...(promisedAt === null ? {} : { promisedAt: Number(promisedAt) }),
  };
}

/** What the calls of some days (both included, in the shop's own zone) brought. */
export async function readCallCounts(
  database: Database,
  days: { readonly from: string; readonly to: string },
  timeZone: string | undefined,
): Promise<CallCounts> {
  const zone = await zoneOf(database, timeZone);
  const from = instantOf(days.from, 0, zone);
  const until = instantOf(days.to, 1440, zone);
  const tasks = await database.prisma.callTask.findMany({
    where: { createdAt: { gte: from, lt: until }, kind: { not: "confirm" } },
    include: { attempts: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  const instant = (at: bigint | null) => (at === null ? null : Number(at));
  return countCalls(
    tasks.map(({ times, createdAt, promisedAt, dueAt, outcome, closedAt, attempts }) => ({
      times,
      outcome,
      createdAt: Number(createdAt),
      promisedAt: instant(promisedAt),
      dueAt: instant(dueAt),
      closedAt: instant(closedAt),
      tries: attempts.map((tried) => ({ at: Number(tried.at), outcome: tried.outcome })),
    })),
  );
}

/** The zone that the shop is set to, else its own. */
async function zoneOf({ prisma }: Database, timeZone: string | undefined): Promise<string> {
  return timeZone ?? (await prisma.shop.findUnique({ where: { id: 1 } }))?.timeZone ?? "Asia/Jakarta";
}

function orderOf({ id, number, status, items }: ReturnType<typeof orderSummary>): NonNullable<CallView["order"]> {
  return { id, number, status, items };
}

/** The basket of each conversation as the bot understood it. */
async function readBaskets(
  { prisma }: Database,
  states: readonly (readonly [conversation: string, state: string | null])[],
): Promise<ReadonlyMap<string, readonly BasketView[]>> {
  const lines = new Map(states.map(([id, state]) => [id, linesIn(state)]));
  const skus = [...lines.values()].flatMap((own) => own.map(({ sku }) => sku));
  const products = skus.length > 0 ? await prisma.product.findMany({ where: { sku: { in: skus } } }) : [];
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return new Map([...lines].map(([id, own]) => [id, own.map((line) => basketView(line, bySku.get(line.sku)))]));
}

function linesIn(state: string | null): readonly BasketLine[] {
  const read = ConversationState.safeParse(JSON.parse(state ?? "{}"));
  return (read.success ? latestBasket(read.data)?.lines : undefined) ?? [];
}
