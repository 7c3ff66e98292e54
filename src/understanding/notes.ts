import { careNoteAt } from "./care-notes.ts";
import type { Reading as Whole } from "./reading.ts";
import { standInEnd } from "./stand-in-notes.ts";

type Reading = Pick<Whole, "tokens" | "marks" | "text">;

/** A wish about one item, in the customer's own words. */
export interface Note {
  readonly from: number;
  /** Past the last token */
  readonly to: number;
  readonly text: string;
  /** How the goods are to be picked, tried or packed: said beside an order, and nothing else */
  readonly care?: true;
}

const LONGEST = 24;
const STARTS = new Set([
  "tanpa",
  "tulisan",
  "tulisannya",
  "tulisin",
  "tulis",
  "ucapan",
  "ucapannya",
  "kartu",
  "catatan",
  "note",
  "notes",
  "dipisah",
  "pisah",
  "pisahin",
  "extra",
  "ekstra",
  "banyakin",
  "dibanyakin",
  "dikitin",
  "sedikitin",
  "bungkus kado",
  "request",
  "topper",
  "ucapin",
  "tulisi",
  "ditulis",
  "ditulisin",
  "kartunya",
  "lilin",
]);
const NOT_WISHES = new Set([
  "lupa",
  "lama",
  "telat",
  "kirim",
  "lama2",
  "sampai",
  "dulu",
  "salah",
  "hubungi",
  "wa",
  "chat",
  "telepon",
  "khawatir",
  "ragu",
  "yang",
  "bohong",
  "diskon",
  "ya",
  "lupa2",
  "php",
  "mahal2",
  "mahal",
  "habis",
  "tutup",
]);
const ENDS = new Set(["terus", "kirim", "cod", "ambil", "bayar", "makasih", "sama", "alamat", "nanti", "dan"]);
const TRAILING = new Set(["ya", "kak", "dong", "makasih", "aja", "tapi", "dan"]);

/** Wishes said beside the goods: "jangan terlalu asin", "tanpa kacang", "tulisannya …". */
export function notesOf(reading: Reading): Note[] {
  const notes: Note[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const cared = careNoteAt(reading, at);
    const instead = standInEnd(reading, at);
    if (cared === undefined && instead === undefined && !startsNote(reading, at)) continue;
    const to = cared === undefined ? (instead ?? endOf(reading, at)) : withoutTrailing(reading, at, cared);
    const first = reading.tokens[at];
    const last = reading.tokens[to - 1];
    if (!first || !last || to - at < 2) continue;
    notes.push({ from: at, to, text: reading.text.slice(first.start, last.end).trim(), ...(cared && { care: true }) });
    at = to;
  }
  return notes;
}

function free(reading: Reading, at: number): boolean {
  return reading.marks[at] === undefined;
}

function startsNote(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const next = reading.tokens[at + 1];
  if (token?.kind !== "word" || !next || !free(reading, at)) return false;
  if (STARTS.has(token.raw)) return true;
  if (token.word === "less" || (token.raw === "gula" && next.raw === "dikit")) return true;
  if (token.word === "jangan")
    return (
      next.kind === "word" &&
      !NOT_WISHES.has(next.word) &&
      reading.marks[at + 1] !== "product" &&
      (reading.marks[at + 1] !== "option" || next.doubled)
    );
  if (
    token.word === "tidak" &&
    (next.word === "pakai" || (next.raw === "usah" && reading.tokens[at + 2]?.word === "pakai"))
  ) {
    const wanted = reading.tokens[next.word === "pakai" ? at + 2 : at + 3];
    return wanted?.kind === "word" && wanted.word !== "lama" && wanted.word !== "ongkir";
  }
  return token.raw === "dibungkus" || token.raw === "bungkus"
    ? next.raw === "kado"
    : (token.raw === "yang" || token.raw === "yg") && MANNERS.has(next.raw) && free(reading, at + 1);
}

const MANNERS = new Set([
  "matang",
  "mateng",
  "muda",
  "segar",
  "seger",
  "fresh",
  "baru",
  "rapi",
  "rapih",
  "empuk",
  "gosong",
  "kering",
  "garing",
  "tipis",
  "tebal",
  "mengkel",
  "manis",
  "agak",
]);

/** What is to be written may have numbers in it ("tulisannya HBD Mama 50"). */
const WRITING = /^(?:tulis|ucapan|kartu|topper)/;

function endOf(reading: Reading, from: number): number {
  const written = WRITING.test(reading.tokens[from]?.raw ?? "");
  let quoted = false;
  let to = from + 1;
  for (; to < reading.tokens.length && to < from + LONGEST; to++) {
    const token = reading.tokens[to];
    if (!token) break;
    if (token.raw === '"' || token.raw === "'") quoted = !quoted;
    if (quoted) continue;
    if (
      token.raw === "\n" ||
      token.raw === "," ||
      token.raw === "?" ||
      token.raw === "!" ||
      token.raw === ";" ||
      (token.raw === "." && !reading.tokens[to + 1]?.glued)
    )
      break;
    const mark = reading.marks[to];
    if (mark === "product" || mark === "phone" || mark === "address" || (mark === "amount" && !written)) break;
    if (to > from + 1 && ENDS.has(token.word)) break;
  }
  return withoutTrailing(reading, from, to);
}

function withoutTrailing({ tokens }: Reading, from: number, end: number): number {
  let to = end;
  while (to > from + 1 && TRAILING.has(tokens[to - 1]?.word ?? "")) to--;
  return to;
}
