import type { Picture } from "#flow";
import type { BasketLine, Product } from "../../src/shop/catalogue/catalogue.ts";
import { isOpenToCustomer, type PlacedOrder } from "../../src/shop/order/order.ts";

/** The order to repeat: the one named, else the latest that was not cancelled. */
export function orderToRepeat(number: string | undefined, picture: Picture): PlacedOrder | undefined {
  return picture.orders.find((order) =>
    number === undefined ? order.status !== "cancelled" : order.number === number,
  );
}

/** Whether the customer may still change an order by chat: the shop has not begun it, and nobody changed it meanwhile. */
export function changeable(
  { order: id, agreed }: { readonly order: string; readonly agreed: string },
  picture: Picture,
): boolean {
  const found = picture.orders.find((order) => order.id === id);
  return found !== undefined && isOpenToCustomer(found.status) && found.agreedDigest === agreed;
}

/** The shop as it is for somebody who changes an order: what that order holds is theirs to have again. */
export function withHeldGoods(id: string | undefined, picture: Picture): Picture {
  const own = id === undefined ? undefined : picture.orders.find((order) => order.id === id);
  if (!own) return picture;
  const held = (path: string) => sum(own.lines.filter(({ sku, madeToOrder }) => sku === path && !madeToOrder));
  const made = sum(own.lines.filter(({ madeToOrder }) => madeToOrder));
  const view: Picture = Object.create(picture, {
    products: {
      value: new Map([...picture.products].map(([sku, one]) => [sku, isIn(own, sku) ? unpaused(one) : one])),
    },
    available: {
      value: (path: string, branchId: string) =>
        plus(picture.available(path, branchId), branchId === own.branchId ? held(path) : 0),
    },
    capacityLeft: {
      value: (branchId: string, day: string) =>
        plus(picture.capacityLeft(branchId, day), branchId === own.branchId && day === own.day ? made : 0),
    },
  });
  return view;
}

function isIn({ lines }: PlacedOrder, product: string): boolean {
  return lines.some(({ sku }) => sku === product || sku.startsWith(`${product}/`));
}

/** More of it than the order has is still not to be had: nothing of it is available. */
function unpaused({ pausedUntil: _, ...product }: Product): Product {
  return product;
}

function sum(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((all, { quantity }) => all + quantity, 0);
}

function plus(left: number | undefined, own: number): number | undefined {
  return left === undefined ? undefined : left + own;
}

/** An order's lines as a basket, without what is no longer sold. Line ids are the same each time, so that words can be about them. */
export function basketOfOrder(order: PlacedOrder, picture: Picture): BasketLine[] {
  return order.lines.flatMap(({ sku: path, quantity, note, unitPrice, agreedBy }, index) => {
    const product = [...picture.products.values()].find(({ sku }) => path === sku || path.startsWith(`${sku}/`));
    if (!product) return [];
    const values = path.slice(product.sku.length + 1).split("/");
    const options = product.options.map((option, at) => option.values.find(({ v }) => v === values[at])?.v ?? null);
    const agreed = agreedBy === undefined ? {} : { agreed: { price: unitPrice, by: agreedBy } };
    return [
      { id: `${order.number}.${index}`, sku: product.sku, options, quantity, ...(note ? { note } : {}), ...agreed },
    ];
  });
}
