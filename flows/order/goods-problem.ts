import type { Ask, DoubtfulItem, OfferedChoice, Picture } from "#flow";
import { type BasketLine, isPaused, type Product, skuPath, unitPrice } from "../../src/shop/catalogue/catalogue.ts";
import { sayQuantity } from "../../src/shop/catalogue/catalogue.words.ts";
import { shortages } from "../../src/shop/order/quote.ts";
import { type Basket, firstHole, optionValue } from "./basket.ts";
import { goodsWords as words } from "./goods.words.ts";

/** Above this a person should talk with the customer first; thousandths. */
const LARGE_QUANTITY = 10_000_000;

/** Why a basket cannot stand as it is, first things first; undefined when it can. */
export function goodsProblem(basket: Basket, picture: Picture): Ask | undefined {
  const [doubt] = basket.doubts;
  if (doubt) return askDoubt(doubt, picture);
  if (basket.lines.length === 0) return words.whatWouldYouLike(picture);
  for (const line of basket.lines) {
    const problem = lineProblem(line, picture);
    if (problem) return problem;
  }
  const [short] = shortages(basket.lines, picture);
  return short ? askShort(short.line, short.left, picture) : splitProblem(basket.lines, picture);
}

/** One order comes from one branch: where none has all of it, the customer chooses what to leave out. */
function splitProblem(lines: readonly BasketLine[], picture: Picture): Ask | undefined {
  const missing = picture.branches.map((branch) => ({ branch, short: shortages(lines, picture, branch.id) }));
  if (missing.length === 0 || missing.some(({ short }) => short.length === 0)) return undefined;
  const choices = missing
    .filter(({ short }) => short.length < lines.length)
    .slice(0, 3)
    .map(({ branch, short }) => ({
      label: words.onlyFrom(branch.name),
      means: { edits: short.map(({ line }) => ({ type: "remove" as const, line: line.id })) },
    }));
  const person: OfferedChoice = { label: words.person, means: { intents: ["talk_to_human"] } };
  return { text: words.split(missing, picture), question: { type: "yesNo" }, choices: [...choices, person] };
}

function lineProblem(line: BasketLine, picture: Picture): Ask | undefined {
  const product = picture.products.get(line.sku);
  const remove: OfferedChoice = { label: words.remove, means: { edits: [{ type: "remove", line: line.id }] } };
  if (!product)
    return { text: words.noLongerSold(line.sku), question: { type: "yesNo" }, choices: [remove], yes: remove.means };
  if (isPaused(product, picture.now)) return askInstead(line, product, picture);
  const hole = firstHole(line);
  if (hole !== undefined) return askOption(line, product, hole, picture);
  if (line.unsure) return askHowMany(line, line.unsure, product, picture);
  if (line.quantity < product.minimum) {
    const enough: OfferedChoice = {
      label: words.makeIt(product.minimum, product),
      means: { edits: [{ type: "setQuantity", line: line.id, quantity: product.minimum }] },
    };
    return {
      text: words.minimum(product, picture),
      question: { type: "quantity", line: line.id },
      choices: [enough, remove],
      yes: enough.means,
      no: remove.means,
    };
  }
  if (line.quantity > LARGE_QUANTITY) {
    const person: OfferedChoice = { label: words.person, means: { intents: ["talk_to_human"] } };
    return {
      text: words.large(line, product, picture),
      question: { type: "quantity", line: line.id },
      choices: [person, remove],
      yes: person.means,
      no: remove.means,
    };
  }
  return undefined;
}

/** Sold out for now: others of its kind take its place by a tap. */
function askInstead(line: BasketLine, product: Product, picture: Picture): Ask {
  const kin = [...picture.products.values()]
    .filter((one) => one.category === product.category && !isPaused(one, picture.now))
    .slice(0, 3);
  const instead = kin.map((one) => ({
    label: one.name,
    means: {
      edits: [{ type: "replace" as const, line: line.id, sku: one.sku, options: one.options.map(() => null) }],
    },
  }));
  const remove: OfferedChoice = { label: words.remove, means: { edits: [{ type: "remove", line: line.id }] } };
  return { text: words.paused(product, kin, picture), question: { type: "basket" }, choices: [...instead, remove] };
}

/** The words left open how many: each number that was said may be tapped, any other typed. */
function askHowMany(line: BasketLine, unsure: readonly number[], product: Product, picture: Picture): Ask {
  const said = [...new Set(unsure)];
  const choices = said.map((quantity) => ({
    label: sayQuantity(quantity, product.unit),
    means: { edits: [{ type: "setQuantity" as const, line: line.id, quantity }] },
  }));
  return {
    text: words.whichQuantity(line, said, product, picture),
    question: { type: "quantity", line: line.id },
    choices,
  };
}

function askOption(line: BasketLine, product: Product, hole: number, picture: Picture): Ask {
  const option = product.options[hole];
  const values = option?.values ?? [];
  const choices = values.map(({ v }) => ({
    label: v,
    means: { edits: [{ type: "setOption" as const, line: line.id, option: hole, value: v }] },
  }));
  const priced = values.map(({ v }) => ({
    value: v,
    price: unitPrice(
      product,
      line.options.map((chosen, index) => (index === hole ? v : chosen)),
    ),
  }));
  return {
    text: words.whichOption(line, product, option?.name ?? "", priced, picture),
    again: words.whichOptionAgain(product, option?.name ?? "", picture),
    question: { type: "option", line: line.id, option: hole },
    choices,
  };
}

function askDoubt(doubt: DoubtfulItem, picture: Picture): Ask {
  const skus = doubt.candidates.length ? doubt.candidates : doubt.near;
  const products = skus.flatMap((sku) => picture.products.get(sku) ?? []).slice(0, 8);
  const choices = products.map((product) => ({ label: product.name, means: { items: [meantItem(doubt, product)] } }));
  const question = {
    type: "product" as const,
    candidates: products.map(({ sku }) => sku),
    quantity: doubt.quantity,
    ...(doubt.unsure && { unsure: doubt.unsure }),
    optionWords: doubt.optionWords,
  };
  const skip: OfferedChoice = { label: words.skip, means: { intents: ["deny"] } };
  const [only, another] = products;
  // The product is plain; its number is what could not be.
  if (doubt.candidates.length && only && !another)
    return { text: words.howMany(only, picture), question, choices: [skip] };
  if (doubt.candidates.length) return { text: words.whichProduct(doubt.words, products, picture), question, choices };
  return { text: words.notSold(doubt.words, products, picture), question, choices: [...choices, skip] };
}

/** The product picked for a doubt, with what was said of it before. */
function meantItem(doubt: DoubtfulItem, product: Product) {
  return {
    sku: product.sku,
    options: product.options.map((_, index) => optionValue(product, index, doubt.optionWords) ?? null),
    quantity: doubt.quantity,
    quantityStated: doubt.quantityStated,
    ...(doubt.unsure && { unsure: doubt.unsure }),
  };
}

function askShort(line: BasketLine, left: number, picture: Picture): Ask {
  const product = picture.products.get(line.sku);
  const remove: OfferedChoice = { label: words.remove, means: { edits: [{ type: "remove", line: line.id }] } };
  if (!product)
    return {
      text: words.noLongerSold(skuPath(line.sku, line.options)),
      question: { type: "yesNo" },
      choices: [remove],
      yes: remove.means,
    };
  if (left <= 0)
    return {
      text: words.soldOut(line, product, picture),
      question: product.options.length ? { type: "option", line: line.id, option: 0 } : { type: "yesNo" },
      choices: [remove],
    };
  const take: OfferedChoice = {
    label: words.makeIt(left, product),
    means: { edits: [{ type: "setQuantity", line: line.id, quantity: left }] },
  };
  return {
    text: words.onlyLeft(line, product, left, picture),
    question: { type: "quantity", line: line.id },
    choices: [take, remove],
    yes: take.means,
    no: remove.means,
  };
}
