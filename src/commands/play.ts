import { DialogueLine } from "../understanding/evaluation-format.ts";
import { type PlayedTurn, Stage } from "./play/stage.ts";
import { readCatalogueFile, shopNamed } from "./read-catalogue-file.ts";
import { readLines } from "./read-lines.ts";

/** What a dialogue is labelled with is not read: it would be cheating. */
const Line = DialogueLine.pick({ id: true, shop: true, now: true, turns: true }).partial({ shop: true });

/** Plays dialogues from standard input through the whole road, each customer on a database thrown away afterwards, and writes the end states. */
export async function playDialogues(catalogFile: string): Promise<void> {
  const shops = await readCatalogueFile(catalogFile);
  const stages = new Map<string, Stage>();
  try {
    for await (const { id, shop: name, now, turns } of readLines(process.stdin, Line)) {
      const shop = shopNamed(shops, name);
      const stage = stages.get(shop.id) ?? (await Stage.open(catalogFile, shop.id));
      stages.set(shop.id, stage);
      const played: PlayedTurn[] = turns.map(({ text, bot }) => ({ text, ...(bot ? { hint: bot } : {}) }));
      process.stdout.write(`${JSON.stringify({ id, ...(await stage.play(id, Date.parse(now), played)) })}\n`);
    }
  } finally {
    for (const stage of stages.values()) await stage.close();
  }
}
