import { z } from "zod";
import { type Ask, flow, type Known, type Meaning, type Picture, type TopicOutcome } from "#flow";
import { backAt } from "../../src/shop/call/call-times.ts";
import type { PlacedOrder } from "../../src/shop/order/order.ts";
import { confirmOrderWords as words } from "./confirm-order.words.ts";

const slots = {
  /** The order that waits for a yes */
  order: z.string(),
  /** Why no call brought it, and the number that was tried */
  why: z.object({ kind: z.enum(["unreached", "wrongNumber"]), tried: z.string().optional() }),
  answer: z.union([z.object({ words: z.string() }), z.object({ phone: z.string() })]),
};
type Confirming = Known<typeof slots>;

/** An order that a call was to confirm, and could not: a yes here does as well, or a number at which the call reaches them. */
export const confirmOrder = flow({
  name: "confirmOrder",
  slots,
  passing: true,
  // Only the shop begins it, after its calls.
  opens: () => undefined,
  gist: () => undefined,
  questions: {
    order: { ask: (_, picture) => nothingToConfirm(picture) },
    why: { ask: (_, picture) => nothingToConfirm(picture) },
    answer: {
      ask: askForYes,
      yes: ({ words: said }) => ({ words: said }),
      no: (_, picture) => choices(words.yesOrCancel(picture)),
      hear: ({ phone }: Meaning) => (phone === undefined ? undefined : { phone }),
    },
  },
  on: {
    cancel_order: (known, picture): TopicOutcome => {
      const order = waiting(known, picture);
      if (!order) return { say: [words.notWaiting(picture)], end: "dropped" };
      return {
        say: [words.cancelled(order.number, picture)],
        effects: [
          { type: "cancelOrder", order: order.id, version: order.version, words: "Batal" },
          { type: "showOrder", by: { order: order.id } },
        ],
        end: "dropped",
      };
    },
  },
  finish: ({ order: id, answer }, _, picture) => {
    const order = waiting({ order: id }, picture);
    if (!order) return [{ type: "say", text: words.notWaiting(picture) }];
    if ("words" in answer)
      return [
        { type: "confirmOrder", order: order.id, words: answer.words },
        { type: "say", text: words.confirmed(order.number, picture) },
      ];
    const back = backAt(picture.branches, picture.now);
    return [
      { type: "callToConfirm", order: order.id, phone: answer.phone, dueAt: back.at },
      { type: "say", text: words.willCall(answer.phone, back, picture) },
    ];
  },
});

/** The order, as long as the shop has not begun it and it is not called off. */
function waiting({ order: id }: Confirming, picture: Picture): PlacedOrder | undefined {
  return picture.orders.find((order) => order.id === id && order.status === "placed");
}

function askForYes(known: Confirming, picture: Picture): Ask {
  const order = waiting(known, picture);
  if (!order) return nothingToConfirm(picture);
  const text =
    known.why?.kind === "wrongNumber"
      ? words.wrongNumber(order, known.why.tried, picture)
      : words.unreached(order, known.why?.tried, picture);
  return { ...choices(text), digest: `confirm:${order.id}` };
}

function choices(text: string): Ask {
  return {
    text,
    question: { type: "confirm" },
    choices: [
      { label: words.yes, means: { intents: ["affirm"] } },
      { label: words.cancel, means: { intents: ["cancel_order"] } },
    ],
  };
}

/** The shop went on, or the order is called off: there is nothing to say yes to. */
function nothingToConfirm(picture: Picture): Ask {
  return { text: words.notWaiting(picture), question: { type: "answered" } };
}
