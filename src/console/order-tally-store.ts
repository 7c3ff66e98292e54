import type { Database } from "../database/database.ts";
import { NEXT_STATUSES, OrderStatus } from "../shop/order/order.ts";
import type { OrderTally } from "./customer-views.ts";

/** What became of a customer's orders, and what is still to be paid. */
export async function readOrderTally({ prisma }: Database, customerId: string): Promise<OrderTally> {
  const [orders, failed, slips, due] = await Promise.all([
    prisma.order.groupBy({ by: ["status"], where: { customerId }, _count: { _all: true }, _sum: { total: true } }),
    prisma.orderEvent.count({ where: { order: { customerId }, status: "failed_delivery" } }),
    // A slip of the thumb is no failed delivery.
    prisma.orderEvent.count({
      where: { order: { customerId }, what: "undone", data: { contains: '"undid":"failed_delivery"' } },
    }),
    prisma.cashEntry.aggregate({ where: { order: { customerId }, holder: "customer" }, _sum: { amount: true } }),
  ]);
  const count = (wanted: (status: OrderStatus) => boolean) =>
    orders.reduce((sum, { status, _count }) => sum + (wanted(OrderStatus.parse(status)) ? _count._all : 0), 0);
  return {
    running: count((status) => NEXT_STATUSES[status].length > 0),
    completed: count((status) => status === "completed"),
    cancelled: count((status) => status === "cancelled"),
    failedDeliveries: failed - slips,
    total: orders.find(({ status }) => status === "completed")?._sum.total ?? 0,
    due: due._sum.amount ?? 0,
  };
}
