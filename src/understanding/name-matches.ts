import type { CatalogueIndex, Name } from "./catalogue-index.ts";
import type { Sense } from "./senses.ts";

/** A name with all of it that is said from one place on. */
export interface NameMatch {
  readonly name: Name;
  /** Tokens that are words of the name */
  readonly used: number[];
  /** Places of those words in the name */
  readonly positions: Set<number>;
  /** Likeness of all words together */
  sum: number;
}

const MOST_NAMES = 64;
/** How many of the shortest names stand for a word that very many share */
const MOST_SHORT = 12;

/** Names that have the first word of the window, with all they match in it. */
export function nameMatches(
  window: readonly number[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): NameMatch[] {
  const first = window[0] ?? 0;
  const matches = new Map<number, NameMatch>();
  for (const sense of senses[first] ?? []) {
    const start = sense.words[0] ?? "";
    const postings = index.byWord.get(start) ?? [];
    for (const posting of nearest(postings, window, senses, index)) {
      const name = index.names[posting];
      if (name && !matches.has(posting)) matches.set(posting, { name, used: [], positions: new Set(), sum: 0 });
    }
  }
  for (const match of matches.values()) fill(match, window, senses);
  return [...matches.values()].filter((match) => match.used[0] === first);
}

/** A word that very many names share is narrowed by the rarer words beside it; alone, by the shortest names. */
function nearest(
  postings: readonly { name: number }[],
  window: readonly number[],
  senses: readonly (readonly Sense[])[],
  index: CatalogueIndex,
): number[] {
  if (postings.length <= MOST_NAMES) return postings.map(({ name }) => name);
  const shortest = postings.slice(0, MOST_SHORT).map(({ name }) => name);
  const rarer = window
    .slice(1)
    .flatMap((at) => senses[at] ?? [])
    .flatMap((sense) => sense.words.map((word) => index.byWord.get(word) ?? []))
    .filter((list) => list.length > 0)
    .sort((a, b) => a.length - b.length)[0];
  return rarer ? [...shortest, ...rarer.slice(0, MOST_NAMES * 4).map(({ name }) => name)] : shortest;
}

function fill(match: NameMatch, window: readonly number[], senses: readonly (readonly Sense[])[]): void {
  let last = -1;
  for (const at of window) {
    if (at < last || (match.used.length > 0 && at - last > 2)) continue;
    if (beginsAgain(match, senses[at] ?? [])) break;
    for (const sense of senses[at] ?? []) {
      const places = sense.words.map((word) =>
        match.name.words.findIndex((each, place) => each === word && !match.positions.has(place)),
      );
      if (places.includes(-1)) continue;
      for (const place of places) match.positions.add(place);
      match.used.push(at);
      if (sense.tokens === 2) match.used.push(at + 1);
      match.sum += sense.likeness * Math.max(places.length, 1);
      last = at + sense.tokens;
      break;
    }
  }
  dropPartOfNumber(match);
}

/** "bawang merah bawang putih": where the head is said again, other goods begin. */
function beginsAgain({ name, positions }: NameMatch, senses: readonly Sense[]): boolean {
  const [head] = name.words;
  return (
    positions.has(0) &&
    name.words.lastIndexOf(head ?? "") === 0 &&
    senses.some(({ words, likeness }) => likeness === 1 && words.length === 1 && words[0] === head)
  );
}

/** "telur 1" is no "telur 1/2 matang": a number that only begins one of the name is not of it. */
function dropPartOfNumber({ name, positions, used }: NameMatch): void {
  const last = Math.max(...positions);
  const cut = NUMBER.test(name.words[last] ?? "") && CODE_PART.test(name.words[last + 1] ?? "");
  if (!cut || used.length < 2) return;
  positions.delete(last);
  used.pop();
}

const NUMBER = /^\d+$/;
/** The rest of a number or a code: "2" of "1/2", "b" of "2b". */
const CODE_PART = /^(?:\d+|[a-z])$/;
