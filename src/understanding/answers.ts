import type { Product } from "../shop/catalogue/catalogue.ts";
import { agreed } from "./agreed.ts";
import type { Amount } from "./amount.ts";
import { answerAbout } from "./answer-about.ts";
import { answerOffer } from "./answer-offer.ts";
import { answerOption, lineOf, otherGoods } from "./answer-option.ts";
import { answerAddress, answerName } from "./free-answers.ts";
import type { Hearing } from "./hearing.ts";
import { changed, informed } from "./informed.ts";
import { countOf } from "./left-open.ts";
import { choiceFor, optionsFrom } from "./line-options.ts";
import { isoDate, localTime } from "./local-time.ts";
import type { Meaning, MeantItem, OpenQuestion } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";

/** A message read as the answer to what was asked; undefined where it answers something else or nothing. */
export function answerOf(hearing: Hearing, reading: Reading, alone: Meaning): Meaning | undefined {
  const { question } = hearing;
  if (question === undefined) return undefined;
  switch (question.type) {
    case "option":
      return answerOption(hearing, reading, alone, question);
    case "product":
      return answerProduct(hearing, reading, alone, question);
    case "quantity":
      return answerQuantity(hearing, reading, alone, question.line);
    case "address":
      return answerAddress(reading, alone) ?? (onlyNumber(reading) ? informed(alone) : undefined);
    case "name":
      return answerName(reading, alone) ?? (reading.tokens.length < 4 ? answerFulfilment(reading, alone) : undefined);
    case "fulfilment":
      return answerFulfilment(reading, alone);
    case "when":
      return answerWhen(hearing, reading, alone);
    case "branch":
      return answerBranch(reading, alone);
    case "zone":
      return alone.zone === undefined ? undefined : informed(alone);
    case "call":
    case "confirm":
    case "yesNo":
      return agreed(hearing, reading, alone);
    case "offer":
      return answerOffer(hearing, reading, alone);
    case "answered":
      return answerAbout(hearing, reading, alone, question);
    case "setAside":
    case "basket":
    case "photo":
    case "phone":
      return undefined;
  }
}

const ORDINALS = [["pertama", "satu", "atas"], ["kedua", "dua", "tengah"], ["ketiga", "tiga"], ["keempat"], ["kelima"]];

/** "yang jogja", "yang kedua": one of the products that fitted. */
function answerProduct(
  hearing: Hearing,
  reading: Reading,
  alone: Meaning,
  question: Extract<OpenQuestion, { type: "product" }>,
): Meaning | undefined {
  if (/^(bukan|tidak|jangan|batal)( |$)/.test(reading.tokens[0]?.word ?? "")) return undefined;
  const candidates = question.candidates.flatMap((sku) => hearing.catalogue.product(sku) ?? []);
  const several = eachNamed(candidates, reading, hearing, question);
  if (several) return informed(alone, { intents: ["place_order"], items: several, clarify: several.some(hasHole) });
  const chosen = chosenAmong(candidates, reading);
  if (!chosen) return undefined;
  const picked = chosen.by === "number";
  const amount = picked ? undefined : reading.amounts.find((each) => each.counts && !each.money);
  const items = chosen.products.map((product): MeantItem => {
    const options = optionsFrom(question.optionWords, product, hearing.catalogue);
    for (const hit of reading.options) {
      const choice = choiceFor(product, hit);
      if (choice) options[choice.option] = choice.value;
    }
    const said = amount && quantityOf(product, amount, options);
    const open = said === undefined && question.unsure ? { unsure: question.unsure } : {};
    return { sku: product.sku, options, quantity: said ?? question.quantity, quantityStated: true, ...open };
  });
  return informed(alone, {
    intents: ["place_order"],
    items,
    clarify: items.some((item) => item.options.includes(null)),
  });
}

function hasHole({ options }: MeantItem): boolean {
  return options.includes(null);
}

/** "yang ayam 25 yang empal 15": several of the products, each by the word that is its own, with its number. */
function eachNamed(
  candidates: readonly Product[],
  { tokens, amounts, options }: Reading,
  { catalogue }: Hearing,
  question: Extract<OpenQuestion, { type: "product" }>,
): MeantItem[] | undefined {
  const words = candidates.map(
    ({ name, aliases }) => new Set(`${name} ${aliases.join(" ")}`.toLowerCase().split(/[^a-z0-9]+/)),
  );
  const own = (place: number, word: string) =>
    word.length > 2 && words.every((set, at) => set.has(word) === (at === place));
  const said = candidates
    .map((product, place) => ({ product, at: tokens.findIndex(({ raw, key }) => own(place, raw) || own(place, key)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (said.length < 2) return undefined;
  const counting = amounts.filter(({ counts, money }) => counts && !money);
  const leads = (counting[0]?.from ?? Number.POSITIVE_INFINITY) < (said[0]?.at ?? 0);
  const items = said.map(({ product, at }, place): MeantItem | undefined => {
    const next = said[place + 1]?.at ?? tokens.length;
    const before = said[place - 1]?.at ?? -1;
    const amount = leads
      ? counting.findLast(({ from }) => from < at && from > before)
      : counting.find(({ from }) => from > at && from < next);
    const chosen = optionsFrom(question.optionWords, product, catalogue);
    for (const hit of options.filter(({ from }) => from > at && from < next)) {
      const choice = choiceFor(product, hit);
      if (choice) chosen[choice.option] = choice.value;
    }
    const even = Math.max(Math.round(question.quantity / said.length / 1000) * 1000, 1000);
    const quantity = amount ? quantityOf(product, amount, chosen) : even;
    return quantity === undefined ? undefined : { sku: product.sku, options: chosen, quantity, quantityStated: true };
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === said.length ? known : undefined;
}

function chosenAmong(
  candidates: readonly Product[],
  reading: Reading,
): { products: Product[]; by: "name" | "number" } | undefined {
  const raws = new Set(reading.tokens.flatMap((token) => [token.raw, token.key]));
  if (raws.has("dua2") || raws.has("keduanya") || raws.has("semua") || raws.has("semuanya"))
    return { products: [...candidates], by: "name" };
  const scored = candidates
    .map((product) => ({ product, score: namedBy(product, reading, raws) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best && best.score > 0 && best.score > (second?.score ?? 0)) return { products: [best.product], by: "name" };
  const amount = reading.amounts.length === 1 && reading.tokens.length < 5 ? reading.amounts[0]?.value : undefined;
  const place = ORDINALS.findIndex((words) => words.some((word) => raws.has(word)));
  const product = candidates[amount !== undefined ? amount - 1 : place];
  return product && { products: [product], by: "number" };
}

function namedBy(product: Product, reading: Reading, raws: ReadonlySet<string>): number {
  const hit = reading.products.find((each) => each.candidates.includes(product));
  const words = new Set(
    [product.name, ...product.aliases]
      .join(" ")
      .toLowerCase()
      .split(/[^a-z0-9]+/),
  );
  const shared = [...words].filter((word) => word.length > 2 && raws.has(word)).length;
  const senses = reading.senses.flat().filter((sense) => sense.words.some((word) => words.has(word))).length;
  return shared + senses * 0.5 + (hit ? (hit.candidates.length === 1 ? 2 : 0.5) : 0);
}

function answerQuantity(hearing: Hearing, reading: Reading, alone: Meaning, id: string): Meaning | undefined {
  const found = lineOf(hearing, id);
  const amount = settledAmount(reading);
  if (!found || !amount || otherGoods(reading, found.product)) return undefined;
  // "2 atau 3?" "tambah 1": more of what is not settled yet is no number for it.
  if (found.line.unsure && reading.tokens.some(({ word }) => word === "tambah")) return undefined;
  const edit = countOf(found.line, amount, reading, (each) => quantityOf(found.product, each, found.line.options));
  return edit && changed(alone, [edit]);
}

const CORRECTING = new Set(["eh", "ralat", "maksudnya", "maksudku", "salah", "deng", "bukan"]);

/** The number that stands: "lima eh enam" is six, "bukan 3 tapi 4" is four. */
function settledAmount({ amounts, tokens }: Reading): Amount | undefined {
  const counting = amounts.filter(({ counts }) => counts);
  const [first, ...later] = counting.filter(({ from }) => tokens[from - 1]?.word !== "bukan");
  const last = later.at(-1);
  const corrected =
    first &&
    last &&
    tokens.slice(first.to, last.from).some(({ word, raw }) => CORRECTING.has(word) || CORRECTING.has(raw));
  return corrected ? last : first;
}

const CHOICES = { delivery: "choose_delivery", pickup: "choose_pickup", cod: "choose_delivery_cod" } as const;

/** A bare "ambil" or "antar" chooses, once asked. */
function answerFulfilment(reading: Reading, alone: Meaning): Meaning | undefined {
  if (alone.fulfilment || alone.intents.some((intent) => intent.startsWith("ask_") || intent === "cancel_order"))
    return undefined;
  const words = new Set(
    reading.tokens.map(({ word, raw }) => (/^(ku|di|tak|dak|kita)(ambil|jemput)/.test(raw) ? "ambil" : word)),
  );
  const fulfilment =
    words.has("ambil") || words.has("toko")
      ? "pickup"
      : words.has("kirim") || words.has("kurir") || words.has("rumah")
        ? "delivery"
        : undefined;
  return fulfilment && informed(alone, { fulfilment, intents: [CHOICES[fulfilment]] });
}

/** "di Margonda aja" says as well that the customer comes for it; the bare name only answers. */
function answerBranch(reading: Reading, alone: Meaning): Meaning | undefined {
  if (alone.branch === undefined || alone.items.some((item) => item.quantityStated)) return undefined;
  const comes = reading.branches.some(({ from }) =>
    [from - 1, from - 2].some((at) => /^(di|ke|ambil)$/.test(reading.tokens[at]?.word ?? "")),
  );
  const asks = alone.intents.some((intent) => intent.startsWith("ask_"));
  if (!comes || asks || alone.fulfilment) return informed(alone);
  return informed(alone, { fulfilment: "pickup", intents: [CHOICES.pickup] });
}

/** "5" where a day or a street was asked for: neither of them, and no quantity either. */
function onlyNumber({ tokens }: Reading): boolean {
  const said = tokens.filter(({ kind, word }) => kind !== "sign" && word !== "kak" && word !== "ya");
  return said.length === 1 && said[0]?.kind === "number";
}

const AT_ONCE = new Set(["sekarang", "secepatnya", "secepetnya", "asap", "segera", "langsung"]);

function answerWhen(hearing: Hearing, reading: Reading, alone: Meaning): Meaning | undefined {
  if (reading.when.date || reading.when.time) return informed(alone);
  if (onlyNumber(reading)) return informed(alone);
  if (!reading.tokens.some((token) => AT_ONCE.has(token.word))) return undefined;
  return informed(alone, { date: isoDate(localTime(hearing.now, hearing.timeZone).day) });
}
