import type { Product } from "./catalogue.ts";

/** `Rp25.000` */
export function rupiah(amount: number): string {
  const digits = Math.abs(amount).toString();
  return `${amount < 0 ? "-" : ""}Rp${digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".")}`;
}

/** `Rp50.000`, or `Rp50.000–Rp55.000` where the choices differ */
export function sayPrices(product: Product): string {
  const prices = [
    ...new Set([product.price, ...product.options.flatMap(({ values }) => values.flatMap(({ price }) => price ?? []))]),
  ].sort((a, b) => a - b);
  const [low] = prices;
  const high = prices.at(-1);
  return low === undefined || high === undefined || low === high
    ? rupiah(product.price)
    : `${rupiah(low)}–${rupiah(high)}`;
}

/** `2 pcs`, `1,5 kg`, `½ kg`; thousandths of the unit. */
export function sayQuantity(quantity: number, unit: string): string {
  return `${sayNumber(quantity)} ${unit}`;
}

const QUARTER = 250;

/** `2 toples (1 kg)` where it was said in another unit of the product and comes out even; else `1 kg`. */
export function sayAsAsked(
  quantity: number,
  { unit, units }: Pick<Product, "unit" | "units">,
  said: string | undefined,
): string {
  const plain = sayQuantity(quantity, unit);
  const size = said === undefined ? undefined : units[said];
  if (said === undefined || size === undefined || size === units[unit]) return plain;
  const count = (quantity * 1000) / size;
  return count > 0 && count % QUARTER === 0 ? `${sayQuantity(count, said)} (${plain})` : plain;
}

/** "2 pcs", or "2 pcs / 3 pcs" where it is still to be said which */
export function sayCounted({
  quantity,
  unit,
  unsure,
}: {
  readonly quantity: number;
  readonly unit: string;
  readonly unsure?: readonly number[] | undefined;
}): string {
  return [...new Set(unsure ?? [quantity])].map((each) => sayQuantity(each, unit)).join(" / ");
}

/** `Brownies (coklat, L)`; an option not chosen yet is left out. */
export function sayVariant(product: Pick<Product, "name">, options: readonly (string | null)[]): string {
  const chosen = options.filter((value) => value !== null);
  return chosen.length ? `${product.name} (${chosen.join(", ")})` : product.name;
}

/** `coklat, keju atau pandan` */
export function sayList(words: readonly string[], joiner = "dan"): string {
  const last = words.at(-1);
  return words.length < 2 ? (last ?? "") : `${words.slice(0, -1).join(", ")} ${joiner} ${last}`;
}

const FRACTIONS: Readonly<Record<number, string>> = { 250: "¼", 500: "½", 750: "¾" };

function sayNumber(quantity: number): string {
  const fraction = FRACTIONS[quantity];
  if (fraction) return fraction;
  const whole = Math.trunc(quantity / 1000);
  const rest = (quantity % 1000).toString().padStart(3, "0").replace(/0+$/, "");
  return rest ? `${whole},${rest}` : whole.toString();
}
