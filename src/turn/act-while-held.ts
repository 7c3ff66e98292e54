import { latestBasket } from "../conversation/latest-basket.ts";
import type { Tx } from "../database/database.ts";
import { appendEvents } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import { auditPrices, withAgreedBy } from "../staff/agreed-prices.ts";
import type { HeldAct, HeldActed } from "../staff/held-act.ts";
import { findHeldAct, heldVersion, orderPlacedAt } from "../staff/held-order-store.ts";
import { audit, isColleagues, lockConversation, spokeThere } from "../staff/holder-store.ts";
import { takeOverLocked } from "../staff/take-over.ts";
import { advanceGroup } from "./advance-group.ts";
import { afterwards, type Taken } from "./afterwards.ts";
import { CatalogueMoved, carryOut, catalogueMoved } from "./carry-out.ts";
import { claimDue } from "./claim-due.ts";
import { readState } from "./saved-state.ts";
import type { TurnParts } from "./turn-parts.ts";

/** As often as the catalogue may change under an act */
const MOST_TRIES = 3;

/**
 * Writes down or places the order of a conversation that a person holds. It is a turn of its own: event, state, order,
 * stock and card are committed together or not at all, and the bot says nothing.
 */
export async function actWhileHeld(parts: TurnParts, act: HeldAct): Promise<HeldActed> {
  for (let tries = 1; ; tries++) {
    const startedAt = parts.clock();
    try {
      const { acted, taken } = await parts.database.transaction((tx) => actLocked(tx, parts, act));
      if (taken) await afterwards(parts, taken, startedAt);
      return acted;
    } catch (error) {
      if (error instanceof NotDone) return error.acted;
      if (!(error instanceof CatalogueMoved) || tries >= MOST_TRIES) throw error;
      await parts.shop.refresh(parts.database);
    }
  }
}

/** Takes back all that the act has written so far. */
class NotDone extends Error {
  readonly acted: HeldActed;

  constructor(acted: HeldActed) {
    super(acted.type);
    this.acted = acted;
  }
}

interface Acted {
  readonly acted: HeldActed;
  readonly taken?: Taken;
}

async function actLocked(tx: Tx, parts: TurnParts, act: HeldAct): Promise<Acted> {
  const { database, clock, newId } = parts;
  const { conversationId, staff, rank, version, yes } = act;
  const conversation = await lockConversation(tx, database.engine, conversationId);
  if (!conversation) return { acted: { type: "unknownConversation" } };
  const key = `held:${conversationId}:${act.id}`;
  const before = await findHeldAct(tx, key);
  if (before) {
    // Written down under this mark is not placed.
    if ((before.kind === "orderAgreed") !== (yes !== undefined)) return { acted: { type: "changed" } };
    return { acted: doneWith(await orderPlacedAt(tx, conversationId, before.at)) };
  }
  const { holder } = conversation;
  if (holder === "bot") return { acted: { type: "withBot" } };
  if (isColleagues(holder, staff) && rank !== "owner") return { acted: { type: "heldBy", staff: holder } };
  if ((await heldVersion(tx, conversation)) !== version) return { acted: { type: "changed" } };
  await takeOverLocked(tx, parts, conversation, staff, rank);
  const now = clock();
  await spokeThere(tx, conversationId, now);
  const { proposal, agreed } = withAgreedBy(act.answers, staff, await linesNow(tx, conversationId));
  const said = { staff, version, answers: proposal };
  const body =
    yes === undefined
      ? { type: "answersSet" as const, ...said }
      : { type: "orderAgreed" as const, ...said, words: yes };
  await appendEvents(tx, [{ id: newId(), key, conversationId, body }], now, quietRule(0));
  const taken = await takeTurn(tx, parts, conversationId, now);
  const [order] = taken.orders;
  const entry = { at: now, who: staff };
  await auditPrices(tx, agreed, { ...entry, newId, subject: conversationId });
  const what = order === undefined ? "setAnswers" : "placedOrder";
  await audit(tx, { ...entry, id: newId(), what, subject: order ?? conversationId });
  return { acted: doneWith(order), taken };
}

function doneWith(order: string | undefined): HeldActed {
  return { type: "done", ...(order === undefined ? {} : { order }) };
}

async function linesNow(tx: Tx, id: string) {
  const { state } = await tx.conversation.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return latestBasket(readState(state).state)?.lines ?? [];
}

/** The turn of this one conversation, in the caller's transaction. */
async function takeTurn(tx: Tx, parts: TurnParts, id: string, now: number): Promise<Taken> {
  const [claimed] = await claimDue(tx, parts.database.engine, now, id);
  if (!claimed) throw new Error("A conversation that was locked could not be claimed.");
  const shop = parts.shop.at(claimed.catalogueVersion) ?? catalogueMoved();
  // A refusal is told to whoever pressed, and does not count as one of the bot's.
  const { advanced, failed } = await advanceGroup(tx, parts, shop, [{ ...claimed, refusals: 0 }], now);
  if (failed[0]) throw failed[0].error;
  const why = advanced[0]?.outcome.stillOpen;
  if (why !== undefined) throw new NotDone({ type: "stillOpen", why });
  const taken = await carryOut(tx, parts, shop, { advanced, failed: [], silent: [] }, now);
  const refused = taken.refused[0];
  if (refused) throw new NotDone({ type: "refused", reason: refused.reason });
  return taken;
}
