import fc from "fast-check";
import { expect, test } from "vitest";
import { moveGoods, moveGoodsBack } from "../../../src/shop/order/move-goods.ts";
import { NEXT_STATUSES, type OrderStatus } from "../../../src/shop/order/order.ts";
import { holdsOf, keepsGoods, type StoredOrder } from "../../../src/shop/order/stored-order.ts";
import { Ledger } from "../../../src/shop/stock/ledger.ts";

const BRANCH = "toko";
const CAPACITY = 20;

/** An order of some brownies from stock and some cakes made to order. */
function orderOf(brownies: number, cakes: number): StoredOrder {
  const line = { unit: "pcs", unitPrice: 1, amount: 1 };
  return {
    id: "o",
    number: "1001",
    status: "placed",
    version: 1,
    placedAt: 0,
    fulfilment: "delivery",
    payment: "cash_on_delivery",
    branchId: BRANCH,
    goodsTotal: 2,
    fee: 0,
    total: 2,
    agreedDigest: "",
    agreedText: "",
    agreedWords: "",
    customerId: "c",
    conversationId: "v",
    topicId: "t",
    bookedDay: "2026-11-22",
    lines: [
      { ...line, sku: "BRW", name: "BRW", quantity: brownies, madeToOrder: false, held: "stock" },
      { ...line, sku: "KUE", name: "KUE", quantity: cakes, madeToOrder: true, held: "day" },
    ],
  };
}

const attempt = fc.record({
  brownies: fc.integer({ min: 1, max: 8 }),
  cakes: fc.integer({ min: 1, max: 8 }),
  steps: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }),
});

test("whatever customers and sellers do, stock never falls below zero and always adds up", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.array(attempt, { maxLength: 12 }), (onHand, attempts) => {
      const ledger = new Ledger(
        [{ sku: "BRW", branchId: BRANCH, onHand, reserved: 0 }],
        [{ branchId: BRANCH, day: "2026-11-22", booked: 0, capacity: CAPACITY }],
      );
      const orders: StoredOrder[] = [];
      for (const { brownies, cakes, steps } of attempts) {
        let order = orderOf(brownies, cakes);
        if (!ledger.hold(holdsOf(order))) continue;
        for (const step of steps) order = moved(ledger, order, step);
        orders.push(order);
        expectToAddUp(ledger, orders, onHand);
      }
    }),
  );
});

test("a step that is taken back leaves stock and days as they were before it", () => {
  fc.assert(
    fc.property(fc.nat(8), fc.nat(8), fc.array(fc.nat(5), { maxLength: 8 }), (brownies, cakes, steps) => {
      const ledger = new Ledger(
        [{ sku: "BRW", branchId: BRANCH, onHand: 30, reserved: 0 }],
        [{ branchId: BRANCH, day: "2026-11-22", booked: 0, capacity: CAPACITY }],
      );
      let order = orderOf(brownies + 1, cakes + 1);
      ledger.hold(holdsOf(order));
      for (const step of steps) {
        const before = { stock: ledger.stockChanges(), days: ledger.dayChanges() };
        const after = moved(ledger, order, step);
        if (after === order) continue;
        expect(moveGoodsBack(ledger, after, order)).toBe(true);
        expect({ stock: ledger.stockChanges(), days: ledger.dayChanges() }).toEqual(before);
        order = moved(ledger, order, step);
      }
    }),
  );
});

test("an order that cannot be held in full holds nothing", () => {
  const ledger = new Ledger(
    [{ sku: "BRW", branchId: BRANCH, onHand: 5, reserved: 0 }],
    [{ branchId: BRANCH, day: "2026-11-22", booked: 0, capacity: 3 }],
  );
  expect(ledger.hold(holdsOf(orderOf(2, 4)))).toBe(false);
  expect(ledger.stockChanges()).toEqual([]);
  expect(ledger.dayChanges()).toEqual([]);
});

function moved(ledger: Ledger, order: StoredOrder, step: number): StoredOrder {
  const choices: readonly OrderStatus[] = NEXT_STATUSES[order.status];
  const status = choices[step % Math.max(choices.length, 1)];
  if (status === undefined) return order;
  const after = { ...order, status };
  return moveGoods(ledger, order, after) ? after : order;
}

function expectToAddUp(ledger: Ledger, orders: readonly StoredOrder[], onHand: number): void {
  const brownies = (which: (order: StoredOrder) => boolean) =>
    orders.filter(which).reduce((sum, order) => sum + (order.lines[0]?.quantity ?? 0), 0);
  const change = ledger.stockChanges()[0] ?? { onHand: 0, reserved: 0 };
  expect(change.reserved).toBe(brownies(({ status }) => keepsGoods(status)));
  expect(onHand + change.onHand).toBe(onHand - brownies(({ status }) => status === "completed"));
  expect(onHand + change.onHand - change.reserved).toBeGreaterThanOrEqual(0);
  const booked = ledger.dayChanges()[0]?.booked ?? 0;
  expect(booked).toBeGreaterThanOrEqual(0);
  expect(booked).toBeLessThanOrEqual(CAPACITY);
}
