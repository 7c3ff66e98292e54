import type { Picture } from "#flow";
import { BOT_WORDS, type BotWord, type Filled, fillIn } from "../src/shop/settings/bot-words.ts";

/** How this customer is addressed: Kak unless they go by Bu, Mas, … */
export function kak(picture: Picture): string {
  return picture.customer.form ?? "Kak";
}

/** One of a few wordings, so that the bot does not sound like a machine; the same within one turn. */
export function oneOf(picture: Picture, wordings: readonly [string, ...string[]]): string {
  return wordings[Math.floor(picture.now / 1000) % wordings.length] ?? wordings[0];
}

/** A sentence that the owner may have replaced; empty where nothing is to be said. */
export function botWords<W extends BotWord>(picture: Picture, key: W, values: Filled<W>): string {
  const text = picture.shop.words?.[key] ?? oneOf(picture, BOT_WORDS[key].texts);
  return fillIn(text, { kak: kak(picture), toko: picture.shop.name, ...values });
}
