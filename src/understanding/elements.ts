import type { Amount } from "./amount.ts";
import { correctionsFirst, corrects, withdrawn } from "./corrections.ts";
import { ATTRIBUTES, type AttributeKind, PARTS } from "./lexicon/attributes.ts";
import { CHOOSING } from "./lexicon/letter-names.ts";
import { MEASURED, UNITS } from "./lexicon/units.ts";
import type { OptionHit } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Reading } from "./reading.ts";
import { refuses, wishesInstead } from "./refusals.ts";
import { listed } from "./strange-words.ts";

/** The parts of a message that an order is put together from, in the order they were said. */
export type Element =
  | {
      readonly type: "product";
      readonly at: number;
      readonly hit: ProductHit;
      /** "torennya": goods that were spoken of before */
      readonly definite?: true;
    }
  | { readonly type: "option"; readonly at: number; readonly hit: OptionHit; readonly amount?: Amount }
  | {
      readonly type: "amount";
      readonly at: number;
      readonly amount: Amount;
      /** "buat saya 1": the same goods for somebody else */
      readonly forSomebody?: true;
      /** "yang 1000" */
      readonly which?: true;
    }
  /** A colour, size or flavour that no option of the catalogue has */
  | {
      readonly type: "attribute";
      readonly at: number;
      readonly word: string;
      readonly kinds: ReadonlySet<AttributeKind>;
      /** SKU → the option that it is said for ("ring 12") */
      readonly of?: ReadonlyMap<string, number>;
    }
  /** A word nobody knows; `listed` where it stands like goods of a list */
  | { readonly type: "unknown"; readonly at: number; readonly word: string; readonly listed: boolean }
  /** "semua", "dua-duanya": the option beside it is for all lines */
  | { readonly type: "all"; readonly at: number }
  /** "sisanya": what is left of a total */
  | { readonly type: "rest"; readonly at: number }
  /** "biru juga": as many as before */
  | { readonly type: "also"; readonly at: number }
  /** "lantai 1, 2 dan 3": so many places */
  | { readonly type: "places"; readonly at: number; readonly count: number }
  /** "masing-masing": the number beside it is for each */
  | { readonly type: "each"; readonly at: number }
  /** "semua warna": every value of an option */
  /** `count`: how many values there must be ("4 warna masing2 1") */
  | { readonly type: "every"; readonly at: number; readonly word: string; readonly count?: number }
  /** `trailing`: a word that corrects what stands before it ("34 maksudnya") */
  | { readonly type: "correction"; readonly at: number; readonly trailing: boolean }
  /** "ayam atau ikan": the options beside it are not both wanted */
  | { readonly type: "or"; readonly at: number }
  /** `drops`: a line said before is no longer wanted ("topi ga jadi") */
  | { readonly type: "not"; readonly at: number; readonly drops?: true }
  | { readonly type: "separator"; readonly at: number; readonly strong: boolean; readonly joins?: true };

const WEAK = new Set([",", ";"]);
const JOINING = new Set(["sama", "dan", "terus", "plus", "dengan", "tapi"]);
const TOTALS = new Set(["total", "totalnya", "totale", "jumlah", "jumlahnya", "jml", "jmlh", "ttl", "semuanya"]);
const RESTS = new Set(["sisanya", "sisane", "sisa", "sisany", "sesane", "sesana", "selebihnya", "lainnya"]);
const ALSO = new Set(["juga", "jg", "jga", "jugak"]);
const EACH_ONE = new Set(["tiap", "setiap", "per", "saban", "tiap2"]);
const EVERY = new Set(
  "warna ukuran size rasa varian warnanya rasanya ukurannya level model wangi wanginya aroma aromanya jenis jenisnya tipe macam motif topping menu menunya isi isian pilihan".split(
    " ",
  ),
);

/** Elements of the tokens that count, without words that mean nothing for an order. */
export function elementsOf(reading: Reading, counts: (at: number) => boolean): Element[] {
  const products = new Map(reading.products.map((hit) => [hit.used[0] ?? -1, hit]));
  const implied = new Map(reading.products.map((hit) => [hit.used.length === 0 ? hit.from : -1, hit]));
  const options = new Map(reading.options.map((hit) => [hit.from, hit]));
  const amounts = new Map(reading.amounts.map((amount) => [amount.from, amount]));
  const lacking = new Map(reading.lacking.map((hit) => [hit.from, hit]));
  const refused = new Map(reading.options.flatMap((hit) => refusedBehind(reading, hit)));
  const spots = new Map(reading.spots.map((spot) => [spot.from, spot.count]));
  const elements: Element[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!counts(at)) continue;
    const hit = products.get(at);
    const unsaid = implied.get(at);
    const option = options.get(at);
    const amount = amounts.get(at);
    const count = spots.get(at);
    const missing = lacking.get(at);
    if (unsaid) elements.push({ type: "product", at, hit: unsaid });
    if (count !== undefined) elements.push({ type: "places", at, count });
    if (hit) elements.push({ type: "product", at, hit, ...(definite(reading, hit) && { definite: true }) });
    else if (missing) elements.push({ type: "attribute", at, word: missing.words, kinds: NO_KINDS, of: missing.of });
    else if (option && refused.has(at)) elements.push({ type: "not", at }, { type: "option", at, hit: option });
    else if (option) elements.push({ type: "option", at, hit: option, ...(amount && { amount }) });
    else if (amount) pushAmount(elements, reading, amount);
    else if (reading.marks[at] === undefined && ![...refused.values()].includes(at)) push(elements, reading, at);
  }
  const goods = elements.some((each) => each.type === "product");
  return withdrawn(
    reading,
    correctionsFirst(goods ? elements.filter((_, place) => !aside(elements, place)) : elements),
  );
}

const NO_KINDS: ReadonlySet<AttributeKind> = new Set();

/** "item jangan, birunya aja", "merahnya ga usah": the place of a choice, and of the word behind it that turns it down. */
function refusedBehind({ tokens }: Reading, { from, to }: OptionHit): [number, number][] {
  const word = tokens[to]?.word;
  const usah = word === "tidak" && /^(?:usah|mau|pakai)$/.test(tokens[to + 1]?.word ?? "");
  const next = tokens[usah ? to + 2 : to + 1];
  const ends = next === undefined || next.kind === "sign" || next.word === "dong" || next.word === "ya";
  return ends && (usah || word === "jangan" || word === "skip") ? [[from, to]] : [];
}

function definite({ tokens }: Reading, { used }: ProductHit): boolean {
  return /..(?:nya|ny|ne|na)$/.test(tokens[used.at(-1) ?? 0]?.raw ?? "");
}

/** Beside goods, words that nobody knows matter only in the name of goods, in a list, or right after a number of theirs. */
function aside(elements: readonly Element[], place: number): boolean {
  const element = elements[place];
  const before = elements[place - 1];
  if (element?.type !== "unknown" || element.listed) return false;
  if (before?.type === "unknown") return before.at !== element.at - 1 || aside(elements, place - 1);
  if (before?.type === "product" || before?.type === "option") return before.hit.to !== element.at;
  if (before?.type !== "amount" || before.amount.to !== element.at || !before.amount.counts) return true;
  const start = elements.findLastIndex((each, at) => at < place && each.type === "separator") + 1;
  return elements[start]?.type !== "amount" || before.amount.unit !== undefined;
}

function pushAmount(elements: Element[], reading: Reading, amount: Amount): void {
  const at = amount.from;
  const before = reading.tokens[at - 1];
  if (TOTALS.has(before?.raw ?? "") && reading.amounts.some((other) => other !== amount && other.counts)) return;
  const all = valuesNamed(reading, amount);
  if (all !== undefined && Number.isInteger(amount.value) && amount.value > 1 && amount.value <= MOST_VALUES) {
    elements.push({ type: "every", at, word: reading.tokens[all]?.key ?? "", count: amount.value });
    return;
  }
  const which = before?.word === "yang" && reading.marks[at - 1] === undefined;
  const somebody = forSomebody(reading, at);
  const twin = elements.at(-1);
  const packs = twin?.type === "amount" ? times(reading, twin.amount, amount) : undefined;
  if (packs) {
    elements[elements.length - 1] = { type: "amount", at: twin?.at ?? at, amount: packs };
    return;
  }
  // "satu pak satu pak": as many of each.
  if (twin?.type === "amount" && twin.amount.to === at && alike(twin.amount, amount))
    if (amount.unit !== undefined || twin.amount.each || twoGoods(elements)) {
      elements[elements.length - 1] = { ...twin, amount: { ...twin.amount, to: amount.to, each: true } };
      return;
    }
  elements.push({ type: "amount", at, amount, ...(which && { which }), ...(somebody && { forSomebody: somebody }) });
}

/** "sapu sama ember 1 1": goods named without a number before the two that are alike. */
function twoGoods(elements: readonly Element[]): boolean {
  const counted = elements.slice(0, -1).findLastIndex(({ type }) => type === "amount");
  return elements.slice(counted + 1).filter(({ type }) => type === "product").length > 1;
}

/** "75 warna pink": nothing comes in so many. */
const MOST_VALUES = 12;
const TIMES = new Set(["x", "kali", "*"]);

/** "500 gr x 2", "2 x 500 gr": packs of so much. */
function times({ tokens }: Reading, first: Amount, second: Amount): Amount | undefined {
  const crossed = TIMES.has(tokens[second.from - 1]?.raw ?? "") && second.from - first.to < 2;
  const [measured, count] = first.unit === undefined ? [second, first] : [first, second];
  if (!crossed || MEASURED[measured.unit ?? ""] === undefined || count.unit !== undefined) return undefined;
  if (first.money || second.money || !Number.isInteger(count.value)) return undefined;
  const value = Math.round(measured.value * count.value * 1e6) / 1e6;
  return { ...measured, from: first.from, to: second.to, value };
}

function alike(one: Amount, other: Amount): boolean {
  return one.value === other.value && one.unit === other.unit;
}

/** "4 warna", "3 rasa": the word for an option right after the number, or read as its unit. */
function valuesNamed(reading: Reading, { to, unit }: Amount): number | undefined {
  if (unit === undefined) return reading.marks[to] === undefined && optionNamed(reading, to) ? to : undefined;
  return EVERY.has(reading.tokens[to - 1]?.raw ?? "") ? to - 1 : undefined;
}

function forSomebody({ tokens, marks }: Reading, at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 5; back--) {
    if (marks[back] !== undefined || tokens[back]?.kind === "sign") return false;
    const word = tokens[back]?.word;
    if (word === "buat" || word === "titip" || tokens[back]?.raw === "titipan") return true;
  }
  return false;
}

function push(elements: Element[], reading: Reading, at: number): void {
  const token = reading.tokens[at];
  if (!token) return;
  const { raw, word } = token;
  if (token.kind === "sign" && betweenChoices(reading, at)) elements.push({ type: "or", at });
  else if (token.kind === "sign") pushSign(elements, raw, at);
  else if (JOINING.has(word) || joinsNumber(reading, at) || adds(reading, at))
    elements.push({ type: "separator", at, strong: false, joins: true });
  else if (corrects(reading, at)) elements.push({ type: "correction", at, trailing: raw.startsWith("maksud") });
  else if (drops(reading, at)) elements.push({ type: "not", at, drops: true });
  else if (
    word === "bukan" ||
    ((word === "tidak" || word === "jangan" || (word === "tidak jadi" && marksNext(reading, at))) &&
      chosenNext(reading, at)) ||
    refuses(reading, at)
  )
    elements.push({ type: "not", at });
  else if (wishesInstead(reading, at)) elements.push({ type: "separator", at, strong: false });
  else if (word === "ganti" && exchanged(elements, reading, at))
    elements.push({ type: "correction", at, trailing: false });
  else pushShares(elements, reading, at);
}

/** "L/XL", "hitam-putih" */
function betweenChoices({ tokens, options }: Reading, at: number): boolean {
  if (tokens[at]?.raw !== "/" && tokens[at]?.raw !== "-") return false;
  return (
    tokens[at]?.glued === tokens[at + 1]?.glued &&
    options.some(({ to }) => to === at) &&
    options.some(({ from }) => from === at + 1)
  );
}

/** Words that share out: "masing-masing", "tiap warna", "semua", "sisanya", "juga". */
function pushShares(elements: Element[], reading: Reading, at: number): void {
  const token = reading.tokens[at];
  if (!token) return;
  const { raw, word } = token;
  const named = optionNamed(reading, at + 1);
  if (word === "masing2" || (EACH_ONE.has(raw) && raw !== "per" && reading.marks[at + 1] === "amount"))
    elements.push({ type: "each", at });
  else if ((word === "semua" || EACH_ONE.has(raw)) && named)
    elements.push({ type: "every", at, word: reading.tokens[at + 1]?.key ?? "" });
  else if (word === "semua") elements.push({ type: "all", at });
  else if (word === "atau") elements.push({ type: "or", at });
  else if (RESTS.has(raw)) elements.push({ type: "rest", at });
  else if (ALSO.has(raw)) elements.push({ type: "also", at });
  else pushWord(elements, reading, at);
}

/** "selawe iji kalih sosis": "two" in krama is also "and". */
function joinsNumber({ tokens, amounts }: Reading, at: number): boolean {
  return tokens[at]?.raw === "kalih" && !amounts.some(({ from }) => from === at);
}

/** "2 dus tambah 1 toples", "selusin lebih 3 biji": one number more than the other. */
function adds({ tokens, amounts }: Reading, at: number): boolean {
  const word = tokens[at]?.word;
  return (
    (word === "tambah" || word === "lebih") &&
    amounts.some(({ to }) => to === at) &&
    amounts.some(({ from }) => from === at + 1)
  );
}

/** "topi ga jadi", "maroon batal": the goods before it are off, unless something else takes their place. */
function drops({ tokens, marks }: Reading, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1]?.raw ?? "";
  const off = token?.word === "tidak jadi" || (token?.word === "tidak" && (next === "jadi" || ends(tokens, at)));
  if (!off && token?.word !== "batal") return false;
  const goods = (mark: unknown) => mark === "option" || mark === "product";
  const ahead = tokens.slice(at, at + 5);
  return goods(marks[at - 1]) && !ahead.some(({ word }) => word === "ganti");
}

/** "sendoknya ga usah deh": nothing that is not needed follows. */
function ends(tokens: Reading["tokens"], at: number): boolean {
  const after = tokens[at + 2];
  return tokens[at + 1]?.raw === "usah" && (after === undefined || after.kind === "sign" || AFTER.has(after.word));
}

const AFTER = new Set(["dong", "aja", "ya", "kak", "dulu"]);

/** "marunnya ga jadi, ganti navy": an option on either side. */
function exchanged(elements: readonly Element[], { marks }: Reading, at: number): boolean {
  const last = elements.findLast(
    (each) => each.type !== "correction" && each.type !== "not" && each.type !== "separator",
  );
  return last?.type === "option" && [1, 2].some((ahead) => marks[at + ahead] === "option");
}

function optionNamed(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token !== undefined && (EVERY.has(token.raw) || reading.optionNames.has(token.key));
}

function pushSign(elements: Element[], raw: string, at: number): void {
  if (raw === "@") elements.push({ type: "each", at });
  else if (raw === "+" || raw === "&") elements.push({ type: "separator", at, strong: false, joins: true });
  else if (WEAK.has(raw)) elements.push({ type: "separator", at, strong: false });
  else if (raw === "\n" || raw === "." || raw === "!" || raw === "?")
    elements.push({ type: "separator", at, strong: true });
}

/** "gajadi putih" */
function marksNext({ marks }: Reading, at: number): boolean {
  return marks[at + 1] === "option";
}

/** "jangan yang pedas", "ga usah maroon": an option follows within a small word. */
function chosenNext(reading: Reading, at: number): boolean {
  const small = reading.marks[at + 1] === undefined ? reading.tokens[at + 1] : undefined;
  const next = small?.word === "yang" || small?.raw === "usah" || small?.raw === "jadi" ? at + 2 : at + 1;
  const refusedNumber = reading.marks[next] === "amount" && reading.marks[at - 1] !== "product";
  return (
    reading.marks[next] === "option" ||
    (reading.tokens[at]?.word === "jangan" && refusedNumber) ||
    (reading.tokens[at]?.word !== "jangan" && reading.marks[next] === "product")
  );
}

function pushWord(elements: Element[], reading: Reading, at: number): void {
  const token = reading.tokens[at];
  if (!token) return;
  if (reading.optionNames.has(token.key) || token.word === "kak" || token.word === "dong") return;
  const kinds = PARTS.has(reading.tokens[at - 1]?.raw ?? "") ? undefined : ATTRIBUTES.get(token.key);
  if (kinds && !(token.key.length === 1 && token.glued))
    elements.push({ type: "attribute", at, word: token.key, kinds });
  else if (!token.known && token.raw.length > 2 && !UNITS.has(token.raw) && !CHOOSING.has(token.raw))
    elements.push({ type: "unknown", at, word: token.raw, listed: listed(reading, at) });
}
