import type { OrderSummary } from "../order-views.ts";
import { CarriedOrder } from "./carried-order.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { OrderList } from "./order-list.tsx";
import { useRead } from "./use-read.ts";

/** A courier's own page: what they bring, what nobody brings yet, and what they have just brought. */
export function CarriedOrders({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const { orderDesk } = words;
  const me = useMe();
  const { data, problem } = useRead<{ orders: readonly OrderSummary[] }>("/orders", ["order"]);
  const out = data?.orders.filter(({ status }) => status === "out_for_delivery") ?? [];
  const parts = [
    [orderDesk.mine, out.filter(({ courier }) => courier?.id === me.id)],
    [orderDesk.unassigned, out.filter(({ courier }) => courier === undefined)],
    [orderDesk.justBrought, data?.orders.filter(({ status }) => status !== "out_for_delivery") ?? []],
  ] as const;
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={words.pages.orders}
        className={`w-full overflow-y-auto border-line md:block md:w-96 md:shrink-0 md:border-r ${id === undefined ? "" : "hidden"}`}
      >
        <h1 className="px-4 pt-4 pb-2 font-bold text-2xl">{words.pages.orders}</h1>
        <Offline problem={problem} />
        {data === undefined && problem === undefined && <p className="p-4 text-soft">{words.loading}</p>}
        {data?.orders.length === 0 && <p className="p-4 text-soft">{orderDesk.noCarried}</p>}
        {parts.map(
          ([title, orders]) =>
            orders.length > 0 && (
              <section key={title} aria-label={title}>
                <h2 className="px-4 pb-2 font-bold">{title}</h2>
                <OrderList orders={orders} current={id} />
              </section>
            ),
        )}
      </section>
      {id === undefined ? (
        <p className="hidden flex-1 place-items-center text-soft md:grid">{words.orders.pick}</p>
      ) : (
        <CarriedOrder key={id} id={id} />
      )}
    </div>
  );
}
