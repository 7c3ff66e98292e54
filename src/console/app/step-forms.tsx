import { type FormEvent, type ReactNode, useState } from "react";
import { CANCEL_REASONS, FAIL_REASONS, type StepReason } from "../../shop/order/step-reason.ts";
import type { CourierView, OrderView } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { MoneyField } from "./money-field.tsx";
import { sayMoney, sayValue } from "./say.ts";
import { useRead } from "./use-read.ts";

/** What goes along with a step. */
export interface StepDetails {
  readonly why?: { readonly reason: StepReason; readonly note?: string };
  readonly cash?: { readonly amount: number; readonly reason?: string };
  readonly courier?: string;
}

interface FormProps {
  readonly order: OrderView;
  readonly isBusy: boolean;
  /** Whether the bot tells the customer */
  readonly isTold?: boolean;
  readonly onSend: (details: StepDetails) => Promise<void>;
  readonly onCancel: () => void;
}

/** Why an order is cancelled or did not arrive: a short list, and own words. */
export function WhyForm({
  status,
  isBusy,
  isTold = true,
  onSend,
  onCancel,
}: FormProps & { readonly status: "cancelled" | "failed_delivery" }) {
  const { orderDesk } = useWords();
  const [reason, setReason] = useState<StepReason>();
  const [note, setNote] = useState("");
  const reasons: readonly StepReason[] = status === "cancelled" ? CANCEL_REASONS : FAIL_REASONS;
  const isReady = reason !== undefined && (reason !== "other" || note.trim() !== "");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason !== undefined && isReady)
      void onSend({ why: { reason, ...(note.trim() ? { note: note.trim() } : {}) } });
  };
  return (
    <Sheet title={orderDesk.why[status]} onSubmit={send}>
      <fieldset className="flex flex-wrap gap-2" aria-label={orderDesk.why[status]}>
        {reasons.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={reason === each}
            onClick={() => setReason(each)}
            className="chip min-h-11"
          >
            {orderDesk.reasons[each]}
          </button>
        ))}
      </fieldset>
      <label className="flex flex-col gap-1 font-semibold text-sm">
        {orderDesk.ownWords}
        <input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={200}
          className="field font-normal"
        />
      </label>
      {isTold && <p className="text-soft text-sm">{orderDesk.customerReads}</p>}
      <Buttons confirm={orderDesk.confirm[status]} isReady={isReady && !isBusy} isGrave onCancel={onCancel} />
    </Sheet>
  );
}

/** The cash that was taken: what was due stands there already, another sum needs a reason. */
export function CashForm({ order, isBusy, onSend, onCancel }: FormProps) {
  const words = useWords();
  const { orderDesk } = words;
  const [amount, setAmount] = useState<number | undefined>(order.cashDue);
  const [reason, setReason] = useState("");
  const isOther = amount !== order.cashDue;
  const isReady = amount !== undefined && (!isOther || reason.trim() !== "");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void onSend(order.cashDue > 0 ? { cash: { amount, ...(isOther ? { reason: reason.trim() } : {}) } } : {});
  };
  const isPickup = order.fulfilment === "pickup";
  return (
    <Sheet title={isPickup ? orderDesk.code.handOver : words.steps.completed} onSubmit={send}>
      {order.cashDue > 0 ? (
        <>
          <MoneyField
            label={orderDesk.cashTaken}
            hint={orderDesk.due(sayMoney(order.cashDue))}
            value={amount}
            onValue={setAmount}
          />
          {isOther && (
            <label className="flex flex-col gap-1 font-semibold text-sm">
              {orderDesk.cashReason}
              <input
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                maxLength={200}
                placeholder={orderDesk.cashReasonHint}
                className="field font-normal"
              />
            </label>
          )}
        </>
      ) : (
        <p>{orderDesk.noCash(sayValue(order.payment, words))}</p>
      )}
      <Buttons confirm={orderDesk.confirm.completed} isReady={isReady && !isBusy} onCancel={onCancel} />
    </Sheet>
  );
}

/** Who brings it. */
export function CourierForm({ order, isBusy, onSend, onCancel }: FormProps) {
  const { orderDesk } = useWords();
  const { data } = useRead<{ couriers: readonly CourierView[] }>("/couriers");
  const [courier, setCourier] = useState(order.courier?.id ?? "");
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onSend(courier === "" ? {} : { courier });
  };
  return (
    <Sheet title={orderDesk.bring} onSubmit={send}>
      <label className="flex flex-col gap-1 font-semibold text-sm">
        {orderDesk.handTo}
        <select value={courier} onChange={(event) => setCourier(event.target.value)} className="field font-normal">
          <option value="">{orderDesk.noCourier}</option>
          {data?.couriers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Buttons confirm={orderDesk.confirm.out_for_delivery} isReady={!isBusy} onCancel={onCancel} />
    </Sheet>
  );
}

function Sheet({
  title,
  onSubmit,
  children,
}: {
  readonly title: string;
  readonly onSubmit: (event: FormEvent) => void;
  readonly children: ReactNode;
}) {
  return (
    <form onSubmit={onSubmit} aria-label={title} className="card flex flex-col gap-3 p-4">
      <h2 className="font-bold text-lg">{title}</h2>
      {children}
    </form>
  );
}

interface ButtonsProps {
  readonly confirm: string;
  readonly isReady: boolean;
  readonly isGrave?: boolean;
  readonly onCancel: () => void;
}

function Buttons({ confirm, isReady, isGrave, onCancel }: ButtonsProps) {
  const { orderDesk } = useWords();
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <button type="button" className="button-quiet" onClick={onCancel}>
        {orderDesk.cancel}
      </button>
      <button
        type="submit"
        disabled={!isReady}
        className={isGrave ? "button bg-alarm-soft text-alarm" : "button-brand"}
      >
        {confirm}
      </button>
    </div>
  );
}
