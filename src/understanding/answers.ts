import type { BasketLine, Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amounts.ts";
import { answerAbout } from "./answer-about.ts";
import { answerAddress, answerName } from "./free-answers.ts";
import { informed } from "./informed.ts";
import { choiceFor, optionsFrom } from "./line-options.ts";
import { isoDate, localTime } from "./local-time.ts";
import type { Edit, Meaning, MeantItem, OpenQuestion } from "./meaning.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import type { Hearing } from "./understand.ts";

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
      return answerAddress(reading, alone);
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
    case "confirm":
    case "yesNo":
      return agreed(reading, alone);
    case "answered":
      return answerAbout(hearing, reading, alone, question.about ?? []);
    case "setAside":
    case "basket":
    case "phone":
      return undefined;
  }
}

function lineOf(hearing: Hearing, id: string): { line: BasketLine; product: Product } | undefined {
  const line = hearing.basket.find((each) => each.id === id);
  const product = line && hearing.catalogue.product(line.sku);
  return line && product && { line, product };
}

interface Part {
  readonly option: number;
  readonly value: string;
  amount?: Amount;
}

/** "L", "yang gede", "1 pk semua", "L 2 M 1". */
function answerOption(
  hearing: Hearing,
  reading: Reading,
  alone: Meaning,
  question: Extract<OpenQuestion, { type: "option" }>,
): Meaning | undefined {
  const found = lineOf(hearing, question.line);
  if (!found || otherGoods(reading, found.product)) return undefined;
  const parts = partsOf(reading, found.product);
  if (parts.length === 0) {
    const picked = pickedNumber(reading, found.product.options[question.option]?.values.map((value) => value.v) ?? []);
    return picked === undefined
      ? undefined
      : changed(alone, [{ type: "setOption", line: question.line, option: question.option, value: picked }]);
  }
  const edits = optionEdits(found.line, found.product, parts, reading);
  return edits && changed(alone, edits);
}

function otherGoods(reading: Reading, product: Product): boolean {
  return reading.products.some((hit) => !hit.candidates.includes(product) && hit.whole);
}

function partsOf(reading: Reading, product: Product): Part[] {
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
      parts.push({ ...choice, ...(waiting && { amount: waiting }) });
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

function optionEdits(line: BasketLine, product: Product, parts: readonly Part[], reading: Reading): Edit[] | undefined {
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

/** A lone small number picks from the choices as they were listed. */
function pickedNumber(reading: Reading, values: readonly string[]): string | undefined {
  const [amount] = reading.amounts;
  const lone = reading.amounts.length === 1 && reading.products.length === 0 && reading.tokens.length < 6;
  return lone && amount && !amount.money && amount.unit === undefined ? values[amount.value - 1] : undefined;
}

function changed(alone: Meaning, edits: Edit[]): Meaning {
  return informed(alone, {
    edits,
    intents: [
      "change_order",
      ...alone.intents.filter((intent) => intent.startsWith("choose_") || intent.startsWith("ask_")),
    ],
  });
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
    return { sku: product.sku, options, quantity: said ?? question.quantity, quantityStated: true };
  });
  return informed(alone, {
    intents: ["place_order"],
    items,
    clarify: items.some((item) => item.options.includes(null)),
  });
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
  const amount = reading.amounts.find((each) => each.counts);
  if (!found || !amount || otherGoods(reading, found.product)) return undefined;
  const quantity = quantityOf(found.product, amount, found.line.options);
  return quantity === undefined ? undefined : changed(alone, [{ type: "setQuantity", line: id, quantity }]);
}

const CHOICES = { delivery: "choose_delivery", pickup: "choose_pickup", cod: "choose_delivery_cod" } as const;

/** A bare "ambil" or "antar" chooses, once asked. */
function answerFulfilment(reading: Reading, alone: Meaning): Meaning | undefined {
  if (alone.fulfilment || alone.intents.some((intent) => intent.startsWith("ask_") || intent === "cancel_order"))
    return undefined;
  const words = new Set(reading.tokens.map((token) => token.word));
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

const YES = new Set(["ya", "oke", "betul", "lanjut", "boleh", "jadi"]);

/** "oke makasih" and "iya kirim aja" agree as well. */
function agreed(reading: Reading, alone: Meaning): Meaning | undefined {
  const polite = alone.intents.every((intent) => intent === "thank" || intent.startsWith("choose_"));
  const first = reading.tokens[0]?.word ?? "";
  if (!polite || !YES.has(first) || alone.items.length + alone.doubts.length > 0) return undefined;
  return { ...alone, intents: ["affirm", ...alone.intents.filter((intent) => intent !== "thank")] };
}

const AT_ONCE = new Set(["sekarang", "secepatnya", "secepetnya", "asap", "segera", "langsung"]);

function answerWhen(hearing: Hearing, reading: Reading, alone: Meaning): Meaning | undefined {
  if (reading.when.date || reading.when.time) return informed(alone);
  if (!reading.tokens.some((token) => AT_ONCE.has(token.word))) return undefined;
  return informed(alone, { date: isoDate(localTime(hearing.now, hearing.timeZone).day) });
}
