import { type Option, skuPath } from "./catalogue.ts";

/** Every variant of a product: sku path by the values chosen, joined as a file joins them (`hitam/L`; empty without options). */
export function variantPaths(sku: string, options: readonly Option[]): ReadonlyMap<string, string> {
  const combinations = options.reduce<readonly string[][]>(
    (made, option) => made.flatMap((chosen) => option.values.map(({ v }) => [...chosen, v])),
    [[]],
  );
  return new Map(combinations.map((chosen) => [chosen.join("/"), skuPath(sku, chosen)]));
}
