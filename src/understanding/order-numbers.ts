import type { Token } from "./tokens.ts";

/** The number of an earlier order, with the words that name it so ("pesanan no 1024", "#1024"). */
export interface OrderNumberHit {
  readonly number: string;
  readonly from: number;
  /** Past the last token */
  readonly to: number;
}

const ORDER = new Set(["order", "orderan", "invoice", "nota", "inv"]);
const LINKS = new Set(["no", "nomor", "nomer", "nmr", "kode", "id", "#", ".", ":"]);
const BETWEEN = new Set(["saya", "yang", "dengan"]);

/** The first order number said. `counted` tells whether what follows a number is counted by it ("pesanan 1000 lemper"). */
export function orderNumberOf(
  tokens: readonly Token[],
  free: (at: number) => boolean,
  counted: (at: number) => boolean,
): OrderNumberHit | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !free(at) || !/^\d{3,9}$/.test(token.raw)) continue;
    let from = at;
    while (from > 0 && free(from - 1) && (LINKS.has(tokens[from - 1]?.raw ?? "") || between(tokens, from - 1))) from--;
    const named = from > 0 && free(from - 1) && isOrder(tokens[from - 1]);
    const linked = tokens.slice(from, at).some(({ raw }) => LINKS.has(raw) && raw !== "." && raw !== ":");
    // "pesanan 20" may be an amount; numbers of orders are longer. "order 1000" is a wish.
    const bare = named && token.raw.length > 3 && tokens[from - 1]?.raw !== "order";
    const before = from - (named ? 1 : 0);
    const asked = named && LINKS.has(tokens[before - 1]?.raw ?? "");
    const hash = tokens[at - 1]?.raw === "#" && token.glued;
    if ((named && linked) || hash || asked || (bare && !counted(at + 1)))
      return { number: token.raw, from: named ? before : linked ? firstLink(tokens, from) : at, to: at + 1 };
  }
  return undefined;
}

function isOrder(token: Token | undefined): boolean {
  return token !== undefined && (token.word === "pesanan" || ORDER.has(token.raw));
}

/** "pesanan saya nomor 1024" */
function between(tokens: readonly Token[], at: number): boolean {
  return BETWEEN.has(tokens[at]?.word ?? "") && at > 0 && isOrder(tokens[at - 1]);
}

function firstLink(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.raw === "." || tokens[at]?.raw === ":") at++;
  return at;
}
