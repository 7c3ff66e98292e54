import { useState } from "react";
import { sayPhone } from "../../shop/call/call.words.ts";
import type { OrderView } from "../order-views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { BackIcon } from "./icons.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { mapAddress } from "./order-facts.tsx";
import { OrderLines } from "./order-lines.tsx";
import { Promised } from "./order-row.tsx";
import { StepForm } from "./order-steps.tsx";
import { addressOf, follow } from "./route.ts";
import { sayCustomer, sayMoney, sayValue } from "./say.ts";
import { StatusMark } from "./status-mark.tsx";
import type { StepDetails } from "./step-forms.tsx";
import { UndoStep } from "./undo-step.tsx";
import { useRead } from "./use-read.ts";

/** An order as a courier on the road needs it: where to, whom to call, what to take, and one big button. */
export function CarriedOrder({ id }: { readonly id: string }) {
  const words = useWords();
  const { data: order, problem, reload } = useRead<OrderView>(`/orders/${id}`, ["order"], id);
  if (order === undefined)
    return (
      <p className="flex-1 p-6 text-soft">{problem === undefined ? words.loading : problem.message || words.offline}</p>
    );
  return (
    <section
      aria-label={words.orders.number(order.number)}
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
        <h1 className="flex-1 truncate font-bold text-lg">{words.orders.number(order.number)}</h1>
        <StatusMark status={order.status} />
      </header>
      <div className="mx-auto flex max-w-xl flex-col gap-4 p-4">
        <WhereTo order={order} />
        <AtTheDoor order={order} onStepped={reload} />
        <OrderLines order={order} />
        {order.note !== undefined && (
          <p>
            <span className="text-soft">{words.orders.note}: </span>
            {order.note}
          </p>
        )}
      </div>
    </section>
  );
}

function WhereTo({ order }: { readonly order: OrderView }) {
  const words = useWords();
  const { orderDesk } = words;
  return (
    <div className="card flex flex-col gap-3 p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-bold text-lg">{sayCustomer(order, words)}</span>
        <span className="text-sm">
          <Promised order={order} />
        </span>
      </p>
      {order.address !== undefined && <p className="text-lg [overflow-wrap:anywhere]">{order.address}</p>}
      <div className="flex flex-wrap gap-2">
        {order.address !== undefined && (
          <a
            href={mapAddress(order.address)}
            target="_blank"
            rel="noreferrer"
            className="button-quiet flex-1 whitespace-nowrap px-3"
          >
            {orderDesk.map}
          </a>
        )}
        {order.phone !== undefined && (
          <>
            <a
              href={`tel:${order.phone}`}
              className="button-quiet flex-1 whitespace-nowrap px-3"
              aria-label={`${orderDesk.call} ${sayPhone(order.phone)}`}
            >
              {orderDesk.call}
            </a>
            <a
              href={`https://wa.me/${order.phone.replace(/\D/g, "")}`}
              target="_blank"
              rel="noreferrer"
              className="button-quiet flex-1 px-3"
            >
              {orderDesk.chat}
            </a>
          </>
        )}
      </div>
      <p className="flex items-baseline justify-between gap-2 rounded-xl bg-notice px-3 py-2 text-on-notice">
        {order.cashDue > 0 ? (
          <>
            <span>{orderDesk.collect}</span>
            <span className="font-bold text-2xl">{sayMoney(order.cashDue)}</span>
          </>
        ) : (
          <span>{orderDesk.noCash(sayValue(order.payment, words))}</span>
        )}
      </p>
    </div>
  );
}

interface AtTheDoorProps {
  readonly order: OrderView;
  readonly onStepped: () => Promise<void>;
}

/** One big button for what nearly always happens; the rest below it. */
function AtTheDoor({ order, onStepped }: AtTheDoorProps) {
  const words = useWords();
  const { orderDesk } = words;
  const me = useMe();
  const [asking, setAsking] = useState<"completed" | "failed_delivery">();
  const [problem, setProblem] = useState("");
  const [sent, setSent] = useState<number>();
  const isBusy = sent === order.version;
  const send = async (path: string, body: object) => {
    setSent(order.version);
    const answer = await post(`/orders/${order.id}/${path}`, { version: order.version, ...body });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (answer.ok || answer.status === 409) setAsking(undefined);
    if (!answer.ok) setSent(undefined);
    await onStepped();
  };
  if (order.status !== "out_for_delivery") return <UndoStep order={order} onUndone={onStepped} />;
  return (
    <div className="flex flex-col gap-3">
      <Problem text={problem} />
      {asking !== undefined ? (
        <StepForm
          key={asking}
          status={asking}
          order={order}
          isBusy={isBusy}
          onCancel={() => setAsking(undefined)}
          onSend={(details: StepDetails) => send("step", { status: asking, ...details })}
        />
      ) : (
        <>
          <button
            type="button"
            className="button-brand min-h-16 text-lg"
            disabled={isBusy}
            onClick={() => setAsking("completed")}
          >
            {order.cashDue > 0 ? orderDesk.delivered(sayMoney(order.cashDue)) : orderDesk.deliveredPaid}
          </button>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button-quiet flex-1" onClick={() => setAsking("failed_delivery")}>
              {orderDesk.failed}
            </button>
            {order.courier === undefined && (
              <button type="button" className="button-quiet flex-1" onClick={() => send("courier", { courier: me.id })}>
                {orderDesk.takeIt}
              </button>
            )}
          </div>
        </>
      )}
      <UndoStep order={order} onUndone={onStepped} />
    </div>
  );
}
