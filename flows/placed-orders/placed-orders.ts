import type { Answer } from "#flow";
import { isOpenToCustomer } from "../../src/shop/order/order.ts";
import { placedOrderWords as words } from "./placed-orders.words.ts";

/** Where is my order? */
const status: Answer = {
  name: "orderStatus",
  intents: ["order_status"],
  reply: ({ orderNumber }, picture) => {
    const orders =
      orderNumber === undefined ? picture.orders : picture.orders.filter(({ number }) => number === orderNumber);
    const running = orders.filter(({ status }) => status !== "completed" && status !== "cancelled");
    const shown = running.length ? running : orders.slice(0, 1);
    return shown.length
      ? { say: shown.map((order) => words.status(order, picture)) }
      : { say: [words.noOrders(picture)] };
  },
};

/** Cancelling or changing what the shop has begun goes to a person. */
const begun: Answer = {
  name: "begunOrder",
  intents: ["cancel_order", "change_order"],
  reply: (meaning, picture, { busy }) => {
    if (busy) return undefined;
    const running = picture.orders.find(({ status }) => status !== "completed" && status !== "cancelled");
    if (running && !isOpenToCustomer(running.status))
      return {
        say: [words.begun(running.number, picture)],
        effects: [{ type: "handOver", reason: "order_begun", note: `#${running.number}` }],
      };
    if (running) return undefined;
    return {
      say: [words.nothingTo(meaning.intents.includes("cancel_order"), picture)],
      ...(meaning.intents.includes("cancel_order") ? { ended: "cancelled" as const } : {}),
    };
  },
};

export const placedOrderAnswers: readonly Answer[] = [status, begun];
