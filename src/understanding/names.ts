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
  readonly goods: (at: number) => boolean;
}

export const TITLES: ReadonlySet<string> = new Set([
  "bu",
  "ibu",
  "pak",
  "bapak",
  "mbak",
  "mba",
  "mas",
  "bang",
  "kak",
  "om",
  "tante",
  "teh",
  "kang",
  "uda",
  "uni",
  "koh",
  "ko",
  "ci",
  "cik",
  "mbah",
  "bunda",
  "ustadz",
  "ustad",
  "haji",
  "hj",
  "h",
  "dr",
  "neng",
  "cece",
  "bude",
  "pakde",
  "eyang",
  "nek",
  "kek",
]);
const NOT_NAMES = new Set([
  "rumah",
  "toko",
  "kantor",
  "saya",
  "aku",
  "nya",
  "baru",
  "admin",
  "owner",
  "kak",
  "kakak",
  "depan",
  "cod",
  "dari",
  "ya",
  "hp",
  "wa",
  "nohp",
  "no",
  "nomor",
  "nmr",
  "telp",
  "telepon",
  "telpon",
  "tlp",
  "alamat",
]);
const LONGEST = 4;

/** The name said in the message, by a marker ("a.n.", "atas nama", "saya …") or beside a phone number or address. */
export function nameOf(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (around.taken(at)) continue;
    const start = afterMarker(tokens, at);
    const hit = start === undefined ? calledOrFetching(tokens, at, around) : nameAt(tokens, start, around, true);
    if (hit) return { ...hit, marker: start === undefined ? hit.from : at };
  }
  if (!tokens.some((_, at) => around.contact(at))) return introduced(tokens, around);
  return introduced(tokens, around) ?? besideContact(tokens, around);
}

/** Where the name starts after "a.n.", "atas nama", "nama:", "penerima", "pesanan buat". */
function afterMarker(tokens: readonly Token[], at: number): number | undefined {
  const raw = tokens[at]?.raw;
  const next = tokens[at + 1]?.raw;
  if (raw === "a" && (next === "." || next === "/") && tokens[at + 2]?.raw === "n") return skip(tokens, at + 3);
  if (raw === "an" && next !== undefined) return skip(tokens, at + 1);
  if (raw === "atas" && (next === "nama" || next === "namanya" || next === "nm")) return skip(tokens, at + 2);
  if (
    raw === "nama" ||
    raw === "namanya" ||
    raw === "nm" ||
    raw === "penerima" ||
    raw === "penerimanya" ||
    raw === "pemesan"
  )
    return skip(tokens, at + 1);
  return undefined;
}

const BETWEEN = new Set(
  ": . = - saya penerima pemesan nama nya lengkap aku adalah jadi jd menjadi ganti diganti ubah diubah rubah dirubah ke aja".split(
    " ",
  ),
);

function skip(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 4 && BETWEEN.has(tokens[at]?.raw ?? "")) at++;
  return at;
}

const KIN = new Set(
  "suami suamiku istri istriku anak anakku adik adikku kakak kakakku teman temanku sopir supir".split(" "),
);

/** "panggil aja Mbak Yuni"; "diambil suami saya, Pak Heru". */
function calledOrFetching(tokens: readonly Token[], at: number, around: Surroundings): NameHit | undefined {
  const raw = tokens[at]?.raw ?? "";
  const next = tokens[at + 1]?.word;
  if (raw === "panggil" && (next === "aja" || next === "saya")) return nameAt(tokens, at + 2, around, false);
  if (!KIN.has(raw) || !FETCHES.has(tokens[at - 1]?.word ?? "")) return undefined;
  let start = at + 1;
  while (start < at + 4 && AFTER_KIN.has(tokens[start]?.raw ?? "")) start++;
  const hit = nameAt(tokens, start, around, false);
  return hit && (TITLES.has(tokens[hit.from]?.raw ?? "") || isCapital(tokens, hit.from, around.text)) ? hit : undefined;
}

const FETCHES = new Set(["ambil", "sama", "terima", "diterima", "oleh"]);
const AFTER_KIN = new Set(["saya", "aku", ",", "namanya", "nama", "yang"]);

/** "saya Rina mau pesan", "ini dengan Bu Sari". */
function introduced(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < Math.min(tokens.length - 1, 12); at++) {
    const word = tokens[at]?.raw;
    const opens =
      word === "saya" ||
      word === "aku" ||
      word === "ini" ||
      word === "dengan" ||
      word === "dgn" ||
      word === "sm" ||
      word === "sama";
    if (!opens || around.taken(at)) continue;
    if ((word === "sama" || word === "sm") && tokens[at - 1]?.raw !== "ini") continue;
    const hit = nameAt(tokens, at + 1, around, false);
    if (!hit) continue;
    const after = tokens[hit.to];
    if (
      isCapital(tokens, hit.from, around.text) &&
      (after === undefined || after.kind === "sign" || AFTER_NAME.has(after.word))
    )
      return hit;
  }
  return undefined;
}

const AFTER_NAME = new Set(["mau", "dari", "pesan", "kak", "beli", "minta", "yang", "tadi", "kemarin", "di", "ingin"]);

/** "Bu Tatik 0812…", "Rina\n0812…": the words that fill the place before or after a phone number or address. */
function besideContact(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const opens = at === 0 || tokens[at - 1]?.kind === "sign" || around.contact(at - 1);
    if (!opens || around.taken(at)) continue;
    const hit = nameAt(tokens, at, around, false);
    if (!hit) continue;
    const after = tokens[hit.to];
    const closes =
      after === undefined ||
      after.kind === "sign" ||
      around.contact(hit.to) ||
      after.word === "telepon" ||
      after.raw === "hp" ||
      after.raw === "wa";
    const titled = hit.to - hit.from > 1 && TITLES.has(tokens[hit.from]?.raw ?? "");
    const near =
      around.contact(hit.to) ||
      around.contact(hit.to + 1) ||
      around.contact(hit.from - 1) ||
      around.contact(hit.from - 2) ||
      titled;
    if (closes && near) return hit;
  }
  return undefined;
}

function nameAt(tokens: readonly Token[], from: number, around: Surroundings, marked: boolean): NameHit | undefined {
  let at = from;
  while (TITLES.has(tokens[at]?.raw ?? "") && at < from + 2) {
    at++;
    if (tokens[at]?.raw === "." && tokens[at + 1]?.glued) at++;
  }
  const first = at;
  while (at < first + LONGEST && nameWord(tokens, at, around, marked && at === first)) at++;
  return at > first ? { from, marker: from, to: at } : undefined;
}

function nameWord(tokens: readonly Token[], at: number, around: Surroundings, sure: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || around.taken(at) || token.raw.length < 2 || NOT_NAMES.has(token.raw)) return false;
  if (sure) return !around.goods(at) || isCapital(tokens, at, around.text);
  return !token.known && (!around.goods(at) || isCapital(tokens, at, around.text)) && !token.doubled;
}

function isCapital(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  const letter = token ? text[token.start] : undefined;
  return letter !== undefined && letter !== letter.toLowerCase();
}
