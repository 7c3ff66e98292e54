import { z } from "zod";
import type { Database } from "../database/database.ts";
import type { Prisma } from "../database/generated/sqlite/client.ts";
import { awaitingConfirming, awaitsConfirming } from "../shop/call/confirm-calls-store.ts";
import { sayQuantity } from "../shop/catalogue/catalogue.words.ts";
import { stepOf } from "../shop/order/last-step-store.ts";
import { offersNow } from "../shop/order/offers-store.ts";
import { Fulfilment, isRunning, NEXT_STATUSES, OrderStatus, Payment } from "../shop/order/order.ts";
import { promisedAt } from "../shop/order/promised-at.ts";
import { isPersons } from "../staff/holder-store.ts";
import { newsOf } from "../staff/step-news-store.ts";
import { UNDO_STEP_MS } from "../staff/undo-step.ts";
import type { StaffNames } from "./holder-view.ts";
import { markOf, readOffer } from "./offer-view-store.ts";
import type { CourierView, OrderEventView, OrderSummary, OrderView } from "./order-views.ts";
import { readStaffNames } from "./staff-store.ts";

const MOST_ENDED = 200;

/** What an order's summary is made of. */
export const ORDER_PARTS = {
  branch: { select: { name: true, timeZone: true } },
  zone: { select: { name: true, minutes: true, fee: true, freeFrom: true } },
  lines: { orderBy: { position: "asc" } },
  customer: { select: { name: true, phone: true } },
} as const satisfies Prisma.OrderInclude;

/** Orders of some statuses: all that are still to be done, the most urgent first, and then the newest of those that ended. */
export async function readOrders(
  database: Database,
  statuses: readonly OrderStatus[],
): Promise<readonly OrderSummary[]> {
  const { prisma } = database;
  const [open, ended, staff] = await Promise.all([
    prisma.order.findMany({
      where: { status: { in: statuses.filter(isOpen) } },
      orderBy: [{ placedAt: "asc" }, { id: "asc" }],
      include: ORDER_PARTS,
    }),
    prisma.order.findMany({
      where: { status: { in: statuses.filter((status) => !isOpen(status)) } },
      orderBy: [{ placedAt: "desc" }, { id: "desc" }],
      take: MOST_ENDED,
      include: ORDER_PARTS,
    }),
    readStaffNames(database),
  ]);
  const placed = open.flatMap(({ id, status }) => (status === "placed" ? [id] : []));
  const awaited = placed.length > 0 ? await awaitingConfirming(prisma, placed) : new Set();
  const offers = await offersNow(prisma, open);
  const seen = (order: StoredOrder) => ({
    ...orderSummary(order, staff),
    callFirst: awaited.has(order.id),
    ...markOf(offers.get(order.id)),
  });
  return [...open.map(seen).toSorted((a, b) => a.promisedAt - b.promisedAt), ...ended.map(seen)];
}

/** What a courier has to do with: on the road with them or with nobody, and what they have just brought, for the slip of a thumb. */
export async function readCarried(database: Database, courier: string, now: number): Promise<readonly OrderSummary[]> {
  const [orders, staff] = await Promise.all([
    database.prisma.order.findMany({
      where: carriedBy(courier, now),
      orderBy: [{ placedAt: "asc" }, { id: "asc" }],
      include: ORDER_PARTS,
    }),
    readStaffNames(database),
  ]);
  return orders.map((order) => orderSummary(order, staff)).toSorted((a, b) => a.promisedAt - b.promisedAt);
}

export async function isCarriedBy(database: Database, id: string, courier: string, now: number): Promise<boolean> {
  return (await database.prisma.order.count({ where: { id, ...carriedBy(courier, now) } })) > 0;
}

function carriedBy(courierId: string, now: number): Prisma.OrderWhereInput {
  const brought = { what: "stepped", who: courierId, at: { gte: now - UNDO_STEP_MS } };
  return {
    OR: [
      { status: "out_for_delivery", OR: [{ courierId: null }, { courierId }] },
      { status: { in: ["completed", "failed_delivery"] }, courierId, events: { some: brought } },
    ],
  };
}

/** Who may bring orders, couriers first. */
export async function readCouriers({ prisma }: Database): Promise<readonly CourierView[]> {
  const staff = await prisma.staff.findMany({ where: { active: true }, orderBy: { createdAt: "asc" } });
  return staff
    .map(({ id, name, role }) => ({ id, name, isCourier: role === "courier" }))
    .toSorted((a, b) => Number(b.isCourier) - Number(a.isCourier));
}

/** Whether a step is still to be made */
function isOpen(status: OrderStatus): boolean {
  return NEXT_STATUSES[status].length > 0;
}

/** One order with everything that was agreed and everything that happened to it. */
export async function readOrder(database: Database, id: string, now: number): Promise<OrderView | undefined> {
  const { prisma } = database;
  const [order, shop, staff, isAwaited] = await Promise.all([
    prisma.order.findUnique({
      where: { id },
      include: {
        ...ORDER_PARTS,
        branch: true,
        conversation: { select: { holder: true } },
        events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
      },
    }),
    prisma.shop.findUnique({ where: { id: 1 }, select: { name: true, phone: true } }),
    readStaffNames(database),
    awaitsConfirming(prisma, id),
  ]);
  if (order === null) return undefined;
  const held = isPersons(order.conversation.holder);
  const told = await newsOf(prisma, order, held);
  const events = order.events.map((event) => ({ ...eventView(event, staff), told: told.get(event.id) }));
  const taken = order.status === "completed" ? events.findLast(({ cash }) => cash !== undefined)?.cash : undefined;
  const summary = orderSummary(order, staff);
  const offer = isRunning(summary) ? await readOffer(prisma, order, staff) : undefined;
  const phone = order.branch.phone ?? shop?.phone;
  return {
    ...summary,
    conversationId: order.conversationId,
    held,
    callFirst: isAwaited && order.status === "placed",
    ...(offer ? { offer } : {}),
    ...(order.contactPhone === null ? {} : { phone: order.contactPhone }),
    ...(order.note === null ? {} : { note: order.note }),
    ...(order.pickupCode === null ? {} : { pickupCode: order.pickupCode }),
    goodsTotal: order.goodsTotal,
    fee: order.fee,
    ...(order.zone === null ? {} : { delivery: { fee: order.zone.fee, freeFrom: order.zone.freeFrom } }),
    cashDue: isRunning(summary) && IN_CASH.has(summary.payment) ? order.total : 0,
    ...(taken === undefined ? {} : { cashTaken: taken }),
    agreedWords: order.agreedWords,
    lines: order.lines.map(({ sku, name, quantity, unit, note, unitPrice, amount }) => ({
      ...{ sku, name, quantity, unit, unitPrice, amount },
      ...(note === null ? {} : { note }),
    })),
    events,
    ...undoOf(order, now),
    from: { shop: shop?.name ?? "", address: order.branch.address, ...(phone ? { phone } : {}) },
  };
}

const IN_CASH: ReadonlySet<Payment> = new Set(["cash_on_delivery", "cash_at_pickup"]);

interface StoredEvent {
  readonly id: string;
  readonly at: bigint;
  readonly who: string;
  readonly what: string;
  readonly data: string;
}

function undoOf(
  { version, events }: { readonly version: number; readonly events: readonly StoredEvent[] },
  now: number,
): Pick<OrderView, "undo"> {
  const last = events.at(-1);
  const step = last && stepOf(last);
  if (!step || step.version !== version || now - step.at > UNDO_STEP_MS) return {};
  return { undo: { by: step.who, until: step.at + UNDO_STEP_MS } };
}

const Data = z.object({
  words: z.string().optional(),
  to: z.string().optional(),
  undid: z.string().optional(),
  reason: z.string().optional(),
  cash: z.number().optional(),
  cashReason: z.string().optional(),
  courier: z.string().nullish(),
  byCode: z.boolean().optional(),
});

function eventView({ id, at, who, what, data }: StoredEvent, staff: StaffNames): OrderEventView {
  const { to, words, reason, cash, cashReason, courier, byCode } = Data.parse(JSON.parse(data));
  return {
    id,
    at: Number(at),
    who: staff.get(who) ?? who,
    what: what === "stepped" ? (to ?? what) : what,
    ...(words ? { words } : {}),
    ...(reason ? { reason } : {}),
    ...(cash === undefined ? {} : { cash }),
    ...(cashReason ? { cashReason } : {}),
    ...(courier ? { courier: staff.get(courier) ?? courier } : {}),
    ...(byCode ? { byCode } : {}),
  };
}

interface StoredOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly fulfilment: string;
  readonly payment: string;
  readonly total: number;
  readonly address: string | null;
  readonly day: string | null;
  readonly time: string | null;
  readonly placedAt: bigint;
  readonly contactName: string | null;
  readonly courierId: string | null;
  readonly branchId: string;
  readonly branch: { readonly name: string; readonly timeZone: string };
  readonly zone: { readonly name: string; readonly minutes: number } | null;
  readonly customer: { readonly name: string | null; readonly phone: string | null };
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly unit: string }[];
}

export function orderSummary(order: StoredOrder, staff: StaffNames = new Map()): Omit<OrderSummary, "offer"> {
  const { day, time, courierId } = order;
  const placedAt = Number(order.placedAt);
  const when = { ...(day === null ? {} : { day }), ...(time === null ? {} : { time }) };
  return {
    id: order.id,
    number: order.number,
    status: OrderStatus.parse(order.status),
    version: order.version,
    customer: order.contactName ?? order.customer.name ?? order.customer.phone ?? "",
    fulfilment: Fulfilment.parse(order.fulfilment),
    payment: Payment.parse(order.payment),
    total: order.total,
    branchId: order.branchId,
    branch: order.branch.name,
    ...(order.zone === null ? {} : { zone: order.zone.name }),
    ...(order.address === null ? {} : { address: order.address }),
    ...when,
    placedAt,
    timeZone: order.branch.timeZone,
    promisedAt: promisedAt({ ...when, placedAt }, order.branch.timeZone, order.zone?.minutes),
    ...(courierId === null ? {} : { courier: { id: courierId, name: staff.get(courierId) ?? courierId } }),
    items: order.lines.map((line) => `${sayQuantity(line.quantity, line.unit)} ${line.name}`).join(", "),
  };
}
