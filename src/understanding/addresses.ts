import { endOfAddress } from "./address-ends.ts";
import { strength } from "./address-strength.ts";
import { asksHere, comes, dwells, goes, placeAfterTowards, sends, titled, towards } from "./address-towards.ts";
import {
  CONTINUES,
  LANDMARKS,
  LOOKS,
  NUMBERED,
  ONLY_AFTER_TOWARDS,
  STOPS,
  STREETS,
  VAGUE_PLACES,
} from "./lexicon/address-words.ts";
import type { Token } from "./tokens.ts";

/** The words of an address, by their tokens. */
export interface AddressHit {
  readonly from: number;
  /** Past the last token */
  readonly to: number;
}

/** What is already known of the tokens when an address is looked for. */
export interface Known {
  /** Taken by something else, a phone number say */
  readonly taken: (at: number) => boolean;
  /** A word of the catalogue */
  readonly goods: (at: number) => boolean;
  /** A word of the name of a delivery zone */
  readonly area: (at: number) => boolean;
  /** A word that counts goods */
  readonly unit: (at: number) => boolean;
  /** Written with a capital letter */
  readonly capital: (at: number) => boolean;
}

/** The address said in the message, the fullest where several places are. A destination in a question ("ongkir ke Depok berapa?") is none. */
export function addressOf(tokens: readonly Token[], known: Known): AddressHit | undefined {
  let best: (AddressHit & { weight: number }) | undefined;
  for (let at = 0; at < tokens.length; at++) {
    if (known.taken(at)) continue;
    const start = startAt(tokens, at, known);
    if (start === undefined) continue;
    const to = endOfAddress(tokens, start, known);
    if (!says(tokens, start, to)) continue;
    const full = strength(tokens, start, to);
    const weight = full + (full > 0 ? 4 : 0) + (labelled(tokens, start) ? 3 : 0);
    if (!best || weight > best.weight) best = { from: start, to, weight };
    at = Math.max(at, to - 1);
  }
  return best && { from: withArea(tokens, best.from, known), to: best.to };
}

function startAt(tokens: readonly Token[], at: number, known: Known): number | undefined {
  if (streetAt(tokens, at, known)) return at;
  const place = placeAfterTowards(tokens, at, known);
  if (place !== undefined) return place;
  const described = describedAt(tokens, at);
  if (described !== undefined) return described;
  if (!ownPlaceAt(tokens, at)) return undefined;
  return strength(tokens, NUMBERED.has(tokens[at]?.raw ?? "") ? at : at + 1, endOfAddress(tokens, at, known)) > 0
    ? at
    : undefined;
}

/** "Kos Melati kamar 12", "TK Pelita Bunda jl mawar 3": a kind of place with a name, and more behind it. */
function ownPlaceAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1]?.raw === "." ? tokens[at + 2] : tokens[at + 1];
  if (token?.kind !== "word" || !ONLY_AFTER_TOWARDS.has(token.raw) || !next || next.kind === "sign") return false;
  if (LANDMARKS.has(tokens[at - 1]?.raw ?? "") || asksHere(tokens, at) || comes(tokens, at)) return false;
  const goesOn = CONTINUES.has(next.raw) && !LANDMARKS.has(next.raw);
  return NUMBERED.has(token.raw) || titled(tokens, at + 1) || (next.kind === "word" && (!next.known || goesOn));
}

/** "rumah pagar hijau sebelah mushola", "rmh dpn masjid"; "sebelah Indomaret" on its own line. */
function describedAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || asksHere(tokens, at)) return undefined;
  const before = tokens[at - 1];
  if (token.word === "rumah") {
    let next = at + 1;
    while (OF_MINE.has(tokens[next]?.word ?? "")) next++;
    const looks = LOOKS.has(tokens[next]?.raw ?? "") || landmarkAt(tokens, next);
    if (looks && next > at + 1) return next;
    return looks || numberAt(tokens, at + 1) ? at : undefined;
  }
  const opens =
    before === undefined ||
    before.kind === "sign" ||
    before.word === "cod" ||
    (before.word === "di" && sends(tokens, at));
  return opens && landmarkAt(tokens, at) && !comes(tokens, at) ? at : undefined;
}

const OF_MINE = new Set(["saya", "yang", "nya", "ku", "kak", "sing", "nu", "ini", "di"]);

/** "no 7", "nomor tujuh". */
function numberAt(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.raw === "." ? tokens[at + 2] : tokens[at + 1];
  return /^(no|nomor|nomer|nmr)$/.test(tokens[at]?.raw ?? "") && next?.kind === "number" && next.value < 1000;
}

function landmarkAt(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    LANDMARKS.has(tokens[at]?.raw ?? "") &&
    next?.kind === "word" &&
    (STREETS.has(next.raw) || CONTINUES.has(next.raw) || (!next.known && !STOPS.has(next.word)))
  );
}

function labelled(tokens: readonly Token[], start: number): boolean {
  for (let at = start - 1; at >= 0 && at > start - 4; at--) {
    const word = tokens[at]?.word ?? "";
    if (word === "alamat" || word === "ke" || word === "kirim") return true;
  }
  return false;
}

/** "Beji, jl mawar 3", "ke kukusan jl mawar 3": the area said before the street belongs to the address. */
function withArea(tokens: readonly Token[], street: number, known: Known): number {
  let from = street;
  for (let at = street - 1; at >= 0 && at > street - 6 && !known.taken(at); at--) {
    if (tokens[at]?.kind === "sign" ? tokens[at]?.raw !== "," : !known.area(at)) break;
    if (known.area(at)) from = at;
  }
  if (from < street) return from;
  const named = quarterBefore(tokens, street, known);
  if (named < street) return named;
  for (let at = street - 1; at >= 0 && at > street - 5 && !known.taken(at); at--) {
    const token = tokens[at];
    if (token?.word === "ke") return at + 1;
    if (token?.kind !== "word" || token.known || known.goods(at)) return street;
  }
  return street;
}

const WITHIN = new Set("lorong lrg lr gang gg blok blk no rt".split(" "));

/** Estates are named before these. */
const ESTATE = new Set(["blok", "blk"]);

/** "Baji Gau lorong 5 no 18": what a lane lies in, at the start of a line. */
function quarterBefore(tokens: readonly Token[], street: number, known: Known): number {
  if (!WITHIN.has(tokens[street]?.raw ?? "")) return street;
  let from = street;
  while (from > 0 && from > street - 4 && tokens[from - 1]?.kind === "word") {
    const before = tokens[from - 1];
    const stops = STOPS.has(before?.word ?? "") || titled(tokens, from - 1);
    if (known.taken(from - 1) || known.goods(from - 1) || stops) return street;
    if (!ESTATE.has(tokens[street]?.raw ?? "") && (before?.known || !known.capital(from - 1))) return street;
    from--;
  }
  return from === 0 || tokens[from - 1]?.kind === "sign" ? from : street;
}

function full(tokens: readonly Token[], at: number, known: Known): boolean {
  return strength(tokens, at, endOfAddress(tokens, at, known)) > 0;
}

const NAMING = new Set(["baru", "besar", "kecil", "raya"]);

function streetAt(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !STREETS.has(token.raw)) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.raw === "." ? tokens[at + 2] : tokens[at + 1];
  if (!next || next.kind === "sign" || next.word === "apa" || next.word === "mana") return false;
  // "vitamin b kompleks dua strip", "gang 2 meter": goods, or a measure.
  if (known.goods(at) && before?.kind === "word" && !towards(before)) return false;
  if (next.kind === "number" && known.unit(at + 2)) return false;
  const chat = (STOPS.has(next.raw) || STOPS.has(next.word)) && !known.capital(tokens.indexOf(next));
  const stops = next.kind === "word" && chat && !titled(tokens, at + 1);
  if (ONLY_AFTER_TOWARDS.has(token.raw)) {
    // "piring di toko sebelah lebih murah" sends nothing there.
    const mine = dwells(tokens, at - 1) || tokens[at - 2]?.word === "saya";
    const there = before?.word !== "di" || mine || sends(tokens, at) || full(tokens, at, known);
    const led = (towards(before) && there) || goes(tokens, at - 1);
    return led && !stops && !VAGUE_PLACES.has(next.raw) && !(before?.word === "ke" && comes(tokens, at));
  }
  const numbered = tokens[at + 2]?.kind === "number" || NUMBERED.has(tokens[at + 2]?.raw ?? "");
  if (stops) return token.raw === "jl" || token.raw === "jln" || numbered;
  if (token.raw !== "jalan" && token.raw !== "kp") return true;
  const led = before?.word === "ke" || before?.word === "di";
  return next.kind === "number" || !next.known || CONTINUES.has(next.raw) || NAMING.has(next.raw) || led;
}

/** More than a vague word, and more than a lone sign. */
function says(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter((token) => token.kind !== "sign");
  const telling = words.filter((token) => !VAGUE_PLACES.has(token.raw) && !LANDMARKS.has(token.raw));
  return telling.length > 0 && (words.length > 1 || (words[0] !== undefined && !STREETS.has(words[0].raw)));
}
