import type { Database } from "../../database/database.ts";
import { CONFIRM_GRACE_MS } from "../../shop/call/call.ts";

/** How many orders came, and how many calls fell due that nobody has taken, after one instant and up to another (epoch ms). */
export async function countNews(
  { prisma }: Database,
  after: number,
  upTo: number,
): Promise<{ readonly orders: number; readonly calls: number }> {
  const open = { outcome: null, takenBy: null };
  const [orders, calls] = await Promise.all([
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
  ]);
  return { orders, calls };
}
