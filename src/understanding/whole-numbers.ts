import { numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

/** A whole number and where it ends. */
export interface WholeNumber {
  readonly value: number;
  /** Past the last token */
  readonly to: number;
}

/** The whole number from a token on, in digits or words ("25", "dua puluh lima"); money and parts of one are none. */
export function wholeNumberAt(tokens: readonly Token[], from: number): WholeNumber | undefined {
  const first = tokens[from];
  if (first?.kind === "number")
    return Number.isInteger(first.value) && !first.money ? { value: first.value, to: from + 1 } : undefined;
  const one = worded(first);
  if (one === undefined || first?.doubled) return undefined;
  const next = tokens[from + 1]?.raw;
  if (one < 10 && TEENS.has(next ?? "")) return { value: one + 10, to: from + 2 };
  if (one < 10 && next === "ratus") return below(tokens, from + 2, one * 100);
  if (one < 10 && next === "puluh") return below(tokens, from + 2, one * 10);
  return below(tokens, from + 1, one);
}

const TEENS = new Set(["belas", "blas", "welas"]);

/** "dua puluh" + "tiga", "seratus" + "dua belas": what follows a round number and is smaller. */
function below(tokens: readonly Token[], at: number, round: number): WholeNumber {
  const room = round % 100 === 0 ? 100 : round >= 20 && round % 10 === 0 ? 10 : 0;
  const rest = room > 0 && tokens[at]?.kind === "word" ? wholeNumberAt(tokens, at) : undefined;
  return rest && rest.value > 0 && rest.value < room
    ? { value: round + rest.value, to: rest.to }
    : { value: round, to: at };
}

function worded(token: Token | undefined): number | undefined {
  const value = token?.kind === "word" ? numberWord(token.raw) : undefined;
  return value !== undefined && Number.isInteger(value) && value > 0 && value < 1000 ? value : undefined;
}
