import { isRunning } from "../../shop/order/order.ts";
import type { OrderSummary } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { OfferMarkLabel } from "./offer-mark.tsx";
import { addressOf, follow } from "./route.ts";
import { sayAge, sayCustomer, sayMoment, sayMoney, sayValue } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";
import { useNow } from "./use-now.ts";

/** An order as a card of the board or the list: what, for whom, by when. */
export function OrderRow({ order, isCurrent }: { readonly order: OrderSummary; readonly isCurrent: boolean }) {
  const words = useWords();
  return (
    <a
      href={addressOf("orders", order.id)}
      onClick={follow}
      aria-current={isCurrent ? "true" : undefined}
      className="card block px-3.5 py-3 hover:border-brand aria-[current=true]:border-brand"
    >
      <span className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <span className="font-bold">{words.orders.number(order.number)}</span>
        {order.callFirst ? (
          <span className="rounded-full bg-alarm-soft px-2.5 py-0.5 font-semibold text-alarm text-xs">
            {words.orders.awaitsYes}
          </span>
        ) : (
          <StatusMark status={order.status} />
        )}
      </span>
      {order.offer && (
        <span className="mt-1 block">
          <OfferMarkLabel mark={order.offer} />
        </span>
      )}
      <span className="mt-1 line-clamp-2 block">{order.items}</span>
      <span className="mt-1 flex flex-wrap items-baseline justify-between gap-x-2 text-soft text-sm">
        <span className="min-w-0 truncate">{sayCustomer(order, words)}</span>
        <span className="shrink-0 font-bold text-ink">{sayMoney(order.total)}</span>
      </span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-2 text-soft text-sm">
        <span className="min-w-0 truncate">
          {sayValue(order.fulfilment, words)}
          {order.courier !== undefined && ` · ${order.courier.name}`}
        </span>
        <Promised order={order} />
      </span>
    </a>
  );
}

/** By when it is to be there; how late it is already. */
export function Promised({ order, lateOnly }: { readonly order: OrderSummary; readonly lateOnly?: boolean }) {
  const words = useWords();
  const now = useNow();
  if (!isRunning(order)) return null;
  const { promisedAt } = order;
  if (lateOnly && promisedAt >= now) return null;
  return promisedAt < now ? (
    <span className="font-semibold text-alarm">{words.orderDesk.late(sayAge(promisedAt, now, words))}</span>
  ) : (
    <span>{words.orderDesk.by(sayMoment(promisedAt, now, words, order.timeZone))}</span>
  );
}
