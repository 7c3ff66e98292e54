import { z } from "zod";
import { lineAmount, type Product, skuPath, unitPrice } from "../catalogue/catalogue.ts";
import { sayVariant } from "../catalogue/catalogue.words.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import { MOST_TOTAL, type OrderLine, type PlacedOrder } from "./order.ts";
import { deliveryFee, type Market } from "./quote.ts";
import type { StoredOrder } from "./stored-order.ts";

/** A line of an order as it would be. `was` is the place of the line that it keeps or stands in for; one without is added. */
export const OfferedLine = z.object({
  was: z.number().int().nonnegative().optional(),
  sku: z.string(),
  name: z.string(),
  quantity: z.number().int().positive(),
  unit: z.string(),
  unitPrice: z.number().int().nonnegative(),
  amount: z.number().int().nonnegative(),
  madeToOrder: z.boolean(),
  note: z.string().optional(),
  agreedBy: z.string().optional(),
});
export type OfferedLine = z.infer<typeof OfferedLine>;

/** What an order would be, as staff offer it to its customer. Rupiah; quantities in thousandths. */
export const Offer = z.object({
  lines: z.array(OfferedLine).min(1),
  goodsTotal: z.number().int(),
  fee: z.number().int(),
  total: z.number().int(),
  /** Why, in the seller's words; the customer reads it */
  note: z.string().optional(),
});
export type Offer = z.infer<typeof Offer>;

/** How an offer stands. `failed`: it was wanted, but the goods were gone; `lapsed`: the order went on, or another offer took its place. */
export type OfferState = "open" | "accepted" | "refused" | "failed" | "withdrawn" | "lapsed";

/** An offer as a conversation sees it. */
export interface SeenOffer {
  readonly id: string;
  readonly order: StoredOrder;
  /** The order's version since it was offered */
  readonly version: number;
  readonly offer: Offer;
  readonly state: OfferState;
}

/** A line as a seller wants it: one that is there (`was`), perhaps with other goods in its place, or a new one. */
export interface WantedLine {
  readonly was?: number | undefined;
  /** SKU path; without it the goods stay */
  readonly sku?: string | undefined;
  readonly quantity: number;
  /** Rupiah a unit, where the seller agrees to another price than the catalogue's */
  readonly price?: number | undefined;
}

/** Why there is nothing to offer: the goods are not sold like that, nothing would change, or no order comes to so much. */
export type OfferRefusal = "notSold" | "nothingNew" | "tooDear";

/** What an order would be with these lines. Delivery never costs more for it: that goods are missing is the shop's matter. */
export function offerFrom(
  order: PlacedOrder,
  wanted: readonly WantedLine[],
  shop: { readonly products: readonly Product[]; readonly zones: readonly DeliveryZone[] },
  staff: string,
  note?: string,
): Offer | OfferRefusal {
  const places = wanted.flatMap(({ was }) => (was === undefined ? [] : [was]));
  if (new Set(places).size < places.length) return "notSold";
  const lines = wanted.map((line) => offeredLine(order, line, shop.products, staff));
  const known = lines.filter((line) => line !== undefined);
  if (known.length < lines.length || known.length === 0) return "notSold";
  if (changesOf(order.lines, known).length === 0) return "nothingNew";
  const goodsTotal = known.reduce((sum, { amount }) => sum + amount, 0);
  const zone = shop.zones.find(({ id }) => id === order.zoneId);
  const fee = zone ? Math.min(order.fee, deliveryFee(zone, goodsTotal)) : order.fee;
  const total = goodsTotal + fee;
  return total > MOST_TOTAL ? "tooDear" : { lines: known, goodsTotal, fee, total, ...(note ? { note } : {}) };
}

function offeredLine(
  order: PlacedOrder,
  { was, sku, quantity, price }: WantedLine,
  products: readonly Product[],
  staff: string,
): OfferedLine | undefined {
  const before = was === undefined ? undefined : order.lines[was];
  if (quantity <= 0 || (was !== undefined && !before)) return undefined;
  const place = was === undefined ? {} : { was };
  if (before && (sku === undefined || sku === before.sku)) {
    const cost = price ?? before.unitPrice;
    const agreed = cost === before.unitPrice ? before.agreedBy : staff;
    return { ...place, ...plain(before), quantity, unitPrice: cost, amount: lineAmount(cost, quantity), ...by(agreed) };
  }
  const goods = sku === undefined ? undefined : variant(products, sku);
  if (!goods || quantity < goods.product.minimum) return undefined;
  const { product, options } = goods;
  const usual = unitPrice(product, options);
  const cost = price ?? usual;
  return {
    ...place,
    ...{ sku: skuPath(product.sku, options), name: sayVariant(product, options), quantity, unit: product.unit },
    ...{ unitPrice: cost, amount: lineAmount(cost, quantity), madeToOrder: product.madeToOrder },
    ...by(cost === usual ? undefined : staff),
  };
}

function plain({ sku, name, unit, madeToOrder, note }: OrderLine) {
  return { sku, name, unit, madeToOrder, ...(note === undefined ? {} : { note }) };
}

function by(agreedBy: string | undefined): { readonly agreedBy?: string } {
  return agreedBy === undefined ? {} : { agreedBy };
}

/** The product and options that a path names, where it is sold. */
export function variant(
  products: readonly Product[],
  path: string,
): { readonly product: Product; readonly options: readonly string[] } | undefined {
  const [sku, ...options] = path.split("/");
  const product = products.find((one) => one.sku === sku);
  const isSold =
    product?.options.length === options.length &&
    product.options.every(({ values }, at) => values.some(({ v }) => v === options[at]));
  return product && isSold ? { product, options } : undefined;
}

/** One thing that would be otherwise: without `to` a line is struck, without `from` one is added. */
export interface OfferedChange {
  readonly from?: OrderLine;
  readonly to?: OfferedLine;
}

/** How an offer differs from the lines that an order has, in the order's own order, what is added last. */
export function changesOf(lines: readonly OrderLine[], offered: readonly OfferedLine[]): readonly OfferedChange[] {
  const changed = lines.flatMap((from, at): OfferedChange[] => {
    const to = offered.find(({ was }) => was === at);
    if (!to) return [{ from }];
    const isSame = to.sku === from.sku && to.quantity === from.quantity && to.unitPrice === from.unitPrice;
    return isSame ? [] : [{ from, to }];
  });
  return [...changed, ...offered.flatMap((to) => (to.was === undefined ? [{ to }] : []))];
}

/** The first line that the shop cannot give, beside what the order holds already; undefined where it can give all. */
export function lackingIn(
  order: Pick<PlacedOrder, "lines" | "branchId"> & { readonly bookedDay: string },
  { lines }: Pick<Offer, "lines">,
  market: Pick<Market, "available" | "capacityLeft">,
): OfferedLine | undefined {
  const more = (fits: (line: OrderLine | OfferedLine) => boolean) =>
    sum(lines.filter(fits)) - sum(order.lines.filter(fits));
  return lines.find((line) => {
    const extra = more((one) => (line.madeToOrder ? one.madeToOrder : one.sku === line.sku));
    if (extra <= 0) return false;
    const left = line.madeToOrder
      ? market.capacityLeft(order.branchId, order.bookedDay)
      : market.available(line.sku, order.branchId);
    return left !== undefined && left < extra;
  });
}

function sum(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((all, { quantity }) => all + quantity, 0);
}
