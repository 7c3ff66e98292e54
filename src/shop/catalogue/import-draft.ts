import type { Branch } from "../branch/branch.ts";
import type { ShopSettings } from "../settings/shop-settings.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import type { Product } from "./catalogue.ts";

/** Goods on hand of one variant (sku path) at a branch, thousandths. No branch is the shop's first. */
export interface StockDraft {
  readonly branch?: string;
  readonly path: string;
  readonly onHand: number;
}

export interface ProductDraft extends Product {
  /** Where in the file it stands */
  readonly row: string;
  /** Undefined leaves stock as it is; null stops tracking it */
  readonly stock: readonly StockDraft[] | null | undefined;
}

export type BranchDraft = Omit<Branch, "id">;
export type ZoneDraft = Omit<DeliveryZone, "id" | "branchId"> & { readonly branch: string };

export interface ShopDraft {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly timeZone: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly about: string | null;
  /** Only what the file says; the rest stays as it is */
  readonly settings: Pick<ShopSettings, "id" | "fulfilment"> & {
    readonly [K in keyof ShopSettings]?: ShopSettings[K] | undefined;
  };
  /** The branch a shop gets that has none */
  readonly firstBranch: BranchDraft;
  /** Undefined leaves them as they are, where it is the same shop */
  readonly branches: readonly BranchDraft[] | undefined;
  readonly zones: readonly ZoneDraft[] | undefined;
}

/** A catalogue file, read and checked. With a `shop` it is the whole catalogue: what it leaves out is withdrawn. */
export interface CatalogueDraft {
  readonly shop?: ShopDraft;
  /** Without a `shop`: what the file says of each product; other fields stay as they are */
  readonly told: readonly string[];
  readonly products: readonly ProductDraft[];
  /** With a `shop`: nothing is said of products, and they stay */
  readonly keepsProducts?: boolean;
}
