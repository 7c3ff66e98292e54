import { EventBody } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import { heldVersion } from "../staff/held-order-store.ts";

/** What is stored of the order of a conversation. */
export interface HeldOrder {
  readonly version: string;
  readonly isHeld: boolean;
  readonly state: string | null;
  /** What the customer did since the bot or the holder last made something of it, oldest first */
  readonly since: readonly EventBody[];
  /** Whether a person has written meanwhile: the bot's question is no longer what is answered */
  readonly personSpoke: boolean;
  /** The customer's last words, the latest first */
  readonly said: readonly string[];
}

/** As much as is heard of it */
const MOST = 40;
const WORDS = 5;

/** Undefined where there is no such conversation. The version is read first: what changes meanwhile makes it stale. */
export async function readHeldOrder({ prisma }: Database, id: string): Promise<HeldOrder | undefined> {
  const found = await prisma.conversation.findUnique({
    where: { id },
    select: { id: true, version: true, holder: true },
  });
  if (found === null) return undefined;
  const version = await heldVersion(prisma, found);
  const { state } = await prisma.conversation.findUniqueOrThrow({ where: { id }, select: { state: true } });
  const answered = await prisma.outboxRow.aggregate({
    where: { conversationId: id, author: "bot" },
    _max: { sequence: true },
  });
  const settled = await prisma.inboxEvent.aggregate({
    where: { conversationId: id, kind: { in: ["answersSet", "orderAgreed", "handedBack"] } },
    _max: { sequence: true },
  });
  const from = Math.max(answered._max.sequence ?? 0, settled._max.sequence ?? 0);
  const own = { author: { not: "bot" }, purpose: "reply" };
  const rows = await prisma.outboxRow.count({ where: { conversationId: id, sequence: { gt: from }, ...own } });
  const events = await prisma.inboxEvent.findMany({
    where: { conversationId: id, kind: { in: [...HEARD, "sellerWrote"] } },
    orderBy: { sequence: "desc" },
    take: MOST,
    select: { sequence: true, body: true },
  });
  const read = events.flatMap(({ sequence, body }) => {
    const { data } = EventBody.safeParse(JSON.parse(body));
    return data ? [{ sequence, body: data }] : [];
  });
  const since = read.filter(({ sequence }) => sequence > from).map(({ body }) => body);
  return {
    version,
    isHeld: found.holder !== "bot",
    state,
    since: since.filter(({ type }) => HEARD.has(type)).toReversed(),
    personSpoke: rows > 0 || since.some(({ type }) => type === "sellerWrote"),
    said: read
      .map(({ body }) => wordsOf(body))
      .filter((words) => words !== "")
      .slice(0, WORDS),
  };
}

const HEARD: ReadonlySet<string> = new Set(["messageReceived", "choicePicked", "contactShared", "locationShared"]);

function wordsOf(body: EventBody): string {
  if (body.type === "messageReceived") return body.forwarded ? "" : body.text.trim();
  return body.type === "choicePicked" ? body.label : "";
}
