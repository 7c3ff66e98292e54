import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import { type LinkContext, recordLinks, writeKnown } from "./join-people.ts";
import { type BroughtTo, type Known, partedKnowledge } from "./parted-knowledge.ts";
import type { Person, PersonContact } from "./people.ts";

/**
 * Gives a contact of a person, whose rows are locked, a customer of its own again: the one it came with where that still
 * stands empty, else a new one. What was said and ordered in its conversation goes with it. Returns the customer's id.
 */
export async function partContact(
  tx: RawTx,
  person: Person,
  gone: PersonContact,
  context: LinkContext,
): Promise<string> {
  const left = person.contacts.filter(({ id }) => id !== gone.id);
  const links = await linksInto(tx, person.id);
  const wasFirst = person.contacts.find(({ id }) => !links.has(id))?.id === gone.id;
  const before = await emptyCustomer(tx, links.get(gone.id));
  const known = partedKnowledge({
    person,
    gone,
    left,
    wasFirst,
    before,
    goneTo: await broughtTo(tx, [gone]),
    leftTo: await broughtTo(tx, left),
  });
  const own = before?.id ?? (await newCustomer(tx, context));
  await moveSaid(tx, gone, own);
  await writeKnown(tx, { ...known.own, id: own });
  await writeKnown(tx, { ...known.left, id: person.id });
  await recordLinks(tx, [{ contactId: gone.id, from: person.id, into: own }], context);
  return own;
}

/** For each contact that was joined to this customer, the customer it came from last. */
async function linksInto(tx: RawTx, customerId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ contactId: string; fromCustomer: string }[]>(sql`
    SELECT "contactId", "fromCustomer" FROM "ContactLink" WHERE "toCustomer" = ${customerId} ORDER BY "at", "id"`);
  return new Map(rows.map((row) => [row.contactId, row.fromCustomer]));
}

async function emptyCustomer(tx: RawTx, id: string | undefined): Promise<(Known & { id: string }) | undefined> {
  if (id === undefined) return undefined;
  const [row] = await tx.$queryRaw<(Known & { id: string })[]>(sql`
    SELECT "id", "name", "phone", "phoneVerified", "address", "zoneId", "form" FROM "Customer"
    WHERE "id" = ${id} AND NOT EXISTS (SELECT 1 FROM "Contact" k WHERE k."customerId" = "Customer"."id")`);
  return row && { ...row, phoneVerified: Boolean(row.phoneVerified) };
}

async function newCustomer(tx: RawTx, { now, newId }: LinkContext): Promise<string> {
  const id = newId();
  await tx.$executeRaw(sql`
    INSERT INTO "Customer" ("id", "phoneVerified", "createdAt")
    SELECT v.column1, false, v.column2 FROM (${values(["TEXT", "BIGINT"], [[id, now]])}) AS v`);
  return id;
}

async function moveSaid(tx: RawTx, { id, conversationId }: PersonContact, own: string): Promise<void> {
  await tx.$executeRaw(sql`UPDATE "Contact" SET "customerId" = ${own} WHERE "id" = ${id}`);
  for (const table of [sql`"Order"`, sql`"CallTask"`])
    await tx.$executeRaw(sql`UPDATE ${table} SET "customerId" = ${own} WHERE "conversationId" = ${conversationId}`);
  await tx.$executeRaw(sql`UPDATE "Touch" SET "customerId" = ${own} WHERE "contactId" = ${id}`);
  await tx.$executeRaw(sql`
    UPDATE "Consent" SET "customerId" = ${own}
    WHERE "eventId" IN (SELECT e."id" FROM "InboxEvent" e WHERE e."conversationId" = ${conversationId})`);
}

async function broughtTo(tx: RawTx, contacts: readonly PersonContact[]): Promise<readonly BroughtTo[]> {
  return tx.$queryRaw<BroughtTo[]>(sql`
    SELECT "address", "zoneId" FROM "Order"
    WHERE "conversationId" IN (${join(contacts.map(({ conversationId }) => conversationId))}) AND "address" IS NOT NULL
    ORDER BY "placedAt" DESC, "id" DESC LIMIT ${MOST_ORDERS}`);
}

const MOST_ORDERS = 50;
