import type { Tx } from "../database/database.ts";
import type { Desk, DeskRow } from "../staff/desk-store.ts";
import { aboutText } from "./about.ts";
import { callCard } from "./call-card.ts";
import type { Card, Reader } from "./card.ts";
import { conversationCard, stampOf } from "./conversation-card.ts";
import { readDeskCalls, readDeskConversations } from "./desk-view-store.ts";
import type { News } from "./news.ts";
import { orderNews } from "./order-news.ts";

/** Cards that a colleague has not had yet, and those that are out of date. */
export async function cardNews(tx: Tx, desk: Desk, news: News): Promise<readonly Omit<DeskRow, "id">[]> {
  const reader: Reader = { staffId: desk.staffId, timeZone: news.timeZone, now: news.now };
  const own = news.cards.get(desk.conversationId);
  const calls = await readDeskCalls(tx, callsToShow(desk, news));
  const conversations = await readDeskConversations(tx, conversationsToShow(desk, news));
  return [
    ...calls.map((call) => rowOf(callCard(call, reader))),
    ...conversations.map((one) => rowOf(conversationCard(one, reader))),
    ...(await orderNews(tx, desk, news, rowOf)),
  ];

  function rowOf(card: Card): Omit<DeskRow, "id"> {
    const about = aboutText(card.about);
    const shown = own?.get(about);
    const message = shown ? { ...card.message, replaces: shown.rowId } : card.message;
    // Each announcement becomes a card, also the second of the same wait.
    const mark = shown && shown.stamp === undefined ? `:${shown.rowId}` : "";
    return { key: `card:${about}:${card.stamp}${mark}`, about, message };
  }
}

function callsToShow({ conversationId, staffId, linkedAt }: Desk, { cards, calls, stamps, onDuty }: News) {
  const own = cards.get(conversationId);
  const changed = [...(own?.values() ?? [])].flatMap(({ about, stamp }) => {
    const now = about.type === "call" ? stamps.get(about.id) : undefined;
    return now !== undefined && now !== stamp ? [about.id] : [];
  });
  const isNew = (call: News["calls"][number]) => call.createdAt >= linkedAt && !own?.has(`call:${call.id}`);
  return [...changed, ...(onDuty.has(staffId) ? calls.filter(isNew).map(({ id }) => id) : [])];
}

/** Whom a wait is told to, and when, is decided elsewhere: here the announcement becomes a card and the card is kept right. */
function conversationsToShow({ conversationId }: Desk, { cards, held }: News) {
  const own = cards.get(conversationId);
  return [...held.values()].flatMap((one) => {
    const shown = own?.get(`conversation:${one.id}`);
    return shown && shown.stamp !== stampOf(one) ? [one.id] : [];
  });
}
