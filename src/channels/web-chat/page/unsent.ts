/** Something the customer said that the shop has not confirmed. `id` is made here, so sending it again changes nothing. */
export type Unsent = { readonly id: string; readonly at: number; readonly text: string; readonly refused?: string } & (
  | { readonly type: "text" }
  | { readonly type: "choice"; readonly question: string; readonly choice: string }
  | { readonly type: "location"; readonly latitude: number; readonly longitude: number }
);

const KEY = "kopdar-unsent";
const MOST_KEPT = 50;

/** What waits in this browser, oldest first. */
export function readUnsent(): readonly Unsent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

/** Keeps what waits, so that closing the page loses nothing. */
export function keepUnsent(unsent: readonly Unsent[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(unsent.slice(-MOST_KEPT)));
  } catch {
    // A private window may refuse to store; the list in memory still sends.
  }
}

/** Where and what to post for it. */
export function postOf(unsent: Unsent): { readonly path: string; readonly body: object } {
  const { id } = unsent;
  switch (unsent.type) {
    case "text":
      return { path: "/chat/messages", body: { id, text: unsent.text } };
    case "choice":
      return { path: "/chat/choices", body: { id, question: unsent.question, choice: unsent.choice } };
    case "location":
      return { path: "/chat/location", body: { id, latitude: unsent.latitude, longitude: unsent.longitude } };
    default:
      return unsent satisfies never;
  }
}

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== "object" || value === null) return false;
  return "id" in value && typeof value.id === "string" && "type" in value && "text" in value;
}
