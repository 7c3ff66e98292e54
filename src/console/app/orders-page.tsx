import { useState } from "react";
import type { OrderStatus } from "../../shop/order/order.ts";
import type { OrderSummary } from "../views.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { OrderDetail } from "./order-detail.tsx";
import { addressOf, follow } from "./route.ts";
import { sayCustomer, sayMoney, sayValue, sayWhen } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";
import { useRead } from "./use-read.ts";

const GROUPS = {
  new: ["placed"],
  working: ["accepted", "preparing", "ready"],
  onTheWay: ["out_for_delivery", "failed_delivery"],
  done: ["completed", "cancelled"],
} as const satisfies Record<string, readonly OrderStatus[]>;
type Group = keyof typeof GROUPS;
const ALL: readonly Group[] = ["new", "working", "onTheWay", "done"];

/** Orders by where they stand, and beside them (on a phone instead of them) the one that was picked. */
export function OrdersPage({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const groups = useMe().role === "courier" ? (["onTheWay"] as const) : ALL;
  const [group, setGroup] = useState<Group>(groups[0] ?? "onTheWay");
  const { data, problem } = useRead<{ orders: readonly OrderSummary[] }>(`/orders?status=${GROUPS[group].join()}`, [
    "order",
  ]);
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={words.pages.orders}
        className={`w-full overflow-y-auto border-line md:block md:w-96 md:shrink-0 md:border-r ${id === undefined ? "" : "hidden"}`}
      >
        <h1 className="px-4 pt-4 pb-2 font-bold text-2xl">{words.pages.orders}</h1>
        <fieldset className="flex flex-wrap gap-1.5 px-4 pb-3" aria-label={words.pages.orders}>
          {groups.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === group}
              onClick={() => setGroup(each)}
              className="min-h-10 shrink-0 rounded-full border border-line bg-surface px-3 font-semibold text-soft text-sm aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand"
            >
              {words.orders.groups[each]}
            </button>
          ))}
        </fieldset>
        <Offline problem={problem} />
        {data === undefined && <p className="p-4 text-soft">{words.loading}</p>}
        {data?.orders.length === 0 && <p className="p-4 text-soft">{words.orders.none}</p>}
        <ul className="flex flex-col gap-2 px-3 pb-4">
          {data?.orders.map((order) => (
            <li key={order.id}>
              <OrderRow order={order} isCurrent={order.id === id} />
            </li>
          ))}
        </ul>
      </section>
      {id === undefined ? (
        <p className="hidden flex-1 place-items-center text-soft md:grid">{words.orders.pick}</p>
      ) : (
        <OrderDetail key={id} id={id} />
      )}
    </div>
  );
}

function OrderRow({ order, isCurrent }: { readonly order: OrderSummary; readonly isCurrent: boolean }) {
  const words = useWords();
  return (
    <a
      href={addressOf("orders", order.id)}
      onClick={follow}
      aria-current={isCurrent ? "true" : undefined}
      className="card block px-4 py-3 hover:border-brand aria-[current=true]:border-brand"
    >
      <span className="flex items-center justify-between gap-2">
        <span className="font-bold">{words.orders.number(order.number)}</span>
        {order.callFirst ? (
          <span className="shrink-0 rounded-full bg-alarm-soft px-2.5 py-0.5 font-semibold text-alarm text-xs">
            {words.orders.awaitsYes}
          </span>
        ) : (
          <StatusMark status={order.status} />
        )}
      </span>
      <span className="mt-1 block truncate">{order.items}</span>
      <span className="mt-1 flex items-baseline justify-between gap-2 text-soft text-sm">
        <span className="truncate">
          {sayCustomer(order, words)} · {sayValue(order.fulfilment, words)} {sayWhen(order, words)}
        </span>
        <span className="shrink-0 font-bold text-ink">{sayMoney(order.total)}</span>
      </span>
    </a>
  );
}
