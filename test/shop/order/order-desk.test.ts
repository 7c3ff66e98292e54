import { expect, it } from "vitest";
import { markDesk, type OrderDesk } from "../../../src/shop/order/order-desk.ts";
import { Ledger } from "../../../src/shop/stock/ledger.ts";

it("a refused turn leaves no count of open cash orders behind, also for a customer who had none", () => {
  const desk: OrderDesk = {
    offer: { products: new Map(), branches: [], zones: [] },
    ledger: new Ledger([], []),
    orders: new Map(),
    byTopic: new Map(),
    openCod: new Map([["sari", 1]]),
    taken: new Set(),
    changes: [],
    now: 0,
    newId: () => "id",
  };
  const takeBack = markDesk(desk);
  desk.openCod.set("sari", 2);
  desk.openCod.set("budi", 1);
  takeBack();
  expect([...desk.openCod]).toEqual([["sari", 1]]);
});
