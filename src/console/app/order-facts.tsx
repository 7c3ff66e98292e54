import type { ReactNode } from "react";
import type { OrderView } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { Promised } from "./order-row.tsx";
import { sayCustomer, sayMoney, sayValue, sayWhen } from "./say.ts";

/** For whom, where to, by when, how it is paid. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  const words = useWords();
  const { orders, orderDesk } = words;
  const when = sayWhen(order, words);
  return (
    <dl className="card grid grid-cols-[fit-content(7rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 p-4">
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
      <Fact name={words.slots.payment}>
        {sayValue(order.payment, words)}
        {order.cashTaken !== undefined && (
          <span className="block text-soft text-sm">{orderDesk.took(sayMoney(order.cashTaken))}</span>
        )}
      </Fact>
      <Fact name={orders.when}>
        {when} <Promised order={order} lateOnly={when !== ""} />
      </Fact>
      {order.address !== undefined && (
        <Fact name={words.slots.address}>
          {order.address}
          <a href={mapAddress(order.address)} target="_blank" rel="noreferrer" className="block text-brand underline">
            {orderDesk.map}
          </a>
        </Fact>
      )}
      {order.pickupCode !== undefined && (
        <Fact name={orders.code}>
          <span className="font-bold font-mono tracking-widest">{order.pickupCode}</span>
        </Fact>
      )}
      {order.note !== undefined && <Fact name={orders.note}>{order.note}</Fact>}
      <Fact name={orders.yes}>“{order.agreedWords}”</Fact>
    </dl>
  );
}

/** Where an address lies: its own pin where the customer shared one. */
export function mapAddress(address: string): string {
  const pin = /https:\/\/maps\.google\.com\/\?q=-?[\d.]+,-?[\d.]+/.exec(address)?.[0];
  return pin ?? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
}

function Fact({ name, children }: { readonly name: string | undefined; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
