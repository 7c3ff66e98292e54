import { type Product, unitPrice } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import { choiceFor } from "./line-options.ts";
import type { ProductHit } from "./product-hits.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** Whether money named is a price offered below the shop's own ("brownies 45rb aja ya", "50rb 2 ya"). */
export function offersLess(reading: Reading, script: Script): boolean {
  if (/ (transfer|bayar|sudah|kembalian|uang|duit|kirim|beli|belikan|ongkir|dp) /.test(script.all)) return false;
  const sums = reading.amounts.filter((amount) => amount.money && reading.marks[amount.from] === "money");
  return sums.some((money) => isOffer(money, reading, script));
}

function isOffer(money: Amount, reading: Reading, { all }: Script): boolean {
  const hit = goodsBeside(reading, money);
  const product = hit?.candidates[0];
  if (!hit || !product) return false;
  // "yang 275rb 3": the price of one choice names it.
  const named = reading.tokens[money.from - 1]?.word === "yang";
  if (named && product.options.some(({ values }) => values.some((value) => value.price === money.value))) return false;
  const counted = reading.amounts.find(
    (amount) =>
      amount.counts && !amount.money && goodsBeside(reading, amount) === hit && !chooses(reading, product, amount),
  );
  const price = priceOf(product, hit, reading);
  if (money.value === price || money.value === product.price || (!counted && buys(product, money))) return false;
  const quantity = counted ? quantityOf(product, counted, []) : 1000;
  if (quantity === undefined) return false;
  const full = (price * quantity) / 1000;
  const asks =
    / (aja|ya|boleh|bisa|gimana|dapat|oke|lah|deal) |\? $/.test(all) || counted !== undefined || closes(reading, money);
  // "2rb semua bisa? ambil 100" offers so much for each.
  const lower = [full, price].some((whole) => money.value < whole && money.value >= whole * 0.3);
  // "5 kg 9.990 aja boleh?": leave is asked for a price of one's own, whatever it is.
  const begs = counted !== undefined && money.value !== full && / (boleh|bisa) (ya |kak )?\? $/.test(all);
  return (asks && lower) || begs;
}

/** "120 lah", "100 deh" */
function closes({ tokens }: Reading, { to }: Amount): boolean {
  return /^(lah|deh|dah|deal|nett?|pas)$/.test(tokens[to]?.raw ?? "");
}

/** "5 ah" beside goods that come in it counts none of them. */
export function chooses({ options }: Pick<Reading, "options">, product: Product, { from }: Amount): boolean {
  return options.some((hit) => hit.from <= from && from < hit.to && choiceFor(product, hit) !== undefined);
}

/** The goods that a number stands behind, else those that it stands before. */
export function goodsBeside({ products }: Pick<Reading, "products">, { from }: Amount): ProductHit | undefined {
  return products.findLast((hit) => hit.from < from) ?? products[0];
}

/** Rupiah per base unit with the options said of the goods. */
export function priceOf(product: Product, hit: ProductHit, { options }: Pick<Reading, "options">): number {
  // Of what is left open the dearest: an offer below that haggles too.
  const chosen = product.options.map(
    ({ values }) => values.toSorted((a, b) => (b.price ?? product.price) - (a.price ?? product.price))[0]?.v ?? null,
  );
  const said = new Set<number>();
  for (const option of options) {
    const choice = choiceFor(product, option);
    if (!choice || (option.from < hit.from && said.has(choice.option))) continue;
    chosen[choice.option] = choice.value;
    said.add(choice.option);
  }
  return unitPrice(product, chosen);
}

/** "30rb" of something that costs 3.000 is ten of it. */
export function buys(product: Product, money: Amount): boolean {
  const quantity = quantityOf(product, money, []);
  return quantity !== undefined && (quantity >= 1000 || quantity % 50 === 0);
}
