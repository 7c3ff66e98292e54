import type { CatalogueIndex } from "./catalogue-index.ts";
import type { Token } from "./tokens.ts";

/** The branch and delivery zone that a message names. */
export function placesIn(tokens: readonly Token[], catalogue: CatalogueIndex): { branch?: string; zone?: string } {
  if (catalogue.places.size === 0) return {};
  let branch: string | undefined;
  let zone: string | undefined;
  tokens.forEach((token, at) => {
    const named = (catalogue.places.get(token.key) ?? []).filter(({ words }) =>
      words.every((word, offset) => tokens[at + offset]?.key === word),
    );
    const longest = named.sort((a, b) => b.words.length - a.words.length)[0];
    if (longest?.place.kind === "branch") branch ??= longest.place.id;
    if (longest?.place.kind === "zone") zone ??= longest.place.id;
  });
  return { ...(branch !== undefined && { branch }), ...(zone !== undefined && { zone }) };
}
