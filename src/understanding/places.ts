import type { Place } from "../shop/catalogue/catalogue.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import type { Token } from "./tokens.ts";

/** A branch or delivery zone named in the words. */
export interface PlaceHit {
  readonly place: Place;
  readonly from: number;
  /** Past the last token */
  readonly to: number;
}

/** The branch and delivery zone that a message names; one name may be both. */
export function placesIn(tokens: readonly Token[], catalogue: CatalogueIndex): { branch?: string; zone?: string } {
  const hits = placeHits(tokens, catalogue);
  const first = (kind: Place["kind"]) => hits.find(({ place }) => place.kind === kind)?.place.id;
  const branch = first("branch");
  const zone = first("zone");
  return { ...(branch !== undefined && { branch }), ...(zone !== undefined && { zone }) };
}

/** At each word where names of places start: the longest of them. */
export function placeHits(tokens: readonly Token[], catalogue: CatalogueIndex): PlaceHit[] {
  if (catalogue.places.size === 0) return [];
  return tokens.flatMap((token, at) => {
    const named = (catalogue.places.get(token.key) ?? []).filter(({ words }) =>
      words.every((word, offset) => tokens[at + offset]?.key === word),
    );
    const longest = Math.max(...named.map(({ words }) => words.length));
    return named
      .filter(({ words }) => words.length === longest)
      .map(({ place, words }): PlaceHit => ({ place, from: at, to: at + words.length }));
  });
}
