import { unitPrice } from "../shop/catalogue/catalogue.ts";
import type { Element } from "./elements.ts";
import type { OptionChoice } from "./option-phrases.ts";
import type { ProductHit } from "./product-hits.ts";

type Option = Extract<Element, { type: "option" }>;

/** "yang 25rb", "2 yang 250": the choice of the goods that its price names. */
export function pricedChoice(element: Element, hit: ProductHit | undefined): Option | undefined {
  const [product, ...others] = hit?.candidates ?? [];
  if (element.type !== "amount" || !element.which || !product || others.length > 0) return undefined;
  const { amount, at } = element;
  if (amount.unit !== undefined || (!amount.money && amount.value < FEWEST)) return undefined;
  const rupiah = amount.money ? amount.value : amount.value * 1000;
  const found = product.options.flatMap((option, place) =>
    option.values.flatMap(({ v }): OptionChoice[] => {
      const chosen = product.options.map((_, other) => (other === place ? v : null));
      return unitPrice(product, chosen) === rupiah ? [{ option: place, value: v }] : [];
    }),
  );
  const [choice, ...more] = found;
  if (!choice || more.length > 0) return undefined;
  const phrases = [{ words: [String(amount.value)], of: new Map([[product.sku, choice]]) }];
  return { type: "option", at, hit: { from: amount.from, to: amount.to, phrases, likeness: 1, named: true } };
}

/** Smaller numbers after "yang" count goods rather than name thousands. */
const FEWEST = 100;
