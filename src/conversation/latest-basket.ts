import { z } from "zod";
import { BasketLine } from "../shop/catalogue/catalogue.ts";
import type { ConversationState, Topic } from "./state.ts";

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
