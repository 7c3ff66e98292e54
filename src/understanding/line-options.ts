import type { Product } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { normalise } from "./normalise.ts";
import { type OptionHit, optionHitAt } from "./option-hits.ts";
import type { OptionChoice } from "./option-phrases.ts";
import { sensesOf } from "./senses.ts";
import { tokenise } from "./tokens.ts";

/** What an option hit chooses for one product, if it has such a value. */
export function choiceFor(product: Product, hit: OptionHit): OptionChoice | undefined {
  for (const phrase of hit.phrases) {
    const choice = phrase.of.get(product.sku);
    if (choice) return choice;
  }
  return undefined;
}

/** A product's options from words said earlier ("hitam", "L"); null where none of them chooses. */
export function optionsFrom(words: readonly string[], product: Product, catalogue: CatalogueIndex): (string | null)[] {
  const options: (string | null)[] = product.options.map(() => null);
  const tokens = tokenise(normalise(words.join(" , ")));
  const senses = sensesOf(tokens, catalogue, () => true);
  for (let at = 0; at < tokens.length; at++) {
    const hit = optionHitAt(tokens, senses, catalogue, at);
    const choice = hit && choiceFor(product, hit);
    if (choice) options[choice.option] = choice.value;
  }
  return options;
}
