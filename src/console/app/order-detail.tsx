import type { ReactNode } from "react";
import { sayQuantity } from "../../shop/catalogue/catalogue.words.ts";
import type { OrderView } from "../views.ts";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { OrderSteps } from "./order-steps.tsx";
import { addressOf, follow } from "./route.ts";
import { sayClock, sayCustomer, sayDay, sayMoney, sayValue, sayWhen } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";
import { useRead } from "./use-read.ts";

/** One order in full: what was agreed, what happened, and what may come next. */
export function OrderDetail({ id }: { readonly id: string }) {
  const words = useWords();
  const me = useMe();
  const { data: order, problem, reload } = useRead<OrderView>(`/orders/${id}`, ["order"], id);
  if (order === undefined)
    return (
      <p className="flex-1 p-6 text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
    );
  const { orders } = words;
  const when = sayWhen(order, words);
  const said = new Map(Object.entries({ ...words.statuses, ...orders.events }));
  return (
    <section
      aria-label={orders.number(order.number)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-w-0 flex-1 overflow-y-auto"
    >
      <header className="sticky top-0 z-10 flex items-center gap-2 border-line border-b bg-surface px-3 py-2">
        <a
          href={addressOf("orders")}
          onClick={follow}
          aria-label={words.back}
          className="grid size-11 shrink-0 place-items-center md:hidden"
        >
          <BackIcon />
        </a>
        <h1 className="flex-1 truncate font-bold text-lg">{orders.number(order.number)}</h1>
        <StatusMark status={order.status} />
      </header>
      <div className="mx-auto flex max-w-2xl flex-col gap-4 p-4">
        {order.callFirst && (
          <p className="flex flex-wrap items-center justify-between gap-2 rounded-xl bg-notice px-3 py-2 font-semibold text-on-notice">
            {orders.callFirst}
            {me.role !== "courier" && (
              <a href={addressOf("calls")} onClick={follow} className="underline">
                {words.pages.calls}
              </a>
            )}
          </p>
        )}
        <OrderSteps order={order} onStepped={reload} />
        <div className="card p-4">
          <ul>
            {order.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are drawn anew as a whole
              <li key={index} className="flex justify-between gap-3 border-line border-b py-1.5">
                <span>
                  {sayQuantity(line.quantity, line.unit)} {line.name}
                  {line.note !== undefined && <span className="block text-soft text-sm">{line.note}</span>}
                </span>
                <span className="shrink-0">{sayMoney(line.amount)}</span>
              </li>
            ))}
          </ul>
          <Sum name={orders.goods} amount={order.goodsTotal} />
          <Sum name={orders.fee} amount={order.fee} />
          <p className="flex justify-between gap-3 pt-1 font-bold text-lg">
            <span>{orders.total}</span>
            <span>{sayMoney(order.total)}</span>
          </p>
        </div>
        <dl className="card grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 p-4">
          <Fact name={orders.customer}>
            {sayCustomer(order, words)}
            {order.phone !== undefined && (
              <a href={`tel:${order.phone}`} className="block text-brand underline">
                {order.phone}
              </a>
            )}
          </Fact>
          <Fact name={words.slots.fulfilment}>
            {sayValue(order.fulfilment, words)} · {order.zone ?? order.branch}
          </Fact>
          <Fact name={words.slots.payment}>{sayValue(order.payment, words)}</Fact>
          {when !== "" && <Fact name={orders.when}>{when}</Fact>}
          {order.address !== undefined && <Fact name={words.slots.address}>{order.address}</Fact>}
          {order.pickupCode !== undefined && <Fact name={orders.code}>{order.pickupCode}</Fact>}
          {order.note !== undefined && <Fact name={orders.note}>{order.note}</Fact>}
          <Fact name={orders.yes}>“{order.agreedWords}”</Fact>
        </dl>
        {me.role !== "courier" && (
          <a href={addressOf("conversations", order.conversationId)} onClick={follow} className="button-quiet w-fit">
            {orders.openChat}
          </a>
        )}
        <section>
          <h2 className="mb-2 font-bold text-lg">{orders.history}</h2>
          <ol className="border-line border-l-2 pl-4">
            {order.events.map((event) => (
              <li key={event.id} className="pb-2 text-sm">
                <span className="font-semibold">{said.get(event.what) ?? event.what}</span>
                {event.words !== undefined && ` “${event.words}”`}
                <span className="text-soft">
                  {" "}
                  · {sayValue(event.who, words)} · {sayDay(event.at, words)} {sayClock(event.at, words)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </section>
  );
}

function Sum({ name, amount }: { readonly name: string; readonly amount: number }) {
  return (
    <p className="flex justify-between gap-3 pt-1 text-soft">
      <span>{name}</span>
      <span>{sayMoney(amount)}</span>
    </p>
  );
}

function Fact({ name, children }: { readonly name: string | undefined; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
