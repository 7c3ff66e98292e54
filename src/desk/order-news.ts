import type { Tx } from "../database/database.ts";
import type { Desk, DeskRow } from "../staff/desk-store.ts";
import { aboutText } from "./about.ts";
import type { Card, Reader } from "./card.ts";
import { deskWords } from "./desk.words.ts";
import { orderWords as words } from "./desk-orders.words.ts";
import { readDeskOrders } from "./desk-orders-store.ts";
import type { News } from "./news.ts";
import { orderCard, orderStamp } from "./order-card.ts";

/** More new orders than this at once come as one list. */
const MOST_CARDS = 5;
const MOST_LISTED = 15;

/** New orders that the shop may begin, and cards of orders that have moved on. */
export async function orderNews(
  tx: Tx,
  desk: Desk,
  news: News,
  rowOf: (card: Card) => Omit<DeskRow, "id">,
): Promise<readonly Omit<DeskRow, "id">[]> {
  const reader: Reader = { staffId: desk.staffId, timeZone: news.timeZone, now: news.now };
  const own = news.cards.get(desk.conversationId);
  const listed = listedIn(desk, news);
  const changed = news.orders.filter((order) => {
    const shown = own?.get(`order:${order.id}`);
    return shown !== undefined && shown.stamp !== orderStamp(order);
  });
  const fresh = news.orders.filter(({ id, status, callFirst, placedAt }) => {
    const isToBegin = status === "placed" && !callFirst && placedAt >= desk.linkedAt;
    return isToBegin && news.onDuty.has(desk.staffId) && !own?.has(`order:${id}`) && !listed.has(id);
  });
  const isMany = fresh.length > MOST_CARDS;
  const cards = await readDeskOrders(
    tx,
    [...changed, ...(isMany ? [] : fresh)].map(({ id }) => id),
  );
  return [...cards.map((order) => rowOf(orderCard(order, reader))), ...(isMany ? [await listOf(tx, fresh)] : [])];
}

/** `orders:a,b,c`: they were told of in one message. */
function listedIn({ conversationId }: Desk, { told }: News): ReadonlySet<string> {
  const lists = told.filter((one) => one.conversationId === conversationId && one.about?.startsWith(LIST));
  return new Set(lists.flatMap(({ about }) => about?.slice(LIST.length).split(",") ?? []));
}

const LIST = "orders:";

async function listOf(tx: Tx, fresh: News["orders"]): Promise<Omit<DeskRow, "id">> {
  const ids = fresh.map(({ id }) => id);
  const orders = await readDeskOrders(tx, ids.slice(0, MOST_LISTED));
  const lines = orders.map(({ number, customer, total }) => words.short(number, customer || deskWords.nameless, total));
  const about = `${LIST}${ids.join(",")}`;
  return {
    key: `${aboutText({ type: "order", id: ids[0] ?? "" })}-${ids.length}`,
    about,
    message: { text: words.many(lines, ids.length - lines.length), choices: [] },
  };
}
