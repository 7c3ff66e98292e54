import type { ShopFront } from "../../../web/shop-front-store.ts";
import type { Thread } from "../thread.ts";
import { postOf, type Unsent } from "./unsent.ts";

/** How a post ended: taken, refused for good (with the shop's words), to be tried later, or the chat must be started first. */
export type PostResult =
  | { readonly type: "accepted" }
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "later" }
  | { readonly type: "notStarted" };

const PATIENCE_MS = 15_000;

/** Posts what the customer said. */
export function postUnsent(unsent: Unsent): Promise<PostResult> {
  const { path, body } = postOf(unsent);
  return post(path, body);
}

/** Gives this browser a chat of its own, and remembers where the customer came from. */
export function postStart(id: string, from: string | undefined): Promise<PostResult> {
  return post("/chat/start", { id, ...(from === undefined ? {} : { from }) });
}

export async function getThread(range: { readonly after?: number; readonly before?: number }): Promise<Thread> {
  const query = new URLSearchParams(Object.entries(range).map(([key, value]) => [key, String(value)]));
  return get(`/chat/thread?${query}`);
}

export function getShop(): Promise<ShopFront> {
  return get("/chat/shop");
}

// The server is ours and of the same build: what it answers has the type it declares.
async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

async function post(path: string, body: object): Promise<PostResult> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-kopdar": "1" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { type: "accepted" };
    if (response.status === 409) return { type: "notStarted" };
    if (response.status === 429 || response.status >= 500) return { type: "later" };
    const refusal: { message?: string } = await response.json();
    return { type: "refused", message: refusal.message ?? String(response.status) };
  } catch {
    return { type: "later" };
  }
}
