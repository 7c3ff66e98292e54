/** Edits between two words (a swap of neighbours is one), or `limit + 1` once it cannot be within the limit. */
export function wordDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? cost) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** A word by its sound, as Indonesian ears spell it: old and English spellings and doubled letters come out alike. */
export function soundOf(word: string): string {
  return word.replaceAll(SOUNDS, (match) => SOUND_OF[match] ?? match).replaceAll(/(.)\1+/g, "$1");
}

/** Only the consonants, for words written without vowels ("pth", "krdng"). */
export function consonantsOf(word: string): string {
  return soundOf(word).replaceAll(/[aiueo]/g, "");
}

/** The consonants as they are written ("bsh" for "basah"). */
export function writtenConsonantsOf(word: string): string {
  return word.replaceAll(/[aiueo]/g, "");
}

/** A word's letters in alphabetical order. */
export function lettersOf(word: string): string {
  return [...word].sort().join("");
}

/** Three-letter pieces of a word with its edges marked. */
export function trigramsOf(word: string): string[] {
  const edged = `^${word}$`;
  const pieces: string[] = [];
  for (let at = 0; at + 3 <= edged.length; at++) pieces.push(edged.slice(at, at + 3));
  return pieces;
}

const SOUNDS = /oe|dj|tj|sy|sh|kh|ph|th|dh|ck|ch|ks|ie|ee|oo|ou|[fvzqxyw]/g;
const SOUND_OF: Readonly<Record<string, string>> = {
  oe: "u",
  dj: "j",
  tj: "c",
  sy: "s",
  sh: "s",
  kh: "k",
  ph: "p",
  th: "t",
  dh: "d",
  ck: "k",
  ks: "k",
  ie: "i",
  ee: "i",
  oo: "u",
  ou: "u",
  ch: "c",
  f: "p",
  v: "p",
  z: "s",
  q: "k",
  x: "k",
  y: "i",
  w: "w",
};
