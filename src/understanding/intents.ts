import { GOODS_RULES } from "./lexicon/goods-rules.ts";
import { CARE_RULES } from "./lexicon/order-care-rules.ts";
import { PAYMENT_RULES } from "./lexicon/payment-rules.ts";
import type { Intent } from "./meaning.ts";
import { sieveOf } from "./pattern-sieve.ts";

const RULES = [...CARE_RULES, ...PAYMENT_RULES, ...GOODS_RULES];
const rulesFor = sieveOf(RULES, ({ when }) => when);

/** What the rules make of a script; ordering and small talk are judged elsewhere. */
export interface Ruled {
  /** Every intent that some rule speaks for */
  readonly fired: ReadonlySet<Intent>;
  /** The same, where the more telling has taken the place of the more general */
  readonly settled: ReadonlySet<Intent>;
}

/** Tries on a script every rule that it may fit. */
export function ruleOn(script: string): Ruled {
  const fired = new Set<Intent>();
  for (const rule of rulesFor(script)) {
    if (!fired.has(rule.intent) && rule.when.test(script) && !rule.unless?.test(script)) fired.add(rule.intent);
  }
  return { fired, settled: settle(new Set(fired), script) };
}

/** A rule whose pattern a script fits, with the words that fitted. */
export interface FiredRule {
  readonly intent: Intent;
  readonly words: string;
  readonly pattern: string;
}

/** All rules that a script fits, for explaining; some of their intents may have given way to more telling ones. */
export function firedRules(script: string): FiredRule[] {
  return rulesFor(script).flatMap(({ intent, when, unless }) => {
    const words = unless?.test(script) ? undefined : when.exec(script)?.[0].trim();
    return words === undefined ? [] : [{ intent, words, pattern: when.source.trim() }];
  });
}

/** One thing said is one intent: the more telling takes the place of the more general. */
function settle(found: Set<Intent>, script: string): Set<Intent> {
  for (const [winner, losers] of WINNERS) {
    if (found.has(winner)) for (const loser of losers) found.delete(loser);
  }
  if (
    found.has("return_item") &&
    / (kekecilan|kebesaran|kesempitan|kegedean) /.test(script) &&
    !/ (rusak|kecewa|salah) /.test(script)
  )
    found.delete("complain");
  if (found.has("ask_product_info") && !/ (P|O|ready|stok|habis|kosong) /.test(script)) found.delete("ask_stock");
  if (found.has("ask_menu") && / harga /.test(script)) found.delete("ask_price");
  if (found.has("ask_stock") && found.has("ask_price") && !/ (ada|ready|stok|masih|sisa) /.test(script))
    found.delete("ask_stock");
  return found;
}

const WINNERS: readonly (readonly [Intent, readonly Intent[]])[] = [
  ["opt_out", ["ask_promo", "opt_in", "request_call", "place_order"]],
  ["opt_in", ["ask_promo", "ask_stock", "ask_menu"]],
  ["confirm_payment", ["ask_payment", "order_status"]],
  ["missed_call", ["ask_promo"]],
  ["return_item", ["ask_product_info", "ask_stock"]],
  ["complain", ["ask_product_info", "ask_stock", "ask_price"]],
  ["ask_cod", ["ask_payment", "ask_stock"]],
  ["ask_shipping_cost", ["ask_price", "ask_stock"]],
  ["ask_promo", ["ask_price", "ask_stock", "bargain"]],
  ["order_status", ["ask_stock", "ask_delivery_time", "ask_product_info", "ask_shipping_cost"]],
  ["ask_delivery_time", ["ask_price", "ask_stock"]],
  ["ask_product_info", ["ask_price"]],
  ["ask_payment", ["ask_stock", "ask_price", "bargain"]],
  ["ask_how_to_order", ["ask_location"]],
  ["ask_location", ["ask_stock"]],
  ["ask_hours", ["ask_stock", "ask_delivery_time"]],
  ["ask_menu", ["ask_stock", "ask_product_info"]],
  ["bargain", ["ask_price", "ask_stock", "ask_product_info"]],
];
