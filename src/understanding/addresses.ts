import { CONTINUES, LANDMARKS, ONLY_AFTER_TOWARDS, STOPS, STREETS, VAGUE_PLACES } from "./lexicon/address-words.ts";
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
}

/** The address said in the message. A destination in a question ("ongkir ke Depok berapa?") is none. */
export function addressOf(tokens: readonly Token[], known: Known): AddressHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (known.taken(at)) continue;
    const start = streetAt(tokens, at) ? at : placeAfterTowards(tokens, at, known);
    if (start === undefined) continue;
    const to = endOf(tokens, start, known);
    if (says(tokens, start, to)) return { from: withArea(tokens, start, known), to };
  }
  return undefined;
}

/** "Beji, jl mawar 3", "ke kukusan jl mawar 3": the area said before the street belongs to the address. */
function withArea(tokens: readonly Token[], street: number, known: Known): number {
  let from = street;
  for (let at = street - 1; at >= 0 && at > street - 6 && !known.taken(at); at--) {
    if (tokens[at]?.kind === "sign" ? tokens[at]?.raw !== "," : !known.area(at)) break;
    if (known.area(at)) from = at;
  }
  if (from < street) return from;
  for (let at = street - 1; at >= 0 && at > street - 5 && !known.taken(at); at--) {
    const token = tokens[at];
    if (token?.word === "ke") return at + 1;
    if (token?.kind !== "word" || token.known || known.goods(at)) return street;
  }
  return street;
}

function streetAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !STREETS.has(token.raw)) return false;
  const next = tokens[at + 1]?.raw === "." ? tokens[at + 2] : tokens[at + 1];
  if (!next || next.kind === "sign" || next.word === "apa" || next.word === "mana") return false;
  if (ONLY_AFTER_TOWARDS.has(token.raw))
    return towards(tokens[at - 1]) && !(next.kind === "word" && (STOPS.has(next.word) || VAGUE_PLACES.has(next.raw)));
  if (token.raw === "jalan" || token.raw === "gang" || token.raw === "kp")
    return (
      next.kind === "number" ||
      !next.known ||
      CONTINUES.has(next.raw) ||
      tokens[at - 1]?.word === "ke" ||
      tokens[at - 1]?.word === "di"
    );
  return !(next.kind === "word" && STOPS.has(next.word) && token.raw !== "jl" && token.raw !== "jln");
}

function towards(token: Token | undefined): boolean {
  return token?.word === "ke" || token?.word === "di" || token?.word === "alamat" || token?.raw === ":";
}

/** After "kirim … ke", "alamat", "rumah saya di": the place named there. */
function placeAfterTowards(tokens: readonly Token[], at: number, known: Known): number | undefined {
  const word = tokens[at]?.word;
  if (word === "alamat" || (word === "tujuan" && tokens[at + 1]?.raw === ":")) {
    let start = at + 1;
    while (LEAD_IN.has(tokens[start]?.word ?? "")) start++;
    return placeAt(tokens, start, known) ? start : undefined;
  }
  if (word !== "ke" && word !== "di") return undefined;
  const near = [tokens[at - 1]?.word, tokens[at - 2]?.word];
  const towardsHome =
    word === "ke"
      ? near.includes("kirim") || near.includes("alamat")
      : near.includes("rumah") || near.includes("alamat") || near.includes("lokasi") || near[0] === "kirim";
  let start = at + 1;
  while (LEAD_IN.has(tokens[start]?.word ?? "")) start++;
  return towardsHome && placeAt(tokens, start, known) ? start : undefined;
}

const LEAD_IN = new Set([
  ":",
  "alamat",
  "saya",
  "nya",
  "di",
  "ke",
  "rumah",
  "=",
  "-",
  "ini",
  "kirim",
  "pengantaran",
  "lengkap",
  "adalah",
]);

function placeAt(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || known.taken(at)) return false;
  if (STREETS.has(token.raw) || LANDMARKS.has(token.raw)) return true;
  return (
    !VAGUE_PLACES.has(token.raw) &&
    !STOPS.has(token.word) &&
    (CONTINUES.has(token.raw) || (!token.known && !known.goods(at)))
  );
}

const ABBREVIATIONS = new Set([
  "jl",
  "jln",
  "no",
  "gg",
  "rt",
  "rw",
  "kel",
  "kec",
  "kab",
  "ds",
  "dsn",
  "blk",
  "kp",
  "km",
  "lt",
  "h",
  "st",
  "dr",
  "prof",
  "perum",
  "komp",
  "apt",
]);

function endOf(tokens: readonly Token[], start: number, known: Known): number {
  let numbered = false;
  let at = start;
  for (; at < tokens.length && at < start + 40; at++) {
    const token = tokens[at];
    if (!token || known.taken(at)) break;
    if (token.kind === "sign") {
      if (!goesOn(tokens, at, known)) break;
      continue;
    }
    if (token.raw === "an" && tokens[at + 1]?.kind === "word") break;
    if (token.raw === "a" && tokens[at + 2]?.raw === "n" && tokens[at + 1]?.kind === "sign") break;
    if (token.kind === "number") numbered = true;
    const opening = at < start + 2;
    if (!opening && token.kind === "word" && STOPS.has(token.word) && !CONTINUES.has(token.raw)) break;
    if (
      numbered &&
      known.goods(at) &&
      token.kind === "word" &&
      !CONTINUES.has(token.raw) &&
      !token.glued &&
      token.raw.length > 2
    )
      break;
  }
  while (at > start && (tokens[at - 1]?.kind === "sign" || TRAILING.has(tokens[at - 1]?.word ?? ""))) at--;
  return at;
}

const TRAILING = new Set(["ya", "kak", "dong", "makasih", "aja", "oke", "dan", "sama", "di", "ke"]);

/** Whether an address runs on after a sign. */
function goesOn(tokens: readonly Token[], at: number, known: Known): boolean {
  const sign = tokens[at]?.raw;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!next || known.taken(at + 1)) return false;
  if (sign === "/" || sign === "-" || sign === "#" || sign === "'" || sign === "(" || sign === ")") return true;
  if (sign === "." && (ABBREVIATIONS.has(before?.raw ?? "") || next.glued)) return true;
  if (sign !== "," && sign !== "." && sign !== "\n") return false;
  if (next.kind === "number") return sign === "," && next.raw.length >= 5;
  if (next.kind !== "word" || known.goods(at + 1)) return false;
  if (CONTINUES.has(next.raw) || STREETS.has(next.raw) || LANDMARKS.has(next.raw)) return true;
  return sign === "," && !next.known && !STOPS.has(next.word) && !STOPS.has(next.raw);
}

/** More than a vague word, and more than a lone sign. */
function says(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter((token) => token.kind !== "sign");
  const telling = words.filter((token) => !VAGUE_PLACES.has(token.raw) && !LANDMARKS.has(token.raw));
  return telling.length > 0 && (words.length > 1 || (words[0] !== undefined && !STREETS.has(words[0].raw)));
}
