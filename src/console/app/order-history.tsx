import type { OrderEventView, OrderView } from "../order-views.ts";
import type { Dictionary } from "./dictionary.ts";
import { useWords } from "./language.tsx";
import { sayClock, sayDay, sayMoney, sayValue } from "./say.ts";

/** Everything that happened to an order, who did it and why. */
export function OrderHistory({ order }: { readonly order: OrderView }) {
  const words = useWords();
  return (
    <section>
      <h2 className="mb-2 font-bold text-lg">{words.orders.history}</h2>
      <ol className="border-line border-l-2 pl-4">
        {order.events.map((event) => (
          <li key={event.id} className="pb-2 text-sm">
            <span className="font-semibold">{sayDone(event, words)}</span>
            {detailsOf(event, words).map((detail) => `, ${detail}`)}
            {event.words !== undefined && ` “${event.words}”`}
            <span className="text-soft">
              {" "}
              · {sayValue(event.who, words)} · {sayDay(event.at, words)} {sayClock(event.at, words)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sayDone({ what }: OrderEventView, { statuses, orders }: Dictionary): string {
  return new Map(Object.entries({ ...statuses, ...orders.events })).get(what) ?? what;
}

function detailsOf(
  { reason, cash, cashReason, courier, byCode, told }: OrderEventView,
  { orderDesk }: Dictionary,
): readonly string[] {
  const reasons = new Map<string, string>(Object.entries(orderDesk.reasons));
  return [
    ...(reason === undefined ? [] : [(reasons.get(reason) ?? reason).toLowerCase()]),
    ...(byCode ? [orderDesk.byCode] : []),
    ...(cash === undefined ? [] : [orderDesk.took(sayMoney(cash))]),
    ...(cashReason === undefined ? [] : [cashReason]),
    ...(courier === undefined ? [] : [orderDesk.broughtBy(courier)]),
    ...(told === undefined ? [] : [orderDesk.tell.told[told]]),
  ];
}
