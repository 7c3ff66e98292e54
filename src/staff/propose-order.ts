import { appendEvents } from "../inbox/append-events.ts";
import { quietRule } from "../inbox/quiet-rule.ts";
import { findPhoneOrder, keepPhoneOrder } from "../shop/phone-order/phone-order-store.ts";
import { PROPOSAL_LASTS_MS, type Proposal } from "../shop/phone-order/proposal.ts";
import type { Acts, Rank } from "./acts.ts";
import { auditPrices, withAgreedBy } from "./agreed-prices.ts";
import { audit, changeHolder, type HeldConversation, isColleagues, lockConversation } from "./holder-store.ts";

/** An order that a seller wrote down while talking. `id` is the page's own mark: sent again, it is one order. */
export interface PhoneOrder {
  readonly id: string;
  readonly staff: string;
  readonly proposal: Proposal;
  /** Secret of the link by which it can be taken up */
  readonly code: string;
}

export type Proposed =
  | { readonly type: "proposed" }
  | { readonly type: "heldBy"; readonly staff: string }
  | { readonly type: "unknownConversation" };

/**
 * Puts an order into a customer's chat for their yes. The bot shows the summary and hears the answer, so a chat that a
 * person holds goes back to it.
 */
export async function proposeOrder(
  acts: Acts,
  conversationId: string,
  order: PhoneOrder,
  rank: Rank = "seller",
): Promise<Proposed> {
  const { database, clock, newId } = acts;
  const { id, staff, code } = order;
  const { proposal, agreed } = withAgreedBy(order.proposal, staff);
  const result = await database.transaction(async (tx): Promise<Proposed> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    if (await findPhoneOrder(tx, id)) return { type: "proposed" };
    const { holder } = conversation;
    const overrules = isColleagues(holder, staff);
    if (overrules && rank !== "owner") return { type: "heldBy", staff: holder };
    const now = clock();
    const back = await giveToBot(conversation);
    const body = { type: "orderProposed" as const, staff, answers: proposal };
    const event = { id: newId(), key: `proposed:${id}`, conversationId, body };
    await appendEvents(tx, [...back, event], now, quietRule(0));
    await keepPhoneOrder(tx, { id, code, conversationId, proposal, who: staff, ...momentsOf(now), takenAt: now });
    await auditPrices(tx, agreed, { newId, at: now, who: staff, subject: id });
    const from = overrules ? { from: holder } : {};
    await audit(tx, { id: newId(), at: now, who: staff, what: "proposedOrder", subject: id, ...from });
    return { type: "proposed" };

    async function giveToBot(held: HeldConversation) {
      if (held.holder === "bot") return [];
      const version = await changeHolder(tx, held, "bot", null, now);
      const handedBack = { type: "handedBack" as const, staff };
      return [{ id: newId(), key: `handedBack:${conversationId}:${version}`, conversationId, body: handedBack }];
    }
  });
  if (result.type === "proposed") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

/** Keeps an order for a customer who has no chat yet. Returns the code of its link, the first one where it was kept before. */
export async function offerOrder({ database, clock, newId }: Acts, order: PhoneOrder): Promise<string> {
  const { id, staff, code } = order;
  const { proposal, agreed } = withAgreedBy(order.proposal, staff);
  return database.transaction(async (tx) => {
    const kept = await findPhoneOrder(tx, id);
    if (kept) return kept.code;
    const now = clock();
    await keepPhoneOrder(tx, { id, code, proposal, who: staff, ...momentsOf(now) });
    // The same offer at the same moment: the first that was kept is the one.
    const first = await findPhoneOrder(tx, id);
    if (first && first.code !== code) return first.code;
    await auditPrices(tx, agreed, { newId, at: now, who: staff, subject: id });
    await audit(tx, { id: newId(), at: now, who: staff, what: "offeredOrder", subject: id });
    return code;
  });
}

function momentsOf(now: number) {
  return { createdAt: now, expiresAt: now + PROPOSAL_LASTS_MS };
}
