import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DialogueLine } from "../../src/understanding/evaluation-format.ts";
import { type CorpusShop, catalogueOf, corpusShops } from "./corpus.ts";
import { playDialogues } from "./play-dialogues.ts";
import { type DialogueScore, scoreDialogues } from "./score-dialogues.ts";

/** Of a hundred whole conversations, how many must end exactly as the customer meant. */
const AS_HINTED = 91;
const AS_ASKED = 87;
/** Of a hundred in which nothing was wanted, in how many nothing may be ordered. */
const NOTHING_ORDERED = 97;

it("most conversations end as the customer meant them", { timeout: 120_000 }, async () => {
  const score = await scored(corpusShops("growing"), true);
  expect(percent(score.exact), wrongOnes(score)).toBeGreaterThanOrEqual(AS_HINTED);
  expect(percent(score.measures.get("empty cart")), wrongOnes(score)).toBeGreaterThanOrEqual(NOTHING_ORDERED);
});

it("they do too when the bot asks its own questions", { timeout: 120_000 }, async () => {
  const some = corpusShops("growing").filter((_, place) => place % 3 === 0);
  const score = await scored(some, false);
  expect(percent(score.exact), wrongOnes(score)).toBeGreaterThanOrEqual(AS_ASKED);
});

const CONVERSATIONS = readFileSync(new URL("./conversations.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => DialogueLine.parse(JSON.parse(line)));

it.each([...new Set(CONVERSATIONS.map(({ shop }) => shop))])(
  "in the shop “%s” every conversation ends as it should",
  async (id) => {
    const dialogues = CONVERSATIONS.filter(({ shop }) => shop === id);
    const ends = await playDialogues(new URL("./shops.json", import.meta.url), dialogues, { hints: true });
    expect(wrongOnes(scoreDialogues(ends))).toBe("");
  },
);

async function scored(shops: readonly CorpusShop[], hints: boolean): Promise<DialogueScore> {
  const ends = [];
  for (const shop of shops) ends.push(...(await playDialogues(catalogueOf(shop), shop.dialogues, { hints })));
  return scoreDialogues(ends);
}

function percent(share: DialogueScore["exact"] | undefined): number {
  return share ? (100 * share.right) / share.of : 100;
}

function wrongOnes({ verdicts }: DialogueScore): string {
  return verdicts.flatMap(({ id, faults }) => (faults.length > 0 ? [`${id}: ${faults.join(" | ")}`] : [])).join("\n");
}
