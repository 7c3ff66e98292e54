import type { Tx } from "../database/database.ts";
import { acceptOffer, declineOffer } from "../shop/order/adjust-order.ts";
import type { OrderChange } from "../shop/order/order-desk.ts";
import { writeOrders } from "../shop/order/written-orders-store.ts";
import { writeDays, writeStock } from "../shop/stock/stock-store.ts";
import type { Acts } from "./acts.ts";
import { actedThere } from "./holder-store.ts";
import { type NotOffered, type OpenOffer, offerEvent, openOffer, tellOfOffer } from "./offered-order.ts";

/** An answer that the customer gave to a person: on the phone, or in a chat that somebody holds. */
export interface ToldAnswer {
  readonly order: string;
  readonly version: number;
  readonly staff: string;
  readonly answer: "yes" | "no";
  /** The customer's own */
  readonly words: string;
}

export type OfferSettled = { readonly type: "settled" } | NotOffered;

/** Notes the customer's answer to an offer: with a yes the order becomes it and takes its goods, or nothing happens. */
export function noteAnswer(acts: Acts, told: ToldAnswer): Promise<OfferSettled> {
  return settle(acts, told, ({ order, id, offer, ledger }) => {
    const { version, staff, answer, words } = told;
    const desk = { ledger, orders: new Map([[order.id, order]]), changes: [] as OrderChange[] };
    const answered = { offer: id, order: order.id, version, words, who: staff };
    const refusal = answer === "yes" ? acceptOffer(desk, { ...answered, change: offer }) : declineOffer(desk, answered);
    return refusal ? undefined : { changes: desk.changes, state: answer === "yes" ? "accepted" : "refused" };
  });
}

/** Takes back what was offered and not answered: the order stays as it is, and the customer is told. */
export function withdrawOffer(
  acts: Acts,
  withdrawn: { readonly order: string; readonly version: number; readonly staff: string },
): Promise<OfferSettled> {
  return settle(acts, withdrawn, ({ order, id }) => {
    const after = { ...order, version: order.version + 1 };
    const data = { offer: id };
    const change = { type: "offerWithdrawn" as const, before: order, after, who: withdrawn.staff, data };
    return { changes: [change], state: "withdrawn" };
  });
}

interface Settled {
  readonly changes: OrderChange[];
  readonly state: "accepted" | "refused" | "withdrawn";
}

/** Ends an open offer as is decided, all in one transaction; undefined where its goods are not there. */
async function settle(
  acts: Acts,
  act: { readonly order: string; readonly version: number; readonly staff: string },
  decide: (open: OpenOffer) => Settled | undefined,
): Promise<OfferSettled> {
  const [result, conversationId] = await acts.database.transaction((tx) => settleLocked(tx, acts, act, decide));
  if (conversationId !== undefined) acts.changed(offerEvent(act.order, conversationId));
  return result;
}

async function settleLocked(
  tx: Tx,
  acts: Acts,
  { order: orderId, version, staff }: Parameters<typeof settle>[1],
  decide: (open: OpenOffer) => Settled | undefined,
): Promise<[OfferSettled, conversationId?: string]> {
  const open = await openOffer(tx, acts, orderId, version);
  if ("type" in open) return [open];
  const decided = decide(open);
  if (!decided) return [{ type: "outOfStock" }];
  const { order, id: offer, ledger } = open;
  const { changes, state } = decided;
  const now = acts.clock();
  await writeOrders(tx, { changes, now, newId: acts.newId }, new Map());
  await writeStock(tx, ledger.stockChanges());
  await writeDays(tx, ledger.dayChanges());
  await actedThere(tx, order.conversationId, staff, now);
  await tellOfOffer(tx, acts, order, { type: "offerSettled", staff, order: orderId, offer, state }, now);
  return [{ type: "settled" }, order.conversationId];
}
