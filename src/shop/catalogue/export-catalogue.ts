import type { Database } from "../../database/database.ts";
import type { Product } from "./catalogue.ts";
import { branchInFile, productInFile, zoneInFile } from "./catalogue-in-file.ts";
import { loadShop, loadStock, type ShopRecord, type StockRecord } from "./catalogue-store.ts";
import { variantPaths } from "./variant-paths.ts";

/** The shop and its catalogue as the JSON file that `importCatalogue` reads, fit for importing into an empty shop. */
export async function exportCatalogue(database: Database): Promise<string> {
  const [shop, stock] = await database.transaction(async (tx) => [await loadShop(tx), await loadStock(tx)] as const);
  return `${JSON.stringify({ shops: [shopInFile(shop, stock)] }, undefined, 2)}\n`;
}

function shopInFile(shop: ShopRecord, stock: readonly StockRecord[]) {
  const { name, kind, city, timeZone, phone, address, about, settings, branches } = shop;
  const { id, fulfilment, asks, paymentNote, privacy, confirmCall, words } = settings;
  const codeOf = new Map(branches.map((branch) => [branch.id, branch.code]));
  return {
    ...{ id: id || "toko", name, kind, city, timeZone, phone, address, about, fulfilment, asks },
    ...(paymentNote && { paymentNote }),
    ...(privacy && { privacy }),
    ...(Object.keys(confirmCall).length > 0 && { confirmCall }),
    ...(words && Object.keys(words).length > 0 && { words }),
    branches: branches.map(branchInFile),
    zones: shop.zones.map((zone) => zoneInFile(zone, codeOf)),
    products: shop.products.map((product) => ({
      ...productInFile(product),
      stock: stockInFile(product, stock, codeOf),
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
