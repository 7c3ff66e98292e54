import type { ShopFile } from "../shop/catalogue/edit-catalogue.ts";
import type { Doors } from "../web/shop-front.ts";

export interface ProductView {
  readonly sku: string;
  readonly name: string;
  readonly category?: string;
  readonly description: string;
  readonly unit: string;
  readonly price: number;
  readonly minimum: number;
  readonly leadDays: number;
  readonly madeToOrder: boolean;
  readonly active: boolean;
  readonly options: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly price?: number }[];
  }[];
  /** What is counted; a variant without a count is always available. `sku` is the path of the variant. */
  readonly stock: readonly {
    readonly sku: string;
    readonly branchId: string;
    readonly branch: string;
    readonly onHand: number;
    readonly reserved: number;
  }[];
  readonly photoId?: string;
  /** Sold out for now, until then */
  readonly pausedUntil?: number;
}

/** What the shop sells, and the places where it is counted. */
export interface CatalogueView {
  readonly products: readonly ProductView[];
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  /** IANA zone of the shop */
  readonly timeZone: string;
}

/** All of the shop that its owner edits, as a catalogue file has it. */
export type ShopForm = Pick<ShopFile, "details" | "words" | "branches" | "zones">;
/** A product as its owner edits it. */
export type ProductForm = ShopFile["products"][number];

export interface BranchView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly phone?: string;
  readonly timeZone: string;
  readonly pickup: boolean;
  readonly doors: Doors;
  /** By weekday, 0 is Sunday; minutes from midnight */
  readonly hours: readonly (readonly { readonly open: number; readonly close: number }[])[];
  readonly holidays: readonly { readonly day: string; readonly name: string; readonly closed: boolean }[];
  readonly zones: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly areas: readonly string[];
    readonly fee: number;
    readonly codLimit?: number;
    readonly freeFrom?: number;
    readonly minutes: number;
  }[];
}

export interface ShopView {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly phone?: string;
  readonly address?: string;
  readonly about?: string;
  readonly branches: readonly BranchView[];
}
