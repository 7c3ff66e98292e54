import type { IncomingEvent, Sender } from "../channels/message.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import { keepRefusals } from "./erased-people.ts";

/** Somebody who wrote on a channel account. */
export interface Writer {
  readonly account: string;
  readonly sender: Sender;
  /** E.164, where the platform vouches for it */
  readonly phone?: string;
  /** Where the chat was opened from, if this is how it began */
  readonly source?: string;
}

/** A writer's conversation, and what is stored of their contact. */
export interface FoundConversation {
  readonly id: string;
  readonly contactId: string;
  readonly phone: string | null;
}

/**
 * Conversations of known and new writers by `writerKey`. New ones become customers with a contact and a conversation,
 * where they are `welcome`.
 */
export async function conversationsOf(
  tx: RawTx,
  writers: ReadonlyMap<string, Writer>,
  now: number,
  newId: () => string,
  isWelcome: (writer: string) => boolean,
): Promise<ReadonlyMap<string, FoundConversation>> {
  const found = await findConversations(tx, writers);
  const strangers = new Map([...writers].filter(([key]) => !found.has(key) && isWelcome(key)));
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
    const known = writers.get(key);
    const source = known?.source ?? (body.type === "chatStarted" ? body.source : undefined);
    const phone = sender.phone ?? (body.type === "contactShared" && body.own ? body.phone : known?.phone);
    writers.set(key, {
      account,
      sender,
      ...(source === undefined ? {} : { source }),
      ...(phone === undefined ? {} : { phone }),
    });
  }
  return writers;
}

async function findConversations(
  tx: RawTx,
  writers: ReadonlyMap<string, Writer>,
): Promise<ReadonlyMap<string, FoundConversation>> {
  const wanted = [...writers.values()].map(({ account, sender }) => [account, sender.externalId]);
  const rows = await tx.$queryRaw<(FoundConversation & { accountId: string; externalId: string })[]>(sql`
    SELECT k."accountId", k."externalId", c."id", k."id" AS "contactId", k."phone"
    FROM (${values(["TEXT", "TEXT"], wanted)}) AS v
    JOIN "Contact" k ON k."accountId" = v.column1 AND k."externalId" = v.column2
    JOIN "Conversation" c ON c."contactId" = k."id"`);
  return new Map(rows.map((row) => [writerKey(row.accountId, row.externalId), row]));
}

/** Two processes may meet the same stranger at once: the first contact row wins and the other's customer is taken back. */
async function welcome(
  tx: RawTx,
  strangers: ReadonlyMap<string, Writer>,
  now: number,
  newId: () => string,
): Promise<void> {
  // One order for all, so that two processes that meet the same strangers do not wait for each other.
  const people = [...strangers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, writer]) => ({ ...writer, customerId: newId(), contactId: newId() }));
  await tx.$executeRaw(sql`
    INSERT INTO "Customer" ("id", "name", "phoneVerified", "createdAt")
    SELECT v.column1, v.column2, false, v.column3
    FROM (${values(
      ["TEXT", "TEXT", "BIGINT"],
      people.map((person) => [person.customerId, person.sender.name ?? null, now]),
    )}) AS v`);
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
  await removeUnused(tx, people);
  const newcomers = people.map(({ customerId, sender }) => ({ customerId, address: sender.externalId }));
  await keepRefusals(tx, newcomers, now, newId);
}

async function removeUnused(tx: RawTx, people: readonly { readonly customerId: string }[]): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM "Customer" WHERE "id" IN (${join(people.map((person) => person.customerId))})
    AND NOT EXISTS (SELECT 1 FROM "Contact" k WHERE k."customerId" = "Customer"."id")`);
}
