import { type FormEvent, useState } from "react";
import type { DraftStep } from "../phone-draft.ts";
import type { PhoneLine } from "../views.ts";
import { useWords } from "./language.tsx";
import { sayMoney } from "./say.ts";

interface LinePriceProps {
  readonly line: PhoneLine;
  readonly onStep: (step: DraftStep) => Promise<boolean>;
}

/** What a line costs, and the price that was agreed for it in place of the catalogue's. */
export function LinePrice({ line, onStep }: LinePriceProps) {
  const { heldOrder } = useWords();
  const [typed, setTyped] = useState<string>();
  const { id, name, price, shopPrice, amount, agreed, unit } = line;
  const set = async (to: number | null) => {
    await onStep({ type: "price", line: id, price: to });
    setTyped(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = (typed ?? "").replace(/\D/g, "");
    if (digits !== "") void set(Number(digits));
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>
          <span className="font-semibold">{sayMoney(amount)}</span>{" "}
          <span className="text-soft text-sm">
            {sayMoney(price)}/{unit}
          </span>
          {agreed && <span className="ml-1.5 text-brand text-sm">{heldOrder.agreed(sayMoney(shopPrice))}</span>}
        </p>
        {typed === undefined && (
          <span className="flex gap-1.5">
            {agreed && (
              <button
                type="button"
                className="chip min-h-11"
                aria-label={`${heldOrder.shopPrice} ${name}`}
                onClick={() => set(null)}
              >
                {heldOrder.shopPrice}
              </button>
            )}
            <button
              type="button"
              className="chip min-h-11"
              aria-label={`${heldOrder.changePrice} ${name}`}
              onClick={() => setTyped("")}
            >
              {heldOrder.changePrice}
            </button>
          </span>
        )}
      </div>
      {typed !== undefined && (
        <form onSubmit={submit} className="flex flex-wrap items-center gap-1.5">
          <input
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            inputMode="numeric"
            maxLength={13}
            aria-label={heldOrder.priceOf(name, unit)}
            placeholder={heldOrder.priceOf(name, unit)}
            className="field min-w-0 flex-1"
            // biome-ignore lint/a11y/noAutofocus: it opens where the seller has just asked for it
            autoFocus
          />
          <button type="submit" className="button-brand px-4">
            {heldOrder.usePrice}
          </button>
          <button type="button" className="button-quiet px-4" onClick={() => setTyped(undefined)}>
            {heldOrder.cancel}
          </button>
        </form>
      )}
    </div>
  );
}
