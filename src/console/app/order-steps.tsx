import { useState } from "react";
import { NEXT_STATUSES, type OrderStatus } from "../../shop/order/order.ts";
import type { OrderView } from "../order-views.ts";
import { post } from "./console-api.ts";
import { Problem } from "./form.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { CashForm, CourierForm, type StepDetails, WhyForm } from "./step-forms.tsx";
import { type Tell, TellWhen } from "./tell-when.tsx";
import { UndoStep } from "./undo-step.tsx";

interface OrderStepsProps {
  readonly order: OrderView;
  readonly onStepped: () => Promise<void>;
  /** The customer stands at the counter with this pickup code */
  readonly code?: string | undefined;
}

/** Buttons for what the shop may do next; a step that needs more (why, the cash, a courier) asks for it first. */
export function OrderSteps({ order, onStepped, code }: OrderStepsProps) {
  const words = useWords();
  const { role } = useMe();
  const [asking, setAsking] = useState<OrderStatus | undefined>(
    code !== undefined && order.status === "ready" ? "completed" : undefined,
  );
  const [problem, setProblem] = useState("");
  // Chosen for the very next step alone
  const [chosen, setChosen] = useState<{ readonly version: number; readonly tell: Tell }>();
  const tell = chosen?.version === order.version ? chosen.tell : "now";
  // A step that went through is over once the order is seen as it is then: nothing is pressed on what no longer stands.
  const [stepping, setStepping] = useState<number>();
  const isBusy = stepping === order.version;
  const step = async (status: OrderStatus, details: StepDetails) => {
    setStepping(order.version);
    const uncalled = order.callFirst && isBegun(status) && role === "owner";
    const answer = await post(`/orders/${order.id}/step`, {
      ...{ version: order.version, status, uncalled, ...details },
      ...(code !== undefined && status === "completed" ? { code } : {}),
      ...(order.held && tell !== "now" ? { tell } : {}),
    });
    setProblem(answer.ok ? "" : answer.message || words.failed);
    if (answer.ok || answer.status === 409) setAsking(undefined);
    if (!answer.ok) setStepping(undefined);
    await onStepped();
  };
  const pick = (status: OrderStatus) => {
    setProblem("");
    const uncalled = order.callFirst && isBegun(status) && role === "owner";
    if (NEEDS_MORE.has(status) || (uncalled && asking !== status)) setAsking(status);
    else void step(status, {});
  };
  const next = NEXT_STATUSES[order.status].filter((status) => fits(status, order));
  const form = { order, isBusy, isTold: !order.held || tell !== "never", onCancel: () => setAsking(undefined) };
  return (
    <div className="flex flex-col gap-3">
      <Problem text={problem} />
      {next.length > 0 && (
        <TellWhen order={order} tell={tell} onTell={(one) => setChosen({ version: order.version, tell: one })} />
      )}
      {asking !== undefined && NEEDS_MORE.has(asking) && next.includes(asking) ? (
        <StepForm key={asking} {...form} status={asking} onSend={(details) => step(asking, details)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          {next.map((status, index) => (
            <button
              key={status}
              type="button"
              disabled={isBusy}
              onClick={() => pick(status)}
              className={
                asking === status ? "button bg-alarm-soft text-alarm" : index === 0 ? "button-brand" : "button-quiet"
              }
            >
              {asking === status ? `${words.orders.uncalled} ${words.steps[status]}` : words.steps[status]}
            </button>
          ))}
        </div>
      )}
      <UndoStep order={order} onUndone={onStepped} />
    </div>
  );
}

interface StepFormProps {
  readonly order: OrderView;
  readonly status: OrderStatus;
  readonly isBusy: boolean;
  /** Whether the bot tells the customer */
  readonly isTold?: boolean;
  readonly onSend: (details: StepDetails) => Promise<void>;
  readonly onCancel: () => void;
}

export function StepForm({ status, ...props }: StepFormProps) {
  if (status === "cancelled" || status === "failed_delivery") return <WhyForm {...props} status={status} />;
  return status === "completed" ? <CashForm {...props} /> : <CourierForm {...props} />;
}

const NEEDS_MORE: ReadonlySet<OrderStatus> = new Set(["cancelled", "failed_delivery", "completed", "out_for_delivery"]);

/** What an owner alone may do before the call that confirms an order, and is asked about once more. */
function isBegun(status: OrderStatus): boolean {
  return status === "accepted" || status === "preparing";
}

/** What is fetched is never sent out, and what is delivered is completed at the door. */
function fits(status: OrderStatus, { fulfilment, status: current }: OrderView): boolean {
  if (status === "out_for_delivery") return fulfilment === "delivery";
  return !(status === "completed" && current === "ready" && fulfilment === "delivery");
}
