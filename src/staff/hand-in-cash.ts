import type { CashMove } from "../shop/order/cash-moves.ts";
import { courierHolder } from "../shop/order/cash-moves.ts";
import { ordersWithCash, recordCash } from "../shop/order/cash-store.ts";
import { handInMoves } from "../shop/order/hand-in.ts";
import { lockOrders } from "../shop/order/order-store.ts";
import type { Acts } from "./acts.ts";
import { auditCash } from "./cash-audit-store.ts";

export type HandedIn =
  | { readonly type: "handedIn"; readonly amount: number; readonly left: number }
  /** What the courier has is no longer what was seen */
  | { readonly type: "cashChanged"; readonly held: number }
  /** More than the courier is known to have, or nothing */
  | { readonly type: "tooMuch"; readonly held: number };

/**
 * A courier hands cash in to the shop: it settles their oldest orders first, and what is missing stays with them for all
 * to see. `seen` is what they were shown to have: handed in twice, it is not counted twice.
 */
export async function handInCash(
  { database, clock, newId, changed }: Acts,
  act: { readonly courier: string; readonly amount: number; readonly seen: number; readonly staff: string },
): Promise<HandedIn> {
  const { courier, amount, seen, staff } = act;
  const holder = courierHolder(courier);
  const result = await database.transaction(async (tx): Promise<HandedIn> => {
    const before = await ordersWithCash(tx, holder);
    await lockOrders(
      tx,
      database.engine,
      before.map(({ id }) => id),
    );
    const orders = await ordersWithCash(tx, holder);
    const held = orders.reduce((sum, order) => sum + order.amount, 0);
    // A delivery that was counted meanwhile is not locked: the count is made anew.
    if (held !== seen || orders.length !== before.length) return { type: "cashChanged", held };
    if (amount <= 0 || amount > held) return { type: "tooMuch", held };
    const moves: readonly CashMove[] = handInMoves(orders, holder, amount);
    const now = clock();
    await recordCash(tx, moves, now, newId);
    await auditCash(tx, { id: newId(), at: now, who: staff, courier, amount, held });
    return { type: "handedIn", amount, left: held - amount };
  });
  if (result.type === "handedIn") changed([{ type: "order", id: "" }]);
  return result;
}
