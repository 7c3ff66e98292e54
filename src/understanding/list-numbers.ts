import type { Mark } from "./page.ts";
import type { Token } from "./tokens.ts";

/** "1) siomay", "2. cumi" and lines that count up: numbers of a list, not of goods. */
export function markListNumbers(tokens: readonly Token[], marks: Mark[]): void {
  const starts = tokens.flatMap((token, at) =>
    token.kind === "number" && (at === 0 || tokens[at - 1]?.raw === "\n") ? [at] : [],
  );
  const counting =
    starts.length > 1 && starts.every((at, place) => tokens[at]?.value === place + 1 && moreNumbers(tokens, at));
  tokens.forEach((token, at) => {
    if (token.kind !== "number" || !Number.isInteger(token.value) || token.value > 30) return;
    const next = tokens[at + 1];
    const begins = at === 0 || tokens[at - 1]?.raw === "\n";
    const bracket = next?.raw === ")" && next.glued && !afterGoods(tokens, at) && !closes(tokens, at);
    const dot = begins && next?.raw === "." && tokens[at + 2]?.kind === "word";
    if (bracket || dot || (counting && starts.includes(at))) {
      marks[at] = "listNumber";
      if (bracket || dot) marks[at + 1] = "listNumber";
    }
  });
}

const LONGEST_HEAD = 3;

/** "Rini - jaket L" on a line, "Doni - jaket M" on the next: whom or what a line is for is not among its goods. */
export function markLineHeads(tokens: readonly Token[], marks: Mark[]): void {
  const heads: number[][] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (at > 0 && tokens[at - 1]?.raw !== "\n") continue;
    let to = at;
    while (tokens[to]?.kind === "word" && (marks[to] === undefined || marks[to] === "name") && to - at < LONGEST_HEAD)
      to++;
    const goods = marks[to + 1] === "product" || marks[to + 1] === "option";
    if (to > at && goods && /^[-:=]$/.test(tokens[to]?.raw ?? ""))
      heads.push(Array.from({ length: to - at }, (_, offset) => at + offset));
  }
  if (heads.length > 1) for (const at of heads.flat()) marks[at] = "listNumber";
}

/** "S (2), 38 (5)": a number in brackets after a word or a size counts it. */
function afterGoods(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.raw === "(" && (tokens[at - 2]?.kind ?? "sign") !== "sign";
}

/** "(kastengel 3)": the bracket closes one that was opened before the words. */
function closes(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && tokens[back]?.raw !== "\n" && tokens[back]?.raw !== ")"; back--)
    if (tokens[back]?.raw === "(") return back < at - 1;
  return false;
}

function moreNumbers(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < tokens.length && tokens[at]?.raw !== "\n"; at++)
    if (tokens[at]?.kind === "number") return true;
  return false;
}
