import type { OrderSummary } from "../order-views.ts";
import { useWords } from "./language.tsx";
import { sayValue } from "./say.ts";

/** Which orders are shown; an empty word is any. */
export interface OrderFilter {
  readonly branch: string;
  readonly day: string;
  readonly fulfilment: string;
  readonly courier: string;
}

export const NO_FILTER: OrderFilter = { branch: "", day: "", fulfilment: "", courier: "" };
const NOBODY = "nobody";
const DAYS = ["today", "tomorrow", "later"] as const;
const DAY_MS = 86_400_000;

export function isWanted(order: OrderSummary, { branch, day, fulfilment, courier }: OrderFilter): boolean {
  return (
    (branch === "" || order.branchId === branch) &&
    (day === "" || dayOf(order) === day) &&
    (fulfilment === "" || order.fulfilment === fulfilment) &&
    (courier === "" || (order.courier?.id ?? NOBODY) === courier)
  );
}

interface OrderFiltersProps {
  /** What there is to choose from */
  readonly orders: readonly OrderSummary[];
  readonly filter: OrderFilter;
  readonly onFilter: (filter: OrderFilter) => void;
}

/** Choices by which the orders are sifted; closed until wanted, so that a phone has room for the orders. */
export function OrderFilters({ orders, filter, onFilter }: OrderFiltersProps) {
  const words = useWords();
  const { orderDesk } = words;
  const branches = namesOf(orders.map(({ branchId, branch }) => [branchId, branch]));
  const couriers = namesOf(orders.flatMap(({ courier }) => (courier ? [[courier.id, courier.name] as const] : [])));
  const active = Object.values(filter).filter((value) => value !== "").length;
  const choices = {
    branch: branches,
    day: DAYS.map((day) => [day, orderDesk.days[day]] as const),
    fulfilment: (["delivery", "pickup"] as const).map((each) => [each, sayValue(each, words)] as const),
    courier: couriers.length === 0 ? [] : [...couriers, [NOBODY, orderDesk.nobody] as const],
  };
  return (
    <details className="px-4 pb-3">
      <summary className="link-quiet w-fit cursor-pointer py-2 text-sm">
        {orderDesk.filter}
        {active > 0 && ` (${active})`}
      </summary>
      <div className="flex flex-wrap gap-2 pt-1">
        {(["branch", "day", "fulfilment", "courier"] as const).map((name) =>
          choices[name].length < 2 && filter[name] === "" ? null : (
            <label key={name} className="flex flex-col gap-0.5 text-soft text-sm">
              {orderDesk.filters[name]}
              <select
                className="field w-auto text-ink"
                value={filter[name]}
                onChange={(event) => onFilter({ ...filter, [name]: event.target.value })}
              >
                <option value="">{orderDesk.all}</option>
                {choices[name].map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ),
        )}
      </div>
    </details>
  );
}

function namesOf(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return [...new Map(pairs)].toSorted(([, a], [, b]) => a.localeCompare(b));
}

/** What is overdue is today's work. */
function dayOf({ promisedAt }: OrderSummary): (typeof DAYS)[number] {
  const midnight = new Date().setHours(24, 0, 0, 0);
  if (promisedAt < midnight) return "today";
  return promisedAt < midnight + DAY_MS ? "tomorrow" : "later";
}
