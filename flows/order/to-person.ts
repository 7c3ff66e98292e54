import type { Effect, Picture } from "#flow";
import { rupiah } from "../../src/shop/catalogue/catalogue.words.ts";
import type { OrderDraft } from "../../src/shop/order/order.ts";
import { personWords } from "../person/person.words.ts";
import { orderWords as words } from "./order.words.ts";

/** An order above the shop's limit is written down like any other, and a person goes on from there. */
export function ifLarge({ total }: Pick<OrderDraft, "total">, picture: Picture): readonly Effect[] {
  const { orderAbove } = picture.shop.handOver;
  if (orderAbove === undefined || total <= orderAbove) return [];
  return [
    { type: "say", text: words.largeOrder(picture) },
    { type: "handOver", reason: "large_order", note: rupiah(total) },
  ];
}

/** What was agreed to and cannot be written down after all. */
export function unwritable(picture: Picture): readonly Effect[] {
  return [
    { type: "say", text: personWords.calling(picture) },
    { type: "handOver", reason: "other" },
  ];
}
