import { OutgoingMessage } from "../channels/message.ts";
import { type Desk, type DeskRow, findDesks, postToDesk } from "../staff/desk-store.ts";
import { onDuty } from "../staff/on-duty.ts";
import { aboutText } from "./about.ts";
import { cardNews } from "./card-news.ts";
import { deskWords as words } from "./desk.words.ts";
import {
  callStamps,
  failedSince,
  type HeldDeskConversation,
  heldBy,
  keysTaken,
  openCallIds,
  readTimeZone,
  toldLately,
  waitingIds,
} from "./desk-news-store.ts";
import { listOrders } from "./desk-orders-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import { readDeskConversations, readLines } from "./desk-view-store.ts";
import { lateNews } from "./late-news.ts";
import { latestCards, mirroredUpTo, type News } from "./news.ts";

/** Between two new messages to one colleague: Telegram lets one a second through. */
const APART_MS = 1_000;
const MOST_AT_ONCE = 5;
const LOOK_BACK = 16;

/**
 * Tells colleagues in their own chats what they should know by now and have not been told: calls, who waits, what became of
 * either, what customers write whom they hold, and what is late. It compares how things stand with what was told, so that
 * nothing is lost or told twice, whatever dies when. Returns the chats that got something, and all chats that there are.
 */
export async function tellNews({ acts, report }: DeskParts): Promise<{
  readonly told: readonly string[];
  readonly chats: readonly string[];
}> {
  const { database, clock, newId } = acts;
  const now = clock();
  const desks = await findDesks(database.prisma);
  const told: string[] = [];
  if (desks.length === 0) return { told, chats: [] };
  const news = await readNews(acts, desks, now);
  for (const desk of desks)
    try {
      const rows = await rowsFor(desk, news);
      const taken = await keysTaken(
        database.prisma,
        rows.map(({ key }) => `desk:${desk.conversationId}:${key}`),
      );
      const fresh = rows.filter(({ key }) => !taken.has(`desk:${desk.conversationId}:${key}`));
      if (fresh.length === 0) continue;
      await database.transaction((tx) => postToDesk(tx, desk.conversationId, paced(fresh), now));
      told.push(desk.conversationId);
    } catch (error) {
      report({ error, conversationId: desk.conversationId });
    }
  return { told, chats: desks.map(({ conversationId }) => conversationId) };

  async function rowsFor(desk: Desk, all: News): Promise<readonly Omit<DeskRow, "id">[]> {
    const { prisma } = database;
    return [
      ...(await cardNews(prisma, desk, all)),
      ...(await mirrorNews(desk, all)),
      ...(await lateNews(prisma, desk, all)),
    ];
  }

  /** What customers write whom this colleague holds from here, several messages in one. */
  async function mirrorNews(desk: Desk, all: News): Promise<readonly Omit<DeskRow, "id">[]> {
    const rows: Omit<DeskRow, "id">[] = [];
    for (const conversation of all.held.values()) {
      const about = aboutText({ type: "conversation", id: conversation.id });
      const own = all.told.filter((one) => one.conversationId === desk.conversationId && one.about === about);
      if (conversation.holder !== desk.staffId || own.length === 0) continue;
      const [line, lost] = [await newWords(conversation, own), await unsent(conversation, desk)];
      rows.push(...(line ? [{ ...line, about }] : []), ...lost.map((row) => ({ ...row, about })));
    }
    return rows;
  }

  async function newWords(conversation: HeldDeskConversation, own: News["told"]) {
    const { after, since } = mirroredUpTo(conversation, own);
    if (after !== undefined && conversation.sequence <= after) return undefined;
    const lines = await readLines(database.prisma, conversation.id, after ?? conversation.sequence - LOOK_BACK);
    const fresh = lines.filter(({ from, at }) => from === "customer" && (after !== undefined || at >= since));
    const last = fresh.at(-1);
    if (!last) return undefined;
    const text = words.mirrored(
      await nameOf(conversation.id),
      fresh.map((line) => line.text),
    );
    return { key: `mirror:${conversation.id}:${last.sequence}`, message: { text, choices: [] } };
  }

  async function unsent(conversation: HeldDeskConversation, desk: Desk) {
    const failed = await failedSince(database.prisma, conversation.id, desk.staffId, conversation.heldSince);
    const name = failed.length > 0 ? await nameOf(conversation.id) : "";
    return failed.flatMap(({ id, body }) => {
      const { data } = OutgoingMessage.safeParse(JSON.parse(body));
      return data ? [{ key: `failed:${id}`, message: { text: words.notSent(name, data.text), choices: [] } }] : [];
    });
  }

  async function nameOf(conversation: string): Promise<string> {
    const [found] = await readDeskConversations(database.prisma, [conversation]);
    return found?.customer || words.nameless;
  }

  function paced(rows: readonly Omit<DeskRow, "id">[]): readonly DeskRow[] {
    const edits = rows.filter(({ message }) => message.replaces !== undefined);
    const fresh = rows.filter(({ message }) => message.replaces === undefined).slice(0, MOST_AT_ONCE);
    return [...edits, ...fresh.map((row, index) => ({ ...row, notBefore: now + index * APART_MS }))].map((row) => ({
      ...row,
      id: newId(),
    }));
  }
}

async function readNews({ database }: DeskParts["acts"], desks: readonly Desk[], now: number): Promise<News> {
  const { prisma } = database;
  const told = await toldLately(prisma, desks);
  const cards = new Map(desks.map((desk) => [desk.conversationId, latestCards(desk, told)]));
  const shown = [...cards.values()].flatMap((own) => [...own.values()].map(({ about }) => about));
  const idsOf = (type: "call" | "conversation" | "order") => [
    ...new Set(shown.flatMap((about) => (about.type === type ? about.id : []))),
  ];
  const [duty, calls, orders, stamps, waiting, held, timeZone] = await Promise.all([
    onDuty(prisma, now),
    openCallIds(prisma),
    listOrders(prisma, idsOf("order")),
    callStamps(prisma, idsOf("call")),
    waitingIds(prisma),
    heldBy(
      prisma,
      desks.map(({ staffId }) => staffId),
      idsOf("conversation"),
    ),
    readTimeZone(prisma),
  ]);
  return {
    told,
    cards,
    calls,
    orders,
    stamps,
    timeZone,
    now,
    onDuty: new Set(duty.map(({ id }) => id)),
    held: new Map([...waiting, ...held].map((one) => [one.id, one])),
  };
}
