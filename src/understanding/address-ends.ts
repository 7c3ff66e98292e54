import type { Known } from "./addresses.ts";
import { CONTINUES, LANDMARKS, LOOKS, NUMBERED, STOPS, STREETS, WAYS } from "./lexicon/address-words.ts";
import { DAYPARTS, PRAYERS, WEEKDAYS } from "./lexicon/calendar.ts";
import { numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

const LONGEST = 40;

/** Where the address that starts at a token ends: before a phone number, a person, goods, a time, a way to pay or a polite word. */
export function endOfAddress(tokens: readonly Token[], start: number, known: Known): number {
  let numbered = false;
  let kind = leads(tokens[start]) ? start + 1 : start;
  let at = start;
  for (; at < tokens.length && at < start + LONGEST; at++) {
    const token = tokens[at];
    if (!token || known.taken(at)) break;
    if (token.kind === "sign") {
      if (!goesOn(tokens, at, known)) break;
      continue;
    }
    if (letterHere(tokens, at) && at > start) {
      numbered = true;
      continue;
    }
    if (contactAt(tokens, at) || (at > start && personAt(tokens, at, known))) break;
    if (isNumber(token)) {
      if (numbered && (known.unit(at + 1) || (goodsNext(tokens, at, known) && isNumber(tokens[at - 1])))) break;
      numbered = true;
    } else if (stopsAt(tokens, at, at <= kind)) break;
    else if (goodsAt(tokens, at, kind, { known, numbered })) break;
    if (leads(token)) kind = at + 1;
  }
  while (at > start + 1 && trails(tokens[at - 1])) at--;
  return closesBracket(tokens, start, at) ? at + 1 : at;
}

/** "jl pahlawan 45 (depan bank)": what a bracket opens in an address it closes. */
function closesBracket(tokens: readonly Token[], start: number, to: number): boolean {
  const inside = tokens.slice(start, to);
  return (
    tokens[to]?.raw === ")" &&
    inside.findLastIndex(({ raw }) => raw === "(") > inside.findLastIndex(({ raw }) => raw === ")")
  );
}

const HONOURS = new Set(
  "haji h hj kh kyai kiai raden dr prof jend jenderal letjen letda kapten kolonel mayor pangeran sultan teuku cut imam ki nyi ir".split(
    " ",
  ),
);

/** A kind of place, a landmark or a title, which a name follows. */
function leads(token: Token | undefined): boolean {
  return STREETS.has(token?.raw ?? "") || LANDMARKS.has(token?.raw ?? "") || HONOURS.has(token?.raw ?? "");
}

const TRAILING = new Set(
  "ya kak dong makasih aja oke dan sama di ke no nomor nomer nmr atas masuk patokan pas yang rumah".split(" "),
);

function trails(token: Token | undefined): boolean {
  return token?.kind === "sign" || TRAILING.has(token?.word ?? "") || TRAILING.has(token?.raw ?? "");
}

function isNumber(token: Token | undefined): boolean {
  return token?.kind === "number" || (token?.kind === "word" && numberWord(token.raw) !== undefined);
}

/** "Blok N", "tower B", "gang EE": the letters of a number, whatever they mean in chat. */
function letterHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.raw === "." ? tokens[at - 2] : tokens[at - 1];
  const token = tokens[at];
  if (token === undefined || token.money) return false;
  if (token.kind === "word" && tokens[at - 1]?.kind === "number" && token.glued) return token.raw.length < 3;
  return (
    NUMBERED.has(before?.raw ?? "") && (token.kind === "number" || (token.raw.length < 3 && !CONTACTS.has(token.raw)))
  );
}

const CONTACTS = new Set("hp wa telp tlp telepon telpon nohp sy saya aku ku".split(" "));

/** "no hp", "a.n.", "atas nama". */
function contactAt(tokens: readonly Token[], at: number): boolean {
  const raw = tokens[at]?.raw;
  const next = tokens[at + 1];
  if (raw === "no" || raw === "nomor" || raw === "nomer" || raw === "nmr")
    return CONTACTS.has(next?.raw ?? "") || /^(hp|wa|telp)/.test(next?.raw ?? "");
  if (raw === "an") return next?.kind === "word";
  if (raw === "a" || raw === "u") return next?.kind === "sign" && /^[np]$/.test(tokens[at + 2]?.raw ?? "");
  return raw === "atas" && (next?.raw === "nama" || next?.raw === "nm");
}

const MOST_NAMES = 4;

/** One to three words that a phone number follows are who is there, not where ("…no 3 Rina 0812…"). */
function personAt(tokens: readonly Token[], at: number, known: Known): boolean {
  const before = tokens[at - 1];
  const lettered = before?.glued === true && tokens[at - 2]?.kind === "number";
  if (before?.kind === "word" && !lettered && numberWord(before.raw) === undefined && tokens[at]?.word !== "kak")
    return false;
  for (let to = at; to < at + MOST_NAMES; to++) {
    const token = tokens[to];
    if (to > at && (known.taken(to) || (token?.kind === "sign" && token.raw !== "." && known.taken(to + 1))))
      return true;
    if (token?.kind !== "word" || CONTINUES.has(token.raw) || STREETS.has(token.raw) || NUMBERED.has(token.raw))
      return false;
  }
  return false;
}

/** A word that ends an address; right behind a kind of place it is a name ("Jl Baru", "kos Bu Enok"). */
function stopsAt(tokens: readonly Token[], at: number, opening: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  const next = tokens[at + 1];
  if (token.word === "kak") return !(namesOwner(tokens, at) || (opening && next === undefined));
  if (/^(setelah|sebelum|habis|bada|jelang)$/.test(token.word))
    return (
      token.word === "habis" ||
      PRAYERS.has(next?.raw ?? "") ||
      DAYPARTS.has(next?.word ?? "") ||
      next?.word === "jam" ||
      next?.kind === "number"
    );
  if (CONTINUES.has(token.raw) || STREETS.has(token.raw) || LOOKS.has(token.raw)) return false;
  // "er we lima": letters spelled out.
  if (opening || tokens[at - 1]?.raw === "er") return false;
  if (LOOKS.has(tokens[at - 1]?.raw ?? "")) return false;
  if (namesStreet(tokens, at) || (token.word === "dari" && onTheWay(tokens, at))) return false;
  if (STOPS.has(token.word) || STOPS.has(token.raw) || WEEKDAYS.has(token.raw) || DAYPARTS.has(token.word))
    return !linksOn(tokens, at);
  return false;
}

const CALENDAR = new Set(["hari", "minggu", "bulan", "tahun"]);

/** "jalan batang hari nomor 5", "jl skarda n no 6": a word for time or a letter, where the house number comes next. */
function namesStreet(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const [label, number] = [tokens[at + 1], tokens[at + 2]?.raw === "." ? tokens[at + 3] : tokens[at + 2]];
  const timely = CALENDAR.has(token?.word ?? "") || WEEKDAYS.has(token?.raw ?? "") || DAYPARTS.has(token?.word ?? "");
  return (timely || token?.raw.length === 1) && /^(no|nomor|nomer|nmr)$/.test(label?.raw ?? "") && isNumber(number);
}

const WAY_REACH = 4;

/** "masuk dari simpang", "belok kiri dari pertigaan", ", dari alfamart": within the way to a house. */
function onTheWay(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.raw ?? "";
  if (tokens[at - 1]?.raw === "," && (CONTINUES.has(next) || STREETS.has(next))) return true;
  for (let back = at - 1; back > at - WAY_REACH && tokens[back]?.kind === "word"; back--)
    if (WAYS.has(tokens[back]?.raw ?? "")) return true;
  return false;
}

/** "rumah yang cat kuning", "mertua di Palur": small words within an address. */
function linksOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.word === "yang") return LOOKS.has(next?.raw ?? "") || LANDMARKS.has(next?.raw ?? "");
  return tokens[at]?.raw === "ada" && tokens[at + 2] !== undefined && next?.known === false;
}

/** "warung Bu Tini", "kosan Mang Oyo": after a place, before a name that no phone number follows. */
function namesOwner(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  return (
    before?.kind === "word" &&
    numberWord(before.raw) === undefined &&
    next?.kind === "word" &&
    (!next.known || STREETS.has(next.raw) || NUMBERED.has(next.raw))
  );
}

function goodsNext(tokens: readonly Token[], at: number, known: Known): boolean {
  const next = tokens[at + 1];
  return next?.kind === "word" && known.goods(at + 1) && next.raw.length > 2;
}

interface Around {
  readonly known: Known;
  readonly numbered: boolean;
}

/** Goods end an address once a house number was said, or where they are counted. */
function goodsAt(tokens: readonly Token[], at: number, kind: number, { known, numbered }: Around): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !known.goods(at) || token.glued || token.raw.length < 3) return false;
  if (
    CONTINUES.has(token.raw) ||
    STREETS.has(token.raw) ||
    LOOKS.has(tokens[at - 1]?.raw ?? "") ||
    LOOKS.has(tokens[at - 2]?.raw ?? "")
  )
    return false;
  if (at <= kind) return false;
  return numbered || known.goods(at + 1) || (isNumber(tokens[at + 1]) && known.unit(at + 2));
}

const ABBREVIATIONS = new Set(
  "jl jln no gg rt rw kel kec kab ds dsn blk kp km lt h st dr prof perum komp apt kav gd hj kh ir r bl alm jend let letjen kapt kol prop".split(
    " ",
  ),
);

/** Whether an address runs on after a sign. */
function goesOn(tokens: readonly Token[], at: number, known: Known): boolean {
  const sign = tokens[at]?.raw;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!next || known.taken(at + 1)) return false;
  if (sign === "(" || sign === ")")
    return next.kind === "sign" || (next.kind === "word" && !STOPS.has(next.word) && !personAt(tokens, at + 1, known));
  if (sign === "/" || sign === "-" || sign === "#" || sign === "'") return true;
  if (sign === ":") return CONTINUES.has(before?.raw ?? "");
  if (sign === "." && (ABBREVIATIONS.has(before?.raw ?? "") || before?.raw.length === 1 || next.glued)) return true;
  if (sign !== "," && sign !== "." && sign !== "\n") return false;
  if (next.kind === "number") return sign === "," && next.raw.length >= 5 && !next.money && /^\d{5}$/.test(next.raw);
  if (next.kind !== "word" || (known.goods(at + 1) && !CONTINUES.has(next.raw) && !STREETS.has(next.raw))) return false;
  if (contactAt(tokens, at + 1) || personAt(tokens, at + 1, known)) return false;
  if (CONTINUES.has(next.raw) || STREETS.has(next.raw) || LANDMARKS.has(next.raw)) return true;
  if (sign === "," && (WAYS.has(next.raw) || (next.word === "dari" && onTheWay(tokens, at + 1)))) return true;
  return sign === "," && !next.known && !STOPS.has(next.word) && !STOPS.has(next.raw);
}
