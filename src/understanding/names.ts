import { WEEKDAYS } from "./lexicon/calendar.ts";
import { KIN, NOT_NAMES, OPENERS, ROLES, TITLES } from "./lexicon/name-words.ts";
import { markedName } from "./name-markers.ts";
import { isCapital, type NameHit, nameAt, type Surroundings } from "./name-spans.ts";
import type { Token } from "./tokens.ts";

export { type NameHit, TITLES };

/** The name behind words that announce one ("a.n.", "atas nama", "nama:", "PIC"); goods are no part of it. */
export function announcedName(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const hit = around.taken(at) ? undefined : markedName(tokens, at, around);
    if (hit) return hit;
  }
  return undefined;
}

/** The name said in the message, by a marker, by an introduction ("saya …"), beside a phone number or address, or signed below. */
export function nameOf(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  const announced = announcedName(tokens, around);
  if (announced) return announced;
  for (let at = 0; at < tokens.length; at++) {
    const hit = around.taken(at) ? undefined : calledOrFetching(tokens, at, around);
    if (hit) return hit;
  }
  const contact = tokens.some((_, at) => around.contact(at));
  return (
    introduced(tokens, around) ??
    selfNamed(tokens, around) ??
    (contact ? besideContact(tokens, around) : undefined) ??
    signed(tokens, around)
  );
}

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

/** "saya Rina mau pesan", "ini dengan Bu Sari", "aye Siti nyang di gang buntu". */
function introduced(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < Math.min(tokens.length - 1, 14); at++) {
    const token = tokens[at];
    if (!token || around.taken(at) || !(OPENERS.has(token.raw) || token.raw === "im")) continue;
    if ((token.raw === "sama" || token.raw === "sm") && tokens[at - 1]?.raw !== "ini") continue;
    if (tokens[at - 1]?.word === "anak" || FOR.has(tokens[at - 1]?.word ?? "")) continue;
    const hit = nameAt(tokens, at + 1, around, false) ?? lone(tokens, at + 1, around);
    if (!hit) continue;
    const after = tokens[hit.to];
    const titled = hit.to - hit.from > 1 && TITLES.has(tokens[hit.from]?.raw ?? "");
    const ends = after === undefined || after.kind === "sign" || AFTER_NAME.has(after.word) || around.contact(hit.to);
    if (titled && (token.raw === "ini" || ends)) return hit;
    // "ini rena 0857…": a number behind it tells who.
    if (around.phone(hit.to) || (after?.raw === "," && around.phone(hit.to + 1))) return hit;
    if (isCapital(tokens, hit.from, around.text) && ends && !shouted(around.text)) return hit;
  }
  return undefined;
}

/** In capitals throughout, they tell nothing. */
function shouted(text: string): boolean {
  return text === text.toUpperCase();
}

const SELF = new Set(["ibu", "bapak", "tante", "eyang", "mbah", "nenek", "kakek", "opa", "oma"]);
const WISHES = new Set(["mau", "pesan", "minta", "ingin", "beli"]);

/** "Ibu Tiur mau pesan": elders name themselves; with a comma behind it the seller is called. */
function selfNamed(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < Math.min(tokens.length - 2, 14); at++) {
    if (!SELF.has(tokens[at]?.raw ?? "") || (at > 0 && tokens[at - 1]?.kind !== "sign")) continue;
    const hit = around.taken(at) ? undefined : nameAt(tokens, at, around, false);
    if (hit && hit.to > at + 1 && WISHES.has(tokens[hit.to]?.word ?? "")) return hit;
  }
  return undefined;
}

const FOR = new Set(["buat", "dari", "punya"]);
const AFTER_NAME = new Set(
  "ya mau dari pesan kak beli minta yang tadi kemarin di ingin order tukang mandor warga tetangga langganan".split(" "),
);

/** A name that is a chat word too, told by its capital within a sentence in small letters. */
function lone(tokens: readonly Token[], at: number, around: Surroundings): NameHit | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || around.taken(at) || NOT_NAMES.has(token.raw) || WEEKDAYS.has(token.raw))
    return undefined;
  if (token.raw.length < 3 || TITLES.has(token.raw) || !isCapital(tokens, at, around.text)) return undefined;
  return tokens[at + 1]?.raw === "," || tokens[at + 1]?.raw === "." ? { from: at, marker: at, to: at + 1 } : undefined;
}

/** "Bu Tatik 0812…", "Rina\n0812…": the words that fill the place before or after a phone number or address. */
function besideContact(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const before = tokens[at - 1];
    const titled = TITLES.has(tokens[at]?.raw ?? "") || ROLES.has(tokens[at]?.raw ?? "");
    const opens = at === 0 || before?.kind === "sign" || around.contact(at - 1) || titled;
    if (!opens || around.taken(at)) continue;
    const hit = nameAt(tokens, at, around, false);
    if (hit && (at === 0 || before?.kind === "sign" || around.contact(at - 1) || around.contact(hit.to)))
      if (beside(tokens, hit, around)) return hit;
  }
  return undefined;
}

function beside(tokens: readonly Token[], { from, to }: NameHit, around: Surroundings): boolean {
  const after = tokens[to];
  const phoneWord = after?.word === "telepon" || after?.raw === "hp" || after?.raw === "wa" || after?.raw === "no";
  const closes = after === undefined || after.kind === "sign" || around.contact(to) || phoneWord;
  const near = around.contact(to) || around.contact(to + 1) || around.contact(from - 1) || around.contact(from - 2);
  const line =
    (from === 0 || tokens[from - 1]?.raw === "\n") && (after === undefined || after.raw === "\n") && to - from > 1;
  return closes && (near || phoneWord || (line && TITLES.has(tokens[from]?.raw ?? "")));
}

/** "Matur nuwun.\nBu Sulastri": a name alone on the last line. */
function signed(tokens: readonly Token[], around: Surroundings): NameHit | undefined {
  const line = tokens.findLastIndex(({ raw }) => raw === "\n");
  if (line < 1) return undefined;
  const hit = nameAt(tokens, line + 1, around, false);
  if (!hit || !tokens.slice(hit.to).every(({ raw }) => raw === ".")) return undefined;
  const titled = hit.to - hit.from > 1 && TITLES.has(tokens[hit.from]?.raw ?? "");
  const thanked = tokens.slice(Math.max(0, line - 6), line).some(({ word }) => word === "makasih" || word === "salam");
  return titled || (thanked && isCapital(tokens, hit.from, around.text)) ? hit : undefined;
}
