import type { IncomingEvent } from "../channels/message.ts";
import type { Database } from "../database/database.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { appendEvents, lockConversations, type NewEvent } from "./append-events.ts";
import { conversationsOf, type FoundConversation, type Writer, writerKey, writersOf } from "./contacts.ts";
import { eventKey } from "./event-key.ts";
import type { KnownConversations } from "./known-conversations.ts";
import { openStaffLinks } from "./open-staff-links.ts";
import { handBackFromPhone } from "./own-phone-hand-backs.ts";
import { takeOverFromPhone } from "./own-phone-takeovers.ts";
import type { QuietRule } from "./quiet-rule.ts";
import { recordBlocks } from "./record-blocks.ts";
import { joinByPhone, type VouchedPhone } from "./vouched-phones.ts";

/** Events of one account that arrived together. */
export interface Batch {
  readonly account: string;
  readonly events: readonly IncomingEvent[];
}

export interface AcceptContext {
  readonly database: Database;
  readonly now: number;
  readonly newId: () => string;
  readonly quiet: QuietRule;
  readonly known: KnownConversations;
}

/** What a commit brought. */
export interface Touched {
  /** Conversations that got something new */
  readonly conversations: readonly string[];
  /** The writers whose conversation the bot holds, by `writerKey`; also of those who brought nothing new */
  readonly withBot: ReadonlySet<string>;
}

/**
 * Accepts batches in one commit and returns what it brought. `new` expects events never seen
 * and costs two statements; it returns undefined and keeps nothing where that is not so. `mixed` looks first.
 */
export async function acceptBatches(
  context: AcceptContext,
  batches: readonly Batch[],
  expect: "new" | "mixed",
): Promise<Touched | undefined> {
  const { engine } = context.database;
  const writers = new Map(batches.flatMap((batch) => [...writersOf(batch.account, batch.events)]));
  const found = new Map<string, FoundConversation>();
  try {
    const accepted = await context.database.rawTransaction(async (tx) => {
      const strangers = expect === "new" ? undefined : await withNews(tx, batches);
      for (const [key, one] of await resolveWriters(tx, context, writers, strangers)) found.set(key, one);
      const events = newEvents(batches, found, context.newId);
      // Alone, a new event locks its conversation by counting it up.
      const conversations = new Set([...found.values()].map(({ id }) => id));
      const vouched = newlyVouched(writers, found);
      if (vouched.length > 0) await joinByPhone(tx, { ...context, engine }, vouched, conversations);
      else if (expect === "mixed" || conversations.size > 1) await lockConversations(tx, engine, conversations);
      const fresh = expect === "new" ? events : await withoutStored(tx, events);
      const touched = new Set(fresh.map((event) => event.conversationId));
      const withBot = await heldByBot(tx, new Set([...conversations].filter((id) => !touched.has(id))));
      const appended = await appendEvents(tx, fresh, context.now, context.quiet);
      if (!appended.complete || appended.inserted < fresh.length) throw new SeenBefore();
      await recordBlocks(tx, fresh, context.now);
      const taken = new Set(await takeOverFromPhone(tx, fresh, context.now));
      await openStaffLinks(tx, fresh, context);
      await handBackFromPhone(tx, fresh, context);
      for (const id of appended.withBot) if (!taken.has(id)) withBot.add(id);
      const keys = [...found].filter(([, { id }]) => withBot.has(id)).map(([key]) => key);
      return { conversations: [...touched], withBot: new Set(keys) };
    });
    context.known.add(found);
    return accepted;
  } catch (error) {
    context.known.forget(writers.keys());
    if (expect === "new" && error instanceof SeenBefore) return undefined;
    throw error;
  }
}

/** Some of the events are stored already, or a remembered conversation is gone. */
class SeenBefore extends Error {}

async function resolveWriters(
  tx: RawTx,
  { known, now, newId }: AcceptContext,
  writers: ReadonlyMap<string, Writer>,
  /** Who is welcome where nothing is known of them; without it everybody, and what is remembered is trusted */
  strangers: ReadonlySet<string> | undefined,
): Promise<ReadonlyMap<string, FoundConversation>> {
  const found = new Map<string, FoundConversation>();
  const others = new Map<string, Writer>();
  for (const [key, writer] of writers) {
    const one = strangers === undefined ? known.get(key) : undefined;
    if (one === undefined || isNews(writer, one)) others.set(key, writer);
    else found.set(key, one);
  }
  const isWelcome = (key: string) => strangers?.has(key) ?? true;
  if (others.size > 0)
    for (const [key, one] of await conversationsOf(tx, others, now, newId, isWelcome)) found.set(key, one);
  return found;
}

/** The writers who bring something that is not stored yet: what an erased person once wrote, told again, is no news. */
async function withNews(tx: RawTx, batches: readonly Batch[]): Promise<ReadonlySet<string>> {
  const all = batches.flatMap(({ account, events }) =>
    events.map((event) => ({ key: eventKey(account, event), writer: writerKey(account, event.sender.externalId) })),
  );
  const fresh = await withoutStored(tx, all);
  return new Set(fresh.map(({ writer }) => writer));
}

/** Whether the platform vouches for a number that is not stored with the contact yet. */
function isNews({ phone }: Writer, found: FoundConversation): boolean {
  return phone !== undefined && phone !== found.phone;
}

function newlyVouched(
  writers: ReadonlyMap<string, Writer>,
  found: Map<string, FoundConversation>,
): readonly VouchedPhone[] {
  return [...writers].flatMap(([key, writer]) => {
    const { phone } = writer;
    const one = found.get(key);
    if (one === undefined || phone === undefined || !isNews(writer, one)) return [];
    // Remembered with its number once this is committed
    found.set(key, { ...one, phone });
    return [{ contactId: one.contactId, phone }];
  });
}

/** The batches' events in the order they came, each key once, without those of writers who are not known any more. */
function newEvents(
  batches: readonly Batch[],
  conversations: ReadonlyMap<string, FoundConversation>,
  newId: () => string,
): readonly NewEvent[] {
  const events = new Map<string, NewEvent>();
  for (const { account, events: own } of batches)
    for (const event of own) {
      const conversationId = conversations.get(writerKey(account, event.sender.externalId))?.id;
      if (conversationId === undefined) continue;
      const key = eventKey(account, event);
      const { body, platformAt } = event;
      if (events.has(key)) continue;
      events.set(key, { id: newId(), key, conversationId, body, ...(platformAt === undefined ? {} : { platformAt }) });
    }
  return [...events.values()];
}

/** Conversations of which nothing new came are looked up; of the others it is known. */
async function heldByBot(tx: RawTx, untouched: ReadonlySet<string>): Promise<Set<string>> {
  if (untouched.size === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT "id" FROM "Conversation" WHERE "id" IN (${join([...untouched])}) AND "holder" = 'bot'`);
  return new Set(rows.map(({ id }) => id));
}

async function withoutStored<T extends Pick<NewEvent, "key">>(tx: RawTx, events: readonly T[]): Promise<readonly T[]> {
  if (events.length === 0) return [];
  const rows = await tx.$queryRaw<{ key: string }[]>(sql`
    SELECT "key" FROM "InboxEvent" WHERE "key" IN (${join(events.map((event) => event.key))})`);
  const stored = new Set(rows.map((row) => row.key));
  return events.filter((event) => !stored.has(event.key));
}
