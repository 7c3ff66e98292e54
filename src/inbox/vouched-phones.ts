import type { Engine } from "../database/database-url.ts";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import { keepRefusals } from "./erased-people.ts";
import { joinPeople, writeKnown } from "./join-people.ts";
import { lockPeople, type Person } from "./people.ts";

/** A number that the platform vouches for, of a contact that was not known to have it. */
export interface VouchedPhone {
  readonly contactId: string;
  /** E.164 */
  readonly phone: string;
}

interface JoinContext {
  readonly engine: Engine;
  readonly now: number;
  readonly newId: () => string;
}

/**
 * Keeps vouched numbers with their contacts. Whoever has the same number vouched for on another channel is the same
 * person, unless staff have parted the two. Locks `conversations` too, in one go with those of all concerned.
 */
export async function joinByPhone(
  tx: RawTx,
  { engine, now, newId }: JoinContext,
  vouched: readonly VouchedPhone[],
  conversations: Iterable<string>,
): Promise<void> {
  await takeTurnsByPhone(tx, engine, vouched);
  const people = new Map<string, Person>();
  for (const person of await lockPeople(tx, engine, () => ownersOf(tx, vouched), conversations))
    people.set(person.id, person);
  await tx.$executeRaw(sql`
    UPDATE "Contact" SET "phone" = v.column2
    FROM (${values(
      ["TEXT", "TEXT"],
      vouched.map(({ contactId, phone }) => [contactId, phone]),
    )}) AS v
    WHERE "Contact"."id" = v.column1`);
  const emptied: string[] = [];
  for (const { contactId, phone } of vouched) {
    let person = [...people.values()].find(({ contacts }) => contacts.some(({ id }) => id === contactId));
    if (person === undefined) continue;
    await keepRefusals(tx, [{ customerId: person.id, address: phone }], now, newId);
    person = await keepNumber(tx, person, contactId, phone);
    people.set(person.id, person);
    for (const other of [...people.values()]) {
      if (other.id === person.id || !hasNumber(other, phone) || (await wereParted(tx, person, other))) continue;
      const joined: Person = await joinPeople(tx, person, other, { now, newId, who: "phone" });
      for (const { id } of [person, other]) people.delete(id);
      people.set(joined.id, joined);
      emptied.push(joined.id === person.id ? other.id : person.id);
      person = joined;
    }
  }
  if (emptied.length > 0) await removeMade(tx, emptied, now);
}

/** Two processes that meet one number at once must not each take it for a stranger's. */
async function takeTurnsByPhone(tx: RawTx, engine: Engine, vouched: readonly VouchedPhone[]): Promise<void> {
  if (engine === "sqlite") return;
  for (const phone of [...new Set(vouched.map((one) => one.phone))].sort())
    await tx.$queryRaw(sql`SELECT 1 FROM pg_advisory_xact_lock(${PHONE_LOCKS}::int, hashtext(${phone}))`);
}

const PHONE_LOCKS = 7_211;

/** Ids of the customers of these contacts, and of all who have one of these numbers for sure. */
async function ownersOf(tx: RawTx, vouched: readonly VouchedPhone[]): Promise<readonly string[]> {
  const phones = join(vouched.map(({ phone }) => phone));
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT "customerId" AS "id" FROM "Contact"
    WHERE "id" IN (${join(vouched.map(({ contactId }) => contactId))}) OR "phone" IN (${phones})
    UNION SELECT "id" FROM "Customer" WHERE "phone" IN (${phones}) AND "phoneVerified"`);
  return rows.map(({ id }) => id);
}

/** A number that somebody typed is another matter: it stays until they share or type another. */
async function keepNumber(tx: RawTx, person: Person, contactId: string, phone: string): Promise<Person> {
  const contacts = person.contacts.map((one) => (one.id === contactId ? { ...one, phone } : one));
  if (person.phone !== null && person.phone !== phone) return { ...person, contacts };
  const known = { ...person, contacts, phone, phoneVerified: true };
  if (!person.phoneVerified) await writeKnown(tx, known);
  return known;
}

function hasNumber({ contacts, phone: own, phoneVerified }: Person, phone: string): boolean {
  return (phoneVerified && own === phone) || contacts.some((contact) => contact.phone === phone);
}

/** What staff decided about two people is not overruled by a number that both have, as in one household. */
async function wereParted(tx: RawTx, one: Person, other: Person): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(sql`
    SELECT 1 FROM "ContactLink" WHERE "who" <> 'phone' AND "fromCustomer" IN (${one.id}, ${other.id})
      AND "toCustomer" IN (${one.id}, ${other.id}) LIMIT 1`);
  return rows.length > 0;
}

/** Customers that were made for contacts which turned out to be somebody's a moment later. */
async function removeMade(tx: RawTx, emptied: readonly string[], now: number): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM "Customer" WHERE "id" IN (${join([...emptied])}) AND "createdAt" = ${now}
      AND NOT EXISTS (SELECT 1 FROM "Contact" k WHERE k."customerId" = "Customer"."id")`);
}
