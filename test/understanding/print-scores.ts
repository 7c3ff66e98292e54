import { learnIntents } from "../../scripts/learn-intents.ts";
import { type CorpusShop, catalogueOf, corpusShops, heard } from "./corpus.ts";
import { LEARNED_INTENTS, lessonsOf } from "./lessons.ts";
import { playDialogues } from "./play-dialogues.ts";
import { type DialogueScore, scoreDialogues } from "./score-dialogues.ts";
import { type Score, type Share, scoreSentences, type Verdict } from "./score-sentences.ts";

/**
 * Prints how well the corpus is understood: `npm run score` for the growing part with what is wrong in it
 * (`npm run score -- distro` for one shop), `npm run score -- --held-out` for the other part, figures only.
 * `--dialogues` plays the dialogues instead of hearing single messages; `--no-hints` leaves the bot's questions to itself.
 */
const heldOut = process.argv.includes("--held-out");
const figuresOnly = heldOut || process.argv.includes("--figures");
const only = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const shops = corpusShops(heldOut ? "held-out" : "growing").filter(({ id }) => only.length === 0 || only.includes(id));
if (process.argv.includes("--dialogues")) await printDialogues(shops, !process.argv.includes("--no-hints"));
else printSentences(shops);

function printSentences(all: readonly CorpusShop[]): void {
  // What was learned from a shop's own messages would flatter it: each is heard with what the others teach.
  const learned = (id: string) => (heldOut ? undefined : learnIntents(lessonsOf(id), LEARNED_INTENTS));
  const answers = all.map((shop) => ({ id: shop.id, pairs: heard(shop, learned(shop.id)) }));
  const scored = answers.map(({ id, pairs }) => ({ id, score: scoreSentences(pairs) }));
  for (const { score } of scored) printFaults(score.verdicts);
  const total = { id: "all", score: scoreSentences(answers.flatMap(({ pairs }) => pairs)) };
  console.table(Object.fromEntries([...scored, total].map(({ id, score }) => [id, row(score)])));
}

async function printDialogues(all: readonly CorpusShop[], hints: boolean): Promise<void> {
  const ends = [];
  for (const shop of all)
    ends.push({ id: shop.id, pairs: await playDialogues(catalogueOf(shop), shop.dialogues, { hints }) });
  const scored = ends.map(({ id, pairs }) => ({ id, score: scoreDialogues(pairs) }));
  for (const { score } of scored) printFaults(score.verdicts);
  const total = { id: "all", score: scoreDialogues(ends.flatMap(({ pairs }) => pairs)) };
  console.table(Object.fromEntries([...scored, total].map(({ id, score }) => [id, dialogueRow(score)])));
}

function printFaults(verdicts: readonly Verdict[]): void {
  if (figuresOnly) return;
  for (const { id, text, faults } of verdicts)
    if (faults.length > 0) console.log(`${id} ${JSON.stringify(text)}\n    ${faults.join(" | ")}`);
}

function row(score: Score): Record<string, string> {
  return {
    messages: String(score.full.of),
    "intents %": percent(score.intents),
    "orders %": percent(score.orders),
    "false orders": `${score.falseOrders.right}/${score.falseOrders.of}`,
    "asks when due %": percent(score.askedWhenNeeded),
    "asks when not %": percent(score.askedWhenNot),
    "full %": percent(score.full),
    ...Object.fromEntries([...score.slots].map(([slot, share]) => [`${slot} %`, percent(share)])),
  };
}

function dialogueRow({ exact, measures }: DialogueScore): Record<string, string> {
  return {
    dialogues: String(exact.of),
    "end state %": percent(exact),
    ...Object.fromEntries([...measures].map(([name, { right, of }]) => [name, `${right}/${of}`])),
  };
}

function percent({ right, of }: Share): string {
  return of === 0 ? "-" : ((100 * right) / of).toFixed(1);
}
