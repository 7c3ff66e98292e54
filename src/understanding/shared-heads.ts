import type { Product } from "../shop/catalogue/catalogue.ts";
import { amountAt } from "./amounts.ts";
import type { CatalogueIndex, Name } from "./catalogue-index.ts";
import type { ProductHit } from "./product-hits.ts";
import type { Sense } from "./senses.ts";
import type { Token } from "./tokens.ts";

interface Said {
  readonly tokens: readonly Token[];
  readonly senses: readonly (readonly Sense[])[];
  readonly index: CatalogueIndex;
}

/** "lakban bening 2 coklat 3", "krim siang sama malam": goods whose name begins as that of the goods before them. */
export function withSharedHeads(
  hits: readonly ProductHit[],
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): ProductHit[] {
  const said = { tokens, senses, index };
  const found: ProductHit[] = [];
  const named = (at: number) => hits.find(({ from, to }) => at >= from && at < to);
  for (let at = 0; at < tokens.length; ) {
    const own = named(at);
    const last = found.at(-1);
    const shared = last && (own === undefined || (own.from === at && !own.head)) ? sharedAt(said, last, at) : undefined;
    const hit = shared ?? (own?.from === at ? own : undefined);
    if (hit) found.push(hit);
    at = Math.max(hit?.to ?? 0, at + 1);
  }
  return found;
}

const FARTHEST = 5;

function sharedAt(said: Said, last: ProductHit, at: number): ProductHit | undefined {
  const [product, ...others] = last.candidates;
  if (!product || others.length > 0 || at - last.to > FARTHEST) return undefined;
  const fitting = secondWordAt(said, at).flatMap((name) => {
    const to = name.product === product ? undefined : endOf(said, name, at);
    return to !== undefined && beginsAs(name, product, said.index) ? [{ name, to }] : [];
  });
  const [only] = fitting;
  const products = new Set(fitting.map(({ name }) => name.product));
  if (!only || products.size > 1 || !listed(said, last.to, at)) return undefined;
  const chosen = (said.senses[at] ?? []).some(({ words }) =>
    (said.index.optionPhrases.get(words[0] ?? "") ?? []).some(({ of }) => of.has(product.sku)),
  );
  return chosen ? undefined : hitOf(only.name, at, only.to);
}

/** The names whose second word is said at a token, in the order of the catalogue. */
function secondWordAt({ senses, index }: Said, at: number): Name[] {
  const postings = (senses[at] ?? []).flatMap(({ words }) => index.byWord.get(words.join(" ")) ?? []);
  const places = postings.flatMap(({ name, position }) => (position === 1 ? [name] : []));
  return [...new Set(places)].sort((a, b) => a - b).flatMap((place) => index.names[place] ?? []);
}

function beginsAs({ words: [head = ""] }: Name, product: Product, { byWord, names }: CatalogueIndex): boolean {
  return (byWord.get(head) ?? []).some(({ name, position }) => position === 0 && names[name]?.product === product);
}

/** Only numbers and small words stand between, and the words before are joined to it or counted. */
function listed({ tokens, index }: Said, from: number, at: number): boolean {
  let place = from;
  let counted = false;
  while (place < at) {
    const amount = amountAt(tokens.slice(0, at), place, index.units);
    counted ||= amount?.counts === true && !amount.money;
    if (!amount && !JOINING.has(tokens[place]?.word ?? "")) return false;
    place = amount?.to ?? place + 1;
  }
  return counted || JOINING.has(tokens[at - 1]?.word ?? "") || amountAt(tokens, at + 1, index.units)?.counts === true;
}

const JOINING = new Set(["sama", "dan", "plus", ",", "+", "&", "terus", "yang", "tambah", "ya"]);

/** Past the tokens that are the rest of a name, where its number follows or nothing more is said of it. */
function endOf({ tokens, senses, index }: Said, { words }: Name, at: number): number | undefined {
  const rest = words.slice(1);
  if (rest.length === 0) return undefined;
  const fits = rest.every((word, offset) =>
    (senses[at + offset] ?? []).some((sense) => sense.words.join(" ") === word && sense.likeness > LIKELY),
  );
  const next = tokens[at + rest.length];
  const ends =
    next === undefined ||
    next.kind === "sign" ||
    ENDING.has(next.word) ||
    amountAt(tokens, at + rest.length, index.units)?.counts === true;
  return fits && ends ? at + rest.length : undefined;
}

const LIKELY = 0.84;
const ENDING = new Set(["masing2", "sama", "dan", "aja", "juga", "ya"]);

function hitOf({ product, words }: Name, from: number, to: number): ProductHit {
  const used = Array.from({ length: to - from }, (_, offset) => from + offset);
  return {
    from,
    to,
    used,
    candidates: [product],
    whole: true,
    head: true,
    score: words.length,
    weighed: [{ product, score: words.length }],
    likeness: 1,
  };
}
