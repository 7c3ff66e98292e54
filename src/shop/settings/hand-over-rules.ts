import { z } from "zod";

/** As an order's own total */
const MOST_RUPIAH = 2_000_000_000;

/** What a person takes over because the owner wishes it, besides what always needs one. */
export const HandOverRules = z.object({
  /** Customers who bargain; else they hear that prices are as they are */
  bargaining: z.boolean(),
  /** Orders whose total in rupiah is above this; absent: none */
  orderAbove: z.number().int().nonnegative().max(MOST_RUPIAH).optional(),
});
export type HandOverRules = z.infer<typeof HandOverRules>;

/** The same as a shop keeps it. */
export const StoredHandOverRules = HandOverRules.extend({ bargaining: z.boolean().default(true) });
