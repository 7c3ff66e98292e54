import { STREETS } from "./lexicon/address-words.ts";
import { WEEKDAYS } from "./lexicon/calendar.ts";
import { NOT_NAMES, PHONE_LABEL, ROLES, TITLES } from "./lexicon/name-words.ts";
import { numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

/** A person named as the one who orders or receives. */
export interface NameHit {
  readonly from: number;
  /** Where the words that announce it start ("a.n."); `from` where there are none */
  readonly marker: number;
  readonly to: number;
}

/** Facts about the tokens that tell a name from goods. */
export interface Surroundings {
  readonly text: string;
  /** Taken by a phone number, an address, a date or a product */
  readonly taken: (at: number) => boolean;
  /** A phone number or address */
  readonly contact: (at: number) => boolean;
  /** A phone number */
  readonly phone: (at: number) => boolean;
  readonly goods: (at: number) => boolean;
}

const MOST_WORDS = 4;

/** The name from a token on: titles, then words that are no chat words; after a marker (`sure`) the first may be any word. */
export function nameAt(
  tokens: readonly Token[],
  from: number,
  around: Surroundings,
  sure: boolean,
): NameHit | undefined {
  let at = from;
  while ((TITLES.has(tokens[at]?.raw ?? "") || ROLES.has(tokens[at]?.raw ?? "")) && at < from + 3) {
    at++;
    if (tokens[at]?.raw === "." && tokens[at + 1]?.kind === "word") at++;
  }
  const titled = at > from && TITLES.has(tokens[from]?.raw ?? "");
  const first = at;
  while (at < first + MOST_WORDS && nameWord(tokens, at, around, { sure: sure && at === first, after: at > first }))
    at++;
  // "Bu RT", "Pak Haji" at the end of what announces a name.
  if (at === first && sure && titled && STANDING.has(tokens[at]?.raw ?? "")) at++;
  if (at === first && sure && titled && STANDING.has(tokens[at - 1]?.raw ?? "")) return { from, marker: from, to: at };
  return at > first ? { from, marker: from, to: at } : undefined;
}

const STANDING = new Set(["rt", "rw", "haji", "hj", "lurah", "ustadz", "ustad", "kades"]);

interface Place {
  readonly sure: boolean;
  /** Behind another word of the name */
  readonly after: boolean;
}

function nameWord(tokens: readonly Token[], at: number, around: Surroundings, { sure, after }: Place): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || around.taken(at) || token.raw.length < 2 || NOT_NAMES.has(token.raw)) return false;
  if (PHONE_LABEL.test(token.raw) || token.raw.startsWith("patokan")) return false;
  if (after && numberWord(token.raw) !== undefined) return false;
  if (after && (WEEKDAYS.has(token.raw) || STREETS.has(token.raw) || ROLES.has(token.raw))) return false;
  if (sure) return !around.goods(at) || isCapital(tokens, at, around.text);
  return !token.known && (!around.goods(at) || isCapital(tokens, at, around.text)) && !token.doubled;
}

export function isCapital(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  const letter = token ? text[token.start] : undefined;
  return letter !== undefined && letter !== letter.toLowerCase();
}
