import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import type { OpenQuestion } from "./meaning.ts";

/** One message with all that its meaning depends on. */
export interface Hearing {
  readonly text: string;
  /** Epoch milliseconds */
  readonly now: number;
  /** IANA zone that dates and times are said in */
  readonly timeZone: string;
  readonly catalogue: CatalogueIndex;
  readonly question?: OpenQuestion;
  readonly basket: readonly BasketLine[];
}
