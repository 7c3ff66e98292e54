import type { Engine } from "../database/database-url.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { groupBy } from "../group-by.ts";
import { lockConversations } from "./append-events.ts";

/** A customer with the contacts by which they are known, oldest contact first. */
export interface Person {
  readonly id: string;
  readonly createdAt: number;
  readonly name: string | null;
  readonly phone: string | null;
  readonly phoneVerified: boolean;
  readonly address: string | null;
  readonly zoneId: string | null;
  readonly form: string | null;
  readonly contacts: readonly PersonContact[];
}

export interface PersonContact {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string | null;
  /** E.164, vouched for by the platform */
  readonly phone: string | null;
}

/** Contacts moved from one customer to another between being read and being locked. */
class PeopleMoved extends Error {}

const MOST_TRIES = 5;

/** Does work that locks people, and does it anew when they moved just then. */
export async function untilPeopleRest<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PeopleMoved) || tries === MOST_TRIES) throw error;
    }
}

/**
 * Locks people in the order that all use: every conversation of theirs (and those in `also`), then their customers. A
 * turn being taken in one of those conversations commits first; who holds these locks may move what belongs to whom.
 * `whoIsMeant` is asked before and after, because the answer may change until the locks are held.
 */
export async function lockPeople(
  tx: RawTx,
  engine: Engine,
  whoIsMeant: () => Promise<readonly string[]>,
  also: Iterable<string> = [],
): Promise<readonly Person[]> {
  const people = await readPeople(tx, await whoIsMeant());
  if (engine === "sqlite") return people;
  const locked = new Set([...also, ...people.flatMap(({ contacts }) => contacts.map((one) => one.conversationId))]);
  await lockConversations(tx, engine, locked);
  const now = await readPeople(tx, await whoIsMeant());
  if (now.some(({ contacts }) => contacts.some(({ conversationId }) => !locked.has(conversationId))))
    throw new PeopleMoved();
  if (now.length > 0)
    await tx.$queryRaw(sql`
      SELECT "id" FROM "Customer" WHERE "id" IN (${join(now.map(({ id }) => id))}) ORDER BY "id" FOR UPDATE`);
  return now;
}

interface PersonRow extends Omit<Person, "contacts" | "phoneVerified" | "createdAt"> {
  readonly createdAt: bigint | number;
  readonly phoneVerified: boolean | number;
  readonly contactId: string;
  readonly conversationId: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

/** Those of these customers that have contacts, by id. */
async function readPeople(tx: RawTx, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<PersonRow[]>(sql`
    SELECT u."id", u."createdAt", u."name", u."phone", u."phoneVerified", u."address", u."zoneId", u."form",
      k."id" AS "contactId", k."name" AS "contactName", k."phone" AS "contactPhone", c."id" AS "conversationId"
    FROM "Customer" u JOIN "Contact" k ON k."customerId" = u."id" JOIN "Conversation" c ON c."contactId" = k."id"
    WHERE u."id" IN (${join([...new Set(ids)])})
    ORDER BY u."id", k."createdAt", k."id"`);
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((own) => (own[0] ? [personOf(own[0], own)] : []));
}

function personOf(row: PersonRow, rows: readonly PersonRow[]): Person {
  const { id, name, phone, address, zoneId, form } = row;
  return {
    id,
    name,
    phone,
    address,
    zoneId,
    form,
    createdAt: Number(row.createdAt),
    phoneVerified: Boolean(row.phoneVerified),
    contacts: rows.map(({ contactId, conversationId, contactName, contactPhone }) => ({
      id: contactId,
      conversationId,
      name: contactName,
      phone: contactPhone,
    })),
  };
}
