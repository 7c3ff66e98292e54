import type { Intent, Meaning } from "./meaning.ts";

/** "besok buka jam berapa?", "pagi tadi rusak": a day told only with such intents is no day on which goods change hands. */
const OTHER_DAYS: ReadonlySet<Intent> = new Set<Intent>([
  "ask_hours",
  "ask_location",
  "ask_menu",
  "ask_payment",
  "ask_price",
  "ask_product_info",
  "ask_promo",
  "ask_stock",
  "complain",
  "confirm_payment",
  "greet",
  "opt_in",
  "opt_out",
  "order_status",
  "return_item",
  "thank",
]);

/** The day and time in a meaning on which goods are fetched or brought; undefined where they are about something else. */
export function dayOfGoods({
  intents,
  about,
  date,
  time,
  around,
  fulfilment,
}: Meaning): Pick<Meaning, "date" | "time" | "around"> {
  // Beside goods it may be an order that was not understood.
  const vague = about.length > 0 && intents.includes("complain");
  if (!fulfilment && !vague && intents.length > 0 && intents.every((intent) => OTHER_DAYS.has(intent))) return {};
  return { ...(date && { date }), ...(time && { time }), ...(around && { around }) };
}
