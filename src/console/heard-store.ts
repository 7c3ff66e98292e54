import { z } from "zod";
import { DESK, ERASED, EventBody } from "../channels/message.ts";
import { type Segment, segmentsOf } from "../conversation/segments.ts";
import { ConversationState } from "../conversation/state.ts";
import type { Database } from "../database/database.ts";
import { BasketLine } from "../shop/catalogue/catalogue.ts";
import { loadShop, type ShopRecord } from "../shop/catalogue/catalogue-store.ts";
import type { Hearing } from "../understanding/hearing.ts";
import type { HeardContext } from "../understanding/misread.ts";

/** A customer's words with all that is known of how they were heard. */
export interface Heard {
  /** The first event of those that were read together */
  readonly eventId: string;
  readonly conversationId: string;
  readonly texts: readonly string[];
  readonly context: HeardContext;
  readonly hearing: Omit<Hearing, "catalogue">;
  readonly shop: ShopRecord;
}

/** Finds the words of an event, joined with those that were read along with them; undefined where nobody wrote any. */
export async function readHeard(database: Database, id: string, timeZone?: string): Promise<Heard | undefined> {
  const { prisma } = database;
  const customers = { holder: { notIn: [DESK, ERASED] } };
  const event = await prisma.inboxEvent.findFirst({
    where: { id, conversation: customers },
    include: { conversation: true },
  });
  if (event === null || !isText(event)) return undefined;
  const { conversationId, conversation } = event;
  const [turn, shop] = await Promise.all([
    prisma.inboxEvent.findMany({ where: { conversationId, handledAt: event.handledAt }, orderBy: { sequence: "asc" } }),
    loadShop(prisma),
  ]);
  const together = readTogether(turn, id);
  const [first] = together;
  if (first === undefined) return undefined;
  const context = (await hasBefore(database, conversationId, first.sequence)) ? contextOf(event) : "nothing";
  const before = context === "known" ? beforeIn(conversation.state) : { basket: [] };
  const said = segmentsOf(together.map(turnEvent)).find(isWords);
  return {
    eventId: first.id,
    conversationId,
    texts: together.map(textOf),
    context,
    hearing: {
      text: said?.text ?? "",
      now: Number(event.platformAt ?? event.at),
      timeZone: timeZone ?? shop.timeZone,
      ...before,
    },
    shop,
  };
}

/** Opening the chat and receipts of it leave nothing that later words could lean on. */
const SAYS_NOTHING = ["chatStarted", "contactBlocked", "contactReturned"] as const;

interface StoredEvent {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly body: string;
  readonly at: bigint;
  readonly platformAt: bigint | null;
  readonly handledAt: bigint | null;
}

async function hasBefore({ prisma }: Database, conversationId: string, sequence: number): Promise<boolean> {
  const before = { conversationId, kind: { notIn: [...SAYS_NOTHING] }, sequence: { lt: sequence } };
  return (await prisma.inboxEvent.findFirst({ where: before, select: { id: true } })) !== null;
}

/** A bot that had not answered yet, or was not the one to answer, left the open question and the basket as they were. */
function contextOf(event: StoredEvent & { readonly conversation: StoredConversation }): HeardContext {
  const { holder, heldSince } = event.conversation;
  const isHeld = holder !== "bot" && holder !== "waiting" && heldSince !== null && event.at >= heldSince;
  return event.handledAt === null || isHeld ? "known" : "unknown";
}

interface StoredConversation {
  readonly holder: string;
  readonly heldSince: bigint | null;
}

/** The texts in a row around one, as a turn joins them. */
function readTogether(turn: readonly StoredEvent[], id: string): readonly StoredEvent[] {
  const at = turn.findIndex((event) => event.id === id);
  const isForwarded = (event: StoredEvent) => bodyOf(event)?.forwarded;
  const isApart = (event: StoredEvent) => !isText(event) || isForwarded(event) !== isForwarded(turn[at] ?? event);
  const from = turn.slice(0, at).findLastIndex(isApart) + 1;
  const to = turn.findIndex((event, place) => place > at && isApart(event));
  return turn.slice(from, to === -1 ? undefined : to);
}

function bodyOf({ body }: StoredEvent): Extract<EventBody, { type: "messageReceived" }> | undefined {
  const { data } = EventBody.safeParse(JSON.parse(body));
  return data?.type === "messageReceived" ? data : undefined;
}

function textOf(event: StoredEvent): string {
  return bodyOf(event)?.text ?? "";
}

function isText(event: StoredEvent): boolean {
  return textOf(event).trim() !== "";
}

function turnEvent(event: StoredEvent) {
  return { id: event.id, body: EventBody.parse(JSON.parse(event.body)), at: Number(event.at) };
}

function isWords(segment: Segment): segment is Extract<Segment, { type: "words" }> {
  return segment.type === "words";
}

const Basket = z.object({ lines: z.array(BasketLine) });

/** The open question, and the basket of the errand talked about last. */
function beforeIn(stored: string | null): Pick<Hearing, "question" | "basket"> {
  const { data: state } = ConversationState.safeParse(JSON.parse(stored ?? "{}"));
  const topics = [...(state?.topics ?? [])].sort((one, other) => other.touchedAt - one.touchedAt);
  const [basket = []] = topics.flatMap(({ answers }) => {
    const { data } = Basket.safeParse(answers.basket);
    return data ? [data.lines] : [];
  });
  const question = state?.asked?.question;
  return { basket, ...(question && { question }) };
}
