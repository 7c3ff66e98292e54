import type { Advance } from "../conversation/advance.ts";
import type { Picture } from "../conversation/picture.ts";
import type { Database, Tx } from "../database/database.ts";
import type { Metrics } from "../metrics.ts";
import type { ConfirmRule } from "../shop/call/confirm-rule.ts";
import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Meaning, OpenQuestion } from "../understanding/meaning.ts";
import type { ShopCache } from "./shop-cache.ts";

/** The shop as turns see it, at one version of its catalogue. */
export interface ShopView {
  readonly version: number;
  readonly timeZone: string;
  readonly shop: Picture["shop"];
  readonly confirmCall?: ConfirmRule;
  readonly products: Picture["products"];
  readonly branches: Picture["branches"];
  readonly zones: Picture["zones"];
  readonly hear: (
    text: string,
    now: number,
    question: OpenQuestion | undefined,
    basket: readonly BasketLine[],
  ) => Meaning;
}

/** Reads the shop inside the caller's transaction. */
export type LoadShop = (tx: Tx) => Promise<ShopView>;

/** All that turns are taken with. */
export interface TurnParts {
  readonly database: Database;
  /** Epoch ms */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly advance: Advance;
  readonly shop: ShopCache;
  /** What the channel of an account can do that words depend on */
  readonly channelOf: (accountId: string) => Picture["channel"];
  readonly metrics: Metrics;
  /** Told in a log line without any words of the customer */
  readonly report: (problem: { readonly conversationId: string; readonly error: unknown }) => void;
}
