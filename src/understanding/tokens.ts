import { MULTIPLIERS, numberWord } from "./lexicon/numbers.ts";
import { SYNONYMS } from "./lexicon/synonyms.ts";
import { VEHICLES } from "./lexicon/vehicles.ts";
import { COMMON, WORDS } from "./lexicon/words.ts";
import type { Normalised } from "./normalise.ts";
import { inIndonesian, type Piece } from "./regional.ts";

/** One word, number or sign of a message, with its place in the original text. */
export interface Token {
  /** As written, in plain lower case without stretched letters; of a regional word, the Indonesian one */
  readonly raw: string;
  /** The word it stands for in chat ("gak" → "tidak"), for rules */
  readonly word: string;
  /** The word to look up in a catalogue: without "-nya", synonyms joined ("item" → "hitam") */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "sign";
  /** Value of a number written in digits */
  readonly value: number;
  /** Rupiah ("25rb", "25.000", "Rp 500") */
  readonly money: boolean;
  /** No space before it */
  readonly glued: boolean;
  /** Written with a "2" for repeating ("bersih2") */
  readonly doubled: boolean;
  /** Known to the chat lexicon, so never a misspelt product */
  readonly known: boolean;
}

const PIECES = /[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)*|\S|\n/g;
const MOST_TOKENS = 320;

/** Words, numbers and signs in order. "bersih2", "bersih-bersih" and "bersih bersih" come out alike. */
export function tokenise(normalised: Normalised): Token[] {
  return tokensOf(piecesOf(normalised));
}

/** The tokens of what a customer says: regional words are read as Indonesian ones. */
export function tokensHeard(normalised: Normalised): Token[] {
  return tokensOf(inIndonesian(piecesOf(normalised)));
}

function piecesOf({ text, origin }: Normalised): Piece[] {
  const pieces: Piece[] = [];
  let last = -1;
  for (const match of text.matchAll(PIECES)) {
    if (pieces.length >= MOST_TOKENS) break;
    const at = match.index;
    const end = at + match[0].length;
    const start = origin?.[at] ?? at;
    pieces.push({ text: match[0], start, end: (origin?.[end - 1] ?? end - 1) + 1, glued: at === last });
    last = end;
  }
  return pieces;
}

function tokensOf(pieces: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  for (const { text, said, start, end, glued } of pieces) push(tokens, text, { start, end, glued, said });
  return tokens;
}

/** The same words for catalogue text: only words and numbers, as keys. */
export function keysOf(tokens: readonly Token[]): string[] {
  return tokens.filter((token) => token.kind !== "sign").map((token) => token.key);
}

type Place = Pick<Token, "start" | "end" | "glued"> & { readonly said?: string | undefined };

function push(tokens: Token[], piece: string, place: Place): void {
  const code = piece.charCodeAt(0);
  const { start, end, glued } = place;
  if (code >= 48 && code <= 57) pushNumber(tokens, piece, place);
  else if (code >= 97 && code <= 122) pushWord(tokens, piece.replaceAll("'", ""), place);
  else
    tokens.push({
      raw: piece,
      word: piece,
      key: piece,
      kind: "sign",
      value: Number.NaN,
      money: false,
      doubled: false,
      known: true,
      start,
      end,
      glued,
    });
}

const THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/;
/** Short words that a number follows ("rt2", "L2"): no reduplication. */
const NOT_DOUBLED = new Set([
  "no",
  "rt",
  "rw",
  "jam",
  "jm",
  "tgl",
  "gg",
  "jl",
  "jln",
  "km",
  "lt",
  "kg",
  "uk",
  "size",
  "ukuran",
  "blok",
  "pcs",
  "isi",
  "nomor",
  "nmr",
  "ada",
  "mau",
  "pesan",
  "pesen",
  "order",
  "minta",
  "beli",
  "ambil",
  "tipe",
  "paket",
]);

function pushNumber(tokens: Token[], piece: string, place: Place): void {
  const before = tokens.at(-1);
  if (before?.raw === "m" && place.glued && (piece === "2" || piece === "3") && tokens.at(-2)?.kind === "number") {
    tokens[tokens.length - 1] = wordToken(`m${piece}`, { ...before, end: place.end }, false);
    return;
  }
  if (
    piece === "2" &&
    place.glued &&
    before?.kind === "word" &&
    before.raw.length > 2 &&
    !NOT_DOUBLED.has(before.raw) &&
    !/^x+l$/.test(before.raw)
  ) {
    tokens[tokens.length - 1] = wordToken(before.raw, { ...before, end: place.end }, true);
    return;
  }
  const value = THOUSANDS.test(piece)
    ? Number(piece.replaceAll(/[.,]/g, ""))
    : Number.parseFloat(piece.replace(",", "."));
  const money =
    value >= 500 &&
    (THOUSANDS.test(piece) || before?.raw === "rp" || (before?.raw === "." && tokens.at(-2)?.raw === "rp"));
  if (money && before?.raw === "rp") tokens.pop();
  tokens.push({
    raw: piece,
    word: piece,
    key: String(value),
    kind: "number",
    value,
    money,
    doubled: false,
    known: true,
    start: place.start,
    end: place.end,
    glued: place.glued,
  });
}

function pushWord(tokens: Token[], piece: string, place: Place): void {
  const before = tokens.at(-1);
  const sized = place.glued && before?.kind === "number" && /^x+l$/.test(piece);
  if (sized && before.value <= 5 && before.value >= 2 && !sizesCounted(tokens)) {
    tokens[tokens.length - 1] = wordToken(
      `${"x".repeat(before.value)}l`,
      { ...before, end: place.end, glued: before.glued },
      false,
    );
    return;
  }
  const raw = unstretched(piece);
  const factor = before?.kind === "number" && !before.money ? MONEY_FACTORS[raw] : undefined;
  if (before && factor !== undefined && (raw !== "k" || place.glued) && before.value * factor >= 500) {
    const value = before.value * factor;
    tokens[tokens.length - 1] = { ...before, key: String(value), value, money: true, end: place.end };
    return;
  }
  const hyphen = before?.raw === "-" && before.glued && place.glued ? 1 : 0;
  if (hyphen && SUFFIXES.has(raw)) {
    tokens.pop();
    const base = tokens.pop();
    if (base) tokens.push({ ...base, end: place.end });
    return;
  }
  const twin = tokens.at(-1 - hyphen);
  if (
    twin?.kind === "word" &&
    raw.length > 2 &&
    twin.raw === withoutSuffix(raw) &&
    (hyphen || !place.glued) &&
    !twin.doubled &&
    !(hyphen === 0 && numberWord(raw) !== undefined && countsOn(tokens.at(-2)))
  ) {
    tokens.length -= 1 + hyphen;
    const both = numberWord(twin.raw) !== undefined && raw !== twin.raw;
    tokens.push(both ? allOf(twin, place) : wordToken(twin.raw, { ...twin, end: place.end }, true));
    return;
  }
  // "sop2an", "jalan2an"
  if (raw === "an" && twin?.doubled && place.glued) return;
  if (/^n(?:ya|y|e)$/.test(raw) && twin?.doubled && place.glued) {
    if (numberWord(twin.raw.slice(0, -1)) !== undefined) tokens[tokens.length - 1] = allOf(twin, place);
    return;
  }
  tokens.push(wordToken(raw, place, false));
}

/** "2L 3XL": behind a size with its number, the number before "XL" counts too. */
function sizesCounted(tokens: readonly Token[]): boolean {
  const before = tokens.at(-2)?.kind === "sign" || tokens.at(-2)?.word === "sama" ? -3 : -2;
  const [number, size] = [tokens.at(before - 1), tokens.at(before)];
  return number?.kind === "number" && size?.glued === true && /^(?:s|m|l|x+l)$/.test(size.raw);
}

/** "dua-duanya", "dua2nya": all that were named, and no number. */
function allOf(twin: Token, place: Place): Token {
  return wordToken("semuanya", { ...twin, end: place.end }, false);
}

/** A number word after a number word goes on counting ("tiga puluh dua, dua biji", a telephone number spelled out). */
function countsOn(before: Token | undefined): boolean {
  return before?.kind === "word" && (numberWord(before.raw) ?? MULTIPLIERS.get(before.raw) ?? NaN) >= 0;
}

const MONEY_FACTORS: Readonly<Record<string, number | undefined>> = {
  rb: 1000,
  ribu: 1000,
  rebu: 1000,
  rban: 1000,
  ribuan: 1000,
  rbu: 1000,
  k: 1000,
  jt: 1_000_000,
  juta: 1_000_000,
};
const SUFFIXES = new Set(["nya", "nye", "nyo", "ku", "mu", "lah", "kah"]);

function wordToken(raw: string, place: Place, doubled: boolean): Token {
  const said = doubled ? `${raw}2` : raw;
  const word = chatWord(said) ?? (doubled ? chatWord(raw) : undefined);
  const base = withoutSuffix(raw);
  const { start, end, glued, said: written } = place;
  const key = keyOf(written) ?? keyOf(said, raw, base, withoutDoubles(base)) ?? withoutSuffix(written ?? raw);
  const known = written !== undefined || word !== undefined || COMMON.has(raw) || COMMON.has(base) || VEHICLES.has(raw);
  return {
    raw: said,
    word: word ?? said,
    key,
    start,
    end,
    glued,
    kind: "word",
    value: Number.NaN,
    money: false,
    doubled,
    known,
  };
}

/** The first spelling that stands for another on the shelf. */
function keyOf(...spellings: readonly (string | undefined)[]): string | undefined {
  for (const spelling of spellings) {
    const key = SYNONYMS.get(spelling ?? "");
    if (key !== undefined) return key;
  }
  return undefined;
}

/** "bangettt" → "banget", "siiip" → "sip". */
function unstretched(word: string): string {
  if (/^x{2,5}[ls]$/.test(word)) return word;
  return /(.)\1\1/.test(word) ? word.replaceAll(/(.)\1{2,}/g, "$1") : word;
}

/** "iteem" → "item", only to look for another spelling. */
function withoutDoubles(word: string): string {
  return word.length > 4 ? word.replaceAll(/(.)\1/g, "$1") : word;
}

const KEEP_NYA = new Set(["punya", "tanya", "hanya", "kenya", "banya", "bunya", "nanya"]);

function withoutSuffix(raw: string): string {
  if (raw.length > 5 && /ny[aeo]$/.test(raw) && !KEEP_NYA.has(raw)) return raw.slice(0, -3);
  if (raw.length > 6 && raw.endsWith("ny") && !raw.endsWith("any")) return raw.slice(0, -2);
  return raw;
}

/** The chat word for a spelling, trying it without stretched letters and common endings. */
function chatWord(raw: string): string | undefined {
  const exact = WORDS.get(raw);
  if (exact !== undefined) return exact;
  const single = raw.replaceAll(/(.)\1/g, "$1");
  const collapsed = single === raw ? undefined : WORDS.get(single);
  if (collapsed !== undefined) return collapsed;
  for (const ending of ENDINGS) {
    if (raw.length < ending.length + (ending.length < 3 ? 4 : 3) || !raw.endsWith(ending)) continue;
    const base = WORDS.get(raw.slice(0, -ending.length));
    if (base !== undefined) return base;
  }
  return undefined;
}

const ENDINGS = [
  "nya",
  "ny",
  "kah",
  "lah",
  "ku",
  "mu",
  "an2",
  "in",
  "kan",
  "nipun",
  "ipun",
  "keun",
  "nye",
  "nyo",
  "ne",
  "na",
  "e",
];
