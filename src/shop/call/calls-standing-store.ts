import type { Database } from "../../database/database.ts";
import { CallKind, isOverdue } from "./call.ts";
import { oneCallEach } from "./one-call.ts";

/** How the list of calls stands. */
export interface CallsStanding {
  readonly open: number;
  /** Longer than the customer was told */
  readonly overdue: number;
  /** When the next one falls due, epoch ms */
  readonly nextDue?: number;
}

export async function callsStanding({ prisma }: Database, now: number): Promise<CallsStanding> {
  const tasks = await prisma.callTask.findMany({
    where: { outcome: null },
    select: { id: true, customerId: true, kind: true, dueAt: true },
  });
  const due = tasks.map(({ kind, dueAt, ...task }) => ({
    ...task,
    kind: CallKind.parse(kind),
    ...(dueAt === null ? {} : { dueAt: Number(dueAt) }),
  }));
  const rows = oneCallEach(due);
  const overdue = rows.filter(({ call, along }) => isOverdue({ ...call, along }, now)).length;
  const next = Math.min(...due.flatMap(({ dueAt }) => (dueAt !== undefined && dueAt > now ? [dueAt] : [])));
  return { open: rows.length, overdue, ...(Number.isFinite(next) ? { nextDue: next } : {}) };
}
