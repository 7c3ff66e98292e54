import { amountAt } from "./amounts.ts";
import { numberWord } from "./lexicon/numbers.ts";
import type { Token } from "./tokens.ts";

/** A number read from some tokens, as its digits ("32"). */
export interface NumberReading {
  readonly digits: string;
  readonly to: number;
}

const LONGEST = 5;
const NO_UNITS: ReadonlySet<string> = new Set();

/** Every number that tokens can be read as: "tiga puluh dua dua" is 3, 30, 32, and said digit by digit "tiga dua" is 32. */
export function numbersAt(tokens: readonly Token[], from: number): NumberReading[] {
  if (!numeric(tokens[from])) return [];
  const found: NumberReading[] = [];
  for (let to = from + 1; to <= tokens.length && to <= from + LONGEST; to++) {
    const part = tokens.slice(from, to);
    const amount = amountAt(part, 0, NO_UNITS);
    if (amount && amount.to === part.length && amount.unit === undefined && !amount.each)
      found.push({ digits: String(amount.value), to });
    // Said digit by digit; "2 5" in figures are two numbers.
    else if (part.length > 1 && part.every((token) => token.kind === "word" && numeric(token)))
      found.push({ digits: part.map((token) => String(numberOf(token))).join(""), to });
  }
  return found;
}

function numeric(token: Token | undefined): token is Token {
  return token !== undefined && numberOf(token) !== undefined;
}

function numberOf(token: Token): number | undefined {
  return token.kind === "number" ? token.value : token.kind === "word" ? numberWord(token.raw) : undefined;
}
