import type { Database } from "../../database/database.ts";
import { CONFIRM_GRACE_MS } from "../../shop/call/call.ts";
import { ADJUSTABLE } from "../../shop/order/order.ts";

/**
 * How many orders came, how many calls fell due that nobody has taken, and of how many orders the customer did not take
 * what was offered instead of something, after one instant and up to another (epoch ms).
 */
export async function countNews(
  { prisma }: Database,
  after: number,
  upTo: number,
): Promise<{ readonly orders: number; readonly calls: number; readonly declined: number }> {
  const open = { outcome: null, takenBy: null };
  const declines = { what: { in: ["offerRefused", "offerFailed"] }, who: "customer", at: { gt: after, lte: upTo } };
  const [orders, calls, declined] = await Promise.all([
    prisma.order.count({ where: { status: "placed", placedAt: { gt: after, lte: upTo } } }),
    prisma.callTask.count({
      where: {
        ...open,
        OR: [
          { kind: { not: "confirm" }, dueAt: { gt: after, lte: upTo } },
          { kind: "confirm", dueAt: { gt: after - CONFIRM_GRACE_MS, lte: upTo - CONFIRM_GRACE_MS } },
        ],
      },
    }),
    prisma.order.count({ where: { status: { in: [...ADJUSTABLE] }, events: { some: declines } } }),
  ]);
  return { orders, calls, declined };
}

const MARK = { accountId: "push", key: "told" };

/** Up to when news was told, epoch ms; undefined where it never was. */
export async function readTold({ prisma }: Database): Promise<number | undefined> {
  const mark = await prisma.channelMemory.findUnique({ where: { accountId_key: MARK }, select: { at: true } });
  return mark === null ? undefined : Number(mark.at);
}

export async function keepTold({ prisma }: Database, at: number): Promise<void> {
  const kept = { value: "{}", at };
  await prisma.channelMemory.upsert({ where: { accountId_key: MARK }, create: { ...MARK, ...kept }, update: kept });
}
