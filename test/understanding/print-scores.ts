import { corpusShops, heard } from "./corpus.ts";
import { type Score, type Share, scoreSentences } from "./score-sentences.ts";

/**
 * Prints how well the corpus is understood: `npm run score` for the growing part with what is wrong in it
 * (`npm run score -- distro` for one shop), `npm run score -- --held-out` for the other part, figures only.
 */
const heldOut = process.argv.includes("--held-out");
const only = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const shops = corpusShops(heldOut ? "held-out" : "growing").filter(({ id }) => only.length === 0 || only.includes(id));
const scored = shops.map((shop) => ({ id: shop.id, score: scoreSentences(heard(shop)) }));
if (!heldOut && !process.argv.includes("--figures"))
  for (const { score } of scored)
    for (const { id, text, faults } of score.verdicts)
      if (faults.length > 0) console.log(`${id} ${JSON.stringify(text)}\n    ${faults.join(" | ")}`);
const all = scoreSentences(shops.flatMap(heard));
console.table(Object.fromEntries([...scored, { id: "all", score: all }].map(({ id, score }) => [id, row(score)])));

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

function percent({ right, of }: Share): string {
  return of === 0 ? "-" : ((100 * right) / of).toFixed(1);
}
