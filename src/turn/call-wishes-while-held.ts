import type { CallWish } from "../conversation/effect.ts";
import { type Claimed, turnEvent } from "./claim-due.ts";
import type { ShopView } from "./turn-parts.ts";

/**
 * The calls that a customer asks for in words while a person holds the conversation. Nobody promises them anything: the
 * wish stands on the list and beside the chat, for whoever holds it to keep or to strike out.
 */
export function callWishesWhileHeld({ events }: Claimed, shop: ShopView, now: number): readonly CallWish[] {
  return events.flatMap((event): CallWish[] => {
    const text = event.kind === "messageReceived" ? textOf(event) : "";
    if (text === "") return [];
    const { intents, byChat, aboutCall, phone } = shop.hear(text, now, undefined, []);
    if (!intents.includes("request_call") || byChat || aboutCall !== undefined) return [];
    return [{ kind: "asked", reason: text, times: 1, ...(phone === undefined ? {} : { phone }) }];
  });
}

/** A body that cannot be read asks for nothing. */
function textOf(event: Claimed["events"][number]): string {
  try {
    const { body } = turnEvent(event);
    return body.type === "messageReceived" && !body.forwarded ? body.text : "";
  } catch {
    return "";
  }
}
