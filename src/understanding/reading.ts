import { type AddressHit, addressOf } from "./addresses.ts";
import { type Amount, amountAt } from "./amounts.ts";
import { bareNumberAt } from "./bare-numbers.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { choicesTakenBack } from "./choices-taken-back.ts";
import type { Hearing } from "./hearing.ts";
import { impliedGoods } from "./implied-goods.ts";
import { joinedChoiceAt } from "./joined-choices.ts";
import { withNamesSpelledOut } from "./joined-names.ts";
import { type LackingChoice, lackingChoiceAt } from "./lacking-choices.ts";
import { markLineHeads, markListNumbers } from "./list-numbers.ts";
import { announcedName, type NameHit, nameOf, TITLES } from "./names.ts";
import { normalise } from "./normalise.ts";
import { type Note, notesOf } from "./notes.ts";
import { countsGoods, halfBehind, partOfNumber } from "./number-choices.ts";
import { measureAt, measureHit, type OptionHit, optionHitAt } from "./option-hits.ts";
import { type OrderNumberHit, orderNumberOf } from "./order-numbers.ts";
import { type PhoneHit, phoneOf } from "./phones.ts";
import { type PlaceHit, placeHits } from "./places.ts";
import { type ProductHit, productHits } from "./product-hits.ts";
import { countsPieces, wholePieces } from "./quantities.ts";
import { refuses } from "./refusals.ts";
import { roughPrices } from "./rough-prices.ts";
import { type Sense, sensesOf } from "./senses.ts";
import { shortChoiceAt } from "./short-choices.ts";
import { joinSplitNames } from "./split-names.ts";
import { type Spots, spotsIn } from "./spots.ts";
import { takenBack } from "./taken-back.ts";
import { type Token, tokensHeard } from "./tokens.ts";
import { type When, whenOf } from "./when.ts";

/** Everything found in a message before it is judged: tokens, and what each stretch of them is. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly senses: readonly (readonly Sense[])[];
  readonly products: readonly ProductHit[];
  readonly options: readonly OptionHit[];
  /** Choices said as those of the goods are, but not among them ("ring 12") */
  readonly lacking: readonly LackingChoice[];
  readonly amounts: readonly Amount[];
  readonly phone?: PhoneHit;
  readonly address?: AddressHit;
  readonly name?: NameHit;
  readonly when: When;
  /** Branches of the shop that are named */
  readonly branches: readonly PlaceHit[];
  /** An earlier order named by its number */
  readonly orderNumber?: OrderNumberHit;
  /** What the catalogue calls its options */
  readonly optionNames: ReadonlySet<string>;
  /** Wishes about the goods */
  readonly notes: readonly Note[];
  /** "lantai 1, 2 dan 3": places that numbers tell apart */
  readonly spots: readonly Spots[];
  /** What each token belongs to */
  readonly marks: readonly Mark[];
}

export type Mark =
  | "product"
  | "option"
  | "amount"
  | "money"
  | "phone"
  | "address"
  | "name"
  | "when"
  | "branch"
  | "orderNumber"
  | "listNumber"
  | "takenBack"
  | undefined;

const PERIODS = new Set(["bulan", "minggu", "tahun", "pekan"]);

/** Finds the entities of a message, each kind where the kinds before it left room. */
export function read(hearing: Hearing): Reading {
  const { text, catalogue, now, timeZone } = hearing;
  const tokens = withNamesSpelledOut(tokensHeard(normalise(text)), catalogue);
  const marks: Mark[] = tokens.map(() => undefined);
  const free = (at: number) => marks[at] === undefined;
  const put = (places: Iterable<number>, mark: Mark) => {
    for (const at of places) marks[at] = mark;
  };
  markListNumbers(tokens, marks);
  const phone = phoneOf(tokens);
  if (phone) put(phone.taken, "phone");
  const senses = sensesOf(tokens, catalogue, free);
  const goods = (at: number) => (senses[at] ?? []).some((sense) => sense.likeness > 0.94);
  const zones = placeHits(tokens, catalogue).filter(({ place }) => place.kind === "zone");
  const area = (at: number) => zones.some(({ from, to }) => at >= from && at < to);
  let address = addressOf(tokens, {
    taken: (at) => !free(at),
    goods,
    area,
    unit: (at) => tokens[at]?.kind === "word" && catalogue.units.has(tokens[at]?.key ?? ""),
    capital: (at) => /\p{Lu}/u.test(text[tokens[at]?.start ?? -1] ?? ""),
  });
  if (address) put(range(address.from, address.to), "address");
  const orderNumber = orderNumberOf(tokens, free, (at) => goods(at) || catalogue.units.has(tokens[at]?.key ?? ""));
  if (orderNumber) put(range(orderNumber.from, orderNumber.to), "orderNumber");
  for (let at = 0; at < tokens.length; at++) if (!free(at) || oneOfUnit(tokens, at, catalogue)) senses[at] = [];
  const contact = (at: number) => marks[at] === "phone" || marks[at] === "address";
  const people = {
    text,
    taken: (at: number) => !free(at),
    contact,
    phone: (at: number) => marks[at] === "phone",
    goods,
  };
  const announced = announcedName(tokens, people);
  if (announced) {
    put(range(announced.marker, announced.to), "name");
    for (const at of range(announced.marker, announced.to)) senses[at] = [];
  }
  // "bulan depan" is no lamp for the front.
  tokens.forEach(({ raw }, at) => {
    if (raw === "depan" && PERIODS.has(tokens[at - 1]?.word ?? "")) senses[at] = [];
  });
  const named = joinSplitNames(productHits(tokens, senses, catalogue), tokens, senses, catalogue);
  const products = named.filter((hit) => !insideOption(hit, named, { tokens, senses, catalogue }));
  for (const hit of products) put(hit.used, "product");
  const branches: PlaceHit[] = [];
  for (const hit of placeHits(tokens, catalogue)) {
    if (hit.place.kind !== "branch" || !clear(hit, free)) continue;
    branches.push(hit);
    put(range(hit.from, hit.to), "branch");
  }
  const when = whenOf(tokens, (at) => free(at), now, timeZone);
  put(when.taken, "when");
  const spots = spotsIn(tokens);
  const { question } = hearing;
  const asked = question?.type === "option" ? hearing.basket.find(({ id }) => id === question.line)?.sku : undefined;
  const options: OptionHit[] = [];
  const lacking: LackingChoice[] = [];
  const amounts: Amount[] = [];
  // "satu potong 4" where goods come in "potong 4" and "potong 8".
  const opensChoice = (at: number) => {
    const hit = optionHitAt(tokens, senses, catalogue, at);
    return hit !== undefined && hit.to > at + 1 && products.some((product) => ownsChoice(product, hit));
  };
  for (let at = 0; at < tokens.length; at++) {
    if (!free(at)) continue;
    const plain =
      asUsual(tokens, at) || noChoice(tokens, at)
        ? undefined
        : (optionHitAt(tokens, senses, catalogue, at) ??
          measureAt(tokens, catalogue, at, products) ??
          bareNumberAt({ tokens, marks, products, catalogue, asked }, at) ??
          shortChoiceAt({ tokens, senses, marks, products }, at));
    const joined = plain
      ? undefined
      : joinedChoiceAt({ tokens, senses, marks, products, options, amounts, catalogue }, at);
    const number =
      joined || modelNumber(tokens, marks, at) || joinsGoods(tokens, at, amounts)
        ? undefined
        : amountBefore(tokens, at, marks, catalogue.units, opensChoice);
    const chosen = joined ?? plain;
    const half = chosen && number && halfBehind(tokens, chosen, number);
    const counted =
      chosen &&
      number &&
      !half &&
      (partOfNumber(chosen, number) || countsGoods({ tokens, products, options }, chosen, number));
    const option = counted ? undefined : chosen;
    const amount = half ? undefined : number;
    const measured = option ?? (amount && measureHit(amount, catalogue));
    const missing = measured ? undefined : lackingChoiceAt({ tokens, senses, marks, products, catalogue }, at);
    if (missing && clear(missing, free)) {
      lacking.push(missing);
      put(range(missing.from, missing.to), "option");
      continue;
    }
    if (measured && clear(measured, free)) options.push(measured);
    if (amount && clear(amount, free))
      amounts.push(spots.some(({ from, to }) => at >= from && at < to) ? { ...amount, counts: false } : amount);
    if (measured && clear(measured, free)) put(range(measured.from, measured.to), "option");
    if (amount && clear(amount, free)) put(range(amount.from, amount.to), amount.money ? "money" : "amount");
    if (measured && amount && !clear(amount, free)) put(range(amount.from, amount.to), "option");
  }
  amounts.forEach((amount, place) => {
    if (!amount.money || !piecesBeside(amount, tokens, products)) return;
    amounts[place] = { ...amount, money: false };
    marks[amount.from] = "amount";
  });
  const back = takenBack({ tokens, marks, options, amounts }, hearing.basket.length > 0);
  put([...back.taken, ...choicesTakenBack({ tokens, marks, options })], "takenBack");
  const stands = ({ from }: { readonly from: number }) => marks[from] !== "takenBack";
  amounts.splice(0, amounts.length, ...back.amounts.filter(stands));
  options.splice(0, options.length, ...options.filter(stands));
  for (const place of roughPrices({ tokens, products, options, amounts })) {
    const amount = amounts[place];
    if (!amount) continue;
    amounts[place] = { ...amount, value: amount.value * 1000, money: true };
    marks[amount.from] = "money";
  }
  products.push(...impliedGoods({ tokens, products, options, amounts }, catalogue));
  let name = announced ?? nameOf(tokens, people);
  if (name && address && hearing.question?.type === "address" && leadsIn(name, address, tokens)) {
    address = { from: name.from, to: address.to };
    put(range(address.from, address.to), "address");
    name = undefined;
  }
  if (name) put(range(name.marker, name.to), "name");
  markLineHeads(tokens, marks);
  const found = {
    optionNames: catalogue.optionNames,
    text,
    tokens,
    senses,
    products,
    options,
    lacking,
    amounts,
    when,
    branches,
    marks,
    spots,
    ...(orderNumber && { orderNumber }),
    ...(phone && { phone }),
    ...(address && { address }),
    ...(name && { name }),
  };
  // "jangan pesan lemper" turns goods down, and is no wish about others.
  const notes = notesOf(found).filter(({ from, to }) => !range(from, to).some((at) => refuses(found, at)));
  return { ...found, notes };
}

/** "snack box 4 kue", "es kopi kurang manis": a word of a choice is no other product, beside the goods that have the choice. */
function insideOption(
  hit: ProductHit,
  named: readonly ProductHit[],
  { tokens, senses, catalogue }: Pick<Reading, "tokens" | "senses"> & Pick<Hearing, "catalogue">,
): boolean {
  const before = hit.from - 1;
  if (tokens[before]?.kind === "sign" || (hit.whole && tokens[before]?.kind !== "number")) return false;
  const option = optionHitAt(tokens, senses, catalogue, before);
  if (!option || option.to < hit.to) return false;
  return named.some((other) => other !== hit && other.to <= before && ownsChoice(other, option));
}

function ownsChoice({ candidates }: ProductHit, { phrases }: OptionHit): boolean {
  return candidates.some(({ sku }) => phrases.some(({ of }) => of.has(sku)));
}

/** Whether a plain large number beside goods counts them rather than naming rupiah. */
function piecesBeside(amount: Amount, tokens: readonly Token[], products: readonly ProductHit[]): boolean {
  const token = tokens[amount.from];
  if (token?.kind !== "number" || token.money || amount.to !== amount.from + 1) return false;
  const hit = products.find(({ from, to }) => to === amount.from || from === amount.to);
  const product = hit?.candidates[0];
  if (!product) return false;
  return countsPieces(product, amount.value) || (hit.from === amount.to && wholePieces(product));
}

/** Asked where to, bare words right before a street are its area rather than somebody's name. */
function leadsIn(name: NameHit, address: AddressHit, tokens: readonly Token[]): boolean {
  const between = tokens.slice(name.to, address.from);
  const bare = name.marker === name.from && !TITLES.has(tokens[name.from]?.raw ?? "");
  return bare && name.to <= address.from && between.every(({ raw }) => raw === ",") && between.length < 2;
}

/** The "gak" of "gak usah" and the "a" of "a.n." choose nothing, whatever the options are called. */
function noChoice(tokens: readonly Token[], at: number): boolean {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.word === "tidak") return /^(usah|jadi|perlu|mau)$/.test(next?.word ?? "");
  return token?.raw === "a" && next?.raw === "." && next.glued && after?.raw === "n" && after.glued;
}

/** The amount at a token, ending where something else begins ("12 jam tangan" is twelve watches). */
function amountBefore(
  tokens: readonly Token[],
  at: number,
  marks: readonly Mark[],
  units: ReadonlySet<string>,
  opensChoice: (at: number) => boolean,
): Amount | undefined {
  const amount = amountAt(tokens, at, units);
  if (!amount) return undefined;
  const taken = marks.findIndex((mark, place) => place > at && place < amount.to && mark !== undefined);
  if (amount.unit !== undefined && taken === -1 && opensChoice(amount.to - 1))
    return amountAt(tokens.slice(0, amount.to - 1), at, units);
  const whole = taken === -1 ? amount : amountAt(tokens.slice(0, taken), at, units);
  // "galon isi ulang 9": what is part of a name says nothing of the number behind it.
  const bare = whole && !whole.counts && whole.unit === undefined && marks[at - 1] === "product";
  return bare && !whole.code ? { ...whole, counts: true } : whole;
}

/** "setampah" is one tray, and no misspelt "tampah". */
function oneOfUnit(tokens: readonly Token[], at: number, { units, vocabulary }: CatalogueIndex): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !/^s[ea]/.test(token.raw) || vocabulary.words.has(token.key)) return false;
  const amount = amountAt(tokens.slice(0, at + 1), at, units);
  return amount?.value === 1 && amount.unit !== undefined;
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
function modelNumber(tokens: readonly Token[], marks: readonly Mark[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    tokens[at]?.kind === "number" &&
    tokens[at]?.glued === true &&
    before?.kind === "word" &&
    before.raw !== "x" &&
    marks[at - 1] === undefined
  );
}

function clear(span: { from: number; to: number }, free: (at: number) => boolean): boolean {
  for (let at = span.from; at < span.to; at++) if (!free(at)) return false;
  return true;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, offset) => from + offset);
}
