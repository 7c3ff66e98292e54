import type { EventBody } from "../channels/message.ts";
import { byUrgency } from "../shop/call/call.ts";
import { giveUp } from "../staff/give-up.ts";
import { readAbout } from "./about.ts";
import { actOnTap } from "./act-on-tap.ts";
import { answerQuestion } from "./answer-question.ts";
import { callCard } from "./call-card.ts";
import { conversationCard } from "./conversation-card.ts";
import { deskWords as words } from "./desk.words.ts";
import { type Desk, type DeskAnswer, readerOf, say } from "./desk-answer.ts";
import { type DeskEvent, findShown } from "./desk-events-store.ts";
import { conversationOf, conversationOfThread, openCallIds, waitingIds, wasLinkedBy } from "./desk-news-store.ts";
import { orderWords } from "./desk-orders.words.ts";
import { listOrders, readDeskOrders } from "./desk-orders-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import { readDeskCalls, readDeskConversations } from "./desk-view-store.ts";
import { orderCard } from "./order-card.ts";
import { passOn } from "./pass-on.ts";

/** So many cards at once are a list; the rest are asked for again. */
const MOST_CARDS = 5;

/** Does what one event of a colleague's chat says, and what they are answered. Safe to do again. */
export async function actOnEvent(
  parts: DeskParts,
  desk: Desk,
  event: DeskEvent,
  body: EventBody,
): Promise<readonly DeskAnswer[]> {
  const { database } = parts.acts;
  switch (body.type) {
    case "staffLinkOpened":
      if (!(await wasLinkedBy(database.prisma, body.link, desk.staff.id))) return [say(words.linkNotForHere)];
      return [await welcome(parts, desk)];
    case "commandGiven":
      return command(parts, desk, body.command);
    case "messageReceived":
      return wrote(parts, desk, event, body);
    case "messageEdited":
      return [say(words.editedTooLate)];
    case "choicePicked":
      return actOnTap(parts, desk, body);
    case "chatStarted":
      return [say(words.help)];
    case "contactBlocked":
      await letGo(parts, desk);
      return [];
    case "contactShared":
    case "locationShared":
      return [say(words.answersNothing)];
    default:
      return [];
  }
}

/** Words go to the customer whose message they answer or in whose thread they stand, and nowhere where there is none. */
async function wrote(
  parts: DeskParts,
  desk: Desk,
  event: DeskEvent,
  body: Extract<EventBody, { type: "messageReceived" }>,
): Promise<readonly DeskAnswer[]> {
  const { prisma } = parts.acts.database;
  const shown = body.replyTo && (await findShown(prisma, desk.conversationId, { externalId: body.replyTo }));
  const about = shown ? readAbout(shown.about) : undefined;
  if (shown && (about?.type === "words" || about?.type === "reason"))
    return answerQuestion(parts, desk, about, shown.id, body.text);
  const thread = body.thread && (await conversationOfThread(prisma, desk.contactId, body.thread));
  const meant = thread ? ({ type: "conversation", id: thread } as const) : about;
  if (meant === undefined || meant.type === "words" || meant.type === "reason") return [say(words.answersNothing)];
  if (thread && about && (await conversationOf(prisma, about)) !== thread) return [say(words.twoPlaces)];
  return passOn(parts, desk, event, meant, body);
}

/** Who shuts the bot out hears of no customer any more: those they hold wait for somebody else. */
async function letGo({ acts: { database, clock, changed } }: DeskParts, { staff }: Desk): Promise<void> {
  const given = await database.transaction((tx) => giveUp(tx, database.engine, staff.id, clock()));
  if (given.length > 0) changed(given.map((id) => ({ type: "conversation", id })));
}

async function welcome({ acts: { database } }: DeskParts, { staff }: Desk): Promise<DeskAnswer> {
  const [calls, waiting] = await Promise.all([openCallIds(database.prisma), waitingIds(database.prisma)]);
  const text = words.welcome(staff.name, calls.length, waiting.length);
  return { message: { text, choices: [], menu: "staff" } };
}

async function command(parts: DeskParts, desk: Desk, name: string): Promise<readonly DeskAnswer[]> {
  if (name === "telepon") return callsToMake(parts, desk);
  if (name === "tunggu") return whoWaits(parts, desk);
  if (name === "pesanan") return ordersToDo(parts, desk);
  return [say(words.help)];
}

async function callsToMake(parts: DeskParts, { staff }: Desk): Promise<readonly DeskAnswer[]> {
  const { prisma } = parts.acts.database;
  const reader = await readerOf(parts, staff.id);
  const open = (await openCallIds(prisma)).toSorted(byUrgency(reader.now));
  if (open.length === 0) return [say(words.noCalls)];
  const first = open.slice(0, MOST_CARDS).map(({ id }) => id);
  const calls = await readDeskCalls(prisma, first);
  return [say(words.callsAhead(open.length, first.length)), ...calls.map((call) => callCard(call, reader))];
}

async function whoWaits({ acts: { database } }: DeskParts, { staff }: Desk): Promise<readonly DeskAnswer[]> {
  const waiting = await waitingIds(database.prisma);
  if (waiting.length === 0) return [say(words.nobodyWaits)];
  const first = waiting.slice(0, MOST_CARDS).map(({ id }) => id);
  const conversations = await readDeskConversations(database.prisma, first);
  return [
    say(words.waitingAhead(waiting.length, first.length)),
    ...conversations.map((one) => conversationCard(one, { staffId: staff.id })),
  ];
}

async function ordersToDo(parts: DeskParts, { staff }: Desk): Promise<readonly DeskAnswer[]> {
  const { prisma } = parts.acts.database;
  const open = await listOrders(prisma);
  if (open.length === 0) return [say(orderWords.none)];
  const orders = await readDeskOrders(
    prisma,
    open.slice(0, MOST_CARDS).map(({ id }) => id),
  );
  const reader = await readerOf(parts, staff.id);
  return [say(orderWords.ahead(open.length, orders.length)), ...orders.map((order) => orderCard(order, reader))];
}
