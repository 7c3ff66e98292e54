import type { Ledger } from "../stock/ledger.ts";
import { isOpenToCustomer } from "./order.ts";
import { holdsOf, keepsGoods, type StoredOrder } from "./stored-order.ts";

/**
 * What an order's step does to its goods: they leave when it is completed, come back when it fails or is cancelled,
 * and are kept aside again when it goes out once more. False when they are not there for that.
 */
export function moveGoods(ledger: Ledger, before: StoredOrder, after: StoredOrder): boolean {
  const goods = holdsOf(before, "stock");
  if (keepsGoods(before.status) && after.status === "completed") ledger.consume(goods);
  else if (keepsGoods(before.status) && !keepsGoods(after.status)) ledger.release(goods);
  else if (!keepsGoods(before.status) && keepsGoods(after.status) && !ledger.hold(goods)) return false;
  // A day's capacity comes back only while nobody has begun to make anything.
  if (after.status === "cancelled" && isOpenToCustomer(before.status)) ledger.release(holdsOf(before, "day"));
  return true;
}

/** Takes a step's doing back, from how it left the order to how it was. False when the goods went elsewhere meanwhile. */
export function moveGoodsBack(ledger: Ledger, stepped: StoredOrder, before: StoredOrder): boolean {
  const goods = holdsOf(stepped, "stock");
  if (stepped.status === "completed") ledger.restore(goods);
  else if (!keepsGoods(stepped.status) && keepsGoods(before.status) && !ledger.hold(goods)) return false;
  else if (keepsGoods(stepped.status) && !keepsGoods(before.status)) ledger.release(goods);
  const madeRoom = stepped.status === "cancelled" && isOpenToCustomer(before.status);
  return !madeRoom || ledger.hold(holdsOf(stepped, "day"));
}
