import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MessageLine, outputLine } from "../../src/understanding/evaluation-format.ts";
import { understand } from "../../src/understanding/understand.ts";
import { scoreSentences } from "./score-sentences.ts";
import { shop } from "./shops.ts";

const lines = readFileSync(new URL("./sentences.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => MessageLine.parse(JSON.parse(line)));

const score = scoreSentences(
  lines.map((line) => {
    const catalogue = shop(line.shop);
    const hearing = { text: line.text, now: Date.parse(line.now), timeZone: "Asia/Jakarta", catalogue, basket: [] };
    return [line, outputLine(line.id, understand(hearing), catalogue)] as const;
  }),
);

it("the labelled sentences cover several shops and hundreds of ways to say things", () => {
  expect(lines.length).toBeGreaterThanOrEqual(200);
  expect(new Set(lines.map((line) => line.shop)).size).toBeGreaterThanOrEqual(4);
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
});

const wrong = score.verdicts.flatMap(({ id, text, faults }) =>
  faults.length > 0 ? [`${id} ${text} | ${faults.join(" | ")}`] : [],
);

it("nearly every labelled sentence is understood in full", () => {
  expect(score.full.right / score.full.of, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
});

it("orders come out with the right products and quantities", () => {
  expect(score.orders.right / score.orders.of, wrong.join("\n")).toBeGreaterThanOrEqual(0.99);
});

it("a sentence that orders nothing is never taken for an order", () => {
  expect(score.falseOrders.right, wrong.join("\n")).toBe(0);
});
