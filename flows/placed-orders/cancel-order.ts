import { z } from "zod";
import { flow } from "#flow";
import { isOpenToCustomer } from "../../src/shop/order/order.ts";
import { changeable } from "../order/placed.ts";
import { placedOrderWords as words } from "./placed-orders.words.ts";

/** Cancelling an order that was placed and not begun: asked back once, because it cannot be undone. */
export const cancelOrder = flow({
  name: "cancelOrder",
  slots: {
    order: z.object({ id: z.string(), number: z.string(), version: z.number() }),
    sure: z.object({ digest: z.string(), text: z.string(), words: z.string() }),
  },
  opens: ({ intents, orderNumber }, picture) => {
    if (!intents.includes("cancel_order")) return undefined;
    const found = picture.orders.find(
      ({ number, status }) => isOpenToCustomer(status) && (orderNumber === undefined || number === orderNumber),
    );
    return found && { order: { id: found.id, number: found.number, version: found.version } };
  },
  gist: () => undefined,
  questions: {
    order: {
      ask: (_, picture) => words.whichOrder(picture),
      problem: ({ id, number }, _, picture) =>
        changeable(id, picture) ? undefined : words.begunMeanwhile(number, picture),
    },
    sure: {
      ask: ({ order }, picture) => words.sureToCancel(order?.number ?? "", picture),
      yes: (evidence) => evidence,
    },
  },
  on: {
    deny: ({ order }, picture) => ({ say: [words.kept(order?.number ?? "", picture)], end: "cancelled" }),
  },
  finish: ({ order, sure }, _, picture) => [
    { type: "cancelOrder", order: order.id, version: order.version, words: sure.words },
    { type: "showOrder", by: { order: order.id } },
    { type: "say", text: words.cancelled(order.number, picture) },
  ],
});
