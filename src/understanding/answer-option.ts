import type { BasketLine, Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amounts.ts";
import type { Hearing } from "./hearing.ts";
import { informed } from "./informed.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Meaning, OpenQuestion } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";

interface Part {
  readonly at: number;
  readonly option: number;
  readonly value: string;
  amount?: Amount;
}

type OptionQuestion = Extract<OpenQuestion, { type: "option" }>;

/** "L", "yang gede", "1 pk semua", "L 2 M 1". */
export function answerOption(
  hearing: Hearing,
  reading: Reading,
  alone: Meaning,
  question: OptionQuestion,
): Meaning | undefined {
  const found = lineOf(hearing, question.line);
  if (!found) return undefined;
  const filled = filledHoles(hearing, alone);
  if (filled) return filled;
  if (otherGoods(reading, found.product)) return undefined;
  const parts = withoutCorrected(partsOf(reading, found.product), reading);
  if (parts.length === 0) {
    const edits = withoutNames(found, question.option, reading);
    return edits && changed(alone, edits);
  }
  const edits = optionEdits(found.line, found.product, parts, reading);
  return edits && changed(alone, [...edits, ...alikeLines(hearing, found.line, parts, reading)]);
}

/** "hoodienya L, kaosnya M": each line that still lacks a choice is given its own, rather than ordered again. */
export function filledHoles({ basket }: Hearing, alone: Meaning): Meaning | undefined {
  const open = alone.items.map((item) => ({
    item,
    line: basket.find(
      ({ sku, options }) =>
        sku === item.sku &&
        options.some((value, at) => value === null && item.options[at] != null) &&
        options.every((value, at) => value === null || item.options[at] == null || item.options[at] === value),
    ),
  }));
  if (!open.some(({ line }) => line) || alone.doubts.length > 0) return undefined;
  const edits = open.flatMap(({ item, line }): Edit[] => {
    if (!line) return [];
    const chosen = item.options.flatMap((value, option): Edit[] =>
      value !== null && line.options[option] === null ? [{ type: "setOption", line: line.id, option, value }] : [],
    );
    const more = item.quantityStated && item.quantity !== line.quantity;
    return more ? [{ type: "setQuantity", line: line.id, quantity: item.quantity }, ...chosen] : chosen;
  });
  return { ...changed(alone, edits), items: open.flatMap(({ item, line }) => (line ? [] : [item])) };
}

/** A choice that is not called by its name: by its number, its place, its size, or all of them. */
function withoutNames(
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

const BOTH = new Set(["dua2", "keduanya", "duanya"]);
const EVERY = new Set(["semua", "semuanya", "campur", "mix", "masing2", "campuran", "dicampur", "macam2"]);

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
  const ranked = numbers ? values.toSorted((a, b) => numberIn(a) - numberIn(b)) : values;
  const words = reading.tokens.flatMap(({ raw, word }) => [raw, word]);
  if (words.some((word) => SMALL.has(word))) return ranked[0];
  if (words.some((word) => LARGE.has(word))) return ranked.at(-1);
  const middle = ranked.length % 2 === 1 && words.some((word) => MIDDLE.has(word));
  return middle ? ranked[(ranked.length - 1) / 2] : undefined;
}

/** "L semua": also for the other lines that lack the same choice. */
function alikeLines(
  { basket, catalogue }: Hearing,
  line: BasketLine,
  parts: readonly Part[],
  reading: Reading,
): Edit[] {
  if (!reading.tokens.some(({ word }) => EVERY.has(word) || BOTH.has(word)) || parts.length !== 1) return [];
  const value = parts[0]?.value;
  return basket.flatMap((other): Edit[] => {
    const options = other === line ? [] : (catalogue.product(other.sku)?.options ?? []);
    const option = options.findIndex(
      ({ values }, at) => other.options[at] === null && values.some(({ v }) => v === value),
    );
    return option < 0 || value === undefined ? [] : [{ type: "setOption", line: other.id, option, value }];
  });
}

const CORRECTING = new Set(["eh", "ralat", "maksudnya", "maksudku", "salah", "deng"]);
const NOT = new Set(["bukan", "jangan", "tidak"]);

/** "L eh XL", "bukan L, M": what was taken back chooses nothing. */
function withoutCorrected(parts: readonly Part[], { tokens }: Reading): Part[] {
  const between = (from: number, to: number, words: ReadonlySet<string>) =>
    tokens.slice(from, to).some(({ word, raw }) => words.has(word) || words.has(raw));
  const refused = (part: Part) => between(Math.max(part.at - 2, 0), part.at, NOT);
  if (parts.every(refused)) return [];
  return parts.filter(
    (part) =>
      !refused(part) &&
      !parts.some(
        (later) => later.at > part.at && later.option === part.option && between(part.at, later.at, CORRECTING),
      ),
  );
}

export function otherGoods(reading: Reading, product: Product): boolean {
  return reading.products.some((hit) => !hit.candidates.includes(product) && hit.whole);
}

export function partsOf(reading: Reading, product: Product): Part[] {
  const parts: Part[] = [];
  let waiting: Amount | undefined;
  const spans = [
    ...reading.options.map((hit) => ({ at: hit.from, to: hit.to, hit, amount: undefined })),
    ...reading.amounts
      .filter((amount) => amount.counts && !amount.money)
      .map((amount) => ({ at: amount.from, to: amount.to, hit: undefined, amount })),
  ].sort((a, b) => a.at - b.at || (a.hit ? -1 : 1));
  const first = spans[0];
  const numbersFirst = first?.amount !== undefined && spans.at(-1)?.hit !== undefined;
  let end = -1;
  for (const { at, to, hit, amount } of spans) {
    if (at < end) continue;
    const choice = hit && choiceFor(product, hit);
    if (choice) {
      parts.push({ at, ...choice, ...(waiting && { amount: waiting }) });
      waiting = undefined;
      end = to;
    } else if (amount) {
      const last = parts.at(-1);
      if (numbersFirst || !last || last.amount) waiting = amount;
      else last.amount = amount;
      end = to;
    }
  }
  return parts;
}

export function optionEdits(
  line: BasketLine,
  product: Product,
  parts: readonly Part[],
  reading: Reading,
): Edit[] | undefined {
  const shared = parts.filter((part) => parts.some((other) => other !== part && other.option === part.option));
  if (shared.length === 0) {
    const amount = parts.find((part) => part.amount)?.amount;
    const quantity = amount && quantityOf(product, amount, line.options);
    const set = parts.map(({ option, value }): Edit => ({ type: "setOption", line: line.id, option, value }));
    return quantity !== undefined && quantity !== line.quantity
      ? [{ type: "setQuantity", line: line.id, quantity }, ...set]
      : set;
  }
  const each = reading.tokens.some((token) => token.word === "masing2" || token.raw === "@");
  const common = each ? parts.find((part) => part.amount)?.amount : undefined;
  const even =
    shared.every((part) => !part.amount) && line.quantity % shared.length === 0 ? line.quantity / shared.length : 1000;
  const counts = shared.map((part) =>
    part.amount || common
      ? quantityOf(
          product,
          part.amount ?? common ?? { from: 0, to: 0, value: 1, money: false, counts: true },
          line.options,
        )
      : even,
  );
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (counts.includes(undefined) || total === 0) return undefined;
  const splits = shared.map(({ option, value }, at): Edit => {
    const quantity = counts[at];
    return {
      type: "setOption",
      line: line.id,
      option,
      value,
      ...(quantity !== undefined && at < shared.length - 1 && { quantity }),
    };
  });
  return total === line.quantity ? splits : [{ type: "setQuantity", line: line.id, quantity: total }, ...splits];
}

/** A lone small number picks from the choices as they were listed, where it could be no value itself. */
function pickedNumber(reading: Reading, values: readonly string[]): string | undefined {
  if (values.some((value) => !Number.isNaN(numberIn(value)))) return undefined;
  const [amount] = reading.amounts;
  const lone = reading.amounts.length === 1 && reading.products.length === 0 && reading.tokens.length < 6;
  return lone && amount && !amount.money && amount.unit === undefined ? values[amount.value - 1] : undefined;
}

export function changed(alone: Meaning, edits: Edit[]): Meaning {
  return informed(alone, {
    edits,
    intents: [
      "change_order",
      ...alone.intents.filter((intent) => intent.startsWith("choose_") || intent.startsWith("ask_")),
    ],
  });
}

/** The line that a question is about, with its product. */
export function lineOf(hearing: Hearing, id: string): { line: BasketLine; product: Product } | undefined {
  const line = hearing.basket.find((each) => each.id === id);
  const product = line && hearing.catalogue.product(line.sku);
  return line && product && { line, product };
}
