import type { Tx } from "../../database/database.ts";
import { type CashHeld, type CashHolder, type CashMove, cashHolder } from "./cash-moves.ts";

/** Who has how much of these orders' cash, by order. */
export async function cashHeldOf(tx: Tx, orders: readonly string[]): Promise<ReadonlyMap<string, CashHeld>> {
  const sums = await tx.cashEntry.groupBy({
    by: ["orderId", "holder"],
    where: { orderId: { in: [...orders] } },
    _sum: { amount: true },
  });
  const held = new Map<string, Map<CashHolder, number>>();
  for (const { orderId, holder: stored, _sum } of sums) {
    const holder = cashHolder(stored);
    if (holder === undefined || !_sum.amount) continue;
    held.set(orderId, (held.get(orderId) ?? new Map<CashHolder, number>()).set(holder, _sum.amount));
  }
  return held;
}

/** Orders of which somebody still has cash, the oldest first. */
export async function ordersWithCash(tx: Tx, holder: CashHolder): Promise<readonly { id: string; amount: number }[]> {
  const sums = await tx.cashEntry.groupBy({
    by: ["orderId"],
    where: { holder },
    _sum: { amount: true },
    _min: { at: true },
    having: { amount: { _sum: { not: 0 } } },
  });
  return sums
    .toSorted((a, b) => Number((a._min.at ?? 0n) - (b._min.at ?? 0n)) || (a.orderId < b.orderId ? -1 : 1))
    .map(({ orderId, _sum }) => ({ id: orderId, amount: _sum.amount ?? 0 }));
}

export async function recordCash(tx: Tx, moves: readonly CashMove[], at: number, newId: () => string): Promise<void> {
  if (moves.length > 0) await tx.cashEntry.createMany({ data: moves.map((move) => ({ id: newId(), ...move, at })) });
}
