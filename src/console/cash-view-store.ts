import { z } from "zod";
import type { Database, PrismaClient } from "../database/database.ts";
import { addDays, instantOf } from "../shop/calendar/calendar.ts";
import { courierHolder } from "../shop/order/cash-moves.ts";
import { ordersWithCash } from "../shop/order/cash-store.ts";
import type { CashDay, CourierCash } from "./order-views.ts";
import { readStaffNames } from "./staff-store.ts";

/** The shop's own zone. */
export async function shopZone({ prisma }: Database): Promise<string> {
  const shop = await prisma.shop.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  return shop?.timeZone ?? "Asia/Jakarta";
}

/** Who has the cash of a calendar day, and who has any now. */
export async function readCashDay(
  database: Database,
  { day, today, timeZone }: { readonly day: string; readonly today: string; readonly timeZone: string },
): Promise<CashDay> {
  const { prisma } = database;
  const at = { gte: instantOf(day, 0, timeZone), lt: instantOf(addDays(day, 1), 0, timeZone) };
  const [due, entries, branches, names, handIns, held] = await Promise.all([
    prisma.order.groupBy({
      by: ["branchId", "courierId", "status"],
      where: { status: { notIn: ["completed", "cancelled"] }, payment: { in: ["cash_on_delivery", "cash_at_pickup"] } },
      _sum: { total: true },
    }),
    prisma.cashEntry.findMany({
      where: { at, holder: { not: "customer" } },
      select: { holder: true, amount: true, order: { select: { branchId: true } } },
    }),
    prisma.branch.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true, active: true } }),
    readStaffNames(database),
    readHandIns(prisma, at),
    readHeld(prisma),
  ]);
  const sum = <T>(of: readonly T[], amount: (one: T) => number) => of.reduce((all, one) => all + amount(one), 0);
  const carriers = new Set([
    ...held.keys(),
    ...due.flatMap(({ courierId }) => courierId ?? []),
    ...handIns.map(({ courier }) => courier),
    ...entries.flatMap(({ holder }) => courierOf(holder) ?? []),
  ]);
  const courierCash = (id: string): CourierCash => ({
    id,
    name: names.get(id) ?? id,
    due: sum(
      due.filter(({ courierId, status }) => courierId === id && status === "out_for_delivery"),
      ({ _sum }) => _sum.total ?? 0,
    ),
    // What left them for the shop on that day had come to them before.
    received:
      sum(
        entries.filter(({ holder }) => holder === courierHolder(id)),
        ({ amount }) => amount,
      ) +
      sum(
        handIns.filter(({ courier }) => courier === id),
        ({ amount }) => amount,
      ),
    held: sum(held.get(id) ?? [], ({ amount }) => amount),
    orders: held.get(id) ?? [],
  });
  const branchCash = branches.map(({ id, name, active }) => ({
    id,
    name,
    active,
    due: sum(
      due.filter(({ branchId }) => branchId === id),
      ({ _sum }) => _sum.total ?? 0,
    ),
    received: sum(
      entries.filter(({ holder, order }) => holder === "shop" && order.branchId === id),
      ({ amount }) => amount,
    ),
  }));
  return {
    day,
    today,
    couriers: [...carriers].map(courierCash).toSorted((a, b) => b.held - a.held || a.name.localeCompare(b.name)),
    branches: branchCash
      .filter(({ active, due: open, received }) => active || open > 0 || received > 0)
      .map(({ active: _, ...branch }) => branch),
    differences: await readDifferences(prisma, at, names),
    handIns: handIns.map(({ courier, who, ...handIn }) => ({
      ...handIn,
      courier: names.get(courier) ?? courier,
      who: names.get(who) ?? who,
    })),
  };
}

interface Span {
  readonly gte: number;
  readonly lt: number;
}

function courierOf(holder: string): string | undefined {
  return holder.startsWith("courier:") ? holder.slice("courier:".length) : undefined;
}

/** Orders whose cash is still in a courier's hands, by courier. */
async function readHeld(prisma: PrismaClient): Promise<ReadonlyMap<string, CourierCash["orders"]>> {
  const holders = await prisma.cashEntry.groupBy({
    by: ["holder"],
    where: { holder: { startsWith: "courier:" } },
    _sum: { amount: true },
  });
  const held = new Map<string, CourierCash["orders"]>();
  for (const { holder, _sum } of holders) {
    const courier = courierOf(holder);
    if (courier === undefined || !_sum.amount) continue;
    const orders = await ordersWithCash(prisma, courierHolder(courier));
    const numbers = await prisma.order.findMany({
      where: { id: { in: orders.map(({ id }) => id) } },
      select: { id: true, number: true },
    });
    const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
    held.set(
      courier,
      orders.map(({ id, amount }) => ({ id, number: numberOf.get(id) ?? "", amount })),
    );
  }
  return held;
}

const HandIn = z.object({ amount: z.number(), held: z.number() });

async function readHandIns(prisma: PrismaClient, at: Span) {
  const rows = await prisma.audit.findMany({ where: { what: "cashHandedIn", at }, orderBy: { at: "desc" } });
  return rows.map(({ id, at: when, who, subject, data }) => {
    const { amount, held } = HandIn.parse(JSON.parse(data));
    return { id, at: Number(when), courier: subject, amount, left: held - amount, who };
  });
}

const Taken = z.object({ cashReason: z.string(), cash: z.number(), total: z.number() });

/** Steps of that day that took other cash than was due, and were not taken back. */
async function readDifferences(
  prisma: PrismaClient,
  at: Span,
  names: ReadonlyMap<string, string>,
): Promise<CashDay["differences"]> {
  const entries = await prisma.cashEntry.groupBy({
    by: ["orderId"],
    where: { holder: "difference", at },
    _sum: { amount: true },
  });
  const missing = new Map(entries.flatMap(({ orderId, _sum }) => (_sum.amount ? [[orderId, _sum.amount]] : [])));
  const events = await prisma.orderEvent.findMany({
    where: { orderId: { in: [...missing.keys()] }, what: "stepped", status: "completed", at },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { order: { select: { number: true } } },
  });
  return [...missing].flatMap(([order, amount]) => {
    const event = events.find(({ orderId }) => orderId === order);
    const taken = event && Taken.safeParse(JSON.parse(event.data));
    if (!event || !taken?.success) return [];
    const who = names.get(event.who) ?? event.who;
    return [{ order, number: event.order.number, amount, reason: taken.data.cashReason, who }];
  });
}
