import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import { partsOf } from "./answer-option.ts";
import type { Hearing } from "./hearing.ts";
import { informed } from "./informed.ts";
import { choiceFor, optionsFrom } from "./line-options.ts";
import type { Intent, Meaning, MeantItem, OpenQuestion } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";

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
  "tanya",
  "lihat",
  "cek",
  "dulu",
]);

/** Wanting it, also without a number ("ya mau", "jadi deh kak"). */
const SURE = new Set([
  "mau",
  "pesan",
  "beli",
  "minta",
  "ambil",
  "jadi",
  "bungkus",
  "keep",
  "order",
  "checkout",
  "deal",
  "booking",
]);
/** Said with a choice, these want it too ("yang M deh"). */
const PICKS = new Set(["yang", "deh", "aja"]);

type Told = Extract<OpenQuestion, { type: "answered" }>;

/** "oke 2 ya", after the bot told of goods: so many of them. Which ones is asked where it told of several. */
export function answerAbout(hearing: Hearing, reading: Reading, alone: Meaning, told: Told): Meaning | undefined {
  const products = [...new Set(told.about)].flatMap((sku) => hearing.catalogue.product(sku) ?? []);
  const [product] = products;
  if (!product) return undefined;
  const before = told.optionWords ?? [];
  const several = products.length === 1 ? choicesOf(hearing, product, reading, before) : [];
  // "yang coklat 2": a choice of theirs, and no other goods with that word in their name.
  const misread = alone.items.length > 0 && alone.items.every(({ sku }) => sku !== product.sku);
  if (several.length > (misread ? 0 : 1))
    return informed(alone, {
      about: [],
      intents: ["place_order"],
      items: several,
      doubts: [],
      clarify: several.some(({ options }) => options.includes(null)),
    });
  if (reading.products.length > 0 || alone.items.length > 0) return withChoices(hearing, alone, products, before);
  const amounts = reading.amounts.filter((each) => each.counts && !each.money);
  const [amount] = amounts;
  const beside = settles(reading, amount) ? [...BESIDE, ...HAGGLED] : [...BESIDE];
  if (amounts.length > 1 || alone.intents.some((intent) => !beside.includes(intent)) || !wants(reading, amount))
    return asksOn(hearing, alone, told);
  const chosen = alone.intents.filter((intent) => intent.startsWith("choose_"));
  const wanted = informed(alone, { about: [], intents: ["place_order", ...chosen] });
  if (products.length > 1) return { ...wanted, clarify: true, doubts: [oneOf(products, amount, reading, before)] };
  const item = itemOf(hearing, product, amount, reading, before);
  return item && { ...wanted, items: [item], clarify: item.options.includes(null) };
}

/** "yang coklat 2 original 1": several choices of the goods spoken of, each with its number. */
function choicesOf(hearing: Hearing, product: Product, reading: Reading, before: readonly string[]): MeantItem[] {
  const words = reading.tokens.map(({ word }) => word);
  if (reading.products.some(({ candidates }) => !candidates.includes(product))) return [];
  if (words.some((word) => UNSURE.has(word))) return [];
  const parts = partsOf(reading, product);
  if (parts.some(({ option, amount }) => option !== parts[0]?.option || !amount)) return [];
  return parts.flatMap(({ option, value, amount }): MeantItem[] => {
    const options = chosenBefore(before, product, hearing);
    options[option] = value;
    const quantity = amount && quantityOf(product, amount, options);
    return quantity === undefined ? [] : [{ sku: product.sku, options, quantity, quantityStated: true }];
  });
}

const ASKS_ON: ReadonlySet<Intent> = new Set<Intent>([
  "ask_price",
  "ask_promo",
  "ask_product_info",
  "ask_delivery_time",
  "ask_shipping_cost",
  "ask_cod",
  "bargain",
]);

/** "kalo 5 ada potongan?", after goods were spoken of: still about those. */
function asksOn({ basket }: Hearing, alone: Meaning, { about = [], optionWords }: Told): Meaning | undefined {
  const asks = alone.intents.length > 0 && alone.intents.every((intent) => ASKS_ON.has(intent));
  if (!asks || alone.about.length + alone.doubts.length + basket.length > 0) return undefined;
  return { ...alone, about: [...about], ...(optionWords && { aboutWords: [...optionWords] }) };
}

const HAGGLED: readonly Intent[] = ["ask_price", "ask_promo", "ask_stock", "bargain"];
const SETTLES = new Set(["yaudah", "oke", "ya", "deal", "baik"]);

/** "yaudah harga normal gpp, 1 ya": a yes to start with and a number end the haggling. */
function settles({ tokens }: Reading, amount: Amount | undefined): boolean {
  return amount !== undefined && tokens.slice(0, 2).some(({ word }) => SETTLES.has(word));
}

function wants(reading: Reading, amount: Amount | undefined): boolean {
  const words = reading.tokens.map(({ word }) => word);
  // "2 dulu" is a number to start with, "tanya dulu" none.
  const counted = amount ? reading.tokens[amount.to]?.word : undefined;
  if (words.some((word) => UNSURE.has(word) && !(word === "dulu" && counted === "dulu"))) return false;
  if (amount) return amount.unit !== undefined || words.some((word) => WANTS.has(word));
  return words.some((word) => SURE.has(word)) || (reading.options.length > 0 && words.some((word) => PICKS.has(word)));
}

/** "ok tartnya 1", after "tart coklat 26 cm berapa?": the choices named in the question still hold. */
function withChoices(
  hearing: Hearing,
  alone: Meaning,
  products: readonly Product[],
  before: readonly string[],
): Meaning | undefined {
  const asked = alone.items.some(
    ({ sku, options }) => options.includes(null) && products.some((each) => each.sku === sku),
  );
  if (!asked || before.length === 0) return undefined;
  const items = alone.items.map((item) => {
    const product = products.find(({ sku }) => sku === item.sku);
    const known = product ? chosenBefore(before, product, hearing) : [];
    return { ...item, options: item.options.map((value, at) => value ?? known[at] ?? null) };
  });
  return { ...alone, items, clarify: alone.doubts.length > 0 || items.some(({ options }) => options.includes(null)) };
}

/** What the words of a question choose, where they do not name two of the same. */
function chosenBefore(words: readonly string[], product: Product, { catalogue }: Hearing): (string | null)[] {
  const each = words.map((word) => optionsFrom([word], product, catalogue));
  return product.options.map((_, at) => {
    const values = new Set(each.flatMap((options) => options[at] ?? []));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  });
}

function itemOf(
  hearing: Hearing,
  product: Product,
  amount: Amount | undefined,
  reading: Reading,
  before: readonly string[],
): MeantItem | undefined {
  const options = chosenBefore(before, product, hearing);
  for (const hit of reading.options) {
    const choice = choiceFor(product, hit);
    if (choice) options[choice.option] = choice.value;
  }
  const quantity = amount ? quantityOf(product, amount, options) : 1000;
  return quantity === undefined
    ? undefined
    : { sku: product.sku, options, quantity, quantityStated: amount !== undefined };
}

function oneOf(
  products: readonly Product[],
  amount: Amount | undefined,
  reading: Reading,
  before: readonly string[],
): Meaning["doubts"][number] {
  const sizes = amount ? products.flatMap((product) => quantityOf(product, amount, []) ?? []) : [];
  return {
    words: "",
    quantity: sizes[0] ?? Math.max(Math.round((amount?.value ?? 1) * 1000), 1),
    quantityStated: amount !== undefined,
    candidates: products.map(({ sku }) => sku),
    near: [],
    optionWords: [...before, ...optionWordsOf(reading)],
  };
}

/** The words that name choices, as written. */
export function optionWordsOf({ options, tokens }: Reading): string[] {
  return options.map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(" "),
  );
}
