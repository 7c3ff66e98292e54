import { z } from "zod";

/** The most thousandths of a base unit that a line can hold: what a 32-bit column keeps. */
export const MOST_QUANTITY = 2_147_483_647;

/** Thousandths of a base unit. */
export const Quantity = z.number().int().positive().max(MOST_QUANTITY);

/** One value of a product's option, as the seller typed it in. `price` (rupiah) replaces the product's base price. */
const OptionValue = z.object({
  v: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  price: z.number().int().nonnegative().optional(),
});

/** A choice every line of this product needs (colour, size, filling). */
export const Option = z.object({ name: z.string().min(1), values: z.array(OptionValue).min(1) });
export type Option = z.infer<typeof Option>;

/**
 * A product of the shop. Quantities are thousandths of `unit` (1 kg of a product sold by kg is 1000);
 * `units` maps each unit name that customers use to thousandths of the base unit. Prices are whole rupiah per base unit.
 */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly category: string | null;
  readonly unit: string;
  readonly units: Readonly<Record<string, number>>;
  readonly price: number;
  readonly options: readonly Option[];
  /** Smallest quantity a line may have, thousandths; 0 is none. */
  readonly minimum: number;
  /** Days of notice a pre-order needs (H-1 is 1). */
  readonly leadDays: number;
  readonly madeToOrder: boolean;
  /** Sold out for now, whatever the stock says: until this instant (epoch ms) */
  readonly pausedUntil?: number;
  /** Its picture */
  readonly photoId?: string;
}

/** Whether a product is sold out for now because the shop says so. */
export function isPaused({ pausedUntil }: Pick<Product, "pausedUntil">, now: number): boolean {
  return pausedUntil !== undefined && now < pausedUntil;
}

/** A branch or delivery zone by the names people call it. */
export interface Place {
  readonly kind: "branch" | "zone";
  readonly id: string;
  readonly names: readonly string[];
}

/** What the understanding needs to know of a shop. */
export interface Catalogue {
  readonly products: readonly Product[];
  readonly places: readonly Place[];
}

/** A price for a line that somebody of the shop agreed to, in place of the catalogue's: rupiah per base unit, staff id. */
export const AgreedPrice = z.object({ price: z.number().int().nonnegative().max(1_000_000_000), by: z.string() });
export type AgreedPrice = z.infer<typeof AgreedPrice>;

/** One line a customer wants. An option not chosen yet is null. */
export const BasketLine = z.object({
  id: z.string(),
  sku: z.string(),
  options: z.array(z.string().nullable()),
  quantity: Quantity,
  note: z.string().optional(),
  /** The unit that its quantity was said in ("box"), so that a later "2 aja" is as many of those */
  unit: z.string().optional(),
  /** No number was given, and one is assumed: a bare number said next is this line's */
  assumed: z.literal(true).optional(),
  /** Quantities that the words left open ("2-3"): one of them, or another, is still to be said */
  unsure: z.array(Quantity).optional(),
  agreed: AgreedPrice.optional(),
});
export type BasketLine = z.infer<typeof BasketLine>;

/** `SKU/hitam/L`, with `?` for an option not chosen yet. */
export function skuPath(sku: string, options: readonly (string | null)[]): string {
  return [sku, ...options.map((value) => value ?? "?")].join("/");
}

/** Rupiah per base unit of a variant: the base price plus what each chosen option value differs from it. */
export function unitPrice(product: Product, options: readonly (string | null)[]): number {
  return product.options.reduce((price, option, index) => {
    const own = option.values.find((value) => value.v === options[index])?.price;
    return own === undefined ? price : price + own - product.price;
  }, product.price);
}

/** Rupiah for a quantity in thousandths, rounded once, half up. */
export function lineAmount(price: number, quantity: number): number {
  return Math.round((price * quantity) / 1000);
}
