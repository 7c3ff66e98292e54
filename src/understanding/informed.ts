import type { Edit, Meaning } from "./meaning.ts";

/** An answer that only informs: what it looked like alone is put aside. */
export function informed(alone: Meaning, more: Partial<Meaning> = {}): Meaning {
  const kept = alone.intents.filter(
    (intent) =>
      intent !== "other" &&
      intent !== "provide_info" &&
      intent !== "affirm" &&
      intent !== "greet" &&
      intent !== "place_order" &&
      intent !== "change_order",
  );
  return {
    ...alone,
    items: [],
    doubts: [],
    edits: [],
    clarify: false,
    confidence: 0.9,
    intents: kept.length > 0 ? kept : ["provide_info"],
    ...more,
  };
}

/** An answer that changes lines of the basket. */
export function changed(alone: Meaning, edits: Edit[]): Meaning {
  return informed(alone, {
    edits,
    intents: [
      "change_order",
      ...alone.intents.filter((intent) => intent.startsWith("choose_") || intent.startsWith("ask_")),
    ],
  });
}
