import { expect, it } from "vitest";
import { GOODS_RULES } from "../../src/understanding/lexicon/goods-rules.ts";
import { CLAUSE_SIGNS, MESSAGE_SIGNS } from "../../src/understanding/lexicon/no-order-signs.ts";
import { CARE_RULES } from "../../src/understanding/lexicon/order-care-rules.ts";
import { PAYMENT_RULES } from "../../src/understanding/lexicon/payment-rules.ts";
import { piecesNeeded } from "../../src/understanding/pattern-needs.ts";
import { sieveOf } from "../../src/understanding/pattern-sieve.ts";
import { consider } from "../../src/understanding/understand.ts";
import { labelledSentences } from "./labelled-sentences.ts";

const scripts = labelledSentences().flatMap(({ line, catalogue }) => {
  const now = Date.parse(line.now);
  const { steps } = consider({ text: line.text, now, timeZone: "Asia/Jakarta", catalogue, basket: [] });
  return steps ? [steps.script.all, ...steps.script.clauses.map(({ script }) => script)] : [];
});

it.each([
  ["rules", [...CARE_RULES, ...PAYMENT_RULES, ...GOODS_RULES]],
  ["signs of a clause", CLAUSE_SIGNS],
  ["signs of a message", MESSAGE_SIGNS],
])("%s: none that a script fits is left untried, and few others are tried", (_, all) => {
  const sieve = sieveOf<{ readonly when: RegExp }>(all, ({ when }) => when);
  const tried = scripts.map((script) => sieve(script));
  const missed = scripts.flatMap((script, at) =>
    all.filter((each) => each.when.test(script) && !tried[at]?.includes(each)).map(({ when }) => [script, when.source]),
  );
  expect(missed).toEqual([]);
  expect(tried.flat().length).toBeLessThan((scripts.length * all.length) / 8);
});

it.each([
  [/ (harga|tarif)( |$)/, ["harga", "tarif"]],
  [/ kok (kemarin|tadi) /, [" kok "]],
  [/(gratis)+ongkir/, ["gratis"]],
  [/bayarny?a/, ["bayarn"]],
  [/(?:di )?kirim(?! besok)|\bcod\b/, ["kirim", "cod"]],
  [/minta (bon|nota)\.pdf/, ["minta "]],
  [/pesan\?{2,3}/, ["pesan"]],
])("%s needs one of %j", (pattern, pieces) => {
  expect(piecesNeeded(pattern, 3)).toEqual(pieces);
});

it.each([
  /[a-z]+/,
  /(total)?/,
  /(total){0,2}/,
  / (P|harga) /,
  /(?=harga)/,
  /(?<!harga)/,
  /harga|/,
  /harga/i,
  /\x68arga/,
])("%s needs nothing for certain", (pattern) => {
  expect(piecesNeeded(pattern, 3)).toBeUndefined();
});
