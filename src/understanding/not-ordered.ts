import type { Amount } from "./amount.ts";
import {
  type Aside,
  CLAUSE_SIGNS,
  MESSAGE_SIGNS,
  type NoOrderSign,
  SUM_ASKED,
  WISHED,
} from "./lexicon/no-order-signs.ts";
import { takesBack } from "./moods.ts";
import { type Sieve, sieveOf } from "./pattern-sieve.ts";
import type { Reading } from "./reading.ts";
import { type Clause, type Script, symbolAt } from "./script.ts";
import { standsIn } from "./stand-ins.ts";

/** Why the goods of each clause are not ordered, whatever else speaks for an order; undefined where nothing says so. */
export function notOrdered(script: Script, reading: Reading, standing: boolean): (Aside | undefined)[] {
  const found = asidesOf(script, reading);
  // What changes a basket is read beside it.
  return standing ? found.map((aside) => (aside === "edited" ? undefined : aside)) : found;
}

function asidesOf(script: Script, reading: Reading): (Aside | undefined)[] {
  const { clauses } = script;
  const said = clauses.map((clause) => saidIn(reading, clause, false));
  const whole = asideBy(messageSigns, saidIn(reading, { from: 0, to: reading.tokens.length }, true));
  if (whole) return clauses.map(() => whole);
  const own = said.map((text, at) => {
    const clause = clauses[at];
    if (!clause) return undefined;
    return (
      asideBy(clauseSigns, text) ??
      (replaces(text, said.slice(0, at)) ? "edited" : undefined) ??
      (asksContents(text, clause, reading) ? "asked" : undefined)
    );
  });
  const edited = own.includes("edited");
  const supposed = sumAsked(said);
  return own.map((aside, at) => {
    if (aside) return aside;
    if (supposed?.(at)) return "asked";
    if (edited && stays(said[at] ?? "")) return "edited";
    if (standsIn(at, said)) return "instead";
    return goesOn(at, { own, said, clauses }) ? "told" : undefined;
  });
}

interface Around {
  readonly own: readonly (Aside | undefined)[];
  readonly said: readonly string[];
  readonly clauses: readonly Clause[];
}

/** "tiap bulan habis beras 25 kg, minyak 4 liter": what is told of goes on as long as nothing but goods is named. */
function goesOn(at: number, { own, said, clauses }: Around): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const text = said[before] ?? "";
    if (!/ , $/.test(text)) return false;
    if (own[before] === "told") return / N /.test(text) && bareLines(clauses.slice(before + 1, at + 1));
  }
  return false;
}

function bareLines(clauses: readonly Clause[]): boolean {
  return clauses.every(({ script }) => /^( sama| dan)?( [PONX,.])+ $/.test(script));
}

const clauseSigns = sieveOf(CLAUSE_SIGNS, ({ when }) => when);
const messageSigns = sieveOf(MESSAGE_SIGNS, ({ when }) => when);

function asideBy(signs: Sieve<NoOrderSign>, text: string): Aside | undefined {
  return signs(text).find(({ when, unless }) => when.test(text) && !unless?.test(text))?.aside;
}

/** Small words that the script leaves out or reads as others, and that tell asking and haggling apart. */
const KEPT = new Set(["kan", "kotor", "min", "seandainya", "seumpama", "andai", "andaikan", "andainya"]);

const STARS = new Set(["bintang", "star"]);

/** What is said, in the symbols of a script, with every sum of rupiah as R. */
function saidIn(reading: Reading, { from, to }: Pick<Clause, "from" | "to">, spelled: boolean): string {
  const symbols: string[] = [];
  for (let at = from; at < to; at++) {
    const mark = reading.marks[at];
    const token = reading.tokens[at];
    if (!token) continue;
    const amount = reading.amounts.find((each) => each.from === at);
    if (mark === "money") symbols.push(amount ? "R" : "");
    else if (amount && STARS.has(amount.unit ?? "")) symbols.push("bintang");
    else if ((mark === undefined && KEPT.has(token.raw)) || token.raw === "=") symbols.push(token.raw);
    else if (spelled && (mark === "address" || mark === "name")) symbols.push(token.word);
    else symbols.push(symbolAt(reading, at));
  }
  return ` ${symbols.filter(Boolean).join(" ")} `;
}

const REPLACED = / P( [^ ,.?]+){0,5} (jadi|jadikan|dijadikan|dijadiin)( yang)? [NO] /;

/** "oli gardannya jadi 3", "lemper 50 jadi 40 aja": goods ordered before, unless this message counts others before. */
function replaces(text: string, before: readonly string[]): boolean {
  const match = REPLACED.exec(text);
  if (
    !match ||
    takesBack(text) ||
    / (mau|pesan|minta|tambah|ambil|beli) /.test(text) ||
    before.some((other) => / N /.test(other))
  )
    return false;
  const lead = text.slice(0, match.index + match[0].search(/ (jadi|dijadi)/));
  return (
    count(lead, "N") < 2 &&
    count(lead.replace(/ P(?= P )/, ""), "P") < 2 &&
    !/ (potong|dipotong|bagi|dibagi) $/.test(`${lead} `)
  );
}

function count(text: string, symbol: string): number {
  return text.split(" ").filter((each) => each === symbol).length;
}

/** "kastengelnya tetap", "cabenya aja": beside a change, goods without a number are those of the same order. */
function stays(text: string): boolean {
  return / P /.test(text) && !/ [NX] /.test(text) && / (aja|tetap|lanjut|jadi) /.test(text);
}

/** "busi 1 box isi 10 ya": one of a unit and what is in it, said for a yes. */
function asksContents(text: string, clause: Clause, reading: Reading): boolean {
  if (!/ N isi X( ya)?( [?,])? $/.test(text)) return false;
  const counted = reading.amounts.find((amount) => amount.from >= clause.from && amount.counts && !amount.money);
  return counted !== undefined && oneOfUnit(counted) && / (ya|\?)( [?,])? $/.test(text);
}

function oneOfUnit({ value, unit }: Amount): boolean {
  return value === 1 && unit !== undefined;
}

/** "berapa kalau nastar 2, kastengel 1": goods behind "kalau" and in the lines that go on from there. */
function sumAsked(said: readonly string[]): ((at: number) => boolean) | undefined {
  const from = said.findIndex((text) => /^( itung| hitung)? kalau (\S+ ){0,1}[PN] /.test(text) && !STOCK.test(text));
  if (from < 0 || !said.some((text) => SUM_ASKED.test(text)) || said.some((text) => WISHED.test(text)))
    return undefined;
  return (at) => at >= from;
}

const STOCK = / (ada|ready|masih|stok|stoknya|kosong|habis) /;
