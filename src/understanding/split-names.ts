import { amountAt } from "./amounts.ts";
import type { CatalogueIndex, Name } from "./catalogue-index.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import { withSharedHeads } from "./shared-heads.ts";
import type { Token } from "./tokens.ts";

type Senses = readonly (readonly Sense[])[];

/** "oli 2 botol gardan": a name that several goods share, ended behind the number that counts them. */
export function joinSplitNames(
  hits: readonly ProductHit[],
  tokens: readonly Token[],
  senses: Senses,
  index: CatalogueIndex,
): ProductHit[] {
  const joined: ProductHit[] = [];
  for (const hit of hits) {
    if (joined.some(({ used }) => used.includes(hit.used[0] ?? -1))) continue;
    const part = joined.at(-1);
    if (part && tellsApart(part, hit)) joined.pop();
    joined.push(endedBehind(hit, tokens, senses, index) ?? hit);
  }
  return withSharedHeads(joined, tokens, senses, index);
}

/** "serum niacin": a word that several goods share, with what one of them is called for short right behind it. */
function tellsApart(part: ProductHit, { candidates: [product, ...others], from }: ProductHit): boolean {
  return (
    product !== undefined &&
    others.length === 0 &&
    part.to === from &&
    part.candidates.length > 1 &&
    part.candidates.includes(product)
  );
}

function endedBehind(
  hit: ProductHit,
  tokens: readonly Token[],
  senses: Senses,
  index: CatalogueIndex,
): ProductHit | undefined {
  if (hit.candidates.length < 2) return undefined;
  const amount = amountAt(tokens, hit.to, index.units);
  if (amount?.unit === undefined || !amount.counts) return undefined;
  const said = hit.used.flatMap((at) => senses[at]?.[0]?.words ?? []);
  const found = new Map<string, { name: Name; to: number }>();
  for (const name of index.names) {
    if (!hit.candidates.includes(name.product) || !said.every((word) => name.words.includes(word))) continue;
    const to = endOf(
      name.words.filter((word) => !said.includes(word)),
      senses,
      amount.to,
    );
    if (to !== undefined) found.set(name.product.sku, { name, to });
  }
  const [only, ...others] = [...found.values()];
  if (!only || others.length > 0) return undefined;
  const more = Array.from({ length: only.to - amount.to }, (_, offset) => amount.to + offset);
  return { ...hit, used: [...hit.used, ...more], candidates: [only.name.product], whole: true, strange: undefined };
}

/** Past the tokens that are the missing words of a name, one after the other. */
function endOf(missing: readonly string[], senses: Senses, from: number): number | undefined {
  if (missing.length === 0) return undefined;
  const fits = missing.every((word, offset) =>
    (senses[from + offset] ?? []).some(({ words }) => words.join(" ") === word),
  );
  return fits ? from + missing.length : undefined;
}
