import type { OrderTally } from "../customer-views.ts";
import { useWords } from "./language.tsx";
import { sayMoney } from "./say.ts";

/** What became of a customer's orders, and what they still owe. */
export function OrderTallyList({ tally }: { readonly tally: OrderTally }) {
  const { people } = useWords();
  const facts = [
    ["completed", tally.completed],
    ["failedDeliveries", tally.failedDeliveries],
    ["cancelled", tally.cancelled],
    ["running", tally.running],
    ["total", sayMoney(tally.total)],
    ["due", sayMoney(tally.due)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {facts.map(([fact, value]) => (
        <div key={fact} className="flex flex-col-reverse justify-end">
          <dt className="text-soft text-sm">{people.tally[fact]}</dt>
          <dd
            className={`font-bold text-lg ${fact === "failedDeliveries" && tally.failedDeliveries > 0 ? "text-alarm" : ""}`}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
