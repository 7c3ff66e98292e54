import { z } from "zod";
import { Quantity } from "../shop/catalogue/catalogue.ts";

/** What a message can do; several at once are normal. Greeting and thanking count only when alone. */
const INTENTS = [
  "place_order",
  "change_order",
  "cancel_order",
  "order_status",
  "repeat_order",
  "start_over",
  "choose_delivery_cod",
  "choose_delivery",
  "choose_pickup",
  "provide_info",
  "confirm_payment",
  "ask_price",
  "ask_stock",
  "ask_menu",
  "ask_product_info",
  "ask_hours",
  "ask_location",
  "ask_shipping_cost",
  "ask_delivery_time",
  "ask_cod",
  "ask_payment",
  "ask_promo",
  "ask_how_to_order",
  "request_call",
  "missed_call",
  "bargain",
  "complain",
  "return_item",
  "postpone_purchase",
  "opt_out",
  "opt_in",
  "talk_to_human",
  "greet",
  "thank",
  "affirm",
  "deny",
  "other",
] as const;
export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;

/** A product the customer wants (more of). Options follow the product's own order; null where none was given. */
export const MeantItem = z.object({
  sku: z.string(),
  options: z.array(z.string().nullable()),
  /** Thousandths of the base unit */
  quantity: Quantity,
  /** False where the customer gave no number and one is assumed */
  quantityStated: z.boolean(),
  /** What the quantity may be, where the words leave it open ("2-3 toples"): it must be asked for; `quantity` is the first of them */
  unsure: z.array(Quantity).optional(),
  note: z.string().optional(),
  /** The unit that the quantity was said in */
  unit: z.string().optional(),
  /** Words given for an option that the shop does not sell ("ungu") */
  notSold: z.string().optional(),
});
export type MeantItem = z.infer<typeof MeantItem>;

/** Something wanted that is not one known product: two or more fit (`candidates`), or none does (`near` may help). */
export const DoubtfulItem = z.object({
  words: z.string(),
  quantity: Quantity,
  quantityStated: z.boolean(),
  /** As an item has it */
  unsure: z.array(Quantity).optional(),
  /** SKUs that fit, best first; empty when nothing does */
  candidates: z.array(z.string()),
  /** SKUs that look alike, to offer when nothing fits */
  near: z.array(z.string()),
  /** Option words given along ("hitam", "L"), to be read again once the product is known */
  optionWords: z.array(z.string()),
});
export type DoubtfulItem = z.infer<typeof DoubtfulItem>;

/** A change to the basket as it stands. `line` is the id of a basket line. */
export const Edit = z.discriminatedUnion("type", [
  z.object({ type: z.literal("remove"), line: z.string() }),
  /** `unsure` as an item has it */
  z.object({
    type: z.literal("setQuantity"),
    line: z.string(),
    quantity: Quantity,
    unsure: z.array(Quantity).optional(),
  }),
  /** Signed thousandths; a line that falls to zero is removed */
  z.object({ type: z.literal("changeQuantity"), line: z.string(), by: z.number().int() }),
  /** With a quantity below the line's own, that many are split off and changed */
  z.object({
    type: z.literal("setOption"),
    line: z.string(),
    option: z.number().int().nonnegative(),
    value: z.string(),
    quantity: Quantity.optional(),
  }),
  z.object({
    type: z.literal("replace"),
    line: z.string(),
    sku: z.string(),
    options: z.array(z.string().nullable()),
    quantity: Quantity.optional(),
  }),
  z.object({ type: z.literal("note"), line: z.string(), note: z.string() }),
]);
export type Edit = z.infer<typeof Edit>;

/** What the bot asked last, so that "2", "L", "yang keju" or "iya" can be read against it. */
export const OpenQuestion = z.discriminatedUnion("type", [
  /** Which product did you mean? */
  z.object({
    type: z.literal("product"),
    candidates: z.array(z.string()),
    quantity: Quantity,
    unsure: z.array(Quantity).optional(),
    optionWords: z.array(z.string()),
  }),
  /** Which value of this option for this basket line? */
  z.object({ type: z.literal("option"), line: z.string(), option: z.number().int().nonnegative() }),
  z.object({ type: z.literal("quantity"), line: z.string() }),
  /** What would you like? */
  z.object({ type: z.literal("basket") }),
  z.object({ type: z.literal("fulfilment") }),
  z.object({ type: z.literal("address") }),
  z.object({ type: z.literal("zone") }),
  z.object({ type: z.literal("branch") }),
  z.object({ type: z.literal("when") }),
  z.object({ type: z.literal("name") }),
  z.object({ type: z.literal("phone") }),
  /** Is this summary right? */
  z.object({ type: z.literal("confirm") }),
  /** May we give you this instead? The basket heard along is what was offered */
  z.object({ type: z.literal("offer") }),
  /** Shall we call you, and when? */
  z.object({ type: z.literal("call") }),
  /** Which goods do you want to see? */
  z.object({ type: z.literal("photo") }),
  /** Any other question that yes or no answers */
  z.object({ type: z.literal("yesNo") }),
  /** The bot answered a question, about these SKUs if any, and asked nothing */
  z.object({
    type: z.literal("answered"),
    about: z.array(z.string()).optional(),
    /** Option words said in the question, as "M" of "yang M berapa?" */
    optionWords: z.array(z.string()).optional(),
  }),
  /** Like "answered", and the basket heard along is one called off or put off before: it counts only where it is wanted back */
  z.object({
    type: z.literal("setAside"),
    about: z.array(z.string()).optional(),
    optionWords: z.array(z.string()).optional(),
  }),
]);
export type OpenQuestion = z.infer<typeof OpenQuestion>;

/**
 * What a customer's words mean. Made by the understanding, or by another understander behind the same schema;
 * nothing in it is an instruction, only what was said.
 */
export const Meaning = z.object({
  intents: z.array(Intent),
  items: z.array(MeantItem),
  doubts: z.array(DoubtfulItem),
  edits: z.array(Edit),
  /** SKUs a question is about */
  about: z.array(z.string()),
  /** Option words said of those ("M") */
  aboutWords: z.array(z.string()).optional(),
  /** The engine must ask before the order can stand */
  clarify: z.boolean(),
  /** `cod` is delivery paid in cash at the door */
  fulfilment: z.enum(["cod", "delivery", "pickup"]).optional(),
  /** How it is to be paid, where said */
  payment: z.enum(["cash", "transfer", "qris"]).optional(),
  /** YYYY-MM-DD in the shop's time zone */
  date: z.string().optional(),
  /** HH:MM, or pagi | siang | sore | malam */
  time: z.string().optional(),
  address: z.string().optional(),
  /** E.164 */
  phone: z.string().optional(),
  name: z.string().optional(),
  /** Until when buying is put off: ISO date or phrase */
  until: z.string().optional(),
  /** Ids of a branch and a delivery zone named in the words */
  branch: z.string().optional(),
  zone: z.string().optional(),
  /** Number of an earlier order named in the words ("#1024") */
  orderNumber: z.string().optional(),
  /** HH:MM that people mean by a time named loosely: "habis isya" is malam, around 19:30 */
  around: z.string().optional(),
  /** They would rather write than be called */
  byChat: z.boolean().optional(),
  /** They need no person of the shop any more: the bot will do */
  byBot: z.boolean().optional(),
  /** Said of calls beside a wish for one: a promised one did not come, not now, they will call us, which number to call */
  aboutCall: z.enum(["late", "notNow", "theirs", "number"]).optional(),
  /** They want to see a picture of the goods that these words name, or of those that the talk is about */
  photo: z.enum(["named", "talkedOf"]).optional(),
  /** Anger or a curse: a person should look */
  angry: z.boolean(),
  /** 0 to 1; below the threshold the engine asks and never orders */
  confidence: z.number().min(0).max(1),
});
export type Meaning = z.infer<typeof Meaning>;

/** A meaning that says nothing: the base that other meanings are spread over. */
export const NOTHING: Meaning = {
  intents: [],
  items: [],
  doubts: [],
  edits: [],
  about: [],
  clarify: false,
  angry: false,
  confidence: 1,
};
