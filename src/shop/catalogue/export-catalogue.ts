import type { Database } from "../../database/database.ts";
import type { Branch, Opening } from "../branch/branch.ts";
import { sayHours, sayOpenings } from "../branch/branch.words.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import type { Product } from "./catalogue.ts";
import { loadShop, loadStock, type ShopRecord, type StockRecord } from "./catalogue-store.ts";
import { variantPaths } from "./import-check-product.ts";

/** The shop and its catalogue as the JSON file that `importCatalogue` reads, fit for importing into an empty shop. */
export async function exportCatalogue(database: Database): Promise<string> {
  const [shop, stock] = await database.transaction(async (tx) => [await loadShop(tx), await loadStock(tx)] as const);
  return `${JSON.stringify({ shops: [shopInFile(shop, stock)] }, undefined, 2)}\n`;
}

function shopInFile(shop: ShopRecord, stock: readonly StockRecord[]) {
  const { name, kind, city, timeZone, phone, address, about, settings, branches } = shop;
  const { id, fulfilment, asks, paymentNote, privacy, confirmCall } = settings;
  const codeOf = new Map(branches.map((branch) => [branch.id, branch.code]));
  return {
    ...{ id: id || "toko", name, kind, city, timeZone, phone, address, about, fulfilment, asks },
    ...(paymentNote && { paymentNote }),
    ...(privacy && { privacy }),
    ...(Object.keys(confirmCall).length > 0 && { confirmCall }),
    branches: branches.map(branchInFile),
    zones: shop.zones.map((zone) => zoneInFile(zone, codeOf)),
    products: shop.products.map((product) => productInFile(product, stock, codeOf)),
  };
}

function branchInFile({ id: _, hours, holidays, dailyCapacity, ...plain }: Branch) {
  return {
    ...plain,
    hours: hyphens(sayHours({ hours })),
    holidays: holidays.map(({ day, name, openings }) => ({ day, name, hours: hoursOf(openings) })),
    dailyCapacity: dailyCapacity === null ? null : dailyCapacity / 1000,
  };
}

function zoneInFile({ id: _, branchId, ...plain }: DeliveryZone, codeOf: ReadonlyMap<string, string>) {
  return { ...plain, branch: codeOf.get(branchId) };
}

function productInFile(product: Product, stock: readonly StockRecord[], codeOf: ReadonlyMap<string, string>) {
  const { options, units, minimum, pausedUntil: _, photoId: __, ...plain } = product;
  const owner = (v: string) => options.findIndex(({ values }) => values.some((value) => value.v === v));
  const priced = options.flatMap(({ values }, at) => values.filter(({ v }) => owner(v) === at));
  const priceBy = priced.flatMap(({ v, price }) => (price === undefined ? [] : [[v, price] as const]));
  return {
    ...plain,
    units: Object.fromEntries(Object.entries(units).map(([unit, size]) => [unit, size / 1000])),
    price_by: Object.fromEntries(priceBy),
    minimum: minimum / 1000,
    stock: stockInFile(product, stock, codeOf),
    options: options.map(({ name, values }, at) => ({
      name,
      // A value that an earlier option has too cannot be priced by its name alone.
      values: values.map(({ v, aliases, price }) => ({
        ...{ v, aliases },
        ...(owner(v) !== at && price !== undefined && { price }),
      })),
    })),
  };
}

function stockInFile(product: Product, stock: readonly StockRecord[], codeOf: ReadonlyMap<string, string>) {
  const variants = new Map([...variantPaths(product.sku, product.options)].map(([variant, path]) => [path, variant]));
  const byBranch: Record<string, number | Record<string, number>> = {};
  for (const { sku, branchId, onHand } of stock) {
    const branch = codeOf.get(branchId);
    const variant = variants.get(sku);
    if (branch === undefined || variant === undefined) continue;
    const others = byBranch[branch];
    byBranch[branch] =
      product.options.length === 0
        ? onHand / 1000
        : { ...(typeof others === "object" ? others : {}), [variant]: onHand / 1000 };
  }
  return Object.keys(byBranch).length > 0 ? byBranch : null;
}

function hoursOf(openings: readonly Opening[]): string {
  return hyphens(sayOpenings(openings));
}

/** What is typed has hyphens where what is read has dashes. */
function hyphens(text: string): string {
  return text.replaceAll("–", "-");
}
