import type { ShopRecord } from "../shop/catalogue/catalogue-store.ts";
import { indexCatalogue } from "../understanding/catalogue-index.ts";
import type { Understand } from "../understanding/understand.ts";
import type { ShopView } from "./turn-parts.ts";

/** The shop as turns see it, with the understanding bound to its catalogue. */
export function shopView(record: ShopRecord, understand: Understand): ShopView {
  const { settings, timeZone, branches, zones } = record;
  const catalogue = indexCatalogue(record.catalogue);
  return {
    version: record.catalogueVersion,
    timeZone,
    branches,
    zones,
    confirmCall: settings.confirmCall,
    products: new Map(record.products.map((product) => [product.sku, product])),
    shop: {
      name: record.name,
      kind: record.kind,
      city: record.city,
      asks: settings.asks,
      fulfilments: settings.fulfilment,
      handOver: settings.handOver,
      ...(record.phone === null ? {} : { phone: record.phone }),
      ...(record.address === null ? {} : { address: record.address }),
      ...(record.about === null ? {} : { about: record.about }),
      ...(settings.paymentNote === undefined ? {} : { paymentNote: settings.paymentNote }),
      ...(settings.privacy === undefined ? {} : { privacy: settings.privacy }),
      ...(settings.words === undefined ? {} : { words: settings.words }),
    },
    hear: (text, now, question, basket) =>
      understand({ text, now, timeZone, catalogue, basket, ...(question === undefined ? {} : { question }) }),
  };
}
