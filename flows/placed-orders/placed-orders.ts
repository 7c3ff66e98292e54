import type { Answer, Picture, Reply } from "#flow";
import { isOpenToCustomer, isRunning, type PlacedOrder } from "../../src/shop/order/order.ts";
import { placedOrderWords as words } from "./placed-orders.words.ts";

/** Where is my order? */
const status: Answer = {
  name: "orderStatus",
  intents: ["order_status"],
  reply: ({ orderNumber }, picture) => {
    const orders =
      orderNumber === undefined ? picture.orders : picture.orders.filter(({ number }) => number === orderNumber);
    const running = orders.filter(isRunning);
    const shown = running.length ? running : orders.slice(0, 1);
    return shown.length
      ? { say: shown.map((order) => words.status(order, picture)) }
      : { say: [words.noOrders(picture)] };
  },
};

/** An order that the shop has not begun is cancelled at once; one that it has begun goes to a person. */
const cancel: Answer = {
  name: "cancelOrder",
  intents: ["cancel_order"],
  reply: (meaning, picture, { busy, words: said }) => {
    // In the middle of another errand only an order that is named is meant.
    if (busy && meaning.orderNumber === undefined) return undefined;
    const order = runningOrder(meaning.orderNumber, picture);
    if (!order) return { say: [words.nothingToCancel(picture)], ended: "cancelled" };
    if (!isOpenToCustomer(order.status)) return begun(order, picture);
    return {
      say: [words.cancelled(order.number, picture)],
      effects: [
        { type: "cancelOrder", order: order.id, version: order.version, words: said },
        { type: "showOrder", by: { order: order.id } },
      ],
      ended: "cancelled",
    };
  },
};

/** Changes to an order that the shop has not begun are an errand of their own; later ones go to a person. */
const change: Answer = {
  name: "changeOrder",
  intents: ["change_order"],
  reply: ({ orderNumber }, picture, { busy }) => {
    if (busy) return undefined;
    const order = runningOrder(orderNumber, picture);
    return order ? begun(order, picture) : { say: [words.nothingToChange(picture)] };
  },
};

export const placedOrderAnswers: readonly Answer[] = [status, cancel, change];

function runningOrder(number: string | undefined, picture: Picture): PlacedOrder | undefined {
  const running = picture.orders.filter(isRunning);
  return number === undefined ? running[0] : running.find((order) => order.number === number);
}

function begun({ number }: PlacedOrder, picture: Picture): Reply {
  return {
    say: [words.begun(number, picture)],
    effects: [{ type: "handOver", reason: "order_begun", note: `#${number}` }],
  };
}
