import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CashHeld,
  type CashHolder,
  cashMoves,
  courierHolder,
  settleCash,
} from "../../../src/shop/order/cash-moves.ts";
import { handInMoves } from "../../../src/shop/order/hand-in.ts";
import { NEXT_STATUSES, type OrderStatus } from "../../../src/shop/order/order.ts";
import type { StoredOrder } from "../../../src/shop/order/stored-order.ts";

const COURIER = courierHolder("doni");

function orderOf(total: number, payment: StoredOrder["payment"], courier: boolean): StoredOrder {
  return {
    ...{ id: "o", number: "1001", status: "placed", version: 1, placedAt: 0, fulfilment: "delivery", payment },
    ...{ branchId: "toko", goodsTotal: total, fee: 0, total, agreedDigest: "", agreedText: "", agreedWords: "" },
    ...{ customerId: "c", conversationId: "v", topicId: "t", bookedDay: "2026-11-22", lines: [] },
    ...(courier ? { courierId: "doni" } : {}),
  };
}

const act = fc.record({
  kind: fc.constantFrom("step", "step", "step", "undo", "change", "handIn"),
  pick: fc.nat(5),
  amount: fc.nat(200_000),
});

test("whatever is done to an order, its cash always adds up to its total, and nobody has cash that was not taken", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150_000 }),
      fc.constantFrom("cash_on_delivery" as const, "transfer" as const),
      fc.boolean(),
      fc.array(act, { maxLength: 14 }),
      (total, payment, courier, acts) => {
        let order = orderOf(total, payment, courier);
        let before: OrderStatus | undefined;
        const held = new Map<CashHolder, number>();
        const keep = (moves: readonly { holder: CashHolder; amount: number }[]) => {
          for (const { holder, amount } of moves) held.set(holder, (held.get(holder) ?? 0) + amount);
        };
        keep(cashMoves(undefined, order));
        for (const { kind, pick, amount } of acts) {
          if (kind === "handIn") {
            const has = held.get(COURIER) ?? 0;
            if (has > 0) keep(handInMoves([{ id: "o", amount: has }], COURIER, Math.min(amount, has)));
          } else if (kind === "change" && order.status === "placed") {
            const after = { ...order, total: amount + 1 };
            keep(cashMoves(order, after));
            order = after;
          } else if (kind === "undo" && before !== undefined && (held.get("shop") ?? 0) === 0) {
            order = { ...order, status: before };
            before = undefined;
            keep(settleCash(held, order));
          } else if (kind === "step") {
            const next = NEXT_STATUSES[order.status];
            const status = next[pick % Math.max(next.length, 1)];
            if (status === undefined) continue;
            before = order.status;
            order = { ...order, status };
            keep(settleCash(held, order, status === "completed" && payment !== "transfer" ? amount : undefined));
          }
          expectToAddUp(order, held);
        }
      },
    ),
  );
});

test("cash handed in settles the oldest orders first, and what is missing stays with the courier", () => {
  const moves = handInMoves(
    [
      { id: "first", amount: 50_000 },
      { id: "second", amount: 30_000 },
    ],
    COURIER,
    60_000,
  );
  expect(moves).toEqual([
    { orderId: "first", holder: COURIER, amount: -50_000 },
    { orderId: "first", holder: "shop", amount: 50_000 },
    { orderId: "second", holder: COURIER, amount: -10_000 },
    { orderId: "second", holder: "shop", amount: 10_000 },
  ]);
});

function expectToAddUp(order: StoredOrder, held: CashHeld): void {
  const isDue = order.payment !== "transfer" && order.status !== "cancelled";
  const sum = [...held.values()].reduce((all, amount) => all + amount, 0);
  expect(sum).toBe(isDue ? order.total : 0);
  if (order.status !== "completed") expect(held.get("customer") ?? 0).toBe(sum);
  else expect(held.get("customer") ?? 0).toBe(0);
  expect(held.get(COURIER) ?? 0).toBeGreaterThanOrEqual(0);
}
