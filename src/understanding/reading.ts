import { type AddressHit, addressOf } from "./addresses.ts";
import type { Amount } from "./amount.ts";
import { amountAt } from "./amounts.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { choicesAndAmounts } from "./choices-and-amounts.ts";
import type { Hearing } from "./hearing.ts";
import { impliedGoods } from "./implied-goods.ts";
import { withNamesSpelledOut } from "./joined-names.ts";
import type { LackingChoice } from "./lacking-choices.ts";
import { markLineHeads, markListNumbers } from "./list-numbers.ts";
import type { Surroundings } from "./name-spans.ts";
import { announcedName, type NameHit, nameOf, TITLES } from "./names.ts";
import { normalise } from "./normalise.ts";
import { type Note, notesOf } from "./notes.ts";
import { type OptionHit, optionHitAt, ownsChoice } from "./option-hits.ts";
import { type OrderNumberHit, orderNumberOf } from "./order-numbers.ts";
import { type Mark, Page, places } from "./page.ts";
import { type PhoneHit, phoneOf } from "./phones.ts";
import { type PlaceHit, placeHits } from "./places.ts";
import { type ProductHit, productHits } from "./product-hits.ts";
import { refuses } from "./refusals.ts";
import { type Sense, sensesOf } from "./senses.ts";
import { joinSplitNames } from "./split-names.ts";
import { type Spots, spotsIn } from "./spots.ts";
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

/** Finds the entities of a message, each kind where the kinds before it left room. */
export function read(hearing: Hearing): Reading {
  const { text, catalogue, now, timeZone } = hearing;
  const page = new Page(withNamesSpelledOut(tokensHeard(normalise(text)), catalogue));
  const { tokens, marks } = page;
  markListNumbers(tokens, marks);
  const phone = phoneOf(tokens);
  if (phone) page.mark(phone.taken, "phone");
  const senses = sensesOf(tokens, catalogue, page.free);
  const goods = (at: number) => (senses[at] ?? []).some((sense) => sense.likeness > 0.94);
  const street = addressIn(page, hearing, goods);
  const orderNumber = orderNumberOf(tokens, page.free, (at) => goods(at) || unitOfShop(tokens[at], catalogue));
  if (orderNumber) page.markSpan(orderNumber, "orderNumber");
  const people = surroundings(page, text, goods);
  forgetSenses(senses, page, catalogue);
  const announced = announcedName(tokens, people);
  if (announced) {
    const whole = { from: announced.marker, to: announced.to };
    page.markSpan(whole, "name");
    for (const at of places(whole)) senses[at] = [];
  }
  const products = productsIn(page, senses, catalogue);
  const branches = branchesIn(page, catalogue);
  const when = whenOf(tokens, page.free, now, timeZone);
  page.mark(when.taken, "when");
  const spots = spotsIn(tokens);
  const counted = choicesAndAmounts(hearing, page, { senses, products, spots });
  products.push(...impliedGoods({ tokens, products, ...counted }, catalogue));
  const { name, address } = nameAndAddress(announced ?? nameOf(tokens, people), street, page, hearing);
  markLineHeads(tokens, marks);
  const found = {
    optionNames: catalogue.optionNames,
    text,
    tokens,
    senses,
    products,
    ...counted,
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
  const notes = notesOf(found).filter((note) => !places(note).some((at) => refuses(found, at)));
  return { ...found, notes };
}

function addressIn(page: Page, { text, catalogue }: Hearing, goods: (at: number) => boolean): AddressHit | undefined {
  const { tokens } = page;
  const zones = placeHits(tokens, catalogue).filter(({ place }) => place.kind === "zone");
  const address = addressOf(tokens, {
    taken: page.taken,
    goods,
    area: (at) => zones.some(({ from, to }) => at >= from && at < to),
    unit: (at) => unitOfShop(tokens[at], catalogue),
    capital: (at) => /\p{Lu}/u.test(text[tokens[at]?.start ?? -1] ?? ""),
  });
  if (address) page.markSpan(address, "address");
  return address;
}

function unitOfShop(token: Token | undefined, { units }: CatalogueIndex): boolean {
  return token?.kind === "word" && units.has(token.key);
}

function surroundings(page: Page, text: string, goods: (at: number) => boolean): Surroundings {
  return {
    text,
    taken: page.taken,
    contact: (at) => page.marks[at] === "phone" || page.marks[at] === "address",
    phone: (at) => page.marks[at] === "phone",
    goods,
  };
}

const PERIODS = new Set(["bulan", "minggu", "tahun", "pekan"]);

/** Words that are no goods here: they belong to something else, are a unit, or ("bulan depan") a time. */
function forgetSenses(senses: Sense[][], { tokens, taken }: Page, catalogue: CatalogueIndex): void {
  tokens.forEach(({ raw }, at) => {
    const later = raw === "depan" && PERIODS.has(tokens[at - 1]?.word ?? "");
    if (later || taken(at) || oneOfUnit(tokens, at, catalogue)) senses[at] = [];
  });
}

function productsIn(page: Page, senses: readonly (readonly Sense[])[], catalogue: CatalogueIndex): ProductHit[] {
  const { tokens } = page;
  const named = joinSplitNames(productHits(tokens, senses, catalogue), tokens, senses, catalogue);
  const products = named.filter((hit) => !insideOption(hit, named, { tokens, senses, catalogue }));
  for (const hit of products) page.mark(hit.used, "product");
  return products;
}

function branchesIn(page: Page, catalogue: CatalogueIndex): PlaceHit[] {
  const branches: PlaceHit[] = [];
  for (const hit of placeHits(page.tokens, catalogue)) {
    if (hit.place.kind !== "branch" || !page.clear(hit)) continue;
    branches.push(hit);
    page.markSpan(hit, "branch");
  }
  return branches;
}

/** Asked where to, bare words right before a street are its area rather than somebody's name. */
function nameAndAddress(
  name: NameHit | undefined,
  address: AddressHit | undefined,
  page: Page,
  { question }: Hearing,
): { readonly name?: NameHit; readonly address?: AddressHit } {
  if (name && address && question?.type === "address" && leadsIn(name, address, page.tokens)) {
    const whole = { from: name.from, to: address.to };
    page.markSpan(whole, "address");
    return { address: whole };
  }
  if (name) page.markSpan({ from: name.marker, to: name.to }, "name");
  return { ...(name && { name }), ...(address && { address }) };
}

function leadsIn(name: NameHit, address: AddressHit, tokens: readonly Token[]): boolean {
  const between = tokens.slice(name.to, address.from);
  const bare = name.marker === name.from && !TITLES.has(tokens[name.from]?.raw ?? "");
  return bare && name.to <= address.from && between.every(({ raw }) => raw === ",") && between.length < 2;
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

/** "setampah" is one tray, and no misspelt "tampah". */
function oneOfUnit(tokens: readonly Token[], at: number, { units, vocabulary }: CatalogueIndex): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !/^s[ea]/.test(token.raw) || vocabulary.words.has(token.key)) return false;
  const amount = amountAt(tokens.slice(0, at + 1), at, units);
  return amount?.value === 1 && amount.unit !== undefined;
}
