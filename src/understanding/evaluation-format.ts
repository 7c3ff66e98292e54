import { z } from "zod";
import type { Catalogue, Option, Product } from "../shop/catalogue/catalogue.ts";
import { skuPath } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { dayOfGoods } from "./day-of-goods.ts";
import { Intent, type Meaning, type MeantItem } from "./meaning.ts";

/** A shop's catalogue as a JSON file holds it: quantities as decimals of the base unit. */
export const CatalogueFile = z.object({
  shops: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string().default(""),
      city: z.string().default(""),
      hours: z.string().default(""),
      fulfilment: z.array(z.enum(["cod", "delivery", "pickup"])).default([]),
      products: z.array(
        z.object({
          sku: z.string(),
          name: z.string(),
          aliases: z.array(z.string()).default([]),
          unit: z.string(),
          units: z.record(z.string(), z.number().positive()).default({}),
          price: z.number().nonnegative(),
          price_by: z.record(z.string(), z.number().nonnegative()).default({}),
          options: z
            .array(
              z.object({
                name: z.string(),
                values: z.array(z.object({ v: z.string(), aliases: z.array(z.string()).default([]) })).min(1),
              }),
            )
            .default([]),
        }),
      ),
    }),
  ),
});
export type CatalogueFile = z.infer<typeof CatalogueFile>;
export type ShopInFile = CatalogueFile["shops"][number];

const OrderedItem = z.object({ sku: z.string(), qty: z.number(), note: z.string().optional() });

/** What one message says, as its file states it. Quantities are decimals of the base unit. */
export const OutputLine = z.object({
  id: z.string(),
  intents: z.array(Intent),
  items: z.array(OrderedItem),
  fulfilment: z.enum(["cod", "delivery", "pickup"]).optional(),
  date: z.string().optional(),
  time: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
  until: z.string().optional(),
  clarify: z.boolean().optional(),
});
export type OutputLine = z.infer<typeof OutputLine>;

/** A labelled message: intents may be `a|b` or `?optional`, slots `a|b` or `any`. */
export const MessageLine = z.object({
  id: z.string(),
  shop: z.string(),
  text: z.string(),
  now: z.iso.datetime({ offset: true }),
  expect: z.looseObject({
    intents: z.array(z.string()),
    items: z.union([z.literal("any"), z.array(OrderedItem)]),
    clarify: z.union([z.boolean(), z.literal("any")]).optional(),
  }),
  tags: z.array(z.string()).default([]),
});
export type MessageLine = z.infer<typeof MessageLine>;

/** What the bot had asked just before a turn. */
export const BotHint = z.enum([
  "ask_variant",
  "ask_product",
  "ask_qty",
  "ask_fulfilment",
  "ask_address",
  "ask_date",
  "confirm_order",
  "answered",
]);
export type BotHint = z.infer<typeof BotHint>;

/** A labelled dialogue: what the customer says in turn, and how things stand at the end. */
export const DialogueLine = z.object({
  id: z.string(),
  shop: z.string(),
  now: z.iso.datetime({ offset: true }),
  turns: z.array(z.object({ text: z.string(), bot: BotHint.optional() })).min(1),
  expect: z.looseObject({
    status: z.string().optional(),
    items: z.union([z.literal("any"), z.array(OrderedItem)]).optional(),
  }),
  tags: z.array(z.string()).default([]),
});
export type DialogueLine = z.infer<typeof DialogueLine>;

/** A shop of a catalogue file as the program knows it: thousandths, prices on the option values. */
export function catalogueFromFile(shop: ShopInFile): Catalogue {
  return { products: shop.products.map(productFromFile), places: [] };
}

/** A meaning as a line of the output file. A product that cannot be told is left out, and `clarify` says so. */
export function outputLine(id: string, meaning: Meaning, catalogue: CatalogueIndex): OutputLine {
  const { date, time } = dayOfGoods(meaning);
  const { intents, fulfilment, address, phone, name, until } = meaning;
  return {
    id,
    intents: intents.map(asLabelled),
    items: meaning.items.filter((item) => catalogue.product(item.sku) !== undefined).map(orderedItem),
    ...(fulfilment && { fulfilment }),
    ...(date && { date }),
    ...(time && { time }),
    ...(address && { address }),
    ...(phone && { phone }),
    ...(name && { name }),
    ...(until && { until }),
    ...((meaning.clarify || intents.includes("repeat_order")) && { clarify: true }),
  };
}

/** The format knows fewer intents: ordering the same again is an order, starting over ends the one begun. */
function asLabelled(intent: Intent): Intent {
  return intent === "repeat_order" ? "place_order" : intent === "start_over" ? "cancel_order" : intent;
}

function orderedItem(item: MeantItem): z.infer<typeof OrderedItem> {
  return { sku: skuPath(item.sku, item.options), qty: item.quantity / 1000, ...(item.note && { note: item.note }) };
}

function productFromFile(product: ShopInFile["products"][number]): Product {
  const { sku, name, aliases, unit } = product;
  const options: Option[] = product.options.map((option) => ({
    name: option.name,
    values: option.values.map(({ v, aliases: others }) => {
      const price = product.price_by[v];
      return { v, aliases: others, ...(price !== undefined && { price }) };
    }),
  }));
  const units = Object.fromEntries(
    Object.entries({ [unit]: 1, ...product.units }).map(([each, size]) => [each, Math.round(size * 1000)]),
  );
  return {
    sku,
    name,
    aliases,
    description: "",
    category: null,
    unit,
    units,
    price: product.price,
    options,
    minimum: 0,
    leadDays: 0,
    madeToOrder: false,
  };
}
