import type { OrderSummary } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { addressOf, follow } from "./route.ts";
import { sayDate, sayMoney } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";

/** A customer's orders, each opening its own page. */
export function OrderLinks({ orders }: { readonly orders: readonly OrderSummary[] }) {
  const words = useWords();
  return (
    <ul className="flex flex-col gap-2">
      {orders.map((order) => (
        <li key={order.id}>
          <a
            href={addressOf("orders", order.id)}
            onClick={follow}
            className="block rounded-xl border border-line p-2.5 hover:border-brand"
          >
            <span className="flex items-center justify-between gap-2">
              <span className="font-semibold">{words.orders.number(order.number)}</span>
              <StatusMark status={order.status} />
            </span>
            <span className="block text-soft">{order.items}</span>
            <span className="block">
              <span className="font-semibold">{sayMoney(order.total)}</span> · {sayDate(order.placedAt, words)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
