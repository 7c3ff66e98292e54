import type { BasketLine, Product } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import { choiceGroups } from "./choice-groups.ts";
import { filledHoles } from "./filled-holes.ts";
import type { Hearing } from "./hearing.ts";
import { changed } from "./informed.ts";
import { countOf, holdsJust } from "./left-open.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Meaning, OpenQuestion } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import { BOTH, EVERY, unnamedChoice } from "./unnamed-choices.ts";

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
  const filled = filledHoles(hearing, reading, alone);
  if (filled) return filled;
  if (otherGoods(reading, found.product)) return undefined;
  const variants = variantEdits(found, reading);
  if (variants) return changed(alone, variants);
  const parts = withoutCorrected(partsOf(reading, found.product), reading);
  if (parts.length === 0) {
    const edits = unnamedChoice(found, question.option, reading);
    return edits && changed(alone, edits);
  }
  const some = someOf(found.line, found.product, parts, reading);
  if (some) return changed(alone, some);
  const edits = optionEdits(found.line, found.product, parts, reading);
  return edits && changed(alone, [...edits, ...alikeLines(hearing, found.line, parts, reading)]);
}

/** "yang 1 ganti seafood", while the line's choice is still open: so many of it, and the rest is asked about again. */
function someOf(line: BasketLine, product: Product, parts: readonly Part[], { tokens }: Reading): Edit[] | undefined {
  const [part, another] = parts;
  const { amount } = part ?? {};
  if (!part || another || !amount || tokens[amount.from - 1]?.word !== "yang") return undefined;
  const quantity = quantityOf(product, amount, line.options);
  if (quantity === undefined || quantity >= line.quantity) return undefined;
  return [{ type: "setOption", line: line.id, option: part.option, value: part.value, quantity }];
}

/** "hitam L 2, abu M 1": the line as several, each with all its choices. */
function variantEdits({ line, product }: { line: BasketLine; product: Product }, reading: Reading): Edit[] | undefined {
  const place = (hit: OptionHit) => choiceFor(product, hit)?.option ?? -1;
  const groups = choiceGroups(reading, place);
  if (groups.length < 2 || !groups.every(({ hits }) => hits.length > 1 && hits.every((hit) => place(hit) >= 0)))
    return undefined;
  const even = line.quantity % groups.length === 0 ? line.quantity / groups.length : 1000;
  const variants = groups.map(({ hits, amount }) => {
    const options = line.options.map((value, at) => {
      const hit = hits.find((each) => place(each) === at);
      return (hit && choiceFor(product, hit)?.value) ?? value;
    });
    return { options, quantity: amount ? quantityOf(product, amount, options) : even };
  });
  const total = variants.reduce<number>((sum, { quantity }) => sum + (quantity ?? Number.NaN), 0);
  if (Number.isNaN(total)) return undefined;
  const splits = variants.map(({ options, quantity }, at): Edit => {
    const rest = at === variants.length - 1 || quantity === undefined;
    return { type: "replace", line: line.id, sku: line.sku, options, ...(rest ? {} : { quantity }) };
  });
  return total === line.quantity ? splits : [{ type: "setQuantity", line: line.id, quantity: total }, ...splits];
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
    const count = amount && countOf(line, amount, reading, (each) => quantityOf(product, each, line.options));
    const set = parts.map(({ option, value }): Edit => ({ type: "setOption", line: line.id, option, value }));
    return count && (count.unsure || !holdsJust(line, count.quantity)) ? [count, ...set] : set;
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

/** The line that a question is about, with its product. */
export function lineOf(hearing: Hearing, id: string): { line: BasketLine; product: Product } | undefined {
  const line = hearing.basket.find((each) => each.id === id);
  const product = line && hearing.catalogue.product(line.sku);
  return line && product && { line, product };
}
