import type { Amount } from "./amount.ts";
import { amountAt } from "./amounts.ts";
import { bareNumberAt } from "./bare-numbers.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { choicesTakenBack } from "./choices-taken-back.ts";
import type { Hearing } from "./hearing.ts";
import { joinedChoiceAt } from "./joined-choices.ts";
import { type LackingChoice, lackingChoiceAt } from "./lacking-choices.ts";
import { NOT_GOODS } from "./lexicon/units.ts";
import { countsGoods, halfBehind, partOfNumber } from "./number-choices.ts";
import { measureAt, measureHit, type OptionHit, optionHitAt, ownsChoice } from "./option-hits.ts";
import type { Mark, Page } from "./page.ts";
import type { ProductHit } from "./product-hits.ts";
import { countsPieces, wholePieces } from "./quantities.ts";
import { roughPrices } from "./rough-prices.ts";
import type { Sense } from "./senses.ts";
import { shortChoiceAt } from "./short-choices.ts";
import type { Spots } from "./spots.ts";
import { takenBack } from "./taken-back.ts";
import type { Token } from "./tokens.ts";

export interface ChoicesAndAmounts {
  readonly options: readonly OptionHit[];
  readonly lacking: readonly LackingChoice[];
  readonly amounts: readonly Amount[];
}

/** Choices and numbers beside the goods, each marked on the page; what the customer took back again is left out. */
export function choicesAndAmounts(hearing: Hearing, page: Page, beside: Beside): ChoicesAndAmounts {
  const { catalogue } = hearing;
  const found: Found = { options: [], lacking: [], amounts: [] };
  const said: Said = { ...beside, ...found, tokens: page.tokens, marks: page.marks, catalogue, asked: asked(hearing) };
  for (let at = 0; at < page.tokens.length; at++) if (page.free(at)) keep(heardAt(said, at), page, said, found);
  const pieces = found.amounts.map((amount) => countedInPieces(amount, said, page));
  const back = takenBack({ ...said, amounts: pieces }, hearing.basket.length > 0);
  page.mark([...back.taken, ...choicesTakenBack(said)], "takenBack");
  const stands = ({ from }: { readonly from: number }) => page.marks[from] !== "takenBack";
  const options = found.options.filter(stands);
  const amounts = back.amounts.filter(stands);
  return { options, lacking: found.lacking, amounts: withPrices({ ...said, options, amounts }, page) };
}

interface Beside {
  readonly senses: readonly (readonly Sense[])[];
  readonly products: readonly ProductHit[];
  readonly spots: readonly Spots[];
}

interface Found {
  readonly options: OptionHit[];
  readonly lacking: LackingChoice[];
  readonly amounts: Amount[];
}

/** What is said, with what was found in it so far. */
interface Said extends Beside, ChoicesAndAmounts {
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly catalogue: CatalogueIndex;
  /** Whose choice the bot just asked for */
  readonly asked: string | undefined;
}

function asked({ question, basket }: Hearing): string | undefined {
  return question?.type === "option" ? basket.find(({ id }) => id === question.line)?.sku : undefined;
}

interface Heard {
  readonly choice?: OptionHit | undefined;
  readonly amount?: Amount | undefined;
  readonly missing?: LackingChoice | undefined;
}

/** What begins at a token: a choice, a number, a measure that is both, or a choice that the goods lack. */
function heardAt(said: Said, at: number): Heard {
  const plain = plainChoiceAt(said, at);
  const joined = plain ? undefined : joinedChoiceAt(said, at);
  const chosen = joined ?? plain;
  const number =
    joined || modelNumber(said, at) || joinsGoods(said.tokens, at, said.amounts) ? undefined : amountBefore(said, at);
  const half = chosen && number && halfBehind(said.tokens, chosen, number);
  const counted = chosen && number && !half && (partOfNumber(chosen, number) || countsGoods(said, chosen, number));
  const amount = half ? undefined : number;
  const choice = (counted ? undefined : chosen) ?? (amount && measureHit(amount, said.catalogue));
  return { choice, amount, missing: choice ? undefined : lackingChoiceAt(said, at) };
}

function plainChoiceAt(said: Said, at: number): OptionHit | undefined {
  const { tokens, senses, products, catalogue } = said;
  if (asUsual(tokens, at) || noChoice(tokens, at)) return undefined;
  return (
    optionHitAt(tokens, senses, catalogue, at) ??
    measureAt(tokens, catalogue, at, products) ??
    bareNumberAt(said, at) ??
    shortChoiceAt(said, at)
  );
}

function keep({ choice, amount, missing }: Heard, page: Page, { spots }: Said, found: Found): void {
  if (missing && page.clear(missing)) {
    found.lacking.push(missing);
    page.markSpan(missing, "option");
    return;
  }
  const chosen = choice && page.clear(choice) ? choice : undefined;
  if (chosen) found.options.push(chosen);
  if (amount && page.clear(amount))
    found.amounts.push(
      spots.some(({ from, to }) => amount.from >= from && amount.from < to) ? { ...amount, counts: false } : amount,
    );
  if (chosen) page.markSpan(chosen, "option");
  if (amount && page.clear(amount)) page.markSpan(amount, amount.money ? "money" : "amount");
  else if (amount && chosen) page.markSpan(amount, "option");
}

/** A plain large number beside goods that counts them rather than naming rupiah. */
function countedInPieces(amount: Amount, said: Said, page: Page): Amount {
  if (!amount.money || !piecesBeside(amount, said)) return amount;
  page.mark([amount.from], "amount");
  return { ...amount, money: false };
}

function piecesBeside(amount: Amount, { tokens, products }: Said): boolean {
  const token = tokens[amount.from];
  const spelled = token?.kind === "word" && THOUSANDS.has(tokens[amount.to - 1]?.raw ?? "");
  if ((token?.kind !== "number" || token.money || amount.to !== amount.from + 1) && !spelled) return false;
  const hit = products.find(({ from, to }) => to === amount.from || from === amount.to);
  const product = hit?.candidates[0];
  if (!product) return false;
  if (spelled) return amount.value < product.price && wholePieces(product) && amount.value % product.price !== 0;
  return countsPieces(product, amount.value) || (hit.from === amount.to && wholePieces(product));
}

/** "seribu ganci": a sum that buys none of them counts them. */
const THOUSANDS = new Set(["seribu", "ribu", "sewu"]);

/** Thousands of rupiah said short ("nastar 65 deh, deal?") are money. */
function withPrices(said: Said, page: Page): Amount[] {
  const prices = new Set(roughPrices(said));
  return said.amounts.map((amount, place) => {
    if (!prices.has(place)) return amount;
    page.mark([amount.from], "money");
    return { ...amount, value: amount.value * 1000, money: true };
  });
}

/** The "gak" of "gak usah" and the "a" of "a.n." choose nothing, whatever the options are called. */
function noChoice(tokens: readonly Token[], at: number): boolean {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.word === "tidak") return /^(usah|jadi|perlu|mau)$/.test(next?.word ?? "");
  return token?.raw === "a" && next?.raw === "." && next.glued && after?.raw === "n" && after.glued;
}

/** The amount at a token, ending where something else begins ("12 jam tangan" is twelve watches). */
function amountBefore(said: Said, at: number): Amount | undefined {
  const { tokens, marks } = said;
  const { units } = said.catalogue;
  const amount = amountAt(tokens, at, units);
  if (!amount) return undefined;
  const taken = marks.findIndex((mark, place) => place > at && place < amount.to && mark !== undefined);
  if (amount.unit !== undefined && taken === -1 && opensChoice(said, amount.to - 1))
    return amountAt(tokens.slice(0, amount.to - 1), at, units);
  const whole = taken === -1 ? amount : amountAt(tokens.slice(0, taken), at, units);
  // "galon isi ulang 9": what is part of a name says nothing of the number behind it.
  const bare = whole && !whole.counts && whole.unit === undefined && marks[at - 1] === "product";
  return bare && !whole.code ? { ...whole, counts: true } : whole;
}

/** "satu potong 4" where goods come in "potong 4" and "potong 8"; "dewasa 1 anak 2". */
function opensChoice({ tokens, senses, products, catalogue }: Said, at: number): boolean {
  const hit = optionHitAt(tokens, senses, catalogue, at);
  const opens = hit !== undefined && (hit.to > at + 1 || NOT_GOODS.has(tokens[at]?.raw ?? ""));
  return opens && products.some((product) => ownsChoice(product, hit));
}

/** "kaya biasa" is no plain one, though the shop calls it "biasa". */
function asUsual(tokens: readonly Token[], at: number): boolean {
  return (
    /^biasa/.test(tokens[at]?.raw ?? "") &&
    /^(?:kaya|kayak|kyk|kek|seperti|sperti|spt|koyo|kados|siga)$/.test(tokens[at - 1]?.raw ?? "")
  );
}

/** "25 iji kalih sosis", "kalih tumbas": "two" in krama is also "and". */
function joinsGoods(tokens: readonly Token[], at: number, amounts: readonly Amount[]): boolean {
  if (tokens[at]?.raw !== "kalih") return false;
  return amounts.at(-1)?.to === at || tokens[at + 1]?.word === "beli" || tokens[at + 1]?.word === "pesan";
}

/** The digits of a model name ("a12") count nothing; "siomay3", "L2" and "x2" do. */
function modelNumber({ tokens, marks }: Said, at: number): boolean {
  const before = tokens[at - 1];
  return (
    tokens[at]?.kind === "number" &&
    tokens[at]?.glued === true &&
    before?.kind === "word" &&
    before.raw !== "x" &&
    marks[at - 1] === undefined
  );
}
