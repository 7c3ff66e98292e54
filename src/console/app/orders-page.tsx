import { type ReactNode, useState } from "react";
import type { OrderStatus } from "../../shop/order/order.ts";
import { isLate, isToStart } from "../../shop/order/order-work.ts";
import type { OrderSummary } from "../order-views.ts";
import { CarriedOrders } from "./carried-orders.tsx";
import { useWords } from "./language.tsx";
import { useMe } from "./me.tsx";
import { Offline } from "./offline.tsx";
import { OrderDetail } from "./order-detail.tsx";
import { isWanted, NO_FILTER, OrderFilters } from "./order-filters.tsx";
import { OrderList } from "./order-list.tsx";
import { OrderRow } from "./order-row.tsx";
import { PickupCode } from "./pickup-code.tsx";
import { useHash } from "./route.ts";
import { SiftedBy } from "./sifted-by.tsx";
import { useNow } from "./use-now.ts";
import { useRead } from "./use-read.ts";

const GROUPS = {
  new: ["placed"],
  working: ["accepted", "preparing"],
  ready: ["ready"],
  onTheWay: ["out_for_delivery", "failed_delivery"],
} as const satisfies Record<string, readonly OrderStatus[]>;
type Group = keyof typeof GROUPS;
/** What the page of today counts */
const COUNTED = { toStart: isToStart, late: isLate } as const;
const PARTS = ["toStart", "late"] as const satisfies readonly (keyof typeof COUNTED)[];
const COLUMNS: readonly Group[] = ["new", "working", "ready", "onTheWay"];
const OPEN = COLUMNS.flatMap((group) => GROUPS[group]).join();

/** Orders: to a courier what they carry, to the others the board. */
export function OrdersPage({ id }: { readonly id: string | undefined }) {
  return useMe().role === "courier" ? <CarriedOrders id={id} /> : <OrderBoard id={id} />;
}

/**
 * Orders by where they stand: columns on a wide screen, a list by status on a phone. The one that was picked stands beside
 * the list, on a phone instead of it.
 */
function OrderBoard({ id }: { readonly id: string | undefined }) {
  const words = useWords();
  const { orderDesk } = words;
  const [picked, setGroup] = useState<Group | "done">();
  const [filter, setFilter] = useState(NO_FILTER);
  const hash = useHash();
  const now = useNow();
  const open = useRead<{ orders: readonly OrderSummary[] }>(`/orders?status=${OPEN}`, ["order"]);
  // Beside an order that is open stand its own kind, until somebody picks another.
  const current = open.data?.orders.find((order) => order.id === id);
  const group = picked ?? COLUMNS.find((each) => current !== undefined && isIn(current, each)) ?? "new";
  const isDone = group === "done";
  const done = useRead<{ orders: readonly OrderSummary[] }>(
    isDone ? "/orders?status=completed,cancelled" : undefined,
    isDone ? ["order"] : [],
  );
  const { data, problem } = isDone ? done : open;
  const shown = data?.orders.filter((order) => isWanted(order, filter));
  // Opened from a count of today, it shows those that were counted, whatever their status.
  const part = PARTS.find((each) => each === hash && id === undefined && picked === undefined);
  const isCounted = (order: OrderSummary) => part === undefined || COUNTED[part](order, now);
  const ofGroup = (each: Group) =>
    open.data?.orders.filter((order) => isIn(order, each) && isWanted(order, filter) && isCounted(order));
  const list = isDone ? shown : part === undefined ? ofGroup(group) : shown?.filter(isCounted);
  const isBoard = id === undefined && !isDone;
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={words.pages.orders}
        className={`flex w-full min-w-0 flex-col overflow-y-auto border-line ${id === undefined ? "" : "hidden md:flex md:w-96 md:shrink-0 md:border-r"}`}
      >
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-4 pb-2">
          <h1 className="font-bold text-2xl">{words.pages.orders}</h1>
          <PickupCode />
        </div>
        <fieldset className="flex flex-wrap gap-1.5 px-4 pb-2" aria-label={words.pages.orders}>
          {COLUMNS.map((each) => (
            <Chip
              key={each}
              isOn={each === group && part === undefined}
              narrow={id === undefined}
              onPick={() => setGroup(each)}
            >
              {orderDesk.columns[each]}
              <Count of={ofGroup(each)} />
            </Chip>
          ))}
          {id === undefined && (
            <span className="hidden md:contents">
              <Chip isOn={!isDone} onPick={() => setGroup("new")}>
                {orderDesk.board}
              </Chip>
            </span>
          )}
          <Chip isOn={isDone} onPick={() => setGroup("done")}>
            {words.orders.groups.done}
          </Chip>
        </fieldset>
        <OrderFilters orders={data?.orders ?? []} filter={filter} onFilter={setFilter} />
        {part !== undefined && (
          <div className="px-4">
            <SiftedBy page="orders">{words.today[part]}</SiftedBy>
          </div>
        )}
        <Offline problem={problem} />
        {data === undefined && problem === undefined && <p className="p-4 text-soft">{words.loading}</p>}
        {isBoard && (
          <div className="hidden min-h-0 flex-1 grid-cols-4 gap-3 px-4 pb-4 md:grid">
            {COLUMNS.map((each) => (
              <Column key={each} title={orderDesk.columns[each]} orders={ofGroup(each)} />
            ))}
          </div>
        )}
        <div className={isBoard ? "md:hidden" : isDone && id === undefined ? "max-w-2xl" : ""}>
          {list?.length === 0 && <p className="p-4 text-soft">{words.orders.none}</p>}
          <OrderList orders={list ?? []} current={id} />
        </div>
      </section>
      {id !== undefined && <OrderDetail key={id} id={id} />}
    </div>
  );
}

function Column({ title, orders }: { readonly title: string; readonly orders: readonly OrderSummary[] | undefined }) {
  const { orderDesk } = useWords();
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-w-0 overflow-y-auto rounded-2xl bg-sunk p-2"
    >
      <h2 className="px-2 pt-1 pb-2 font-bold">
        {title} <Count of={orders} />
      </h2>
      {orders?.length === 0 && <p className="px-2 pb-2 text-soft text-sm">{orderDesk.emptyColumn}</p>}
      <ul className="flex flex-col gap-2">
        {orders?.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} isCurrent={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Count({ of }: { readonly of: readonly OrderSummary[] | undefined }) {
  return <span className="font-normal">{of === undefined || of.length === 0 ? "" : ` ${of.length}`}</span>;
}

interface ChipProps {
  readonly isOn: boolean;
  /** Only where there are no columns */
  readonly narrow?: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

function Chip({ isOn, narrow, onPick, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPick}
      className={`min-h-11 shrink-0 rounded-full border border-line bg-surface px-3 font-semibold text-soft text-sm aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand ${narrow ? "md:hidden" : ""}`}
    >
      {children}
    </button>
  );
}

function isIn({ status }: OrderSummary, group: Group): boolean {
  const statuses: readonly OrderStatus[] = GROUPS[group];
  return statuses.includes(status);
}
