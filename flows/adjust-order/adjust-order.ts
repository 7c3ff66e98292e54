import { z } from "zod";
import { type Ask, flow, type Known, type Picture } from "#flow";
import { BasketLine } from "../../src/shop/catalogue/catalogue.ts";
import { lackingIn, type SeenOffer, variant } from "../../src/shop/order/offer.ts";
import { adjustOrderWords as words } from "./adjust-order.words.ts";

const Said = z.object({ words: z.string() });
const slots = {
  /** What staff offered, and for which order */
  offer: z.string(),
  order: z.string(),
  /** Its goods: who names them again says nothing new */
  goods: z.array(BasketLine),
  answer: z.union([
    z.object({ yes: Said.extend({ text: z.string() }) }),
    z.object({ no: Said }),
    /** They would have it some other way still: that is for a person */
    z.object({ other: z.literal(true) }),
  ]),
};
type Asking = Known<typeof slots>;

/** May an order be changed as staff offer, because something in it is not to be had? The yes is to that offer alone. */
export const adjustOrder = flow({
  name: "adjustOrder",
  slots,
  // Only staff begin it.
  opens: () => undefined,
  over: (known, picture) => known.answer === undefined && offerIn(known, picture)?.state !== "open",
  gist: (known, picture) => {
    const number = offerIn(known, picture)?.order.number;
    return number === undefined ? undefined : words.gist(number);
  },
  basket: ({ goods }) => goods ?? [],
  questions: {
    offer: { ask: (_, picture) => over(picture) },
    order: { ask: (_, picture) => over(picture) },
    goods: { ask: (_, picture) => over(picture) },
    answer: {
      ask: askForYes,
      yes: ({ words: said, text }) => ({ yes: { words: said, text } }),
      refused: ({ words: said }) => ({ no: { words: said } }),
      hear: ({ intents, items, edits, doubts }) =>
        items.length + edits.length + doubts.length > 0 || intents.includes("change_order")
          ? { other: true as const }
          : undefined,
    },
  },
  on: {
    cancel_order: (known, picture, _, said) => {
      const seen = offerIn(known, picture);
      if (seen?.state !== "open") return undefined;
      const { order } = seen;
      return {
        say: [words.cancelled(order.number, picture)],
        effects: [
          { type: "cancelOffered", ...named(seen), words: said },
          { type: "showOrder", by: { order: order.id } },
        ],
        end: "dropped",
      };
    },
  },
  finish: ({ offer: id, answer }, _, picture) => {
    const seen = picture.offer(id);
    if (!seen) return [{ type: "say", text: words.over(picture) }];
    if (seen.state !== "open") return [{ type: "say", text: words.state(seen, picture) }];
    if ("other" in answer)
      return [
        { type: "say", text: words.toSeller(seen.order.number, picture) },
        { type: "handOver", reason: "order_begun", note: `#${seen.order.number}` },
      ];
    if ("no" in answer)
      return [
        { type: "declineOffer", ...named(seen), words: answer.no.words },
        { type: "say", text: words.declined(seen.order.number, picture) },
      ];
    const { words: said, text } = answer.yes;
    const gone = lackingIn(seen.order, seen.offer, picture);
    if (gone)
      return [
        { type: "declineOffer", failed: true, ...named(seen), words: said },
        { type: "say", text: words.gone(gone.name, seen.order.number, picture) },
      ];
    return [
      { type: "acceptOffer", ...named(seen), change: seen.offer, words: said, text },
      { type: "say", text: words.accepted(seen, picture) },
      { type: "showOrder", by: { order: seen.order.id } },
    ];
  },
});

/** What the errand knows of an offer from the start. */
export function answersOf({ id, order, offer }: SeenOffer, picture: Picture): Record<string, unknown> {
  const products = [...picture.products.values()];
  const goods = offer.lines.flatMap(({ sku, quantity }, index): BasketLine[] => {
    const sold = variant(products, sku);
    return sold
      ? [{ id: `${order.number}.${index}`, sku: sold.product.sku, options: [...sold.options], quantity }]
      : [];
  });
  return { offer: id, order: order.id, goods };
}

function named({ id, order, version }: SeenOffer) {
  return { offer: id, order: order.id, version };
}

function offerIn({ offer }: Asking, picture: Picture): SeenOffer | undefined {
  return offer === undefined ? undefined : picture.offer(offer);
}

function askForYes(known: Asking, picture: Picture): Ask {
  const seen = offerIn(known, picture);
  if (!seen) return over(picture);
  return {
    text: words.offered(seen, picture),
    question: { type: "offer" },
    choices: [
      { label: words.yes, means: { intents: ["affirm"] } },
      { label: words.no, means: { intents: ["deny"] } },
      { label: words.cancel, means: { intents: ["cancel_order"] } },
    ],
    digest: `offer:${seen.id}`,
  };
}

function over(picture: Picture): Ask {
  return { text: words.over(picture), question: { type: "answered" } };
}
