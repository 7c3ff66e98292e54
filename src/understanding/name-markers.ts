import { DEPOSIT, KIN, MARKERS, OTHERS_NAMES, TITLES } from "./lexicon/name-words.ts";
import { isCapital, type NameHit, nameAt, type Surroundings } from "./name-spans.ts";
import type { Token } from "./tokens.ts";

/** The name behind words that announce one: "a.n.", "atas nama", "nama:", "penerima", "PIC", "u.p.", "Hormat saya,". */
export function markedName(tokens: readonly Token[], at: number, around: Surroundings): NameHit | undefined {
  const start = afterMarker(tokens, at, around);
  if (start === undefined || (around.taken(start) && !around.contact(at))) return undefined;
  const hit = nameAt(tokens, start, around, true);
  return hit && { ...hit, marker: at };
}

function afterMarker(tokens: readonly Token[], at: number, around: Surroundings): number | undefined {
  const raw = tokens[at]?.raw ?? "";
  const next = tokens[at + 1];
  const letters = next?.raw === "." || next?.raw === "/" ? `${raw}${tokens[at + 2]?.raw ?? ""}` : "";
  if (letters === "an" || letters === "up" || letters === "cp")
    return deposit(tokens, at) ? undefined : skip(tokens, at + 3);
  if (raw === "an" && next !== undefined && !aboutHour(tokens, at, around))
    return deposit(tokens, at) ? undefined : skip(tokens, at + 1);
  if (raw === "atas" && (next?.raw === "nama" || next?.raw === "namanya" || next?.raw === "nm"))
    return deposit(tokens, at) ? undefined : skip(tokens, at + 2);
  if (OTHERS_NAMES.has(tokens[at - 1]?.raw ?? "") || OTHERS_NAMES.has(next?.raw ?? "")) return undefined;
  if (tokens[at - 1]?.raw === "atas") return undefined;
  // Beside goods with names on them ("stiker nama") only "nama saya" and "nama:" tell who orders.
  if (MARKERS.has(raw) && around.goods(at) && next?.word !== "saya" && next?.raw !== ":") return undefined;
  // "hapus kontak saya dr list" names nobody.
  if (MARKERS.has(raw) && TAKEN_OFF.has(tokens[at - 1]?.word ?? "")) return undefined;
  if (MARKERS.has(raw)) return pastKin(tokens, skip(tokens, at + 1));
  if (
    (raw === "hormat" || raw === "salam" || raw === "regards" || raw === "ttd" || raw === "tertanda") &&
    closing(tokens, at)
  )
    return skip(tokens, at + 1, CLOSING);
  if (!RECEIVING.has(raw) || !next) return undefined;
  const start = pastKin(tokens, skip(tokens, at + 1, RECEIVES));
  const hit = nameAt(tokens, start, around, false);
  const titled = hit && hit.to - hit.from > 1 && TITLES.has(tokens[hit.from]?.raw ?? "");
  const clear = hit && (titled || tokens[at - 1]?.word === "yang" || isCapital(tokens, hit.from, around.text));
  return clear ? start : undefined;
}

const TAKEN_OFF = new Set(["hapus", "cabut", "keluarkan", "keluarin", "buang", "blokir"]);
const RECEIVING = new Set(["up", "terima", "nerima", "menerima", "diterima"]);
const MINE = new Set(["saya", "sy", "aku", "kami", "gue", "gw", "ku"]);
const NAMELY = new Set([",", "(", "-", ":", "yaitu", "namanya", "nama", "bernama", "yang", "yg"]);

/** "suami saya, Pak Budi": past what the person is to the speaker. */
function pastKin(tokens: readonly Token[], from: number): number {
  const raw = tokens[from]?.raw ?? "";
  const mine = MINE.has(tokens[from + 1]?.raw ?? "");
  if (!KIN.has(raw) && !(mine && TITLES.has(raw))) return from;
  return skip(tokens, from + (mine ? 2 : 1), NAMELY);
}

/** "jam 10 an lemper 20": the ending of a number. */
function aboutHour(tokens: readonly Token[], at: number, around: Surroundings): boolean {
  const before = tokens[at - 1];
  return before?.raw === "-" || (before?.kind === "number" && nameAt(tokens, at + 1, around, false) === undefined);
}

const BETWEEN = new Set(
  ": . = - saya penerima pemesan nama nya lengkap aku adalah jadi jd menjadi ganti diganti ubah diubah rubah dirubah ke aja person tsb".split(
    " ",
  ),
);
const CLOSING = new Set([",", ".", "\n", "saya", "kami", "hangat", "kula", "hormat", "best", "kak"]);
const RECEIVES = new Set([":", ".", "sama", "oleh", "dengan", "-", "nanti", "ntar", "nt", "nti"]);

function skip(tokens: readonly Token[], from: number, words: ReadonlySet<string> = BETWEEN): number {
  let at = from;
  while (at < from + 4 && words.has(tokens[at]?.raw ?? "")) at++;
  return at;
}

/** "Hormat saya, …" closes a letter when little comes after it. */
function closing(tokens: readonly Token[], at: number): boolean {
  return at > 2 && tokens.length - at < 12 && tokens[at - 1]?.kind === "sign";
}

const REACH = 9;
const AT_THE_DOOR = new Set(["di", "pas", "waktu", "cash", "tunai", "cod", "nanti", "sampai"]);

/** "transfer ke BCA a.n. Rina", "sudah tf ya an Lestari": whose account it is, not who orders. */
function deposit(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - REACH; back--) {
    const token = tokens[back];
    if (token?.raw === "\n" || token?.word === "pesanan" || token?.word === "pesan" || token?.word === "alamat")
      return false;
    // "bayar di tempat ya, a.n. Rina": paid at the door, into nobody's account.
    if (token?.word === "bayar" && AT_THE_DOOR.has(tokens[back + 1]?.word ?? "")) continue;
    if (DEPOSIT.has(token?.word ?? "") || DEPOSIT.has(token?.raw ?? "")) return true;
  }
  return false;
}
