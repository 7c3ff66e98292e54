import type { Branch } from "../branch/branch.ts";
import { addDays, type Day, localTime } from "../calendar/calendar.ts";
import { type BasketLine, lineAmount, type Product, skuPath, unitPrice } from "../catalogue/catalogue.ts";
import { sayVariant } from "../catalogue/catalogue.words.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import type { Fulfilment, OrderLine, Payment } from "./order.ts";

/** What a customer wants so far. */
export interface Want {
  readonly lines: readonly BasketLine[];
  readonly fulfilment?: Fulfilment;
  readonly zoneId?: string;
  readonly branchId?: string;
  readonly day?: Day;
  readonly payment?: "cash" | "transfer" | "qris";
}

/** What the shop has at one moment. */
export interface Market {
  readonly now: number;
  readonly timeZone: string;
  readonly products: ReadonlyMap<string, Product>;
  readonly branches: readonly Branch[];
  readonly zones: readonly DeliveryZone[];
  available(skuPath: string, branchId: string): number | undefined;
  capacityLeft(branchId: string, day: string): number | undefined;
}

/** A want in figures: what it costs, from where, and how it is paid. Rupiah. */
export interface Quote {
  readonly lines: readonly OrderLine[];
  readonly goodsTotal: number;
  readonly fee: number;
  readonly total: number;
  readonly fulfilment: Fulfilment;
  readonly payment: Payment;
  readonly branch: Branch | undefined;
  readonly zone: DeliveryZone | undefined;
}

/** Prices what is wanted. A line whose product is gone is left out: the basket's own check has told the customer. */
export function quote(want: Want, market: Market): Quote {
  const lines = want.lines.flatMap((line) => orderLine(line, market.products));
  const goodsTotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const fulfilment = want.fulfilment ?? "pickup";
  const zone = fulfilment === "delivery" ? market.zones.find(({ id }) => id === want.zoneId) : undefined;
  const fee = zone ? deliveryFee(zone, goodsTotal) : 0;
  return {
    lines,
    goodsTotal,
    fee,
    total: goodsTotal + fee,
    fulfilment,
    zone,
    payment: paymentOf(want.payment ?? "cash", fulfilment),
    branch: branchFor(want, market),
  };
}

/** The zone's fee, or none from the sum on that the zone sets. */
export function deliveryFee(zone: DeliveryZone, goodsTotal: number): number {
  return zone.freeFrom !== null && goodsTotal >= zone.freeFrom ? 0 : zone.fee;
}

/** How many thousandths of a line some one branch can still give, where that is less than wanted. */
export interface Shortage {
  readonly line: BasketLine;
  readonly left: number;
}

/** Lines that the branch named (or, with none named, no branch at all) cannot give in full. */
export function shortages(lines: readonly BasketLine[], market: Market, branchId?: string): Shortage[] {
  const wanted = quantityByPath(lines);
  const branches = branchId ? [branchId] : market.branches.map(({ id }) => id);
  return lines.flatMap((line) => {
    const path = skuPath(line.sku, line.options);
    if (line.options.includes(null) || branches.length === 0) return [];
    const left = Math.max(...branches.map((id) => market.available(path, id) ?? Number.POSITIVE_INFINITY));
    return left < (wanted.get(path) ?? 0) ? [{ line, left }] : [];
  });
}

/** The first calendar day on which all lines can be ready: today, or later where something needs notice. */
export function earliestDay(lines: readonly BasketLine[], market: Market): Day {
  const notice = Math.max(0, ...lines.map(({ sku }) => market.products.get(sku)?.leadDays ?? 0));
  return addDays(localTime(market.now, market.timeZone).day, notice);
}

/** Thousandths of made-to-order goods in these lines. */
export function madeToOrderQuantity(lines: readonly BasketLine[], market: Market): number {
  return lines
    .filter(({ sku }) => market.products.get(sku)?.madeToOrder)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Where the goods come from: the branch named, else the zone's, else the first that has everything. */
export function branchFor(want: Want, market: Market): Branch | undefined {
  const byId = (id: string | undefined) => market.branches.find((branch) => branch.id === id);
  if (want.fulfilment !== "delivery") {
    const places = market.branches.filter(({ pickup }) => pickup);
    return byId(want.branchId) ?? (places.length === 1 ? places[0] : firstWithAll(want.lines, places, market));
  }
  const own = byId(market.zones.find(({ id }) => id === want.zoneId)?.branchId);
  if (own && shortages(want.lines, market, own.id).length === 0) return own;
  return firstWithAll(want.lines, market.branches, market) ?? own ?? market.branches[0];
}

function firstWithAll(lines: readonly BasketLine[], branches: readonly Branch[], market: Market): Branch | undefined {
  return branches.find((branch) => shortages(lines, market, branch.id).length === 0);
}

function orderLine(line: BasketLine, products: ReadonlyMap<string, Product>): OrderLine[] {
  const product = products.get(line.sku);
  if (!product) return [];
  const price = line.agreed?.price ?? unitPrice(product, line.options);
  return [
    {
      sku: skuPath(line.sku, line.options),
      name: sayVariant(product, line.options),
      quantity: line.quantity,
      unit: product.unit,
      unitPrice: price,
      amount: lineAmount(price, line.quantity),
      madeToOrder: product.madeToOrder,
      ...(line.note ? { note: line.note } : {}),
      ...(line.agreed ? { agreedBy: line.agreed.by } : {}),
    },
  ];
}

function paymentOf(payment: "cash" | "transfer" | "qris", fulfilment: Fulfilment): Payment {
  if (payment !== "cash") return payment;
  return fulfilment === "delivery" ? "cash_on_delivery" : "cash_at_pickup";
}

function quantityByPath(lines: readonly BasketLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const path = skuPath(line.sku, line.options);
    sums.set(path, (sums.get(path) ?? 0) + line.quantity);
  }
  return sums;
}
