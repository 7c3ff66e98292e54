import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import { indexCatalogue } from "../../src/understanding/catalogue-index.ts";
import { understand } from "../../src/understanding/understand.ts";

export interface UnderstandingFigures {
  readonly products: number;
  readonly indexMs: number;
  readonly medianMicroseconds: number;
  readonly p95Microseconds: number;
}

const GOODS = ["brownies", "bolu", "risol", "donat", "lemper", "kemeja", "gamis", "sambal", "keripik", "kopi"];
const KINDS = ["kukus", "panggang", "premium", "mini", "jumbo", "spesial", "original", "keluarga", "hemat", "pesta"];
const TASTES = ["coklat", "keju", "pandan", "mocca", "vanila", "stroberi", "nanas", "kacang", "durian", "ubi"];

const MESSAGES = [
  "kak mau pesen brownies kukus coklat 2 sama donat mini keju 1 lusin ya, cod ke jl margonda 12",
  "ada keripik hemat durian ga kak? brp harganya",
  "ganti coklat jadi keju aja deh, yg risol gajadi",
  "hp 081234567001 atas nama sari, ambil bsk jam 10",
  "iya bener",
];

/** Microseconds to understand one message against a catalogue of a thousand products. */
export function measureUnderstanding(rounds = 400): UnderstandingFigures {
  const products = GOODS.flatMap((good) => KINDS.flatMap((kind) => TASTES.map((taste) => product(good, kind, taste))));
  const started = performance.now();
  const catalogue = indexCatalogue({ products, places: [] });
  const indexMs = performance.now() - started;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const text of MESSAGES) {
      const start = performance.now();
      understand({ text, now: 1_800_000_000_000, timeZone: "Asia/Jakarta", catalogue, basket: [] });
      if (round >= rounds / 4) times.push((performance.now() - start) * 1000);
    }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { products: products.length, indexMs, medianMicroseconds: at(0.5), p95Microseconds: at(0.95) };
}

function product(good: string, kind: string, taste: string): Product {
  const sku = `${good}-${kind}-${taste}`;
  return {
    sku,
    name: `${good} ${kind} ${taste}`,
    aliases: [],
    description: "",
    category: null,
    unit: "pcs",
    units: { pcs: 1000, lusin: 12_000 },
    price: 20_000,
    options: [],
    minimum: 0,
    leadDays: 0,
    madeToOrder: false,
  };
}
