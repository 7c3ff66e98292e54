import type { EventBody } from "../channels/message.ts";
import { photoOf } from "../shop/photo/photo.ts";
import { keepPhoto } from "../shop/photo/photo-store.ts";
import { reply, type StaffWords } from "../staff/reply.ts";
import type { About, Question } from "./about.ts";
import { deskWords as words } from "./desk.words.ts";
import { type Desk, type DeskAnswer, say } from "./desk-answer.ts";
import type { DeskEvent } from "./desk-events-store.ts";
import { accountOf, conversationOf } from "./desk-news-store.ts";
import type { DeskParts } from "./desk-parts.ts";
import { readDeskConversations } from "./desk-view-store.ts";

type Written = Extract<EventBody, { type: "messageReceived" }>;

/**
 * A colleague answers a card or a customer's words, in words or with a picture: the answer is sent to that customer and
 * nobody else, and the conversation is theirs from then on. The event is the answer's own mark, so that it is sent once.
 */
export async function passOn(
  parts: DeskParts,
  { staff }: Desk,
  event: DeskEvent,
  about: Exclude<About, Question>,
  body: Written,
): Promise<readonly DeskAnswer[]> {
  const { acts } = parts;
  const { prisma } = acts.database;
  const id = await conversationOf(prisma, about);
  const [before] = id === undefined ? [] : await readDeskConversations(prisma, [id]);
  if (!before) return [say(words.gone)];
  const customer = before.customer || words.nameless;
  const there: About = { type: "conversation", id: before.id };
  const said = await readAnswer(parts, before.id, staff.id, body);
  if (said.type === "unfit") return [{ ...say(words.unfit[said.why](customer)), about: there }];
  const sent = await reply(acts, before.id, staff.id, said.words, event.id);
  if (sent.type === "unknownConversation") return [say(words.gone)];
  if (sent.type === "heldBy") {
    const holder = await prisma.staff.findUnique({ where: { id: sent.staff }, select: { name: true } });
    return [{ ...say(words.heldBy(customer, holder?.name ?? "")), about: there }];
  }
  const held = await prisma.conversation.findUnique({ where: { id: before.id }, select: { version: true } });
  const key = `held:${before.id}:${held?.version ?? before.version}`;
  return [{ ...say(words.sentTo(customer)), about: there, key }];
}

type AnswerRead =
  | { readonly type: "said"; readonly words: StaffWords }
  | { readonly type: "unfit"; readonly why: keyof typeof words.unfit };

/** Words, or one picture with or without them; of everything else the customer gets nothing. */
async function readAnswer(
  { acts, media, takesPictures }: DeskParts,
  conversationId: string,
  staffId: string,
  { text: written, attachments }: Written,
): Promise<AnswerRead> {
  const text = written.trim();
  const [file, ...more] = attachments;
  if (!file) return text === "" ? unfit("kind") : { type: "said", words: text };
  if (file.kind !== "photo" || file.externalId === undefined || more.length > 0) return unfit("kind");
  const account = await accountOf(acts.database.prisma, conversationId);
  if (account === undefined || !takesPictures(account)) return unfit("channel");
  const fetched = await media(file.externalId);
  if (fetched.type === "away") return unfit("away");
  const photo = fetched.type === "file" ? photoOf(fetched.bytes) : undefined;
  if (photo === undefined) return unfit("picture");
  await keepPhoto(acts.database, photo, { who: staffId, at: acts.clock() });
  return { type: "said", words: { text: text === "" ? words.caption : text, photo: photo.id } };
}

function unfit(why: keyof typeof words.unfit): AnswerRead {
  return { type: "unfit", why };
}
