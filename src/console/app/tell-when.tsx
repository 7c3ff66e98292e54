import type { OrderView } from "../order-views.ts";
import { useWords } from "./language.tsx";

/** When the customer is told of a step. */
export type Tell = "now" | "later" | "never";

const TELLS: readonly Tell[] = ["now", "later", "never"];

interface TellWhenProps {
  readonly order: OrderView;
  readonly tell: Tell;
  readonly onTell: (tell: Tell) => void;
}

/** Where a person holds the order's chat: when the customer is told of the next step. */
export function TellWhen({ order, tell, onTell }: TellWhenProps) {
  const words = useWords().orderDesk.tell;
  if (!order.held) return null;
  return (
    <label className="flex flex-col gap-1 font-semibold text-sm">
      {words.label}
      <select
        value={tell}
        onChange={({ target }) => onTell(TELLS.find((one) => one === target.value) ?? "now")}
        className="field font-normal"
      >
        {TELLS.map((one) => (
          <option key={one} value={one}>
            {words.when[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What waits to be told to the customer. */
export function KeptNews({ order }: { readonly order: OrderView }) {
  const { orderDesk, statuses } = useWords();
  if (!order.events.some(({ told }) => told === "waiting")) return null;
  return (
    <p role="status" className="rounded-xl bg-notice px-3 py-2 text-on-notice text-sm">
      {orderDesk.tell.waits(statuses[order.status])}
    </p>
  );
}
