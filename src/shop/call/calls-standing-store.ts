import type { Database } from "../../database/database.ts";
import { CONFIRM_GRACE_MS } from "./call.ts";

/** How the list of calls stands. */
export interface CallsStanding {
  readonly open: number;
  /** Longer than the customer was told */
  readonly overdue: number;
  /** When the next one falls due, epoch ms */
  readonly nextDue?: number;
}

export async function callsStanding({ prisma }: Database, now: number): Promise<CallsStanding> {
  const open = { outcome: null };
  const [count, overdue, next] = await Promise.all([
    prisma.callTask.count({ where: open }),
    prisma.callTask.count({
      where: {
        ...open,
        OR: [
          { kind: { not: "confirm" }, dueAt: { lte: now } },
          { kind: "confirm", dueAt: { lte: now - CONFIRM_GRACE_MS } },
        ],
      },
    }),
    prisma.callTask.findFirst({ where: { ...open, dueAt: { gt: now } }, orderBy: { dueAt: "asc" } }),
  ]);
  return { open: count, overdue, ...(next?.dueAt == null ? {} : { nextDue: Number(next.dueAt) }) };
}
