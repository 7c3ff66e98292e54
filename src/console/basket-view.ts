import { z } from "zod";
import type { ConversationState, Topic } from "../conversation/state.ts";
import { BasketLine } from "../shop/catalogue/catalogue.ts";
import { sayVariant } from "../shop/catalogue/catalogue.words.ts";
import type { BasketView } from "./views.ts";

/** A line of a basket as people read it; goods that are no longer sold go by their code. */
export function basketView(
  line: BasketLine,
  product: { readonly name: string; readonly unit: string } | undefined,
): BasketView {
  return {
    name: sayVariant({ name: product?.name ?? line.sku }, line.options),
    quantity: line.quantity,
    unit: product?.unit ?? "",
    ...(line.unsure === undefined ? {} : { unsure: line.unsure }),
    ...(line.note === undefined ? {} : { note: line.note }),
  };
}

/** The basket that was talked about last, with the errand it belongs to. */
export function latestBasket({
  topics,
}: Pick<ConversationState, "topics">): { readonly topic: Topic; readonly lines: readonly BasketLine[] } | undefined {
  for (const topic of [...topics].sort((one, other) => other.touchedAt - one.touchedAt)) {
    const basket = Basket.safeParse(topic.answers.basket);
    if (basket.success) return { topic, lines: basket.data.lines };
  }
  return undefined;
}

const Basket = z.object({ lines: z.array(BasketLine) });
