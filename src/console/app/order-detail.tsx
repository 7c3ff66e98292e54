import { useEffect, useState } from "react";
import type { OrderView } from "../order-views.ts";
import { CourierLine } from "./courier-line.tsx";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { OfferCard } from "./offer-card.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { OrderHistory } from "./order-history.tsx";
import { OrderLines } from "./order-lines.tsx";
import { OrderSteps } from "./order-steps.tsx";
import { addressOf, follow, useHash } from "./route.ts";
import { SlipButtons } from "./slip.tsx";
import { StatusMark } from "./status-mark.tsx";
import { KeptNews } from "./tell-when.tsx";
import { useRead } from "./use-read.ts";

/** One order in full: what was agreed, what happened, and what may come next. */
export function OrderDetail({ id }: { readonly id: string }) {
  const words = useWords();
  const { role } = useMe();
  const code = useHash();
  // Who holds its chat decides what is asked here.
  const [chat, setChat] = useState("");
  const { data: order, problem, reload } = useRead<OrderView>(`/orders/${id}`, ["order", "conversation"], chat);
  useEffect(() => setChat(order?.conversationId ?? ""), [order?.conversationId]);
  if (order === undefined)
    return (
      <p className="flex-1 p-6 text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
    );
  const { orders } = words;
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
          className="grid size-11 shrink-0 place-items-center"
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
            <a href={addressOf("calls")} onClick={follow} className="underline">
              {words.pages.calls}
            </a>
          </p>
        )}
        <KeptNews order={order} />
        <OrderSteps key={code} order={order} onStepped={reload} code={code === "" ? undefined : code} />
        <CourierLine order={order} onChanged={reload} />
        {role !== "courier" && <OfferCard order={order} onChanged={reload} />}
        <OrderLines order={order} />
        <OrderFacts order={order} />
        <div className="flex flex-wrap gap-2">
          <a href={addressOf("conversations", order.conversationId)} onClick={follow} className="button-quiet">
            {orders.openChat}
          </a>
          <SlipButtons order={order} />
        </div>
        <OrderHistory order={order} />
      </div>
    </section>
  );
}
