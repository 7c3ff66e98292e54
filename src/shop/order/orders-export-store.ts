import type { PrismaClient } from "../../database/database.ts";
import type { Prisma } from "../../database/generated/sqlite/client.ts";

/** An order as other programs read it. Quantities are decimals of the unit, money rupiah, instants ISO 8601 in UTC. */
export interface ExportedOrder {
  readonly number: string;
  readonly status: string;
  readonly placedAt: string;
  readonly channel: string;
  readonly customer: { readonly name: string | null; readonly phone: string | null; readonly contact: string };
  readonly lines: readonly {
    readonly sku: string;
    readonly name: string;
    readonly quantity: number;
    readonly unit: string;
    readonly price: number;
    readonly amount: number;
    readonly note: string | null;
  }[];
  readonly goodsTotal: number;
  readonly fee: number;
  readonly total: number;
  readonly fulfilment: string;
  readonly payment: string;
  readonly branch: string;
  readonly zone: string | null;
  readonly address: string | null;
  readonly day: string | null;
  readonly time: string | null;
  readonly pickupCode: string | null;
  readonly note: string | null;
  readonly events: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly data: unknown;
  }[];
}

const PAGE = 500;

const WITH_ALL = {
  customer: true,
  branch: true,
  zone: true,
  lines: { orderBy: { position: "asc" } },
  events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  conversation: { include: { contact: { include: { account: true } } } },
} as const satisfies Prisma.OrderInclude;

/** All orders with their history, newest first, read a page at a time. */
export async function* exportedOrders(prisma: PrismaClient): AsyncGenerator<ExportedOrder> {
  for (let cursor: string | undefined; ; ) {
    const page = await prisma.order.findMany({
      take: PAGE,
      ...(cursor === undefined ? {} : { skip: 1, cursor: { id: cursor } }),
      orderBy: [{ placedAt: "desc" }, { id: "desc" }],
      include: WITH_ALL,
    });
    for (const order of page) yield exported(order);
    cursor = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}

type OrderRow = Prisma.OrderGetPayload<{ include: typeof WITH_ALL }>;

function exported(order: OrderRow): ExportedOrder {
  const { contact } = order.conversation;
  return {
    number: order.number,
    status: order.status,
    placedAt: instant(order.placedAt),
    channel: contact.account.channel,
    customer: {
      name: order.contactName ?? order.customer.name,
      phone: order.contactPhone ?? order.customer.phone,
      contact: contact.externalId,
    },
    lines: order.lines.map(({ sku, name, quantity, unit, unitPrice, amount, note }) => ({
      sku,
      name,
      quantity: quantity / 1000,
      unit,
      price: unitPrice,
      amount,
      note,
    })),
    goodsTotal: order.goodsTotal,
    fee: order.fee,
    total: order.total,
    fulfilment: order.fulfilment,
    payment: order.payment,
    branch: order.branch.code,
    zone: order.zone?.code ?? null,
    address: order.address,
    day: order.day,
    time: order.time,
    pickupCode: order.pickupCode,
    note: order.note,
    events: order.events.map(({ at, who, what, data }) => ({ at: instant(at), who, what, data: JSON.parse(data) })),
  };
}

function instant(at: bigint): string {
  return new Date(Number(at)).toISOString();
}
