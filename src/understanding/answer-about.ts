import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amounts.ts";
import { informed } from "./informed.ts";
import { choiceFor } from "./line-options.ts";
import type { Intent, Meaning, MeantItem } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import type { Hearing } from "./understand.ts";

/** Intents that a number may stand beside and still be an order. */
const BESIDE: ReadonlySet<Intent> = new Set<Intent>([
  "affirm",
  "other",
  "provide_info",
  "place_order",
  "change_order",
  "thank",
  "choose_delivery",
  "choose_delivery_cod",
  "choose_pickup",
]);
const WANTS = new Set([
  "mau",
  "pesan",
  "beli",
  "minta",
  "ambil",
  "boleh",
  "oke",
  "ya",
  "jadi",
  "bungkus",
  "lanjut",
  "keep",
  "aja",
  "tambah",
  "yaudah",
  "kirim",
  "butuh",
  "deal",
]);
const UNSURE = new Set([
  "?",
  "kalau",
  "berapa",
  "tidak",
  "belum",
  "jangan",
  "bukan",
  "kemarin",
  "tadi",
  "nanti",
  "bisa",
]);

/** "oke 2 ya", after the bot told of goods: so many of them. Which ones is asked where it told of several. */
export function answerAbout(
  hearing: Hearing,
  reading: Reading,
  alone: Meaning,
  about: readonly string[],
): Meaning | undefined {
  const products = about.flatMap((sku) => hearing.catalogue.product(sku) ?? []);
  const [product] = products;
  const amounts = reading.amounts.filter((each) => each.counts && !each.money);
  const [amount] = amounts;
  if (!product || !amount || amounts.length > 1 || reading.products.length > 0) return undefined;
  if (alone.items.length > 0 || alone.intents.some((intent) => !BESIDE.has(intent))) return undefined;
  const words = reading.tokens.map(({ word }) => word);
  if (words.some((word) => UNSURE.has(word)) || !(amount.unit !== undefined || words.some((word) => WANTS.has(word))))
    return undefined;
  const chosen = alone.intents.filter((intent) => intent.startsWith("choose_"));
  const wanted = informed(alone, { about: [], intents: ["place_order", ...chosen] });
  if (products.length > 1) return { ...wanted, clarify: true, doubts: [oneOf(products, amount, reading)] };
  const item = itemOf(product, amount, reading);
  return item && { ...wanted, items: [item], clarify: item.options.includes(null) };
}

function itemOf(product: Product, amount: Amount, reading: Reading): MeantItem | undefined {
  const options: (string | null)[] = product.options.map(() => null);
  for (const hit of reading.options) {
    const choice = choiceFor(product, hit);
    if (choice) options[choice.option] = choice.value;
  }
  const quantity = quantityOf(product, amount, options);
  return quantity === undefined ? undefined : { sku: product.sku, options, quantity, quantityStated: true };
}

function oneOf(products: readonly Product[], amount: Amount, reading: Reading): Meaning["doubts"][number] {
  const sizes = products.flatMap((product) => quantityOf(product, amount, []) ?? []);
  return {
    words: "",
    quantity: sizes[0] ?? Math.max(Math.round(amount.value * 1000), 1),
    quantityStated: true,
    candidates: products.map(({ sku }) => sku),
    near: [],
    optionWords: reading.options.map(({ from, to }) =>
      reading.tokens
        .slice(from, to)
        .map(({ raw }) => raw)
        .join(" "),
    ),
  };
}
