import { EventBody } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { changesOf } from "../shop/order/offer.ts";
import { type OfferNow, offersNow } from "../shop/order/offers-store.ts";
import type { StaffNames } from "./holder-view.ts";
import type { OfferedGoods, OfferMark, OfferView } from "./order-views.ts";

/** As many of the customer's words as an answer is picked from */
const MOST_WORDS = 5;

interface OfferedOrder {
  readonly id: string;
  readonly version: number;
  readonly conversationId: string;
  readonly lines: readonly (OfferedGoods & {
    readonly sku: string;
    readonly unitPrice: number;
    readonly held: string;
  })[];
}

/** How an order stands with what was offered for it; nothing where nothing was, or the order has gone on since. */
export async function readOffer(tx: Tx, order: OfferedOrder, staff: StaffNames): Promise<OfferView | undefined> {
  const now = (await offersNow(tx, [order])).get(order.id);
  const mark = markOf(now).offer;
  if (!now || !mark) return undefined;
  const { offer, who, words } = now;
  const lines = order.lines.map(({ held, ...line }) => ({ ...line, madeToOrder: held === "day" }));
  const changes = offer ? changesOf(lines, offer.lines) : [];
  return {
    ...mark,
    who: staff.get(who) ?? who,
    ...(words ? { words } : {}),
    changes: changes.map(({ from, to }) => ({
      ...(from ? { from: goods(from) } : {}),
      ...(to ? { to: goods(to) } : {}),
    })),
    ...(offer ? { total: offer.total } : {}),
    said: now.state === "open" ? await saidSince(tx, order.conversationId, now.at) : [],
  };
}

/** What was taken back is no news to anybody. */
export function markOf(now: OfferNow | undefined): { readonly offer?: OfferMark } {
  if (!now || now.state === "withdrawn") return {};
  return { offer: { state: now.state, at: now.at } };
}

function goods({ name, quantity, unit, amount }: OfferedGoods): OfferedGoods {
  return { name, quantity, unit, amount };
}

async function saidSince(tx: Tx, conversationId: string, since: number): Promise<readonly string[]> {
  const events = await tx.inboxEvent.findMany({
    where: { conversationId, kind: { in: ["messageReceived", "choicePicked"] }, at: { gte: since } },
    orderBy: { sequence: "desc" },
    take: MOST_WORDS,
    select: { body: true },
  });
  const words = events.flatMap(({ body }) => {
    const { data } = EventBody.safeParse(JSON.parse(body));
    if (data?.type === "messageReceived") return data.text.trim() || [];
    return data?.type === "choicePicked" ? data.label : [];
  });
  return [...new Set(words)];
}
