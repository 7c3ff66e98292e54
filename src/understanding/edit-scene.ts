import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Amount } from "./amount.ts";
import type { Hearing } from "./hearing.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Meaning } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import type { ProductHit } from "./product-hits.ts";
import { quantityOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";

/** A message beside the basket that it may change. */
export interface Scene {
  readonly hearing: Hearing;
  readonly reading: Reading;
  readonly script: string;
  readonly last: BasketLine;
  /** Numbers that may count goods */
  readonly amounts: readonly Amount[];
  readonly named: readonly ProductHit[];
}

/** Basket lines that the message names, by product or by option. */
export function linesNamed(scene: Scene): BasketLine[] {
  const { basket } = scene.hearing;
  const byProduct = basket.filter((line) =>
    scene.named.some((hit) => hit.candidates.some((product) => product.sku === line.sku)),
  );
  const pool = byProduct.length > 0 ? byProduct : scene.named.length > 0 ? [] : basket;
  const byOption = pool.filter((line) => scene.reading.options.some((hit) => has(scene, line, hit)));
  return byOption.length > 0 ? byOption : byProduct;
}

/** Whether a hit names a choice of a line's product, whichever value the line has. */
export function chooses({ catalogue }: Hearing, line: BasketLine, hit: OptionHit): boolean {
  const product = catalogue.product(line.sku);
  return product !== undefined && choiceFor(product, hit) !== undefined;
}

export function has(scene: Scene, line: BasketLine, hit: OptionHit): boolean {
  const product = scene.hearing.catalogue.product(line.sku);
  const choice = product && choiceFor(product, hit);
  return choice !== undefined && line.options[choice.option] === choice.value;
}

/** Whether a line's product can take every option named. */
export function fits(scene: Scene, line: BasketLine): boolean {
  const product = scene.hearing.catalogue.product(line.sku);
  const { options } = scene.reading;
  return (
    product !== undefined &&
    options.length > 0 &&
    options.some((hit) => choiceFor(product, hit)) &&
    options.every((hit) => choiceFor(product, hit) ?? scene.amounts.some((amount) => amount.from === hit.from))
  );
}

/** Thousandths that an amount is of a line's product; a bare number counts in the unit that was said of the line before. */
export function inLine(scene: Scene, line: BasketLine, amount: Amount): number | undefined {
  const product = scene.hearing.catalogue.product(line.sku);
  const said = amount.unit === undefined && line.unit !== undefined ? { ...amount, unit: line.unit } : amount;
  return product && (quantityOf(product, said, line.options) ?? quantityOf(product, amount, line.options));
}

/** The options of a line that the message gives another value. */
export function otherValues(scene: Scene, line: BasketLine): { readonly hit: OptionHit; readonly edit: Edit }[] {
  const product = scene.hearing.catalogue.product(line.sku);
  if (!product) return [];
  return scene.reading.options.flatMap((hit) => {
    const choice = choiceFor(product, hit);
    if (!choice || line.options[choice.option] === choice.value || turnedDown(scene, hit)) return [];
    return [{ hit, edit: { type: "setOption", line: line.id, option: choice.option, value: choice.value } }];
  });
}

/** "bukan hijau". */
export function turnedDown({ reading }: Scene, { from }: { readonly from: number }): boolean {
  return [from - 1, from - 2].some((at) => {
    const word = reading.tokens[at]?.word;
    return (word === "bukan" || word === "jangan") && reading.marks[at] === undefined;
  });
}

const ENDINGS = /(nya|ny|nye|ne|e|ipun|na)$/;

/** "lempernya", "lempere": goods that were spoken of before. */
export function spokenOf(reading: Reading, hit: ProductHit): boolean {
  const names = hit.candidates
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .join(" ")
    .toLowerCase();
  return hit.used.some((at) => {
    const raw = reading.tokens[at]?.raw ?? "";
    const shown = reading.text.slice(reading.tokens[at]?.start ?? 0, reading.tokens[at]?.end ?? 0).toLowerCase();
    const after = reading.tokens[hit.to]?.raw;
    return (
      after === "nya" ||
      after === "na" ||
      [raw, shown].some((word) => word.length > 4 && ENDINGS.test(word) && !names.includes(word))
    );
  });
}

export function edited(edits: Edit[]): Partial<Meaning> {
  return { edits, items: [], doubts: [], clarify: false, intents: ["change_order"], confidence: 0.9 };
}
