import type { Token } from "./tokens.ts";

/** A phone number said in the message. */
export interface PhoneHit {
  /** E.164 */
  readonly phone: string;
  readonly taken: ReadonlySet<number>;
}

/** The first Indonesian mobile or area number; bank accounts and prices, which start otherwise, are none. */
export function phoneOf(tokens: readonly Token[]): PhoneHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const hit = digitsOf(tokens[at]) === undefined ? undefined : phoneAt(tokens, at);
    if (hit) return hit;
  }
  return undefined;
}

/** Digits as they are said aloud ("nol delapan satu tiga …"). */
const SPOKEN: Readonly<Record<string, string | undefined>> = {
  nol: "0",
  kosong: "0",
  zero: "0",
  satu: "1",
  dua: "2",
  tiga: "3",
  empat: "4",
  lima: "5",
  enam: "6",
  tujuh: "7",
  delapan: "8",
  lapan: "8",
  sembilan: "9",
};

function digitsOf(token: Token | undefined): string | undefined {
  if (token?.kind === "number") return token.raw.replaceAll(/\D/g, "");
  if (token?.kind !== "word") return undefined;
  const digit = SPOKEN[token.doubled ? token.raw.replace(/2$/, "") : token.raw];
  return digit !== undefined && token.doubled ? digit + digit : digit;
}

const MOST_TOKENS = 16;
const SEPARATORS = new Set(["-", ".", "(", ")", "_"]);
const MOBILE = /^8[1-9]\d{7,10}$/;
const AREA = /^(?:21|22|24|31|61|[2-7]\d{2})\d{6,8}$/;

function phoneAt(tokens: readonly Token[], from: number): PhoneHit | undefined {
  const plus = tokens[from - 1]?.raw === "+" && tokens[from]?.glued;
  const labelled = labelBefore(tokens, from);
  let digits = "";
  let best: PhoneHit | undefined;
  for (let at = from; at < tokens.length && at < from + MOST_TOKENS; at++) {
    const token = tokens[at];
    if (token?.kind === "sign" && SEPARATORS.has(token.raw)) continue;
    const more = digitsOf(token);
    // Number words behind a number in digits count goods.
    if (best && token?.kind === "word" && tokens[from]?.kind === "number") break;
    if (more === undefined || (best && token?.kind === "number" && more.length < 3)) break;
    digits += more;
    if (digits.length > 15) break;
    const national = nationalOf(labelled ? digits.replace(/^8/, "08") : digits, plus === true);
    if (national) best = { phone: `+62${national}`, taken: range(plus ? from - 1 : from, at + 1) };
  }
  return best;
}

const LABELS = /^(?:no?|nomor|nomer|nmr|nope|hp|wa|te?lp|tlpn?|telf|nohp|nowa|whatsapp)(?:nya|ny|ku|q)?$/;
const ACCOUNT = /^(?:rek|norek|rekening|bca|bri|bni|bsi|mandiri|dana|ovo|gopay|va|resi|pesanan|order|invoice)/;
const LABEL_REACH = 4;

/** "hp 812…", "nomor saya 8123 …": behind such a word a number may begin without its zero. */
function labelBefore(tokens: readonly Token[], from: number): boolean {
  let labelled = false;
  for (let at = from - 1; at >= 0 && at >= from - LABEL_REACH; at--) {
    const token = tokens[at];
    if (token?.raw === "," || token?.raw === "\n" || token?.kind === "number") break;
    if (ACCOUNT.test(token?.raw ?? "")) return false;
    labelled ||= LABELS.test(token?.raw ?? "") || token?.word === "telepon";
  }
  return labelled;
}

function nationalOf(digits: string, plus: boolean): string | undefined {
  if (!plus && digits.startsWith("0")) {
    const rest = digits.slice(1);
    return MOBILE.test(rest) || (AREA.test(rest) && digits.length >= 9) ? rest : undefined;
  }
  const rest = digits.startsWith("62") ? digits.slice(2).replace(/^0/, "") : undefined;
  if (rest === undefined) return undefined;
  return MOBILE.test(rest) || (plus && AREA.test(rest)) ? rest : undefined;
}

function range(from: number, to: number): Set<number> {
  return new Set(Array.from({ length: to - from }, (_, offset) => from + offset));
}
