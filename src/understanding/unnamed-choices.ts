import type { BasketLine, Product } from "../shop/catalogue/catalogue.ts";
import type { Edit } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";

/** A choice that is not called by its name: by its number, its place, its size, or all of them. */
export function unnamedChoice(
  { line, product }: { readonly line: BasketLine; readonly product: Product },
  option: number,
  reading: Reading,
): Edit[] | undefined {
  const set = (place: number, value: string): Edit[] => [{ type: "setOption", line: line.id, option: place, value }];
  const open = [option, ...product.options.keys()].filter((place) => line.options[place] === null || place === option);
  for (const place of open) {
    const value = valueNumbered(reading, valuesOf(product, place));
    if (value !== undefined) return set(place, value);
  }
  const values = valuesOf(product, option);
  const all = allOf(line, option, values, reading);
  if (all) return all;
  const picked = pickedNumber(reading, values) ?? placed(reading, values) ?? sized(reading, product, option);
  if (picked !== undefined) return set(option, picked);
  const [amount] = reading.amounts;
  const lone = amount?.counts && !amount.money && reading.amounts.length === 1 && reading.tokens.length < 6;
  const quantity = lone ? quantityOf(product, amount, line.options) : undefined;
  return quantity === undefined ? undefined : [{ type: "setQuantity", line: line.id, quantity }];
}

function valuesOf(product: Product, option: number): string[] {
  return product.options[option]?.values.map(({ v }) => v) ?? [];
}

/** "22" is "22 cm" where no other value has that number. */
function valueNumbered(reading: Reading, values: readonly string[]): string | undefined {
  const said = reading.tokens.filter(({ kind, money }) => kind === "number" && !money).map(({ value }) => value);
  const fitting = values.filter((value) => said.some((number) => numberIn(value) === number));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function numberIn(value: string): number {
  return Number.parseFloat((/\d+(?:[.,]\d+)?/.exec(value)?.[0] ?? "").replace(",", "."));
}

/** To compare "250 ml" with "1 liter". */
function sizeOf(value: string): number {
  const large = /\d ?(l|lt|ltr|liter|kg|kilo|m|meter)\b/i.test(value);
  return numberIn(value) * (large ? 1000 : 1);
}

export const BOTH = new Set(["dua2", "keduanya", "duanya"]);
export const EVERY = new Set(["semua", "semuanya", "campur", "mix", "masing2", "campuran", "dicampur", "macam2"]);

/** "dua-duanya", "campur aja": the line in equal parts, or one of each where no number was given. */
function allOf(line: BasketLine, option: number, values: readonly string[], reading: Reading): Edit[] | undefined {
  const words = reading.tokens.flatMap(({ raw, word }) => [raw, word]);
  const meant = words.some((word) => EVERY.has(word)) || (values.length === 2 && words.some((word) => BOTH.has(word)));
  if (!meant || values.length < 2) return undefined;
  const each = reading.amounts.find(({ counts, money, each: apiece }) => counts && !money && !apiece);
  const part = each ? each.value * 1000 : line.quantity === 1000 ? 1000 : line.quantity / values.length;
  if (!Number.isInteger(part / 1000)) return undefined;
  const splits = values.map(
    (value, at): Edit => ({
      type: "setOption",
      line: line.id,
      option,
      value,
      ...(at < values.length - 1 && { quantity: part }),
    }),
  );
  const total = part * values.length;
  return total === line.quantity ? splits : [{ type: "setQuantity", line: line.id, quantity: total }, ...splits];
}

const PLACES = [["pertama", "awal", "atas"], ["kedua"], ["ketiga"], ["keempat"], ["kelima"]];

/** "yang pertama", "yang terakhir". */
function placed(reading: Reading, values: readonly string[]): string | undefined {
  const words = new Set(reading.tokens.map(({ raw }) => raw));
  if (words.has("terakhir") || words.has("bawah")) return values.at(-1);
  const place = PLACES.findIndex((names) => names.some((name) => words.has(name)));
  return values[place];
}

const SMALL = new Set(["kecil", "terkecil", "mini", "cilik", "alit", "leutik", "pendek", "murah", "termurah"]);
const LARGE = new Set(["besar", "terbesar", "gede", "jumbo", "ageng", "panjang", "mahal", "termahal"]);
const MIDDLE = new Set(["sedang", "tengah", "tanggung", "medium"]);
const LETTERS = /^(xxs|xs|s|m|l|x{1,4}l|all size)$/i;

/** "yang kecil aja": by size, where the values are sizes. */
function sized(reading: Reading, product: Product, option: number): string | undefined {
  const values = valuesOf(product, option);
  const numbers = values.every((value) => !Number.isNaN(numberIn(value)));
  if (!numbers && !values.every((value) => LETTERS.test(value))) return undefined;
  const ranked = numbers ? values.toSorted((a, b) => sizeOf(a) - sizeOf(b)) : values;
  const words = reading.tokens.flatMap(({ raw, word }) => [raw, word]);
  if (words.some((word) => SMALL.has(word))) return ranked[0];
  if (words.some((word) => LARGE.has(word))) return ranked.at(-1);
  const middle = ranked.length % 2 === 1 && words.some((word) => MIDDLE.has(word));
  return middle ? ranked[(ranked.length - 1) / 2] : undefined;
}

/** A lone small number picks from the choices as they were listed, where it could be no value itself. */
function pickedNumber(reading: Reading, values: readonly string[]): string | undefined {
  if (values.some((value) => !Number.isNaN(numberIn(value)))) return undefined;
  const [amount] = reading.amounts;
  const lone = reading.amounts.length === 1 && reading.products.length === 0 && reading.tokens.length < 6;
  return lone && amount && !amount.money && amount.unit === undefined ? values[amount.value - 1] : undefined;
}
