import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { answeredBy } from "../shop/branch/answered-by.words.ts";
import { numberOrders } from "../shop/order/written-orders-store.ts";
import type { Advanced, Failed } from "./advance-group.ts";
import type { Taken } from "./afterwards.ts";
import { callWishesWhileHeld } from "./call-wishes-while-held.ts";
import type { Claimed } from "./claim-due.ts";
import { withConfirmCalls } from "./confirm-calls.ts";
import { openDesk } from "./open-desk.ts";
import { planTurn } from "./plan-turn.ts";
import { refusedThrice } from "./turn.words.ts";
import type { ShopView, TurnParts } from "./turn-parts.ts";
import { handOverPlan, silentPlan, type TurnPlan } from "./turn-plan.ts";
import { isForTheBot } from "./while-held.ts";
import { touchesCalls } from "./write-calls.ts";
import { writeTurns } from "./write-turns.ts";

/** After so many refusals in a row a person takes it. */
const MOST_REFUSALS = 3;

/** The catalogue changed while the group was looked at: nothing is kept, and all of it is taken again. */
export class CatalogueMoved extends Error {}

export function catalogueMoved(): never {
  throw new CatalogueMoved();
}

/**
 * Decides what each turn does, in the order the turns were due, and writes all that the shop carries out. A refused
 * turn drops out, stays due, and is taken again with a fresh picture, so that its flow itself says what happened.
 */
export async function carryOut(
  tx: RawTx,
  parts: TurnParts,
  shop: ShopView,
  group: {
    readonly advanced: readonly Advanced[];
    readonly failed: readonly Failed[];
    readonly silent: readonly Claimed[];
  },
  now: number,
): Promise<Taken> {
  const { engine } = parts.database;
  const channelNameOf = (accountId: string) => parts.channelOf(accountId).name;
  // A web chat's contact is whoever opened the page.
  const isCapped = ({ claimed }: Advanced) =>
    !claimed.customer.phoneVerified && channelNameOf(claimed.accountId) === "web-chat";
  const desk = await openDesk(tx, { engine, now, newId: parts.newId }, shop, group.advanced, isCapped);
  const plans: TurnPlan[] = group.silent.map((claimed) => silentPlan(claimed, callWishesWhileHeld(claimed, shop, now)));
  const refused: { readonly id: string; readonly reason: string }[] = [];
  for (const turn of group.advanced) {
    const wishes = isForTheBot(turn.claimed) ? [] : callWishesWhileHeld(turn.claimed, shop, now);
    const plan = planTurn(desk, turn, isCapped(turn), wishes);
    if (typeof plan !== "string") plans.push(plan);
    else if (turn.claimed.refusals + 1 >= MOST_REFUSALS)
      plans.push(handOverPlan(turn.claimed, "refused_thrice", refusedThrice(answeredBy({ ...shop, now }))));
    else refused.push({ id: turn.claimed.id, reason: plan });
  }
  if (desk.changes.length > 0 && !(await numberOrders(tx, desk, shop.version))) catalogueMoved();
  const confirmed = await withConfirmCalls(tx, shop, desk, plans);
  await writeTurns(tx, confirmed, desk, channelNameOf);
  if (refused.length > 0)
    await tx.$executeRaw(sql`
      UPDATE "Conversation" SET "refusals" = "refusals" + 1 WHERE "id" IN (${join(refused.map(({ id }) => id))})`);
  return {
    claimed: group.advanced.length + group.failed.length + group.silent.length,
    answered: plans.map((plan) => plan.claimed.id),
    accounts: new Set(plans.flatMap((plan) => (plan.rows.length > 0 ? [plan.claimed.accountId] : []))),
    orders: desk.changes.map((change) => change.after.id),
    calls: confirmed.filter(touchesCalls).map((plan) => plan.claimed.id),
    refused,
    failed: group.failed.map(({ claimed, error }) => ({ id: claimed.id, error })),
  };
}
