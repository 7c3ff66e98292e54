import type { Product } from "../../src/shop/catalogue/catalogue.ts";

/** Throws of the dice that a sentence is composed by. */
export interface Dice {
  pick<T>(from: readonly T[]): T;
  /** 0 to `most` */
  upTo(most: number): number;
}

export interface SaidItem {
  readonly sku: string;
  readonly options: readonly (string | null)[];
  /** Thousandths of the base unit */
  readonly quantity: number;
}

export type Wording = string;

/** What a product is called: its name, and any alias (`tellable` says which of them name no other product). */
export function wordings({ name, aliases }: Product): Wording[] {
  return [name, ...aliases].map((each) => each.toLowerCase());
}

/** A product with only the names that no other product of the shop shares. */
export function tellable(product: Product, products: readonly Product[]): Product {
  const others = products.filter((each) => each !== product).flatMap(wordings);
  const own = (alias: string) => {
    const words = canonicalWords(alias);
    return !others.some((other) => words.every((word) => canonicalWords(other).includes(word)));
  };
  return { ...product, aliases: product.aliases.filter(own) };
}

export function canonicalWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
}
