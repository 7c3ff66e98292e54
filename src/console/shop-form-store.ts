import type { Database } from "../database/database.ts";
import { fileOf } from "../shop/catalogue/edit-catalogue.ts";
import { readRows } from "../shop/catalogue/import-store.ts";
import type { ProductForm, ShopForm } from "./shop-views.ts";

/** The shop as its owner edits it; undefined while none is set up. */
export function readShopForm(database: Database): Promise<ShopForm | undefined> {
  return database.transaction(async (tx) => {
    const rows = await readRows(tx);
    if (rows.shop === undefined) return undefined;
    const { details, words, branches, zones } = fileOf({ ...rows, products: [], stock: [] });
    return { details, words, branches, zones };
  });
}

/** A product as its owner edits it; undefined where it is not on sale. */
export function readProductForm(database: Database, sku: string): Promise<ProductForm | undefined> {
  return database.transaction(async (tx) => {
    const { products } = fileOf(await readRows(tx));
    return products.find((product) => product.sku === sku);
  });
}
