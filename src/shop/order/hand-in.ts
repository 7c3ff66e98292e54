import type { CashHolder, CashMove } from "./cash-moves.ts";

/** Which orders' cash a sum settles, the first given first; of the last perhaps only a part. */
export function handInMoves(
  orders: readonly { readonly id: string; readonly amount: number }[],
  holder: CashHolder,
  amount: number,
): readonly CashMove[] {
  let rest = amount;
  return orders.flatMap(({ id: orderId, amount: has }) => {
    // Less than nothing is never handed in.
    const part = Math.max(0, Math.min(rest, has));
    rest -= part;
    return part === 0
      ? []
      : [
          { orderId, holder, amount: -part },
          { orderId, holder: "shop" as const, amount: part },
        ];
  });
}
