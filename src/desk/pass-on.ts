import type { EventBody } from "../channels/message.ts";
import { reply } from "../staff/reply.ts";
import type { About, Question } from "./about.ts";
import { deskWords as words } from "./desk.words.ts";
import { type Desk, type DeskAnswer, say } from "./desk-answer.ts";
import type { DeskEvent } from "./desk-events-store.ts";
import { conversationOf } from "./desk-news-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import { readDeskConversations } from "./desk-view-store.ts";

/**
 * A colleague answers a card or a customer's words: the answer is sent to that customer and nobody else, and the
 * conversation is theirs from then on. The event is the answer's own mark, so that it is sent once.
 */
export async function passOn(
  { acts }: DeskParts,
  { staff }: Desk,
  event: DeskEvent,
  about: Exclude<About, Question>,
  body: Extract<EventBody, { type: "messageReceived" }>,
): Promise<readonly DeskAnswer[]> {
  const { prisma } = acts.database;
  const id = await conversationOf(prisma, about);
  const [before] = id === undefined ? [] : await readDeskConversations(prisma, [id]);
  if (!before) return [say(words.gone)];
  const customer = before.customer || words.nameless;
  const there: About = { type: "conversation", id: before.id };
  const text = body.text.trim();
  if (body.attachments.length > 0 || text === "") return [{ ...say(words.textOnly(customer)), about: there }];
  const sent = await reply(acts, before.id, staff.id, text, event.id);
  if (sent.type === "unknownConversation") return [say(words.gone)];
  if (sent.type === "heldBy") {
    const holder = await prisma.staff.findUnique({ where: { id: sent.staff }, select: { name: true } });
    return [{ ...say(words.heldBy(customer, holder?.name ?? "")), about: there }];
  }
  const held = await prisma.conversation.findUnique({ where: { id: before.id }, select: { version: true } });
  const key = `held:${before.id}:${held?.version ?? before.version}`;
  return [{ ...say(words.sentTo(customer)), about: there, key }];
}
