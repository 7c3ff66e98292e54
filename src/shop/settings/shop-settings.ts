import { z } from "zod";
import { StoredHoldRules } from "../../hold-rules.ts";
import { ConfirmRule } from "../call/confirm-rule.ts";
import { StoredHandOverRules } from "./hand-over-rules.ts";

/** How a shop sells. Kept as JSON with the shop; what an older release does not know is kept too. */
export const ShopSettings = z.looseObject({
  /** The shop's name in the catalogue file it came from */
  id: z.string().default(""),
  /** Ways the goods can reach the customer */
  fulfilment: z.array(z.enum(["cod", "delivery", "pickup"])).default(["cod", "delivery", "pickup"]),
  /** Questions of an order the shop wants asked; the others are never asked */
  asks: z
    .array(z.enum(["fulfilment", "address", "zone", "branch", "when", "name", "phone", "payment"]))
    .default(["fulfilment", "address", "zone", "branch", "when", "payment", "name", "phone"]),
  /** Where to transfer to, said to those who pay ahead */
  paymentNote: z.string().optional(),
  /** Which orders paid at the door a call confirms first; none unless the shop says so */
  confirmCall: ConfirmRule.default({}),
  /** What a person takes over because the owner wishes it */
  handOver: StoredHandOverRules.default({ bargaining: true }),
  /** How long a person may be silent in a chat they hold, and how soon somebody else hears of one who waits */
  ...StoredHoldRules.shape,
  /** What the shop says it does with what it knows of a customer */
  privacy: z.string().optional(),
  /** The owner's own wordings, by the sentences of BOT_WORDS; what is absent is said as Kopdar says it */
  words: z.record(z.string(), z.string()).optional(),
});
export type ShopSettings = z.infer<typeof ShopSettings>;
