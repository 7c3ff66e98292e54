import { z } from "zod";
import type { Database } from "../database/database.ts";
import { awaitingConfirming, awaitsConfirming } from "../shop/call/confirm-calls-store.ts";
import { sayQuantity } from "../shop/catalogue/catalogue.words.ts";
import { Fulfilment, NEXT_STATUSES, OrderStatus, Payment } from "../shop/order/order.ts";
import { readStaffNames } from "./staff-store.ts";
import type { OrderSummary, OrderView } from "./views.ts";

const MOST_ENDED = 200;

/** What an order's summary is made of. */
export const ORDER_PARTS = {
  branch: { select: { name: true } },
  zone: { select: { name: true } },
  lines: { orderBy: { position: "asc" } },
  customer: { select: { name: true, phone: true } },
} as const;

/** Orders of some statuses: all that are still to be done, the oldest first, and then the newest of those that ended. */
export async function readOrders(
  { prisma }: Database,
  statuses: readonly OrderStatus[],
): Promise<readonly OrderSummary[]> {
  const [open, ended] = await Promise.all([
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
  ]);
  const placed = open.flatMap(({ id, status }) => (status === "placed" ? [id] : []));
  const awaited = placed.length > 0 ? await awaitingConfirming(prisma, placed) : new Set();
  return [...open, ...ended].map((order) => ({ ...orderSummary(order), callFirst: awaited.has(order.id) }));
}

/** Whether a step is still to be made */
function isOpen(status: OrderStatus): boolean {
  return NEXT_STATUSES[status].length > 0;
}

/** One order with everything that was agreed and everything that happened to it. */
export async function readOrder(database: Database, id: string): Promise<OrderView | undefined> {
  const [order, staff, isAwaited] = await Promise.all([
    database.prisma.order.findUnique({
      where: { id },
      include: { ...ORDER_PARTS, events: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    }),
    readStaffNames(database),
    awaitsConfirming(database.prisma, id),
  ]);
  if (order === null) return undefined;
  return {
    ...orderSummary(order),
    conversationId: order.conversationId,
    callFirst: isAwaited && order.status === "placed",
    ...(order.contactPhone === null ? {} : { phone: order.contactPhone }),
    ...(order.address === null ? {} : { address: order.address }),
    ...(order.note === null ? {} : { note: order.note }),
    ...(order.pickupCode === null ? {} : { pickupCode: order.pickupCode }),
    goodsTotal: order.goodsTotal,
    fee: order.fee,
    agreedWords: order.agreedWords,
    lines: order.lines.map(({ name, quantity, unit, note, unitPrice, amount }) => ({
      name,
      quantity,
      unit,
      unitPrice,
      amount,
      ...(note === null ? {} : { note }),
    })),
    events: order.events.map(({ id: eventId, at, who, what, data }) => ({
      id: eventId,
      at: Number(at),
      who: staff.get(who) ?? who,
      what: what === "stepped" ? statusIn(data) : what,
      ...saidIn(data),
    })),
  };
}

const Said = z.object({ words: z.string().optional() });

/** The customer's words, or why staff cancelled it. */
function saidIn(data: string): { readonly words?: string } {
  const { words } = Said.parse(JSON.parse(data));
  return words ? { words } : {};
}

const Step = z.object({ to: z.string() });

/** The status an order was moved to. */
function statusIn(data: string): string {
  const step = Step.safeParse(JSON.parse(data));
  return step.success ? step.data.to : "stepped";
}

interface StoredOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly fulfilment: string;
  readonly payment: string;
  readonly total: number;
  readonly day: string | null;
  readonly time: string | null;
  readonly placedAt: bigint;
  readonly contactName: string | null;
  readonly branch: { readonly name: string };
  readonly zone: { readonly name: string } | null;
  readonly customer: { readonly name: string | null; readonly phone: string | null };
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly unit: string }[];
}

export function orderSummary(order: StoredOrder): OrderSummary {
  return {
    id: order.id,
    number: order.number,
    status: OrderStatus.parse(order.status),
    version: order.version,
    customer: order.contactName ?? order.customer.name ?? order.customer.phone ?? "",
    fulfilment: Fulfilment.parse(order.fulfilment),
    payment: Payment.parse(order.payment),
    total: order.total,
    branch: order.branch.name,
    ...(order.zone === null ? {} : { zone: order.zone.name }),
    ...(order.day === null ? {} : { day: order.day }),
    ...(order.time === null ? {} : { time: order.time }),
    placedAt: Number(order.placedAt),
    items: order.lines.map((line) => `${sayQuantity(line.quantity, line.unit)} ${line.name}`).join(", "),
  };
}
