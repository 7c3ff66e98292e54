import type { Product } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import type { Draft } from "./draft.ts";
import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { ORDINARY } from "./lexicon/ordinary-words.ts";
import { choiceFor } from "./line-options.ts";
import type { OptionHit } from "./option-hits.ts";

/** "montong 1": the goods of a line that names only a choice, where one product alone has it and it is no plain colour or size. */
export function toldByChoice(draft: Draft, catalogue: CatalogueIndex): Product | undefined {
  const [first, ...more] = draft.said;
  if (!first || draft.unknown.length > 0 || !draft.said.some(telling)) return undefined;
  const fitting = [...new Set(first.phrases.flatMap(({ of }) => [...of.keys()]))]
    .flatMap((sku) => catalogue.product(sku) ?? [])
    .filter((product) => more.every((hit) => choiceFor(product, hit) !== undefined));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function telling({ phrases, likeness }: OptionHit): boolean {
  return (
    likeness > 0.84 &&
    phrases.some(
      ({ words }) =>
        words.some((word) => word.length > 3 && !/\d/.test(word) && !plain(word) && !ORDINARY.has(word)) ||
        /^[\d., ]+[a-z]|^[a-z]+\d/.test(words.join(" ")),
    )
  );
}

/** Many goods have a colour, a size or a strength. */
function plain(word: string): boolean {
  const kinds = ATTRIBUTES.get(word);
  return kinds !== undefined && (kinds.has("colour") || kinds.has("size") || kinds.has("level"));
}

/** The values that a line's words choose for a product. */
export function chosenValues(draft: Draft, product: Product): Map<number, string[]> {
  const values = new Map<number, string[]>();
  for (const hit of draft.said) {
    const choice = choiceFor(product, hit);
    if (choice) values.set(choice.option, [choice.value]);
  }
  return values;
}
