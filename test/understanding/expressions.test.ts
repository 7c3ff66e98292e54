import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";

const SOURCE = new URL("../../src/understanding/", import.meta.url);
/** Work that doubles with each letter shows here already. */
const TINY = 22;
const SHORT = 500;
const TIMES = 4;
/** Work that grows with the square of the length is 16 times as much here, with its cube 64 times. */
const MOST = 40;
/** Less than this is too little to compare. */
const LEAST_MS = 4;

const expressions = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => literalsOf(name, readFileSync(new URL(name, SOURCE), "utf8")));

it("the source holds the expressions that are to be tried", () => {
  expect(expressions.length).toBeGreaterThan(100);
});

it("no expression runs away on long texts made of its own words", () => {
  const slow = expressions.flatMap(({ name, expression }) =>
    temptations(expression.source).flatMap((piece) => {
      if (quickest(expression, piece, TINY) > LEAST_MS) return [`${name}: ${expression} on ${JSON.stringify(piece)}`];
      const long = quickest(expression, piece, SHORT * TIMES);
      if (long < LEAST_MS) return [];
      const ratio = long / quickest(expression, piece, SHORT);
      return ratio > MOST ? [`${name}: ${expression} on ${JSON.stringify(piece)} ×${ratio.toFixed(0)}`] : [];
    }),
  );
  expect(slow).toEqual([]);
}, 120_000);

function literalsOf(name: string, text: string): { name: string; expression: RegExp }[] {
  const found: { name: string; expression: RegExp }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const flags = node.text.slice(end + 1).replaceAll(/[gy]/g, "");
      found.push({ name, expression: new RegExp(node.text.slice(1, end), flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  return found;
}

const MOST_WORDS = 6;

/** Pieces that, repeated, almost fit: single words of the expression, all of them in turn, and what its classes take. */
function temptations(source: string): string[] {
  const words = [...new Set(source.replaceAll(/\\[a-zA-Z]/g, " ").match(/[\p{L}\d]+/gu) ?? [])];
  const some = words.filter((_, at) => at % Math.ceil(words.length / MOST_WORDS) === 0);
  return [
    ...some.map((word) => ` ${word}`),
    ` ${words.join(" ")}`,
    ` ${words.toReversed().join(" ")}`,
    words.join(""),
    "a",
    " ",
    " a",
    "1",
    "1.",
    "aa ",
    "\n",
  ].filter(Boolean);
}

function quickest(expression: RegExp, piece: string, length: number): number {
  const text = `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}§`;
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now();
    expression.test(text);
    best = Math.min(best, performance.now() - start);
    if (best < LEAST_MS / 8) break;
  }
  return best;
}
