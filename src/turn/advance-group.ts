import type { TurnInput, TurnOutcome } from "../conversation/advance.ts";
import type { Picture } from "../conversation/picture.ts";
import type { RawTx } from "../database/raw-tx.ts";
import type { Meaning } from "../understanding/meaning.ts";
import { type Claimed, turnEvent } from "./claim-due.ts";
import { Facts } from "./facts.ts";
import { readState, type SavedState } from "./saved-state.ts";
import { askedOf, findShown, onOpenQuestion } from "./shown-questions.ts";
import type { ShopView, TurnParts } from "./turn-parts.ts";
import { eventsToAnswer, isAwaited, isForTheBot, newsOnly } from "./while-held.ts";

/** A turn that the conversation has answered. */
export interface Advanced {
  readonly claimed: Claimed;
  readonly saved: SavedState;
  readonly outcome: TurnOutcome;
}

/** A turn in which our own code or data threw. */
export interface Failed {
  readonly claimed: Claimed;
  readonly error: unknown;
}

/** Each round loads at least one fact more, and a conversation asks for few kinds. */
const MOST_ROUNDS = 12;

/** Advances conversations, loading for all of them together what their flows ask for. A throw harms only its own. */
export async function advanceGroup(
  tx: RawTx,
  parts: TurnParts,
  shop: ShopView,
  group: readonly Claimed[],
  now: number,
): Promise<{ readonly advanced: readonly Advanced[]; readonly failed: readonly Failed[] }> {
  const facts = new Facts(shop, now);
  const advanced: Advanced[] = [];
  const failed: Failed[] = [];
  const read = group.flatMap((claimed) => {
    try {
      return [{ claimed, saved: readState(claimed.state), events: eventsToAnswer(claimed).map(turnEvent) }];
    } catch (error) {
      failed.push({ claimed, error });
      return [];
    }
  });
  const shown = await findShown(
    tx,
    read.map(({ saved }) => saved),
  );
  let open = read.map((turn) => ({ ...turn, take: preparedTurn(parts, shop, facts, shown, turn, now) }));
  for (let round = 0; open.length > 0; round++) {
    if (round > 0) await facts.load(tx, parts.database.engine, now);
    open = open.filter(({ claimed, saved, take }) => {
      try {
        const before = facts.misses;
        const outcome = take();
        const lacked = facts.misses > before;
        if (lacked && round < MOST_ROUNDS) return true;
        if (lacked) throw new Error("A flow asks for ever more facts.");
        if (outcome.unread) parts.metrics.answersUnread(outcome.unread);
        advanced.push({ claimed, saved, outcome: isForTheBot(claimed) ? outcome : newsOnly(outcome) });
      } catch (error) {
        failed.push({ claimed, error });
      }
      return false;
    });
  }
  return { advanced, failed };
}

/** A turn that can be advanced again and again with the same ids. */
function preparedTurn(
  parts: TurnParts,
  shop: ShopView,
  facts: Facts,
  shown: ReadonlyMap<string, number>,
  {
    claimed,
    saved,
    events,
  }: { readonly claimed: Claimed; readonly saved: SavedState; readonly events: TurnInput["events"] },
  now: number,
): () => TurnOutcome {
  const ids: string[] = [];
  const hear = heardOnce(shop, now);
  const input = {
    state: saved.state,
    events: events.map((event) => ({ ...event, body: onOpenQuestion(event.body, claimed, saved) })),
    hear,
    held: !isForTheBot(claimed),
    ...askedOf(claimed, saved, shown),
    ...(isAwaited(claimed) ? { waiting: { reason: claimed.heldReason ?? "" } } : {}),
  };
  return () => parts.advance({ ...input, picture: picture(parts, shop, facts, claimed, now, ids) });
}

function picture(
  parts: TurnParts,
  shop: ShopView,
  facts: Facts,
  claimed: Claimed,
  now: number,
  ids: string[],
): Picture {
  let used = 0;
  return {
    now,
    timeZone: shop.timeZone,
    shop: shop.shop,
    products: shop.products,
    branches: shop.branches,
    zones: shop.zones,
    available: (sku, branchId) => facts.available(sku, branchId),
    capacityLeft: (branchId, day) => facts.capacityLeft(branchId, day),
    customer: claimed.customer,
    get orders() {
      return facts.orders(claimed.customerId);
    },
    proposal: (code) => facts.proposal(code),
    offer: (id) => facts.offer(id),
    get call() {
      return claimed.awaitsCall ? facts.call(claimed.id) : undefined;
    },
    channel: parts.channelOf(claimed.accountId),
    newId: () => {
      const id = ids[used] ?? parts.newId();
      ids[used++] = id;
      return id;
    },
  };
}

/** The same words against the same question and basket are understood once a turn. */
function heardOnce(shop: ShopView, now: number): TurnInput["hear"] {
  const heard = new Map<string, Meaning>();
  return (text, question, basket) => {
    const key = JSON.stringify([text, question, basket]);
    const known = heard.get(key) ?? shop.hear(text, now, question, basket);
    heard.set(key, known);
    return known;
  };
}
