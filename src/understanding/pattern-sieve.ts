import { piecesNeeded } from "./pattern-needs.ts";

/** Of many patterned things, in their order, those whose pattern a text may fit: the others lack letters that they need. */
export type Sieve<T> = (text: string) => T[];

/** Letters that are looked up at once. */
const LETTERS = 3;
const BITS = 5;

/** So that of hundreds of patterns only a handful has to be tried on a text. */
export function sieveOf<T>(all: readonly T[], patternOf: (each: T) => RegExp): Sieve<T> {
  const byLetters = new Map<number, { readonly piece: string; readonly place: number }[]>();
  const always: number[] = [];
  all.forEach((each, place) => {
    const pieces = piecesNeeded(patternOf(each), LETTERS);
    if (!pieces) always.push(place);
    for (const piece of new Set(pieces)) {
      const letters = lettersOf(piece);
      const others = byLetters.get(letters);
      if (others) others.push({ piece, place });
      else byLetters.set(letters, [{ piece, place }]);
    }
  });
  return (text) => {
    const found = new Set(always);
    let letters = 0;
    for (let at = 0; at < text.length; at++) {
      letters = withLetter(letters, text.charCodeAt(at));
      const near = byLetters.get(letters);
      if (!near) continue;
      for (const { piece, place } of near) if (text.startsWith(piece, at + 1 - LETTERS)) found.add(place);
    }
    return [...found].sort((a, b) => a - b).flatMap((place) => all.slice(place, place + 1));
  };
}

function lettersOf(piece: string): number {
  let letters = 0;
  for (let at = 0; at < LETTERS; at++) letters = withLetter(letters, piece.charCodeAt(at));
  return letters;
}

/** The last letters with one more; some look the same, so that what is found is looked at again. */
function withLetter(letters: number, code: number): number {
  return ((letters << BITS) | (code & ((1 << BITS) - 1))) & ((1 << (BITS * LETTERS)) - 1);
}
