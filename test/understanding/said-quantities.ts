import type { Product } from "../../src/shop/catalogue/catalogue.ts";
import type { Dice } from "./said-wordings.ts";

export interface SaidQuantity {
  readonly text: string;
  /** Thousandths of the base unit */
  readonly quantity: number;
  readonly how: string;
}

const NUMBERS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];
const MORE = ["sebelas", "dua belas", "lima belas", "dua puluh", "dua puluh lima", "tiga puluh"];
const MORE_VALUES = [11, 12, 15, 20, 25, 30];

/** Units as they are typed, beside the way the catalogue writes them. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  pcs: ["pcs", "pc", "biji", "buah"],
  kg: ["kg", "kilo", "kg"],
  box: ["box", "boks"],
  bungkus: ["bungkus", "bks", "bgks"],
  botol: ["botol", "btl"],
  porsi: ["porsi", "prsi"],
  lembar: ["lembar", "lbr"],
  toples: ["toples", "tples"],
  karung: ["karung", "krg"],
};

/** How many of a product, in any of its units; with a unit where bare numbers could be taken for a choice. */
export function saidQuantity(dice: Dice, product: Product, needsUnit: boolean): SaidQuantity {
  const forms: ((dice: Dice, product: Product) => SaidQuantity | undefined)[] = [inUnit, inUnit, inUnit, special];
  if (!needsUnit) forms.push(bare, bare);
  for (let tries = 0; tries < 4; tries++) {
    const said = dice.pick(forms)(dice, product);
    if (said) return said;
  }
  return inUnit(dice, product);
}

function inUnit(dice: Dice, product: Product): SaidQuantity {
  const [unit, size] = dice.pick(Object.entries(product.units));
  const typed = dice.pick(TYPED[unit] ?? [unit]);
  const { text, value } = number(dice);
  const glued = /^\d+$/.test(text) && /^[a-z]{2,}$/.test(typed) && dice.upTo(5) === 0;
  return { text: glued ? text + typed : `${text} ${typed}`, quantity: value * size, how: glued ? "glued" : "unit" };
}

function bare(dice: Dice): SaidQuantity {
  const { text, value } = number(dice);
  const times = /^\d+$/.test(text) ? dice.pick([text, text, `x${text}`, `${text}x`]) : text;
  return { text: times, quantity: value * 1000, how: "bare" };
}

function number(dice: Dice): { text: string; value: number } {
  const value = dice.upTo(10) + 2;
  if (dice.upTo(3) > 0) return { text: String(value), value };
  const large = dice.upTo(2) === 0 ? dice.upTo(MORE.length - 1) : undefined;
  if (large !== undefined) return { text: MORE[large] ?? "", value: MORE_VALUES[large] ?? 0 };
  const word = Math.min(value, 10);
  return { text: NUMBERS[word] ?? "", value: word };
}

/** Halves and quarters of what is weighed, dozens of what is counted, one in one word. */
function special(dice: Dice, product: Product): SaidQuantity | undefined {
  const size = product.units.kg;
  const how = "special";
  if (size !== undefined && product.unit === "kg")
    return dice.pick([
      { text: "setengah kilo", quantity: 500, how },
      { text: "stgh kg", quantity: 500, how },
      { text: "1/2 kg", quantity: 500, how },
      { text: "seperempat kg", quantity: 250, how },
      { text: "1,5 kg", quantity: 1500, how },
      { text: "satu setengah kilo", quantity: 1500, how },
      { text: "2 setengah kg", quantity: 2500, how },
      { text: "sekilo", quantity: 1000, how },
      { text: "3 ons", quantity: 300, how },
    ]);
  if (product.unit === "pcs" && product.units.lusin === undefined)
    return dice.pick([
      { text: "selusin", quantity: 12_000, how },
      { text: "2 lusin", quantity: 24_000, how },
      { text: "setengah lusin", quantity: 6000, how },
      { text: "sekodi", quantity: 20_000, how },
    ]);
  const one = ONE_OF[product.unit];
  return one === undefined ? undefined : { text: one, quantity: 1000, how };
}

const ONE_OF: Readonly<Record<string, string>> = {
  bungkus: "sebungkus",
  botol: "sebotol",
  box: "sebox",
  porsi: "seporsi",
  loyang: "seloyang",
  toples: "setoples",
  karung: "sekarung",
  lembar: "selembar",
  ekor: "seekor",
  pasang: "sepasang",
};
