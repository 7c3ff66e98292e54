import type { Amount } from "./amount.ts";
import { chooses, goodsBeside, priceOf } from "./offers.ts";
import type { Reading } from "./reading.ts";

type Said = Pick<Reading, "tokens" | "products" | "options" | "amounts">;

/** Thousands of rupiah said as a bare number ("M 150 deh, deal?", "45rb? 40 ya"): places of the amounts that are prices. */
export function roughPrices(said: Said): number[] {
  return said.amounts.flatMap((amount, place) => (bare(amount, said) && isPrice(amount, said) ? [place] : []));
}

function bare({ from, to, counts, money, unit, value }: Amount, { tokens }: Said): boolean {
  return counts && !money && unit === undefined && to === from + 1 && tokens[from]?.kind === "number" && value >= 5;
}

/** Words that a quantity follows. */
const COUNTING = new Set(["pesan", "beli", "ambil", "mau", "minta", "tambah", "keep", "butuh", "isi", "x", "kirim"]);
/** Words that close a bargain. */
const DEAL = new Set(["deal", "nett", "net", "nego", "pas", "boleh", "deh", "dah", "lah", "gas", "gaskeun"]);
const MAYBE = new Set(["bisa", "aja", "ya", "dapat", "langganan"]);

function isPrice(amount: Amount, said: Said): boolean {
  const { tokens, amounts } = said;
  const hit = goodsBeside(said, amount);
  const product = hit?.candidates[0];
  if (!hit || !product || COUNTING.has(tokens[amount.from - 1]?.word ?? "")) return false;
  const price = priceOf(product, hit, said);
  const rupiah = amount.value * 1000;
  const others = amounts.filter(
    (other) => other !== amount && goodsBeside(said, other) === hit && !chooses(said, product, other),
  );
  // Beside its price another number, somewhat less, is what it should cost.
  if (others.some(({ money, value }) => money && near(price, value / 0.7) && rupiah < value && near(rupiah, price)))
    return true;
  const counted = others.find(
    ({ counts, money, unit, value }) => counts && !money && (unit !== undefined || value < LARGE),
  );
  const full = counted ? price * counted.value : price;
  if (counted && (amount.value < LARGE || !(near(rupiah, full) || near(rupiah, price)))) return false;
  if (counted) return closes(said, amount, DEAL) || closes(said, amount, MAYBE);
  if (amount.value >= LARGE && Math.abs(rupiah - price) < price * 0.15) return true;
  if (!near(rupiah, price)) return false;
  return closes(said, amount, DEAL) ? price >= DEAR : amount.value >= LARGE && closes(said, amount, MAYBE);
}

/** From here on, few would want as many pieces of what costs as many thousands. */
const LARGE = 100;
/** What costs less is bought by the dozen. */
const DEAR = 40_000;

function near(rupiah: number, price: number): boolean {
  return rupiah <= price && rupiah >= price * 0.4;
}

function closes({ tokens }: Said, { to }: Amount, words: ReadonlySet<string>): boolean {
  return tokens.slice(to, to + 4).some(({ raw, word }) => words.has(raw) || words.has(word));
}
