import type { Picture } from "#flow";
import type { BasketLine } from "../../src/shop/catalogue/catalogue.ts";
import { isOpenToCustomer, type PlacedOrder } from "../../src/shop/order/order.ts";

/** The order that a number names, else the latest. */
export function orderNamed(number: string | undefined, picture: Picture): PlacedOrder | undefined {
  return number === undefined ? picture.orders[0] : picture.orders.find((order) => order.number === number);
}

/** Whether the customer may still change an order by chat: the shop has not begun it. */
export function changeable(id: string, picture: Picture): boolean {
  const found = picture.orders.find((order) => order.id === id);
  return found !== undefined && isOpenToCustomer(found.status);
}

/** An order's lines as a basket, without what is no longer sold. Line ids are the same each time, so that words can be about them. */
export function basketOfOrder(order: PlacedOrder, picture: Picture): BasketLine[] {
  return order.lines.flatMap(({ sku: path, quantity, note }, index) => {
    const product = [...picture.products.values()].find(({ sku }) => path === sku || path.startsWith(`${sku}/`));
    if (!product) return [];
    const values = path.slice(product.sku.length + 1).split("/");
    const options = product.options.map((option, at) => option.values.find(({ v }) => v === values[at])?.v ?? null);
    return [{ id: `${order.number}.${index}`, sku: product.sku, options, quantity, ...(note ? { note } : {}) }];
  });
}
