import type { OrderSummary } from "../order-views.ts";
import { OrderRow } from "./order-row.tsx";

/** Orders one below the other. */
export function OrderList({
  orders,
  current,
}: {
  readonly orders: readonly OrderSummary[];
  readonly current?: string | undefined;
}) {
  return (
    <ul className="flex flex-col gap-2 px-3 pb-4">
      {orders.map((order) => (
        <li key={order.id}>
          <OrderRow order={order} isCurrent={order.id === current} />
        </li>
      ))}
    </ul>
  );
}
