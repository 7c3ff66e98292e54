import { expect, it } from "vitest";
import { corpusShops } from "./corpus.ts";
import { playDialogues } from "./play-dialogues.ts";
import { scoreDialogues } from "./score-dialogues.ts";

/** Of a hundred whole conversations, how many must end exactly as the customer meant. */
const AS_HINTED = 65;
const AS_ASKED = 60;

it.each([
  ["asks what a shopkeeper would have asked", true, AS_HINTED],
  ["asks its own questions", false, AS_ASKED],
] as const)(
  "most conversations end as the customer meant them when the bot %s",
  { timeout: 60_000 },
  async (_, hints, least) => {
    const ends = [];
    for (const shop of corpusShops("growing")) ends.push(...(await playDialogues(shop, { hints })));
    const { exact, measures, verdicts } = scoreDialogues(ends);
    const wrong = verdicts.flatMap(({ id, faults }) => (faults.length > 0 ? [`${id}: ${faults.join(" | ")}`] : []));
    expect((100 * exact.right) / exact.of, wrong.join("\n")).toBeGreaterThanOrEqual(least);
    expect(measures.get("empty cart")?.right, "nothing is ordered where nothing was wanted").toBe(
      measures.get("empty cart")?.of,
    );
  },
);
