import type { CatalogueIndex, Name } from "./catalogue-index.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import type { Token } from "./tokens.ts";

type Senses = readonly (readonly Sense[])[];

/** "lampu led 2 sama yang belajar 1": behind "yang" a word that only names goods with the head said before it. */
export function elidedHeadAt(
  tokens: readonly Token[],
  senses: Senses,
  index: CatalogueIndex,
  before: readonly ProductHit[],
  at: number,
): ProductHit | undefined {
  const last = before.at(-1);
  if (!last || tokens[at - 1]?.word !== "yang") return undefined;
  const words = (senses[at] ?? []).filter(({ likeness }) => likeness > SURE).map((sense) => sense.words[0] ?? "");
  if (words.some((word) => chooses(index, last, word))) return undefined;
  for (const hit of before.toReversed()) {
    const heads = new Set((senses[hit.used[0] ?? -1] ?? []).map((sense) => sense.words[0] ?? ""));
    const names = index.names.filter(
      (name) => heads.has(name.words[0] ?? "") && words.some((word) => name.words.indexOf(word) > 0),
    );
    const products = new Set(names.map(({ product }) => product));
    const [product, ...others] = products;
    if (product && others.length === 0) return hitOf(product, at, endOf(names, senses, at));
  }
  return undefined;
}

const SURE = 0.9;

/** A word that chooses among the goods before it is no other goods. */
function chooses(index: CatalogueIndex, { candidates }: ProductHit, word: string): boolean {
  return (index.optionPhrases.get(word) ?? []).some(({ of }) => candidates.some(({ sku }) => of.has(sku)));
}

/** Past further words of the same name. */
function endOf(names: readonly Name[], senses: Senses, at: number): number {
  let to = at + 1;
  while ((senses[to] ?? []).some(({ words }) => names.some((name) => name.words.indexOf(words[0] ?? "") > 0))) to++;
  return to;
}

function hitOf(product: ProductHit["candidates"][number], from: number, to: number): ProductHit {
  const used = Array.from({ length: to - from }, (_, offset) => from + offset);
  const weighed = [{ product, score: 1 }];
  return { from, to, used, candidates: [product], whole: true, head: false, score: 1, weighed, likeness: 1 };
}
