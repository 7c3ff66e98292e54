import type { Meaning } from "./meaning.ts";

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
