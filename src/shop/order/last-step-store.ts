import { z } from "zod";
import type { Tx } from "../../database/database.ts";
import { OrderStatus } from "./order.ts";

/** The latest thing done to an order, where that was a step of the shop. */
export interface LastStep {
  readonly at: number;
  readonly who: string;
  /** The order's version after it */
  readonly version: number;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  /** Cash that was taken with it */
  readonly cash?: number;
  /** Whether it said who brings the order */
  readonly gaveCourier: boolean;
}

const Data = z.object({
  from: OrderStatus,
  to: OrderStatus,
  version: z.number(),
  cash: z.number().optional(),
  courier: z.string().optional(),
});

export async function lastStep(tx: Tx, orderId: string): Promise<LastStep | undefined> {
  const event = await tx.orderEvent.findFirst({ where: { orderId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  return event === null ? undefined : stepOf(event);
}

/** What an event of an order's history says, if it is a step of the shop. */
export function stepOf(event: {
  readonly what: string;
  readonly at: bigint;
  readonly who: string;
  readonly data: string;
}): LastStep | undefined {
  if (event.what !== "stepped") return undefined;
  const data = Data.safeParse(JSON.parse(event.data));
  if (!data.success) return undefined;
  const { from, to, version, cash, courier } = data.data;
  return {
    ...{ at: Number(event.at), who: event.who, version, from, to, gaveCourier: courier !== undefined },
    ...(cash === undefined ? {} : { cash }),
  };
}

/** Thousandths of made-to-order goods that a branch makes in a day; undefined is unlimited. */
export async function capacityAt(tx: Tx, branchId: string): Promise<number | undefined> {
  const branch = await tx.branch.findUnique({ where: { id: branchId }, select: { dailyCapacity: true } });
  return branch?.dailyCapacity ?? undefined;
}

/** Calls that fell away with a cancelled order stand on the list again once the cancelling is taken back. */
export async function reopenConfirmCalls(tx: Tx, orderId: string, cancelledAt: number): Promise<void> {
  await tx.callTask.updateMany({
    where: { orderId, kind: "confirm", outcome: "cancelled", closedAt: cancelledAt },
    data: { outcome: null, closedAt: null, version: { increment: 1 } },
  });
}
