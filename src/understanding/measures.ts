/** Weight or volume that a phrase states, in one unit ("500 gram" and "0.5 kg" → "500g"); undefined when it states none. */
export function measureOf(words: readonly string[]): string | undefined {
  const unit = words.at(-1);
  const factor = unit === undefined ? undefined : MEASURES[unit];
  if (factor === undefined) return undefined;
  const amount = amountOf(words.slice(0, -1));
  return amount === undefined ? undefined : measureText(amount, unit ?? "");
}

/** The same text for a number and a unit already read. */
export function measureText(amount: number, unit: string): string | undefined {
  const factor = MEASURES[unit];
  return factor === undefined ? undefined : `${Math.round(amount * factor.size * 1000) / 1000}${factor.base}`;
}

const MEASURES: Readonly<Record<string, { base: string; size: number } | undefined>> = {
  mg: { base: "g", size: 0.001 },
  gram: { base: "g", size: 1 },
  gsm: { base: "g", size: 1 },
  lembar: { base: "lembar", size: 1 },
  lbr: { base: "lembar", size: 1 },
  tablet: { base: "tablet", size: 1 },
  kapsul: { base: "kapsul", size: 1 },
  sachet: { base: "sachet", size: 1 },
  ons: { base: "g", size: 100 },
  kg: { base: "g", size: 1000 },
  ml: { base: "ml", size: 1 },
  cc: { base: "ml", size: 1 },
  l: { base: "ml", size: 1000 },
  liter: { base: "ml", size: 1000 },
  mm: { base: "mm", size: 1 },
  cm: { base: "mm", size: 10 },
  meter: { base: "mm", size: 1000 },
  menit: { base: "menit", size: 1 },
  jam: { base: "menit", size: 60 },
  pk: { base: "pk", size: 1 },
  watt: { base: "watt", size: 1 },
  gb: { base: "gb", size: 1 },
  tb: { base: "gb", size: 1024 },
  inch: { base: "inch", size: 1 },
  inci: { base: "inch", size: 1 },
};

function amountOf(words: readonly string[]): number | undefined {
  if (words.length === 1) {
    const value = words[0] === "setengah" ? 0.5 : words[0] === "seperempat" ? 0.25 : Number(words[0]);
    return Number.isFinite(value) ? value : undefined;
  }
  // "1/2" has lost its stroke in the keys.
  if (words.length === 2 && words[0] === "1" && (words[1] === "2" || words[1] === "4")) return 1 / Number(words[1]);
  return undefined;
}
