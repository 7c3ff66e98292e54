import type { IncomingEvent, Sender } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

/** Somebody who wrote on a channel account. */
export interface Writer {
  readonly account: string;
  readonly sender: Sender;
  /** Where the chat was opened from, if this is how it began */
  readonly source?: string;
}

/** Conversations of known and new writers by `writerKey`. New ones become customers with a contact and a conversation. */
export async function conversationsOf(
  tx: RawTx,
  writers: ReadonlyMap<string, Writer>,
  now: number,
  newId: () => string,
): Promise<ReadonlyMap<string, string>> {
  const found = await findConversations(tx, writers);
  const strangers = new Map([...writers].filter(([key]) => !found.has(key)));
  if (strangers.size === 0) return found;
  await welcome(tx, strangers, now, newId);
  return new Map([...found, ...(await findConversations(tx, strangers))]);
}

export function writerKey(account: string, contact: string): string {
  return `${account}\n${contact}`;
}

/** Everybody in a batch, once, with what their first words tell. */
export function writersOf(account: string, events: readonly IncomingEvent[]): Map<string, Writer> {
  const writers = new Map<string, Writer>();
  for (const { sender, body } of events) {
    const key = writerKey(account, sender.externalId);
    const source = writers.get(key)?.source ?? (body.type === "chatStarted" ? body.source : undefined);
    writers.set(key, { account, sender, ...(source === undefined ? {} : { source }) });
  }
  return writers;
}

async function findConversations(
  tx: RawTx,
  writers: ReadonlyMap<string, Writer>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...writers.values()].map(({ account, sender }) => [account, sender.externalId]);
  const rows = await tx.$queryRaw<{ accountId: string; externalId: string; id: string }[]>(sql`
    SELECT k."accountId", k."externalId", c."id"
    FROM (${values(["TEXT", "TEXT"], wanted)}) AS v
    JOIN "Contact" k ON k."accountId" = v.column1 AND k."externalId" = v.column2
    JOIN "Conversation" c ON c."contactId" = k."id"`);
  return new Map(rows.map((row) => [writerKey(row.accountId, row.externalId), row.id]));
}

/** Two processes may meet the same stranger at once: the first contact row wins and the other's customer is taken back. */
async function welcome(
  tx: RawTx,
  strangers: ReadonlyMap<string, Writer>,
  now: number,
  newId: () => string,
): Promise<void> {
  const known = await customersByPhone(tx, [...strangers.values()]);
  // One order for all, so that two processes that meet the same strangers do not wait for each other.
  const people = [...strangers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, writer]) => {
      const old = writer.sender.phone === undefined ? undefined : known.get(writer.sender.phone);
      return { ...writer, isNew: old === undefined, customerId: old ?? newId(), contactId: newId() };
    });
  const fresh = people.filter((person) => person.isNew);
  if (fresh.length > 0) {
    await tx.$executeRaw(sql`
      INSERT INTO "Customer" ("id", "name", "phone", "phoneVerified", "createdAt")
      SELECT v.column1, v.column2, v.column3, v.column3 IS NOT NULL, v.column4
      FROM (${values(
        ["TEXT", "TEXT", "TEXT", "BIGINT"],
        fresh.map((person) => [person.customerId, person.sender.name ?? null, person.sender.phone ?? null, now]),
      )}) AS v`);
  }
  await tx.$executeRaw(sql`
    INSERT INTO "Contact" ("id", "accountId", "externalId", "customerId", "name", "username", "source", "createdAt")
    ${values(
      ["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT"],
      people.map(({ contactId, account, sender, customerId, source }) => [
        contactId,
        account,
        sender.externalId,
        customerId,
        sender.name ?? null,
        sender.username ?? null,
        source ?? null,
        now,
      ]),
    )}
    ON CONFLICT ("accountId", "externalId") DO NOTHING`);
  await tx.$executeRaw(sql`
    INSERT INTO "Conversation" ("id", "contactId", "accountId", "lastAt")
    SELECT v.column1, k."id", k."accountId", v.column4
    FROM (${values(
      ["TEXT", "TEXT", "TEXT", "BIGINT"],
      people.map((person) => [newId(), person.account, person.sender.externalId, now]),
    )}) AS v
    JOIN "Contact" k ON k."accountId" = v.column2 AND k."externalId" = v.column3
    WHERE true
    ON CONFLICT ("contactId") DO NOTHING`);
  if (fresh.length > 0) await removeUnused(tx, fresh);
}

async function removeUnused(tx: RawTx, people: readonly { readonly customerId: string }[]): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM "Customer" WHERE "id" IN (${join(people.map((person) => person.customerId))})
    AND NOT EXISTS (SELECT 1 FROM "Contact" k WHERE k."customerId" = "Customer"."id")`);
}

/** A phone number that a platform vouches for links a new contact to the customer it belongs to. */
async function customersByPhone(tx: RawTx, writers: readonly Writer[]): Promise<ReadonlyMap<string, string>> {
  const phones = writers.flatMap(({ sender }) => (sender.phone === undefined ? [] : [sender.phone]));
  if (phones.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; phone: string }[]>(sql`
    SELECT "id", "phone" FROM "Customer" WHERE "phone" IN (${join(phones)}) AND "phoneVerified" ORDER BY "id" DESC`);
  return new Map(rows.map((row) => [row.phone, row.id]));
}
