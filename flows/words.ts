import type { Picture } from "#flow";

/** How this customer is addressed: Kak unless they go by Bu, Mas, … */
export function kak(picture: Picture): string {
  return picture.customer.form ?? "Kak";
}

/** One of a few wordings, so that the bot does not sound like a machine; the same within one turn. */
export function oneOf(picture: Picture, wordings: readonly [string, ...string[]]): string {
  return wordings[Math.floor(picture.now / 1000) % wordings.length] ?? wordings[0];
}
