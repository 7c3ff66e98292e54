import type { Engine } from "../database/database-url.ts";
import type { RawTx } from "../database/raw-tx.ts";
import type { Offer } from "../shop/order/offer.ts";
import type { OrderDraft } from "../shop/order/order.ts";
import { bookedDayOf, type OrderDesk, timeZoneAt } from "../shop/order/order-desk.ts";
import { countOpenCod, findOrders, lockCustomers, lockOrders } from "../shop/order/order-store.ts";
import { holdsOf, type StoredOrder } from "../shop/order/stored-order.ts";
import { type DayLevel, Ledger, stockKey } from "../shop/stock/ledger.ts";
import { lockDays, lockStock } from "../shop/stock/stock-store.ts";
import type { Advanced } from "./advance-group.ts";
import type { ShopView } from "./turn-parts.ts";

/** Context of a desk: the transaction's engine, moment and ids. */
export interface DeskContext {
  readonly engine: Engine;
  readonly now: number;
  readonly newId: () => string;
}

type WantedGoods = Pick<OrderDraft, "lines" | "branchId" | "day">;

/** What a group of turns wants of orders. */
interface Wanted {
  /** What is agreed, with the order that it changes if there is one */
  readonly drafts: readonly { readonly draft: WantedGoods; readonly order?: string }[];
  /** What was offered in place of something, and is agreed to */
  readonly offers: readonly { readonly order: string; readonly change: Offer }[];
  /** Orders to be changed or cancelled */
  readonly touched: readonly string[];
  readonly shown: readonly string[];
  readonly topics: readonly string[];
  /** Customers whose rows the group writes or counts over */
  readonly customers: ReadonlySet<string>;
  /** Customers who want to place a COD order that is capped */
  readonly capped: ReadonlySet<string>;
}

/**
 * Reads and locks what a group's orders are decided on: customers, stock, days, orders, each by id, so that no two
 * transactions wait for each other. A group without orders costs nothing here.
 */
export async function openDesk(
  tx: RawTx,
  context: DeskContext,
  shop: ShopView,
  turns: readonly Advanced[],
  isCapped: (turn: Advanced) => boolean,
): Promise<OrderDesk> {
  const wanted = wantedBy(turns, isCapped);
  const found = await ordersFor(tx, wanted);
  await lockCustomers(tx, context.engine, wanted.customers);
  const openCod = wanted.capped.size > 0 ? await countOpenCod(tx, [...wanted.capped]) : new Map<string, number>();
  const touched = found.filter((order) => wanted.touched.includes(order.id));
  const agreed = wanted.offers.flatMap(({ order: id, change: { lines } }) => {
    const order = touched.find((one) => one.id === id);
    return order ? [{ draft: { lines, branchId: order.branchId, day: order.bookedDay }, order: id }] : [];
  });
  const ledger = await lockGoods(tx, context, shop, [...wanted.drafts, ...agreed], touched);
  const current = await lockOrders(tx, context.engine, wanted.touched);
  const orders = new Map(found.map((order) => [order.id, asLocked(order, current.get(order.id))]));
  return {
    offer: shop,
    ledger,
    orders,
    byTopic: new Map(found.map((order) => [order.topicId, order.id])),
    openCod: new Map(openCod),
    taken: new Set(),
    changes: [],
    now: context.now,
    newId: context.newId,
  };
}

function wantedBy(turns: readonly Advanced[], isCapped: (turn: Advanced) => boolean): Wanted {
  const drafts: Wanted["drafts"][number][] = [];
  const touched: string[] = [];
  const shown: string[] = [];
  const topics: string[] = [];
  const offers: Wanted["offers"][number][] = [];
  const customers = new Set<string>();
  const capped = new Set<string>();
  for (const turn of turns)
    for (const effect of turn.outcome.effects) {
      if (effect.type === "placeOrder") {
        drafts.push({ draft: effect.draft });
        topics.push(effect.topic);
      }
      if (effect.type === "changeOrder") drafts.push({ draft: effect.draft, order: effect.order });
      if (TOUCHES_ORDER.has(effect.type) && "order" in effect) touched.push(effect.order);
      if (effect.type === "acceptOffer") offers.push(effect);
      if (effect.type === "showOrder")
        "order" in effect.by ? shown.push(effect.by.order) : topics.push(effect.by.topic);
      if (WRITES_CUSTOMER.has(effect.type)) customers.add(turn.claimed.customerId);
      if (effect.type === "placeOrder" && effect.draft.payment === "cash_on_delivery" && isCapped(turn))
        capped.add(turn.claimed.customerId);
    }
  return { drafts, offers, touched, shown, topics, customers, capped };
}

const TOUCHES_ORDER: ReadonlySet<string> = new Set([
  ...["changeOrder", "cancelOrder", "acceptOffer", "declineOffer", "cancelOffered"],
]);
const WRITES_CUSTOMER: ReadonlySet<string> = new Set(["placeOrder", ...TOUCHES_ORDER, "rememberCustomer"]);

async function ordersFor(tx: RawTx, wanted: Wanted): Promise<readonly StoredOrder[]> {
  const ids = [...wanted.touched, ...wanted.shown];
  return ids.length + wanted.topics.length === 0 ? [] : findOrders(tx, ids, wanted.topics);
}

async function lockGoods(
  tx: RawTx,
  { engine, now }: DeskContext,
  shop: ShopView,
  drafts: Wanted["drafts"],
  touched: readonly StoredOrder[],
): Promise<Ledger> {
  const variants = new Map<string, { readonly sku: string; readonly branchId: string }>();
  const days = new Map<string, Pick<DayLevel, "branchId" | "day">>();
  const addDay = (branchId: string, day: string) => days.set(`${branchId}\n${day}`, { branchId, day });
  for (const { draft, order } of drafts) {
    const placedAt = touched.find(({ id }) => id === order)?.placedAt ?? now;
    for (const { sku, madeToOrder } of draft.lines)
      if (!madeToOrder) variants.set(stockKey({ sku, branchId: draft.branchId }), { sku, branchId: draft.branchId });
    if (draft.lines.some((line) => line.madeToOrder))
      addDay(draft.branchId, bookedDayOf(draft.day, timeZoneAt(shop, draft.branchId), placedAt));
  }
  for (const hold of touched.flatMap((order) => holdsOf(order)))
    if (hold.type === "stock") variants.set(stockKey(hold), hold);
    else addDay(hold.branchId, hold.day);
  const capacities = new Map(shop.branches.map((branch) => [branch.id, branch.dailyCapacity]));
  const stock = await lockStock(tx, engine, [...variants.values()]);
  const booked = await lockDays(tx, engine, [...days.values()]);
  return new Ledger(
    stock,
    booked.map((level) => {
      const capacity = capacities.get(level.branchId) ?? undefined;
      return capacity === undefined ? level : { ...level, capacity };
    }),
  );
}

/** An order changed between being read and being locked is seen as changed, and refused. */
function asLocked(
  order: StoredOrder,
  locked: { readonly version: number; readonly status: string } | undefined,
): StoredOrder {
  return locked && Number(locked.version) !== order.version ? { ...order, version: Number(locked.version) } : order;
}
