/**
 * Pieces of text of which at least one stands in whatever fits a pattern, each of at least so many letters, read from
 * its source; undefined where nothing is sure.
 */
export function piecesNeeded({ source, flags }: RegExp, length: number): readonly string[] | undefined {
  // Letters of either case, those written by number, and named groups are not looked for.
  return /[iuv]/.test(flags) || /\\[cukx]|\(\?<[^=!]/.test(source)
    ? undefined
    : new PatternReader(source, length).either();
}

type Pieces = readonly string[] | undefined;

/** Letters that stand for themselves, each exactly once */
const PLAIN = /(?:[\w ,'-]+)(?![\w ,'?*+{-])/y;
/** One such letter, whatever is said of it behind */
const LETTER = /\\[^\w]|[^\\[(.^$|)]/y;
const GROUP = /\((?:\?(?:[:=!]|<[=!]))?/y;
/** A class of letters, an edge, any letter */
const OTHER = /\\\w|\[(?:\\.|[^\]\\])*\]|[.^$]/y;
const TIMES = /(?:[?*+]|\{\d+[^}]*\})\??/y;

/** Walks along the source of a pattern. */
class PatternReader {
  readonly #source: string;
  readonly #length: number;
  #at = 0;

  constructor(source: string, length: number) {
    this.#source = source;
    this.#length = length;
  }

  /** "a|b|c": a piece of each, if each needs some */
  either(): Pieces {
    const ways = [this.#row()];
    while (this.#next(/\|/y)) ways.push(this.#row());
    return ways.every((way) => way !== undefined) ? ways.flat() : undefined;
  }

  /** One thing after the other: the pieces of the most telling of them */
  #row(): Pieces {
    let best: Pieces;
    let letters = "";
    const close = () => {
      if (letters.length >= this.#length) best = moreTelling(best, [letters]);
      letters = "";
    };
    for (;;) {
      letters += this.#next(PLAIN) ?? "";
      const letter = this.#next(LETTER);
      const pieces = letter === undefined ? this.#part() : [];
      if (pieces === "end") break;
      const times = this.#next(TIMES);
      if (letter !== undefined && times === undefined) letters += letter.at(-1);
      else close();
      if (pieces && pieces.length > 0 && !/^(?:[?*]|\{0)/.test(times ?? "")) best = moreTelling(best, pieces);
    }
    close();
    return best;
  }

  /** A group or whatever else is no plain letter; its pieces, or that nothing follows in this row */
  #part(): Pieces | "end" {
    const group = this.#next(GROUP);
    if (group === undefined) return this.#next(OTHER) === undefined ? "end" : undefined;
    const pieces = this.either();
    this.#next(/\)/y);
    return /[=!]/.test(group) ? undefined : pieces;
  }

  /** What stands next, if it is of such a kind */
  #next(kind: RegExp): string | undefined {
    kind.lastIndex = this.#at;
    const found = kind.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

/** The pieces that a text has by chance less often: few and long ones. */
function moreTelling(one: Pieces, other: readonly string[]): readonly string[] {
  return one && chanceOf(one) <= chanceOf(other) ? one : other;
}

function chanceOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + LIKE_ANOTHER ** length, 0);
}

/** How often a letter of a chat is the one looked for, roughly. */
const LIKE_ANOTHER = 0.2;
