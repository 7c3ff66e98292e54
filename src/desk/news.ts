import type { Desk } from "../staff/desk-store.ts";
import { type About, readAbout } from "./about.ts";
import type { HeldDeskConversation, OpenDeskCall, Told } from "./desk-news-store.ts";
import type { ListedOrder } from "./desk-orders-store.ts";

/** How things stand, and what colleagues were told of it. */
export interface News {
  readonly told: readonly Told[];
  /** The latest card of each call, conversation and order, by chat and by what it is about */
  readonly cards: ReadonlyMap<string, ReadonlyMap<string, ShownCard>>;
  readonly calls: readonly OpenDeskCall[];
  /** What is still to be done, and all that have cards */
  readonly orders: readonly ListedOrder[];
  /** What the cards of calls would show now */
  readonly stamps: ReadonlyMap<string, string>;
  /** Who waits, whom a colleague with a chat holds, and all that have cards */
  readonly held: ReadonlyMap<string, HeldDeskConversation>;
  /** Staff ids */
  readonly onDuty: ReadonlySet<string>;
  readonly timeZone: string;
  /** Epoch ms */
  readonly now: number;
}

export interface ShownCard {
  readonly rowId: string;
  readonly about: About;
  /** The state shown; of an announcement that is no card yet: none */
  readonly stamp?: string;
}

/** `card:call:ID:STAMP` and, where an act made it, `:EVENT` */
const CARD = /^card:((?:call|conversation|order):[^:]+):([^:]+)/;

/** That somebody waits, told by those who watch over it: it becomes the card of that conversation. */
const ANNOUNCED = /^news:waiting:/;

export function latestCards({ conversationId }: Desk, told: readonly Told[]): ReadonlyMap<string, ShownCard> {
  const cards = new Map<string, ShownCard>();
  for (const { id, key, about: announced, conversationId: chat } of told) {
    if (chat !== conversationId) continue;
    const [, text, stamp] = CARD.exec(key) ?? [];
    const kept = text ?? (ANNOUNCED.test(key) ? (announced ?? undefined) : undefined);
    const about = readAbout(kept);
    if (kept && about) cards.set(kept, { rowId: id, about, ...(stamp === undefined ? {} : { stamp }) });
  }
  return cards;
}

/** Up to where a customer's words were passed on: after a number in the thread, or since an instant. */
export function mirroredUpTo(
  { heldSince }: HeldDeskConversation,
  own: readonly Told[],
): { readonly after: number | undefined; readonly since: number } {
  const numbers = own.flatMap(({ key }) => /^mirror:.+:(\d+)$/.exec(key)?.[1] ?? []).map(Number);
  const begun = own.filter(({ createdAt }) => createdAt >= heldSince - EARLIER_MS);
  const card = own.findLast(({ key }) => CARD.exec(key)?.[2]?.startsWith("w"));
  return {
    after: numbers.length === 0 ? undefined : Math.max(...numbers),
    // Rather a line twice than one lost.
    since: Math.min(heldSince, (card ?? begun[0])?.createdAt ?? heldSince) - MARGIN_MS,
  };
}

const EARLIER_MS = 10_000;
const MARGIN_MS = 2_000;
