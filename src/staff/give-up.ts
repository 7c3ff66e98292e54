import type { Tx } from "../database/database.ts";
import type { Engine } from "../database/database-url.ts";
import { changeHolder, lockConversation } from "./holder-store.ts";

/**
 * All that somebody who leaves was holding waits for another person, in the transaction that shuts them out, and calls
 * that they took upon themselves are anybody's again. Returns those conversations' ids.
 */
export async function giveUp(tx: Tx, engine: Engine, staffId: string, now: number): Promise<readonly string[]> {
  const held = await tx.conversation.findMany({
    where: { holder: staffId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const given: string[] = [];
  for (const { id } of held) {
    const conversation = await lockConversation(tx, engine, id);
    // Since it was found a colleague may have taken it, or it may have been handed back.
    if (conversation?.holder !== staffId) continue;
    await changeHolder(tx, conversation, "waiting", "colleague_left", now);
    given.push(id);
  }
  await tx.callTask.updateMany({
    where: { takenBy: staffId, outcome: null },
    data: { takenBy: null, version: { increment: 1 } },
  });
  return given;
}
