import { useState } from "react";
import { NEXT_STATUSES, type OrderStatus } from "../../shop/order/order.ts";
import type { OrderView } from "../views.ts";
import { post } from "./console-api.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";

interface OrderStepsProps {
  readonly order: OrderView;
  readonly onStepped: () => Promise<void>;
}

/** Buttons for what the shop may do next. A step that cannot be taken back asks once more. */
export function OrderSteps({ order, onStepped }: OrderStepsProps) {
  const words = useWords();
  const { role } = useMe();
  const isCourier = role === "courier";
  const [asking, setAsking] = useState<OrderStatus>();
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const step = async (status: OrderStatus) => {
    const uncalled = order.callFirst && isBegun(status) && role === "owner";
    if ((isGrave(status) || uncalled) && asking !== status) return setAsking(status);
    setAsking(undefined);
    setIsBusy(true);
    const answer = await post(`/orders/${order.id}/step`, { version: order.version, status, uncalled });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    await onStepped();
    setIsBusy(false);
  };
  const next = NEXT_STATUSES[order.status].filter(
    (status) => fits(status, order) && !(isCourier && status === "cancelled"),
  );
  if (next.length === 0) return null;
  return (
    <div>
      {problem !== "" && (
        <p role="alert" className="pb-2 text-alarm">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {next.map((status, index) => (
          <button
            key={status}
            type="button"
            disabled={isBusy}
            onClick={() => step(status)}
            className={
              asking === status ? "button bg-alarm-soft text-alarm" : index === 0 ? "button-brand" : "button-quiet"
            }
          >
            {asking === status
              ? `${isBegun(status) ? words.orders.uncalled : words.orders.sure} ${words.steps[status]}`
              : words.steps[status]}
          </button>
        ))}
      </div>
    </div>
  );
}

function isGrave(status: OrderStatus): boolean {
  return status === "cancelled" || status === "failed_delivery";
}

/** What an owner alone may do before the call that confirms an order, and is asked about once more. */
function isBegun(status: OrderStatus): boolean {
  return status === "accepted" || status === "preparing";
}

/** What is fetched is never sent out, and what is delivered is completed at the door. */
function fits(status: OrderStatus, { fulfilment, status: current }: OrderView): boolean {
  if (status === "out_for_delivery") return fulfilment === "delivery";
  return !(status === "completed" && current === "ready" && fulfilment === "delivery");
}
