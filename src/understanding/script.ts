import type { Amount } from "./amount.ts";
import { buys } from "./offers.ts";
import type { Reading } from "./reading.ts";

/**
 * A message rewritten for the rules: plain chat words, with one capital letter for each entity.
 * P product, O option, N quantity, X other number, M money, W day or time, H phone, A address, B name of a person,
 * L branch of the shop.
 * Signs are "," "?" and "." (also for "!" and a new line).
 */
export interface Script {
  /** The whole, with a space at both ends */
  readonly all: string;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** First token and past the last */
  readonly from: number;
  readonly to: number;
  readonly script: string;
}

const SILENT = new Set(["dong", "kak"]);
const STRONG: Readonly<Record<string, string>> = { ".": ".", "!": ".", "\n": ".", ";": ".", "?": "?" };

export function scriptOf(reading: Reading): Script {
  const symbols = reading.tokens.map((_, at) => symbolAt(reading, at));
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) clauses.push({ from, to, script: joined(symbols.slice(from, to)) });
    from = to;
  };
  symbols.forEach((symbol, at) => {
    if (symbol === "tapi" || ((symbol === "kalau" || symbol === "terus") && at > from)) close(at);
    else if (symbol === "," || symbol === "." || symbol === "?") close(at + 1);
  });
  close(symbols.length);
  return { all: joined(symbols), clauses };
}

function joined(symbols: readonly string[]): string {
  return ` ${symbols.filter((symbol) => symbol !== "").join(" ")} `.replace(GIVING_IN, "$1 yaudah");
}

/** "ya udah pesen brownies 2 aja", "kalo gitu beli 2": a word of giving in before a wish; nothing was ordered already. */
const GIVING_IN =
  /^((?: (?:ok|oke|eh|oh|hmm|halo))*) (?:ya sudah|kalau (?:gitu|begitu))(?: kalau (?:gitu|begitu))?(?= (?:saya )?(?:mau )?(?:pesan|beli|ambil|minta|bungkus) (?:\S+ ){0,3}[PN] )(?!.* (?:kemarin|tadi|lalu|belum|kapan|mana) )/;

/** What a token stands as; nothing where another stands for it, or it says nothing. */
export function symbolAt(reading: Reading, at: number): string {
  const token = reading.tokens[at];
  if (!token || reading.notes.some(({ care, from, to }) => care && at >= from && at < to)) return "";
  switch (reading.marks[at]) {
    case "product":
      return reading.products.some((hit) => hit.used[0] === at) ? "P" : "";
    case "option":
      return [...reading.options, ...reading.lacking].some((hit) => hit.from === at) ? "O" : "";
    case "money":
    case "amount":
      return numberSymbol(reading, at);
    case "when":
      return reading.marks[at - 1] === "when" ? "" : "W";
    case "phone":
      return reading.marks[at - 1] === "phone" ? "" : "H";
    case "address":
      return reading.address?.from === at ? "A" : "";
    case "name":
      return reading.name?.from === at ? "B" : "";
    case "branch":
      return reading.branches.some((hit) => hit.from === at) ? "L" : "";
    case "orderNumber":
      return reading.orderNumber?.from === at ? "pesanan" : "";
    case "listNumber":
    case "takenBack":
      return "";
    case undefined:
      if (token.kind === "sign") return STRONG[token.raw] ?? (token.raw === "," ? "," : "");
      if (token.kind === "number") return "X";
      return SILENT.has(token.word) ? "" : token.word;
  }
}

/** "sus 30rb": money right after a product that it pays for in whole. */
function buysNearby(reading: Reading, at: number, amount: Amount): boolean {
  const hit = reading.products.findLast((each) => each.from < at);
  const product = hit?.candidates[0];
  return product !== undefined && at - (hit?.to ?? 0) < 4 && buys(product, amount);
}

function numberSymbol(reading: Reading, at: number): string {
  const amount = reading.amounts.find((each) => each.from === at);
  if (!amount) return "";
  if (amount.money) return buysNearby(reading, at, amount) ? "N" : "M";
  return amount.counts ? "N" : "X";
}
