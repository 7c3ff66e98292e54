import type { Amount } from "./amounts.ts";
import { ATTRIBUTES, type AttributeKind } from "./lexicon/attributes.ts";
import { UNITS } from "./lexicon/units.ts";
import type { OptionHit } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Reading } from "./reading.ts";
import { refuses, wishesInstead } from "./refusals.ts";

/** The parts of a message that an order is put together from, in the order they were said. */
export type Element =
  | { readonly type: "product"; readonly at: number; readonly hit: ProductHit }
  | { readonly type: "option"; readonly at: number; readonly hit: OptionHit; readonly amount?: Amount }
  | { readonly type: "amount"; readonly at: number; readonly amount: Amount }
  /** A colour, size or flavour that no option of the catalogue has */
  | {
      readonly type: "attribute";
      readonly at: number;
      readonly word: string;
      readonly kinds: ReadonlySet<AttributeKind>;
    }
  | { readonly type: "unknown"; readonly at: number; readonly word: string }
  /** "masing-masing": the number beside it is for each */
  | { readonly type: "each"; readonly at: number }
  /** "semua warna": every value of an option */
  | { readonly type: "every"; readonly at: number; readonly word: string }
  | { readonly type: "correction"; readonly at: number }
  | { readonly type: "not"; readonly at: number }
  | { readonly type: "separator"; readonly at: number; readonly strong: boolean };

const CORRECTIONS = new Set(["eh", "ralat", "maksudnya", "maksudku", "maksud", "koreksi"]);
const WEAK = new Set([",", "+", "&", ";"]);
const JOINING = new Set(["sama", "dan", "terus", "plus", "dengan"]);
const EVERY = new Set([
  "warna",
  "ukuran",
  "size",
  "rasa",
  "varian",
  "warnanya",
  "rasanya",
  "ukurannya",
  "level",
  "model",
]);

/** Elements of the tokens that count, without words that mean nothing for an order. */
export function elementsOf(reading: Reading, counts: (at: number) => boolean): Element[] {
  const products = new Map(reading.products.map((hit) => [hit.used[0], hit]));
  const options = new Map(reading.options.map((hit) => [hit.from, hit]));
  const amounts = new Map(reading.amounts.map((amount) => [amount.from, amount]));
  const elements: Element[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!counts(at)) continue;
    const hit = products.get(at);
    const option = options.get(at);
    const amount = amounts.get(at);
    if (hit) elements.push({ type: "product", at, hit });
    else if (option) elements.push({ type: "option", at, hit: option, ...(amount && { amount }) });
    else if (amount) elements.push({ type: "amount", at, amount });
    else if (reading.marks[at] === undefined) push(elements, reading, at);
  }
  return elements;
}

function push(elements: Element[], reading: Reading, at: number): void {
  const token = reading.tokens[at];
  if (!token) return;
  const { raw, word } = token;
  if (token.kind === "sign") pushSign(elements, raw, at);
  else if (JOINING.has(word)) elements.push({ type: "separator", at, strong: false });
  else if (CORRECTIONS.has(raw) || (raw === "jadi" && betweenAmounts(reading, at)))
    elements.push({ type: "correction", at });
  else if (
    word === "bukan" ||
    ((word === "tidak" || word === "jangan") && chosenNext(reading, at)) ||
    refuses(reading, at)
  )
    elements.push({ type: "not", at });
  else if (wishesInstead(reading, at)) elements.push({ type: "separator", at, strong: false });
  else if (word === "masing2") elements.push({ type: "each", at });
  else if (word === "semua" && optionNamed(reading, at + 1))
    elements.push({ type: "every", at, word: reading.tokens[at + 1]?.key ?? "" });
  else pushWord(elements, reading, at);
}

/** "3 jadi 4": the second number takes the first one's place. */
function betweenAmounts(reading: Reading, at: number): boolean {
  return reading.amounts.some((amount) => amount.to === at) && reading.amounts.some((amount) => amount.from === at + 1);
}

function optionNamed(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token !== undefined && (EVERY.has(token.raw) || reading.optionNames.has(token.key));
}

function pushSign(elements: Element[], raw: string, at: number): void {
  if (raw === "@") elements.push({ type: "each", at });
  else if (WEAK.has(raw)) elements.push({ type: "separator", at, strong: false });
  else if (raw === "\n" || raw === "." || raw === "!" || raw === "?")
    elements.push({ type: "separator", at, strong: true });
}

/** "jangan yang pedas": an option follows within a word. */
function chosenNext(reading: Reading, at: number): boolean {
  const next = reading.marks[at + 1] === undefined && reading.tokens[at + 1]?.word === "yang" ? at + 2 : at + 1;
  return (
    reading.marks[next] === "option" || (reading.tokens[at]?.word !== "jangan" && reading.marks[next] === "product")
  );
}

function pushWord(elements: Element[], reading: Reading, at: number): void {
  const token = reading.tokens[at];
  if (!token) return;
  if (reading.optionNames.has(token.key) || token.word === "kak" || token.word === "dong") return;
  const kinds = ATTRIBUTES.get(token.key);
  if (kinds && !(token.key.length === 1 && token.glued))
    elements.push({ type: "attribute", at, word: token.key, kinds });
  else if (!token.known && token.raw.length > 2 && !UNITS.has(token.raw))
    elements.push({ type: "unknown", at, word: token.raw });
}
