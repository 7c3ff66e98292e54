import type { Branch } from "../branch/branch.ts";
import { isPaused, lineAmount, type Product, unitPrice } from "../catalogue/catalogue.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import { MOST_TOTAL, type OrderDraft, type OrderLine } from "./order.ts";
import { deliveryFee } from "./quote.ts";

/** Why the shop does not carry an order out. The turn is then taken again with a fresh picture. */
export type OrderRefusal =
  | "empty"
  | "not_sold"
  | "price_changed"
  | "sum_wrong"
  | "branch_closed"
  | "zone_changed"
  | "above_cod_limit"
  | "out_of_stock"
  | "too_many_open_cod"
  | "order_changed"
  /** Another chat took the order's link up first */
  | "proposal_taken";

export interface ShopOffer {
  readonly products: ReadonlyMap<string, Product>;
  readonly branches: readonly Branch[];
  readonly zones: readonly DeliveryZone[];
}

/** Whether what the customer agreed to is still what the shop sells, at that price, from there. Undefined when it is. */
export function draftStands(
  draft: OrderDraft,
  offer: ShopOffer,
  now: number,
  /** What an order that is changed has of its goods already: theirs also while they are sold out */
  had: readonly Pick<OrderLine, "sku" | "quantity">[] = [],
): OrderRefusal | undefined {
  if (draft.lines.length === 0) return "empty";
  for (const line of draft.lines) {
    const refusal = lineStands(line, offer.products) ?? pauseStands(line, offer.products, now, had);
    if (refusal) return refusal;
  }
  const goods = draft.lines.reduce((sum, line) => sum + line.amount, 0);
  if (goods !== draft.goodsTotal || goods + draft.fee !== draft.total || draft.total > MOST_TOTAL) return "sum_wrong";
  return placeStands(draft, offer);
}

function lineStands(line: OrderLine, products: ReadonlyMap<string, Product>): OrderRefusal | undefined {
  const [sku = "", ...options] = line.sku.split("/");
  const product = products.get(sku);
  const known =
    product?.options.length === options.length &&
    product.options.every((option, index) => option.values.some(({ v }) => v === options[index]));
  if (!product || !known || line.quantity < Math.max(product.minimum, 1)) return "not_sold";
  // A price that somebody of the shop agreed to stands whatever the catalogue says.
  const price = line.agreedBy === undefined ? unitPrice(product, options) : line.unitPrice;
  return line.unitPrice === price && line.amount === lineAmount(price, line.quantity) ? undefined : "price_changed";
}

/** What is sold out for now may be kept by whoever has it, and had by nobody else. */
function pauseStands(
  { sku, quantity }: OrderLine,
  products: ReadonlyMap<string, Product>,
  now: number,
  had: readonly Pick<OrderLine, "sku" | "quantity">[],
): OrderRefusal | undefined {
  const product = products.get(sku.split("/")[0] ?? sku);
  if (!product || !isPaused(product, now)) return undefined;
  const own = had.filter((line) => line.sku === sku).reduce((sum, line) => sum + line.quantity, 0);
  return quantity <= own ? undefined : "out_of_stock";
}

function placeStands(draft: OrderDraft, offer: ShopOffer): OrderRefusal | undefined {
  const branch = offer.branches.find(({ id }) => id === draft.branchId);
  if (!branch) return "branch_closed";
  if (draft.fulfilment === "pickup") return branch.pickup && draft.fee === 0 ? undefined : "branch_closed";
  // A shop without zones, or that does not ask for them, delivers without a fee of its own.
  if (draft.zoneId === undefined) return draft.fee === 0 ? undefined : "zone_changed";
  const zone = offer.zones.find(({ id }) => id === draft.zoneId);
  if (!zone || deliveryFee(zone, draft.goodsTotal) !== draft.fee || draft.goodsTotal < zone.minimumTotal)
    return "zone_changed";
  const tooMuchCash = draft.payment === "cash_on_delivery" && zone.codLimit !== null && draft.total > zone.codLimit;
  return tooMuchCash ? "above_cod_limit" : undefined;
}
