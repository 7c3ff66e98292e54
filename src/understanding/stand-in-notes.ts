import type { Reading } from "./reading.ts";

type Said = Pick<Reading, "tokens" | "marks">;

/** "kaos L kalo ga ada XL 2": past the words that tell what may come in the place of goods said before; undefined where none begin. */
export function standInEnd(said: Said, at: number): number | undefined {
  const { tokens, marks } = said;
  if (tokens[at]?.word !== "kalau" || marks[at] !== undefined || !wantedBefore(said, at)) return undefined;
  const gone = past(tokens, at + 1, IF);
  const told = goneAt(tokens, gone);
  if (told === undefined) return undefined;
  // "puding 3 kalau ga ada, sama lemper 4": other goods go on.
  if (tokens[told]?.raw === "," && JOINING.has(tokens[told + 1]?.word ?? "")) return undefined;
  let to = past(tokens, told, INSTEAD);
  const first = to;
  while (marks[to] === "option" || marks[to] === "product") to++;
  if (to === first) return undefined;
  if (tokens[to]?.word === "aja") to++;
  // The number behind it counts what was said first, unless that has one.
  while (marks[to] === "amount" && marks.slice(0, at).includes("amount")) to++;
  return to;
}

const IF = new Set("emang memang misal misalnya ternyata lagi stok stoknya barangnya itu yang sudah".split(" "));
const INSTEAD = new Set(
  "ya , ganti gantinya diganti boleh pakai ambil jadi kasih dikasih mau yang ukuran warna rasa size kirim sama dengan".split(
    " ",
  ),
);
const JOINING = new Set(["sama", "dan", "plus", "tambah"]);
const MISSING = new Set(["ada", "ready", "dapat", "punya", "tersedia"]);
const GONE = new Set(["kosong", "habis", "tidak ada", "tidak ready", "tidak dapat"]);
const MOST_BETWEEN = 4;

function past(tokens: Said["tokens"], from: number, words: ReadonlySet<string>): number {
  let at = from;
  while (at < from + MOST_BETWEEN && words.has(tokens[at]?.word ?? "")) at++;
  return at;
}

/** Past "ga ada", "kosong", "belum ready". */
function goneAt(tokens: Said["tokens"], at: number): number | undefined {
  const word = tokens[at]?.word ?? "";
  if (GONE.has(word)) return at + 1;
  return (word === "tidak" || word === "belum") && MISSING.has(tokens[at + 1]?.word ?? "") ? at + 2 : undefined;
}

/** Goods are named before, and not asked after ("nastar ada? kalau kosong kastengel 2"). */
function wantedBefore({ tokens, marks }: Said, at: number): boolean {
  const before = tokens.slice(0, at);
  return marks.slice(0, at).includes("product") && !before.some(({ word }) => ASKING.has(word));
}

const ASKING = new Set(["?", "ada", "masih", "ready", "stok", "apa", "kah"]);
