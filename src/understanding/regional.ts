import { MULTIPLIERS, numberWord } from "./lexicon/numbers.ts";
import { BALINESE } from "./lexicon/regional/balinese.ts";
import { BANJAR } from "./lexicon/regional/banjar.ts";
import { BETAWI } from "./lexicon/regional/betawi.ts";
import { ENGLISH } from "./lexicon/regional/english.ts";
import { JAVANESE } from "./lexicon/regional/javanese.ts";
import { MADURESE } from "./lexicon/regional/madurese.ts";
import { EASTERN_MALAY, SUMATRAN_MALAY } from "./lexicon/regional/malay-dialects.ts";
import { MINANG } from "./lexicon/regional/minang.ts";
import type { RegionalWords } from "./lexicon/regional/regional-words.ts";
import { SUNDANESE } from "./lexicon/regional/sundanese.ts";
import { SYNONYMS } from "./lexicon/synonyms.ts";
import { UNITS } from "./lexicon/units.ts";
import { COMMON, WORDS } from "./lexicon/words.ts";

/** One word, number or sign of a text, before it is made a token. */
export interface Piece {
  /** What it is read as */
  readonly text: string;
  /** As written, where it is read as something else */
  readonly said?: string;
  /** Place in the original text */
  readonly start: number;
  readonly end: number;
  /** No space before it */
  readonly glued: boolean;
}

const LANGUAGES: readonly RegionalWords[] = [
  JAVANESE,
  SUNDANESE,
  BETAWI,
  MINANG,
  SUMATRAN_MALAY,
  EASTERN_MALAY,
  BANJAR,
  BALINESE,
  MADURESE,
  ENGLISH,
];

/** The pieces of a message with regional words and phrases read as the chat words they stand for. */
export function inIndonesian(pieces: readonly Piece[]): readonly Piece[] {
  const words = pieces.map(({ text }) => plain(text));
  const shown = languagesShown(words);
  if (shown.size === 0) return pieces;
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const phrase = phraseAt(words, at);
    const read = phrase?.read ?? wordRead(words, at, shown);
    const to = at + (phrase?.words.length ?? 1);
    const said = pieces.slice(at, to);
    if (read) out.push(...readAs(read, said));
    else out.push(...said);
    at = to;
  }
  return out;
}

interface Reading {
  readonly language: string;
  readonly read: readonly string[];
}

interface Phrase extends Reading {
  readonly words: readonly string[];
}

const SURE = readings(({ sure }) => sure);
const UNSURE = readings(({ unsure }) => unsure);
const AFTER_NUMBER = readings(({ afterNumber }) => afterNumber ?? {});
const PHRASES = phrasesByFirstWord();
const ENDINGS = LANGUAGES.flatMap(({ language, endings = [] }) => endings.map((ending) => ({ language, ending })));

/** How often each language shows itself. */
function languagesShown(words: readonly string[]): Map<string, number> {
  const shown = new Map<string, number>();
  const show = (language: string) => shown.set(language, (shown.get(language) ?? 0) + 1);
  words.forEach((word, at) => {
    for (const { language } of SURE.get(word) ?? []) show(language);
    const phrase = phraseAt(words, at);
    if (phrase) show(phrase.language);
    if (word.length < 6 || SURE.has(word) || WORDS.has(word) || COMMON.has(word) || SYNONYMS.has(word)) return;
    for (const { language, ending } of ENDINGS) if (word.endsWith(ending) && everyday(word, ending)) show(language);
  });
  return shown;
}

function everyday(word: string, ending: string): boolean {
  const base = word.slice(0, -ending.length);
  return base.length > 3 && (WORDS.has(base) || COMMON.has(base));
}

/** Of readings in several languages, that of the language most spoken here. */
function wordRead(
  words: readonly string[],
  at: number,
  shown: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const word = words[at] ?? "";
  const linked = AFTER_NUMBER.get(word);
  if (linked && countedBefore(words, at) && wordFollows(words, at)) return linked[0]?.read;
  const spoken = [...(SURE.get(word) ?? []), ...(UNSURE.get(word) ?? [])]
    .filter(({ language }) => shown.has(language))
    .sort((a, b) => (shown.get(b.language) ?? 0) - (shown.get(a.language) ?? 0));
  return spoken[0]?.read;
}

function countedBefore(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? "";
  return isNumber(before) || (UNITS.has(before) && isNumber(words[at - 2] ?? ""));
}

function wordFollows(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? "";
  return /^[a-z]/.test(next) && !isNumber(next) && !UNITS.has(next);
}

function isNumber(word: string): boolean {
  if (/^\d/.test(word)) return true;
  return [[word], ...(SURE.get(word) ?? []).map(({ read }) => read)].some(([first = ""]) => {
    return numberWord(first) !== undefined || MULTIPLIERS.has(first) || first === "belas";
  });
}

function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  return PHRASES.get(words[at] ?? "")?.find((phrase) =>
    phrase.words.every((word, offset) => words[at + offset] === word),
  );
}

/** The last word read covers what is left of the words said. */
function readAs(read: readonly string[], said: readonly Piece[]): Piece[] {
  const last = said.at(-1);
  return read.flatMap((text, place) => {
    const own = said[Math.min(place, said.length - 1)];
    if (!own || !last) return [];
    const end = place === read.length - 1 ? last.end : own.end;
    const glued = place === 0 ? own.glued : false;
    return [{ text, said: said.length === 1 && place === 0 ? own.text : text, start: own.start, end, glued }];
  });
}

/** "teuuu" → "teu", "ka'angge" → "kaangge". */
function plain(text: string): string {
  const whole = text.includes("'") ? text.replaceAll("'", "") : text;
  return STRETCHED.test(whole) ? whole.replaceAll(/(.)\1{2,}/g, "$1") : whole;
}

const STRETCHED = /(.)\1\1/;

function readings(of: (words: RegionalWords) => Readonly<Record<string, string>>): ReadonlyMap<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const each of LANGUAGES) {
    for (const [word, spellings] of Object.entries(of(each))) {
      const reading = { language: each.language, read: word.split(" ") };
      for (const spelling of spellings.split(/\s+/).filter(Boolean))
        found.set(spelling, [...(found.get(spelling) ?? []), reading]);
    }
  }
  return found;
}

function phrasesByFirstWord(): ReadonlyMap<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const { language, phrases = {} } of LANGUAGES) {
    for (const [said, read] of Object.entries(phrases)) {
      const words = said.split(" ");
      const first = words[0] ?? "";
      found.set(first, [...(found.get(first) ?? []), { language, words, read: read.split(" ") }]);
    }
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return found;
}
