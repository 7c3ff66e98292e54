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
    const hit = tokens[at]?.kind === "number" ? phoneAt(tokens, at) : undefined;
    if (hit) return hit;
  }
  return undefined;
}

const SEPARATORS = new Set(["-", ".", "(", ")"]);
const MOBILE = /^8[1-9]\d{7,10}$/;
const AREA = /^(?:21|22|24|31|61|[2-7]\d{2})\d{6,8}$/;

function phoneAt(tokens: readonly Token[], from: number): PhoneHit | undefined {
  const plus = tokens[from - 1]?.raw === "+" && tokens[from]?.glued;
  let digits = "";
  let best: PhoneHit | undefined;
  for (let at = from; at < tokens.length && at < from + 10; at++) {
    const token = tokens[at];
    if (token?.kind === "sign" && SEPARATORS.has(token.raw)) continue;
    if (token?.kind !== "number" || (best && token.raw.length < 3)) break;
    digits += token.raw.replaceAll(/\D/g, "");
    if (digits.length > 15) break;
    const national = nationalOf(digits, plus === true);
    if (national) best = { phone: `+62${national}`, taken: range(plus ? from - 1 : from, at + 1) };
  }
  return best;
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
