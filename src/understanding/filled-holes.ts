import type { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { Hearing } from "./hearing.ts";
import { changed } from "./informed.ts";
import { holdsJust } from "./left-open.ts";
import { choiceFor } from "./line-options.ts";
import type { Edit, Meaning } from "./meaning.ts";
import type { OptionHit } from "./option-hits.ts";
import type { Reading } from "./reading.ts";

/** "hoodienya L, kaosnya M": each line that still lacks a choice is given its own, rather than ordered again. */
export function filledHoles(hearing: Hearing, reading: Reading, alone: Meaning): Meaning | undefined {
  const { basket } = hearing;
  const open = alone.items.map((item) => ({
    item,
    line: basket.find(
      ({ sku, options }) =>
        sku === item.sku &&
        options.some((value, at) => value === null && item.options[at] != null) &&
        options.every((value, at) => value === null || item.options[at] == null || item.options[at] === value),
    ),
  }));
  const lines = open.flatMap(({ line }) => line ?? []);
  if (lines.length === 0 || new Set(lines).size < lines.length || alone.doubts.length > 0) return undefined;
  const edits = open.flatMap(({ item, line }): Edit[] => {
    if (!line) return [];
    const chosen = item.options.flatMap((value, option): Edit[] =>
      value !== null && line.options[option] === null ? [{ type: "setOption", line: line.id, option, value }] : [],
    );
    const { quantity, quantityStated, unsure } = item;
    if (!quantityStated || (holdsJust(line, quantity) && !unsure)) return chosen;
    return [{ type: "setQuantity", line: line.id, quantity, ...(unsure && { unsure }) }, ...chosen];
  });
  return {
    ...changed(alone, [...edits, ...unnamedHoles(hearing, reading, lines)]),
    items: open.flatMap(({ item, line }) => (line ? [] : [item])),
  };
}

/** Choices in the same words that only another open line can have. */
function unnamedHoles({ basket, catalogue }: Hearing, { options }: Reading, taken: readonly BasketLine[]): Edit[] {
  const productOf = (line: BasketLine) => catalogue.product(line.sku);
  const fits = (line: BasketLine, hit: OptionHit) => {
    const product = productOf(line);
    return product && choiceFor(product, hit);
  };
  return options.flatMap((hit): Edit[] => {
    if (taken.some((line) => fits(line, hit))) return [];
    const open = basket.filter((line) => {
      const choice = fits(line, hit);
      return choice !== undefined && line.options[choice.option] === null;
    });
    return open.slice(0, 1).flatMap((line): Edit[] => {
      const choice = fits(line, hit);
      return choice ? [{ type: "setOption", line: line.id, option: choice.option, value: choice.value }] : [];
    });
  });
}
