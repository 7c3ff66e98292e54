import { lineAmount } from "../../shop/catalogue/catalogue.ts";
import type { OrderView } from "../order-views.ts";
import type { ProductView } from "../shop-views.ts";

/** A line of an offer while it is written. Quantities in thousandths; prices in rupiah, a unit. */
export interface DraftLine {
  readonly key: number;
  /** Place of the line in the order; absent for one that is added */
  readonly was?: number;
  readonly struck: boolean;
  /** Other goods in its place */
  readonly goods?: { readonly sku: string; readonly options: readonly string[] };
  readonly quantity: number;
  /** Where it is not what the order or the catalogue says */
  readonly price?: number;
}

/** A line as it would be, in figures. */
export interface DraftGoods {
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  /** What the order or the catalogue says */
  readonly usual: number;
  readonly amount: number;
}

/** The order as it is, to be offered otherwise. */
export function draftOf({ lines }: OrderView): readonly DraftLine[] {
  return lines.map(({ quantity }, was) => ({ key: was, was, struck: false, quantity }));
}

/** What a line would be; undefined while its goods are not known yet. */
export function goodsOf(
  line: DraftLine,
  { lines }: Pick<OrderView, "lines">,
  products: readonly ProductView[],
): DraftGoods | undefined {
  const was = line.was === undefined ? undefined : lines[line.was];
  const product = line.goods && products.find(({ sku }) => sku === line.goods?.sku);
  if (line.goods && product) {
    const usual = priceOf(product, line.goods.options);
    const name = [product.name, ...(line.goods.options.length > 0 ? [`(${line.goods.options.join(", ")})`] : [])];
    return figures(line, { sku: pathOf(line.goods), name: name.join(" "), unit: product.unit, usual });
  }
  return was && !line.goods
    ? figures(line, { sku: was.sku, name: was.name, unit: was.unit, usual: was.unitPrice })
    : undefined;
}

function figures({ price, quantity }: DraftLine, goods: Omit<DraftGoods, "price" | "amount">): DraftGoods {
  const cost = price ?? goods.usual;
  return { ...goods, price: cost, amount: lineAmount(cost, quantity) };
}

/** What an order would come to. Delivery costs no more than it does. */
export function totalOf(order: OrderView, goods: readonly DraftGoods[]): number {
  const sum = goods.reduce((all, { amount }) => all + amount, 0);
  const { fee, freeFrom } = order.delivery ?? { fee: order.fee, freeFrom: null };
  return sum + Math.min(order.fee, freeFrom !== null && sum >= freeFrom ? 0 : fee);
}

/** What goes to the server: what is struck is left out. */
export function linesToSend(draft: readonly DraftLine[]) {
  return draft.flatMap(({ was, struck, goods, quantity, price }) =>
    struck
      ? []
      : [
          {
            quantity,
            ...(was === undefined ? {} : { was }),
            ...(goods === undefined ? {} : { sku: pathOf(goods) }),
            ...(price === undefined ? {} : { price }),
          },
        ],
  );
}

/** How many thousandths of goods a branch has left; undefined where they are not counted. */
export function leftAt(branchId: string, path: string, { stock }: ProductView): number | undefined {
  const level = stock.find((one) => one.sku === path && one.branchId === branchId);
  return level && Math.max(0, level.onHand - level.reserved);
}

export function pathOf({ sku, options }: { readonly sku: string; readonly options: readonly string[] }): string {
  return [sku, ...options].join("/");
}

/** Every choice of a product, as paths of its options. */
export function choicesOf({ options }: ProductView): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>(
    (paths, { values }) => paths.flatMap((path) => values.map(({ value }) => [...path, value])),
    [[]],
  );
}

function priceOf(product: ProductView, options: readonly string[]): number {
  return product.options.reduce((price, { values }, at) => {
    const own = values.find(({ value }) => value === options[at])?.price;
    return own === undefined ? price : price + own - product.price;
  }, product.price);
}
