import { fileURLToPath } from "node:url";
import type { EndState } from "../../src/commands/play/end-state.ts";
import { Stage } from "../../src/commands/play/stage.ts";
import type { DialogueLine } from "../../src/understanding/evaluation-format.ts";

/** How every dialogue of one shop ends, played through the whole road; with the bot's questions as hinted, or as it asks them itself. */
export async function playDialogues(
  catalogue: URL,
  dialogues: readonly DialogueLine[],
  { hints }: { readonly hints: boolean },
): Promise<(readonly [DialogueLine, EndState])[]> {
  const [first] = dialogues;
  if (!first) return [];
  const stage = await Stage.open(fileURLToPath(catalogue), first.shop);
  try {
    const ends: (readonly [DialogueLine, EndState])[] = [];
    for (const line of dialogues) {
      const turns = line.turns.map(({ text, bot }) => ({ text, ...(hints && bot ? { hint: bot } : {}) }));
      ends.push([line, await stage.play(line.id, Date.parse(line.now), turns)]);
    }
    return ends;
  } finally {
    await stage.close();
  }
}
