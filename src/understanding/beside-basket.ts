import { changeParts } from "./change-parts.ts";
import { editsOf } from "./edits.ts";
import { filledHoles } from "./filled-holes.ts";
import type { Hearing } from "./hearing.ts";
import type { Meaning } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import type { Script } from "./script.ts";

/** What a message changes in the basket; as it was where it changes nothing there. `again` understands a part of the message by itself. */
export function besideBasket(
  hearing: Hearing,
  reading: Reading,
  script: Script,
  alone: Meaning,
  again: (part: string) => Meaning,
): Meaning {
  const parts = changeParts(hearing, reading, script);
  if (parts) return together(alone, parts.map(again));
  const filled = filledHoles(hearing, reading, alone);
  if (filled) return filled;
  const edits = editsOf(hearing, reading, script, alone);
  if (!edits) return hearing.basket.length > 0 && adds(script, alone) ? added(alone) : alone;
  const chosen = filledHoles(hearing, reading, { ...alone, ...edits });
  if (chosen) return chosen;
  const others = alone.intents.filter((intent) => intent.startsWith("choose_") || intent.startsWith("ask_"));
  return { ...alone, ...edits, intents: [...(edits.intents ?? []), ...others] };
}

/** What the parts of a message change, each by itself. */
function together(alone: Meaning, parts: readonly Meaning[]): Meaning {
  const edits = parts.flatMap((part) => part.edits);
  const items = parts.flatMap((part) => part.items);
  const others = alone.intents.filter((intent) => intent.startsWith("choose_") || intent.startsWith("ask_"));
  return {
    ...alone,
    edits,
    items,
    doubts: parts.flatMap((part) => part.doubts),
    clarify: items.some(({ options }) => options.includes(null)),
    intents: ["change_order", ...others],
    confidence: 0.9,
  };
}

/** Words of adding to an order. */
export const ADDS =
  / (tambah|sekalian|juga)( |$)|^( (oke|ya|eh|terus|kak))* plus | lagi [.,]? ?$| lagi [PN] | [PN] lagi /;

/** "tambah nastar 2" beside a basket. */
function adds(script: Script, { items, doubts, intents }: Meaning): boolean {
  return items.length + doubts.length > 0 && intents.includes("place_order") && ADDS.test(script.all);
}

function added(alone: Meaning): Meaning {
  const others = alone.intents.filter((intent) => intent !== "place_order" && intent !== "change_order");
  return { ...alone, intents: ["change_order", ...others] };
}
