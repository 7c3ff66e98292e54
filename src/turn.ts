import { advanceGroup } from "./turn/advance-group.ts";
import { afterwards, NOTHING_TAKEN, type Taken } from "./turn/afterwards.ts";
import { carryOut, catalogueMoved } from "./turn/carry-out.ts";
import type { Claimed } from "./turn/claim-due.ts";
import type { TurnParts } from "./turn/turn-parts.ts";
import { countsWhileHeld, isForTheBot } from "./turn/while-held.ts";
import { withClaimed } from "./turn/with-claimed.ts";
import { withoutTheBadOne } from "./turn/without-the-bad-one.ts";

/**
 * Takes the turns of all conversations that are due (up to 64) in one transaction: state, domain changes, outbox rows
 * and handled marks commit together or not at all. `only` takes one conversation's turn alone.
 *
 * Busy, deadlocked and lost databases throw, and the turns stay due. Nothing here calls the outside world.
 */
export async function takeTurns(parts: TurnParts, only?: string): Promise<Taken> {
  const startedAt = parts.clock();
  let ids: readonly string[] = [];
  try {
    const taken = await withClaimed(parts, only, async (tx, claimed, now) => {
      ids = claimed.map(({ id }) => id);
      const [first] = claimed;
      if (!first) return NOTHING_TAKEN;
      const shop = parts.shop.at(first.catalogueVersion) ?? catalogueMoved();
      const { advanced, failed } = await advanceGroup(tx, parts, shop, claimed.filter(hasAnswer), now);
      const silent = claimed.filter((conversation) => !hasAnswer(conversation));
      return carryOut(tx, parts, shop, { advanced, failed, silent }, now);
    });
    return await afterwards(parts, taken, startedAt);
  } catch (error) {
    return withoutTheBadOne(parts, ids, error, (id) => takeTurns(parts, id));
  }
}

/** While a person holds a conversation the bot is silent there; what counts all the same is carried out. */
function hasAnswer(claimed: Claimed): boolean {
  return isForTheBot(claimed) || claimed.events.some(countsWhileHeld);
}
