import type { Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amounts.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** Whether the money named is a price offered below the shop's own ("brownies 45rb aja ya", "50rb 2 ya"). */
export function offersLess(reading: Reading, script: Script): boolean {
  const money = reading.amounts.find((amount) => amount.money && reading.marks[amount.from] === "money");
  const product = reading.products[0]?.candidates[0];
  if (!money || !product || buys(product, money)) return false;
  if (/ (transfer|bayar|sudah|kembalian|uang|duit|kirim|beli|belikan) /.test(script.all)) return false;
  const counted = reading.amounts.find((amount) => amount.counts && !amount.money);
  const quantity = counted ? quantityOf(product, counted, []) : 1000;
  if (quantity === undefined) return false;
  const full = (product.price * quantity) / 1000;
  const asks = / (aja|ya|boleh|bisa|gimana|dapat|oke|lah|deal) |\? $/.test(script.all) || counted !== undefined;
  return asks && money.value < full && money.value >= full * 0.3;
}

/** "30rb" of something that costs 3.000 is ten of it. */
export function buys(product: Product, money: Amount): boolean {
  const quantity = quantityOf(product, money, []);
  return quantity !== undefined && (quantity >= 1000 || quantity % 50 === 0);
}
