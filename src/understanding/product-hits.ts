import type { Product } from "../shop/catalogue/catalogue.ts";
import { amountAt } from "./amounts.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { withoutDoingWords } from "./doing-words.ts";
import { elidedHeadAt } from "./elided-heads.ts";
import { ATTRIBUTES } from "./lexicon/attributes.ts";
import { CHOOSING } from "./lexicon/letter-names.ts";
import { numberWord } from "./lexicon/numbers.ts";
import { ORDINARY } from "./lexicon/ordinary-words.ts";
import { UNITS } from "./lexicon/units.ts";
import { type NameMatch, nameMatches } from "./name-matches.ts";
import { wordsOf } from "./option-phrases.ts";
import { type Sense, WEAK } from "./senses.ts";
import type { Token } from "./tokens.ts";

/** A place in the message that names one product, or several that fit as well. */
export interface ProductHit {
  readonly from: number;
  /** Past the last token of the name */
  readonly to: number;
  /** Tokens that the name used; others between are options or small words */
  readonly used: readonly number[];
  /** Best first */
  readonly candidates: readonly Product[];
  /** Those of them that are not called so, but come as what is said */
  readonly comingAs?: readonly Product[];
  /** A whole name or alias was said */
  readonly whole: boolean;
  /** The head of the name was said ("kaos" of "kaos polos") */
  readonly head: boolean;
  readonly score: number;
  /** Every product that was weighed here with its score, best first, close or not */
  readonly weighed: readonly Weighed[];
  /** 1 when spelled as in the catalogue */
  readonly likeness: number;
  /** A word beside a part of the name that makes it something else ("minyak telon") */
  readonly strange?: string | undefined;
}

export interface Weighed {
  readonly product: Product;
  readonly score: number;
}

/** Scores nearer than this tell no goods apart. */
const CLOSE = 0.12;
/** What the first word of a name is worth more than another. */
const HEAD = 0.15;
const FARTHEST = 9;
const MOST_CANDIDATES = 12;
/** Small words that may stand inside a name with its options. */
const LINKS = new Set(["yang", "rasa", "warna", "ukuran", "size", "isi", "nya", "aja", "model", "varian", "tipe"]);

/** Products named in the message, left to right. */
export function productHits(
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): ProductHit[] {
  const hits: ProductHit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const unit = unitAfterNumber(tokens, at, index);
    const match = hitAt(tokens, senses, index, at, hits.length === 0) ?? elidedHeadAt(tokens, senses, index, hits, at);
    const named = unit && match ? goodsForUnit(match, alone(tokens, at, hits.at(-1), senses)) : true;
    const found = named ? match : undefined;
    const hit = found && stands(found, hits.at(-1), tokens, senses, index) ? found : undefined;
    if (hit) hits.push(hit);
    at = hit ? Math.max(hit.to, at + 1) : at + 1;
  }
  return withoutDoingWords(hits, tokens);
}

/** "2 galon" counts, also in a shop that sells "air galon". */
function unitAfterNumber(tokens: readonly Token[], at: number, { units }: CatalogueIndex): boolean {
  const before = tokens[at - 1];
  const raw = tokens[at]?.raw ?? "";
  if (!before || !(UNITS.has(raw) || units.has(raw))) return false;
  return isNumber(before) && !isNumber(tokens[at + 1]);
}

/** "1 botol susu gede": a unit's word opens a whole name; by itself it names goods only where it stands alone. */
function goodsForUnit({ whole, head, used, from }: ProductHit, apart: boolean): boolean {
  return whole && (used.length === 1 ? apart : head && used[0] === from);
}

/** "1 galon, 2 dus air": a unit that is goods by itself, with no goods right before its number or after it. */
function alone(
  tokens: readonly Token[],
  at: number,
  before: ProductHit | undefined,
  senses: readonly (readonly Sense[])[],
): boolean {
  const between = before && tokens.slice(before.to, at - 1);
  const apart = !between || between.some(({ kind, word }) => kind === "sign" || word === "sama" || word === "dan");
  return apart && (senses[at + 1] ?? []).length === 0;
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "number" || numberWord(token.raw) !== undefined);
}

/** Whether a lone word names a product here, or describes the product before it ("brownies keju"). */
function stands(
  hit: ProductHit,
  before: ProductHit | undefined,
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): boolean {
  // "pakai telur", "pakai kertas jasmine": what other goods are to be made with, where no whole name is said.
  if (!hit.whole && before && tokens[hit.from - 1]?.word === "pakai") return false;
  if (hit.used.length > 1) return true;
  if (
    tokens[hit.from]?.word === "jam" &&
    (tokens[hit.from + 1]?.kind === "number" || numberWord(tokens[hit.from + 1]?.raw ?? "") !== undefined) &&
    hit.from > 0
  )
    return false;
  const between = before && tokens.slice(before.to, hit.from);
  const beside = between?.every((token) => LINKS.has(token.word)) === true;
  const nearby = between !== undefined && between.length < 4 && between.every((token) => token.kind !== "sign");
  const first = senses[hit.from]?.[0]?.words[0] ?? "";
  const describes = before?.candidates.some((product) =>
    (index.optionPhrases.get(first) ?? []).some((phrase) => phrase.of.has(product.sku)),
  );
  // "undangan kertas linen": the word for a choice of the goods before it.
  const called = tokens[hit.from]?.key ?? "";
  if (!hit.whole && beside && before?.candidates.some((product) => choosesBy(product, called))) return false;
  if (describes && (beside || (!hit.head && nearby) || !hit.whole)) return false;
  if (hit.head || hit.whole || !ATTRIBUTES.has(first)) return true;
  // "bawang merah sama putih masing2 setengah"
  const next = tokens[hit.from + 1]?.word === "masing2" ? hit.from + 2 : hit.from + 1;
  const counted = isNumber(tokens[next]) || amountAt(tokens, next, index.units) !== undefined;
  return !beside && (tokens[hit.from - 1]?.word === "yang" || counted);
}

function choosesBy({ options }: Product, word: string): boolean {
  return options.some(({ name }) => name.toLowerCase() === word);
}

function hitAt(
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
  from: number,
  first: boolean,
): ProductHit | undefined {
  const window = windowAt(tokens, senses, from, index);
  if (window.length === 0) return undefined;
  const matches = nameMatches(window, senses, index).filter(
    (match) =>
      acceptable(match, tokens) ||
      describedUnit(match, { tokens, window, senses, index }) ||
      countedUnit(match, tokens),
  );
  if (matches.length === 0) return undefined;
  const scored = matches
    .map((match) => ({ match, score: scoreOf(match, window, senses, index) }))
    .sort((a, b) => b.score - a.score || spanOf(a.match) - spanOf(b.match));
  const best = scored[0];
  if (!best) return undefined;
  const near = scored.filter(({ match }) => !skipsWords(match, best.match));
  const close = near.filter(({ score }) => score > best.score - CLOSE);
  const heads = close.filter(({ match }) => match.positions.has(0));
  const alike = heads.every(({ match }) => headOfAlias(match))
    ? near.filter(({ score }) => score > best.score - CLOSE - HEAD)
    : heads;
  const fitting = heads.length > 0 ? alike : close;
  const { used, positions, name } = best.match;
  const whole = positions.size === name.words.length;
  const part = !whole && used.length === 1;
  const named = fitting.map(({ match }) => match.name.product);
  const kinds = first && part && !positions.has(0) ? comingAs(senses[from]?.[0]?.words ?? [], index) : [];
  const candidates = [...new Set([...named, ...kinds])].slice(0, MOST_CANDIDATES);
  const beside = positions.has(0) ? from + 1 : from - 1;
  return {
    from,
    to: Math.max(...used) + 1,
    used,
    candidates,
    ...(kinds.length > 0 && { comingAs: kinds }),
    whole,
    head: positions.has(0),
    score: best.score,
    weighed: scored.slice(0, MOST_CANDIDATES).map(({ match, score }) => ({ product: match.name.product, score })),
    likeness: best.match.sum / Math.max(positions.size, 1),
    strange: part && unheardOf(tokens, senses, beside) ? tokens[beside]?.raw : undefined,
  };
}

function spanOf({ used }: NameMatch): number {
  return (used.at(-1) ?? 0) - (used[0] ?? 0);
}

/** "krim siang malam": a name that leaves out a word between its own which the best one has. */
function skipsWords({ used }: NameMatch, best: NameMatch): boolean {
  const [first, last] = [used[0] ?? 0, used.at(-1) ?? 0];
  return best.used.some((at) => at > first && at < last && !used.includes(at));
}

/** "kutu 1": goods that come in what is but a part of another's name ("shampo kutu", "grooming paket kutu"). */
function comingAs(words: readonly string[], index: CatalogueIndex): Product[] {
  const said = words.join(" ");
  if (ATTRIBUTES.has(said)) return [];
  const phrases = (index.optionPhrases.get(words[0] ?? "") ?? []).filter((phrase) => phrase.words.join(" ") === said);
  return phrases.flatMap(({ of }) => [...of.keys()].flatMap((sku) => index.product(sku) ?? []));
}

/** A word that neither chat nor this shop knows. */
function unheardOf(tokens: readonly Token[], senses: readonly (readonly Sense[])[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === "word" &&
    !token.known &&
    token.raw.length > 3 &&
    (senses[at]?.length ?? 0) === 0 &&
    !ORDINARY.has(token.raw) &&
    !CHOOSING.has(token.raw) &&
    !ATTRIBUTES.has(token.key) &&
    !UNITS.has(token.raw) &&
    amountAt(tokens, at, NO_UNITS) === undefined
  );
}

const NO_UNITS: ReadonlySet<string> = new Set();

/** Token places from a start on that can belong to one name with its options. */
function windowAt(
  tokens: readonly Token[],
  senses: readonly (readonly Sense[])[],
  from: number,
  { optionNames }: CatalogueIndex,
): number[] {
  const window: number[] = [];
  if ((senses[from]?.length ?? 0) === 0 || tokens[from]?.word === "yang") return window;
  let gap = 0;
  for (let at = from; at < tokens.length && at < from + FARTHEST; at++) {
    const token = tokens[at];
    if (!token || (token.kind === "sign" && token.raw !== "/" && token.raw !== "-" && token.raw !== ".")) break;
    // "yang" is in many a choice ("yang kecil") and in no name.
    if ((senses[at]?.length ?? 0) > 0 && token.word !== "yang") {
      window.push(at);
      gap = 0;
    } else if (
      token.kind === "number" ||
      gap > 1 ||
      !(LINKS.has(token.word) || optionNames.has(token.key) || token.kind === "sign")
    )
      break;
    else gap++;
  }
  return window;
}

const NUMBER = /^\d+$/;

/** A lone modifier counts only when it is a telling word. */
function acceptable(match: NameMatch, tokens: readonly Token[]): boolean {
  if (match.sum / match.positions.size <= WEAK) return false;
  if (match.positions.size === match.name.words.length) return true;
  const words = match.used.map((at) => tokens[at]);
  if (words[0]?.kind === "number" && !NUMBER.test(match.name.words[0] ?? "")) return false;
  const telling = words.some(
    (token) =>
      token?.kind === "word" &&
      token.raw.length > 2 &&
      !token.known &&
      !UNITS.has(token.raw) &&
      numberWord(token.raw) === undefined &&
      (match.positions.has(0) || !ORDINARY.has(token.raw)),
  );
  return match.positions.has(0) ? telling || match.used.length > 1 : telling;
}

interface Around {
  readonly tokens: readonly Token[];
  readonly window: readonly number[];
  readonly senses: readonly (readonly Sense[])[];
  readonly index: CatalogueIndex;
}

/** "pot hitam": a unit's name with a choice behind it, where goods of that name have the choice. */
function describedUnit(match: NameMatch, { tokens, window, senses, index }: Around): boolean {
  const at = match.used[0] ?? 0;
  return (
    match.positions.has(0) &&
    UNITS.has(tokens[at]?.raw ?? "") &&
    !isNumber(tokens[at - 1]) &&
    optionsIn(match, window, senses, index) > 0
  );
}

/** "kotak 50", "pesan plastik 2 pak": a unit's name said first, with its number behind it, is goods that are called so. */
function countedUnit(match: NameMatch, tokens: readonly Token[]): boolean {
  const at = match.used[0] ?? 0;
  const before = tokens[at - 1];
  const leads = before === undefined || before.kind === "sign" || ASKING.has(before.word);
  return (
    match.used.length === 1 &&
    match.positions.has(0) &&
    leads &&
    UNITS.has(tokens[at]?.raw ?? "") &&
    isNumber(tokens[at + 1])
  );
}

const ASKING = new Set(["mau", "pesan", "beli", "minta", "tambah", "kak", "sama", "dan"]);

function scoreOf(
  match: NameMatch,
  window: readonly number[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): number {
  const { name, positions, used } = match;
  const whole = positions.size === name.words.length ? 0.35 : 0;
  const head = positions.has(0) ? HEAD : 0;
  const attribute = used.length === 1 && ATTRIBUTES.has(name.words[[...positions][0] ?? 0] ?? "") ? -0.2 : 0;
  return match.sum + whole + head + attribute + 0.8 * optionsIn(match, window, senses, index);
}

/** "pel" of the other name "pel putar" is as much that of a "kain pel". */
function headOfAlias({ name, positions }: NameMatch): boolean {
  return positions.size === 1 && name.words.length > 1 && wordsOf(name.product.name)[0] !== name.words[0];
}

/** Words of the window, not used by the name, that choose an option of this product. */
function optionsIn(
  match: NameMatch,
  window: readonly number[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): number {
  let count = 0;
  for (const at of window) {
    if (match.used.includes(at)) continue;
    const chooses = (senses[at] ?? []).some((sense) => {
      const phrases = index.optionPhrases.get(sense.words[0] ?? "") ?? [];
      return phrases.some((phrase) => phrase.of.has(match.name.product.sku));
    });
    if (!chooses) break;
    count++;
  }
  return count;
}
