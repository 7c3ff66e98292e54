import { endOfAddress } from "./address-ends.ts";
import { strength } from "./address-strength.ts";
import type { Known } from "./addresses.ts";
import {
  CONTINUES,
  LANDMARKS,
  LOOKS,
  NOT_PLACES,
  STOPS,
  STREETS,
  VAGUE_PLACES,
  WHOSE,
} from "./lexicon/address-words.ts";
import { numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

/** After "kirim … ke", "alamat", "patokan", "rumah saya di": the place named there. */
export function placeAfterTowards(tokens: readonly Token[], at: number, known: Known): number | undefined {
  const token = tokens[at];
  const word = token?.word;
  const label =
    LABELS.has(token?.raw ?? "") ||
    token?.raw.startsWith("patokan") ||
    (word === "tujuan" && tokens[at + 1]?.raw === ":");
  if (word === "alamat" || label) {
    const start = skipped(tokens, at + 1, AFTER_LABEL);
    return !asksHere(tokens, at) && placeAt(tokens, start, known) ? start : undefined;
  }
  if (word !== "di" && !goes(tokens, at)) return undefined;
  const near = [tokens[at - 1]?.word, tokens[at - 2]?.word];
  if (word === "di" ? !dwells(tokens, at) : !sends(tokens, at) && !near.includes("alamat")) return undefined;
  const full = (start: number) => strength(tokens, start, endOfAddress(tokens, start, known)) > 0;
  if (tokens[at + 1]?.word === "rumah" && WHOSE.has(tokens[at + 2]?.raw ?? "") && full(at + 1)) return at + 1;
  const start = skipped(tokens, at + 1, LEAD_IN);
  if (!placeAt(tokens, start, known)) return undefined;
  // English "to" mostly leads to a verb.
  const enough = full(start) || ((token?.raw !== "to" || known.capital(start)) && !wonders(tokens, at, known));
  return enough ? start : undefined;
}

/** "rumah di …", "posisi saya di …": who is there. */
export function dwells(tokens: readonly Token[], at: number): boolean {
  const near = [tokens[at - 1]?.word, tokens[at - 2]?.word];
  return near.some((each) => DWELLS.has(each ?? "")) || near[0] === "kirim";
}

const DWELLS = new Set(["rumah", "alamat", "lokasi", "posisi", "tinggal", "domisili"]);
const LABELS = new Set("ancer2 tujuan address".split(" "));
const AFTER_LABEL = new Set(
  ": alamat saya nya di ke rumah = - ini kirim pengantaran pengiriman lengkap adalah ganti pindah ubah baru ya kak jadi aja penerima tujuan".split(
    " ",
  ),
);
const LEAD_IN = new Set(": alamat saya nya di ke rumah = - ini kirim pengantaran lengkap adalah aja".split(" "));

function skipped(tokens: readonly Token[], from: number, words: ReadonlySet<string>): number {
  let at = from;
  while (words.has(tokens[at]?.word ?? "") && !(tokens[at]?.word === "rumah" && LOOKS.has(tokens[at + 1]?.raw ?? "")))
    at++;
  return at;
}

/** A place asked about ("tokonya sebelah mana?", "ongkir ke Depok berapa?"). */
const ASKING = new Set("berapa ongkir mana lama apa kapan ekspedisi jangkau cover area siapa".split(" "));

/** Whether a question is asked between the stops around a token. */
export function asksHere(tokens: readonly Token[], at: number): boolean {
  return clause(tokens, at).some(({ word, raw }) => ASKING.has(word) || ASKING.has(raw) || raw === "?");
}

const BREAKS = new Set([".", ",", "!", "?", "\n", ";"]);

/** The words between two stops, the question mark at the end included. */
function clause(tokens: readonly Token[], at: number): readonly Token[] {
  let from = at;
  let to = at;
  while (from > 0 && !BREAKS.has(tokens[from - 1]?.raw ?? "")) from--;
  while (to < tokens.length && !BREAKS.has(tokens[to]?.raw ?? "")) to++;
  return tokens.slice(from, to + 1);
}

const OPEN = new Set(["bisa", "boleh", "tidak", "kalau", "?"]);

/** A bare town in a question is asked about, unless goods are counted beside it ("bisa antar kaos 2 ke Beji?"). */
function wonders(tokens: readonly Token[], at: number, known: Known): boolean {
  const here = clause(tokens, at);
  if (here.some(({ word, raw }) => ASKING.has(word) || ASKING.has(raw))) return true;
  const counted = here.some((token) => token.kind === "number" || numberWord(token.raw) !== undefined);
  const coverage = here.some(({ word }) => word === "cod");
  return (
    here.some(({ word }) => OPEN.has(word)) && !(counted && !coverage && tokens.some((_, place) => known.goods(place)))
  );
}

function placeAt(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || known.taken(at) || NOT_PLACES.has(token.raw)) return false;
  const next = tokens[at + 1];
  // "ruko mangga blok c no 8": a chat word is a name where the rest of an address follows.
  const named = STREETS.has(token.raw) && strength(tokens, at + 1, endOfAddress(tokens, at, known)) > 0;
  const chat = next?.kind === "word" && STOPS.has(next.word) && !(named && !STOPS.has(next.raw));
  const stops = chat && !titled(tokens, at + 1);
  const alone = next === undefined || next.kind === "sign" || stops;
  if (LANDMARKS.has(token.raw)) return !alone;
  if (VAGUE_PLACES.has(token.raw)) return !alone && STREETS.has(token.raw) && next.word !== "saya";
  if (STREETS.has(token.raw)) return !alone;
  return !STOPS.has(token.word) && (CONTINUES.has(token.raw) || (!token.known && !known.goods(at)));
}

/** "kosan Bu Enok": a title with a name behind it. */
export function titled(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.word === "kak" && next?.kind === "word" && (!next.known || next.raw === "rt" || next.raw === "rw");
}

/** Right before a kind of place: "ke", "di", a label. */
export function towards(token: Token | undefined): boolean {
  return token?.word === "ke" || token?.word === "di" || token?.word === "alamat" || token?.raw === ":";
}

/** Words said for "ke" where something is sent. */
const SPOKEN_TOWARDS = new Set("ka k nang ning ndek nde teng to menyang nyang dateng krmh krumah kerumah".split(" "));

/** Whether a word leads to where goods are sent. */
export function goes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.word === "ke" || (SPOKEN_TOWARDS.has(token.raw) && sends(tokens, at)));
}

const MOVES = new Set("kirim cod alamat ambil datang mampir transfer bayar ongkir jemput".split(" "));
const COMES = new Set(["ambil", "datang", "mampir"]);
const REACH = 14;

/** Whether the nearest word of moving before is one of sending. */
export function sends(tokens: readonly Token[], at: number): boolean {
  const move = moveBefore(tokens, at);
  return move === "kirim" || move === "cod" || move === "alamat";
}

/** Whether the customer comes there instead. */
export function comes(tokens: readonly Token[], at: number): boolean {
  return COMES.has(moveBefore(tokens, at) ?? "");
}

function moveBefore(tokens: readonly Token[], at: number): string | undefined {
  for (let back = at - 1; back >= 0 && back > at - REACH; back--) {
    const token = tokens[back];
    if (token === undefined || token.raw === "?" || token.raw === "!") return undefined;
    if (MOVES.has(token.word)) return token.word;
    if (/^(go-?send|grab|d?i?(ant[ea]r|kirim))/.test(token.raw)) return "kirim";
  }
  return undefined;
}
