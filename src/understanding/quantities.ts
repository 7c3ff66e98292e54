import { MOST_QUANTITY, type Product, unitPrice } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import { ANY_PIECE, alikeUnits, MEASURED, UNITS, WHOLESALE } from "./lexicon/units.ts";

/** Thousandths of the base unit that an amount of a product is; undefined where it cannot be that product's. */
export function quantityOf(product: Product, amount: Amount, options: readonly (string | null)[]): number | undefined {
  const quantity = amount.money ? forMoney(product, amount.value, options) : inUnits(product, amount);
  if (quantity === undefined || quantity <= 0 || quantity > MOST_QUANTITY || !Number.isInteger(quantity))
    return undefined;
  return quantity % smallest(product) === 0 ? quantity : undefined;
}

/** Whether a bare number of what is sold by weight may count a small container that it also comes in ("toples"). */
export function comesBySmall(product: Product, { unit, money, value }: Amount, container: string): boolean {
  const named = canonical(container);
  if (unit !== undefined || money || !Number.isInteger(value)) return false;
  if (!measured(product.unit) || MEASURED[named] !== undefined) return false;
  const size = Object.entries(product.units).find(([name]) => canonical(name) === named)?.[1];
  return size !== undefined && size <= 1000;
}

/** Sold by the piece alone, so that a number before its name counts. */
export function wholePieces(product: Product): boolean {
  return smallest(product) >= 1000;
}

/** "lemper 1000000": a number too large for its price that no money word stands beside counts pieces. */
export function countsPieces(product: Product, value: number): boolean {
  if (product.price <= 0 || !wholePieces(product)) return false;
  const buysNone = value > product.price * 2 && value % product.price !== 0;
  return buysNone || (value >= 100_000 && value >= product.price * 10);
}

/** The least that can be sold: whole pieces, or any thousandth of what is weighed. */
function smallest(product: Product): number {
  if (measured(product.unit) || DIVISIBLE.has(canonical(product.unit))) return 1;
  return Object.values(product.units).reduce(greatestCommon, 1000);
}

const DIVISIBLE = new Set(["kubik", "m3", "m2", "ton", "kuintal", "kwintal", "jam", "are", "hektar"]);

function greatestCommon(a: number, b: number): number {
  return b < 1 ? a : greatestCommon(b, a % b);
}

function measured(unit: string): boolean {
  return MEASURED[canonical(unit)] !== undefined;
}

function canonical(unit: string): string {
  const lower = unit.toLowerCase() === "m" ? "meter" : unit.toLowerCase();
  return UNITS.get(lower) ?? lower;
}

/** "25rb" of something is as many as that money buys, when it divides. */
function forMoney(product: Product, money: number, options: readonly (string | null)[]): number | undefined {
  const price = unitPrice(product, options);
  if (price <= 0) return undefined;
  const quantity = (money * 1000) / price;
  return Number.isInteger(quantity) ? quantity : undefined;
}

function inUnits(product: Product, amount: Amount): number | undefined {
  if (inGrams(product, amount)) return Math.round((amount.value * (factorOf(product, "kg") ?? 1000)) / 1000);
  const factor = amount.unit === undefined ? 1000 : factorOf(product, amount.unit);
  return factor === undefined ? undefined : Math.round(amount.value * factor * 1000) / 1000;
}

/** "tomat 250", "cabe 500": grams of what is sold by the ons or the gram, for nobody buys as many kilos there. */
function inGrams(product: Product, { unit, value }: Amount): boolean {
  return unit === undefined && soldInGrams(product) && value >= FEWEST_GRAMS && value < 1000 && value % 50 === 0;
}

/** What a bare number of weighed goods may mean besides ("bawang 50": kilos or grams). */
export function otherWeight(product: Product, { unit, value, money }: Amount): number | undefined {
  if (unit !== undefined || money || canonical(product.unit) !== "kg") return undefined;
  const bulk = Object.values(product.units).some((size) => size > 1000);
  const unclear = soldInGrams(product)
    ? value >= FEW_KILOS && value < FEWEST_GRAMS && value % 5 === 0
    : !bulk && value >= FEWEST_GRAMS && value < 1000 && value % 50 === 0;
  return unclear ? Math.round(value) : undefined;
}

const FEWEST_GRAMS = 100;
const FEW_KILOS = 50;

function soldInGrams(product: Product): boolean {
  if (canonical(product.unit) !== "kg") return false;
  return Object.keys(product.units).some((name) => canonical(name) === "gram" || canonical(name) === "ons");
}

function factorOf(product: Product, said: string): number | undefined {
  const unit = canonical(said);
  const units = Object.entries(product.units).map(([name, size]): [string, number] => [canonical(name), size]);
  const exact = units.find(([name]) => name === unit);
  if (exact) return exact[1];
  const many = WHOLESALE[unit];
  if (many !== undefined) return measured(product.unit) ? undefined : many * 1000;
  const measure = MEASURED[unit];
  if (measure) return converted(units, measure);
  const alike = units.filter(([name]) => alikeUnits(name, unit));
  if (alike.length === 1) return alike[0]?.[1];
  if (!ANY_PIECE.has(unit) || measured(product.unit)) return undefined;
  // "2 biji" of what also comes by the dozen or the box is two of what it is counted in.
  return units.length === 1 || (BARE_PIECE.has(unit) && units.every(([, size]) => size >= 1000)) ? 1000 : undefined;
}

const BARE_PIECE = new Set(["pcs", "buah", "biji", "unit", "kali"]);

function converted(units: readonly [string, number][], measure: { of: string; size: number }): number | undefined {
  for (const [name, size] of units) {
    const other = MEASURED[name];
    if (other?.of === measure.of) return (size * measure.size) / other.size;
  }
  return undefined;
}
