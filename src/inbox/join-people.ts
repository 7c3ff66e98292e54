import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { values } from "../database/values.ts";
import { joinCalls } from "./join-calls.ts";
import type { Person } from "./people.ts";

/** By whom and when people are joined or parted. `who` is `phone` or a staff id. */
export interface LinkContext {
  readonly now: number;
  readonly newId: () => string;
  readonly who: string;
}

/**
 * Makes one person of two whose rows are locked: the older one stays, and has all contacts, orders, call tasks, touches
 * and consents. What is known of both stays as the older has it. The other keeps its row, so that it can be parted again.
 */
export async function joinPeople(tx: RawTx, one: Person, other: Person, context: LinkContext): Promise<Person> {
  const [into, from] = isOlder(one, other) ? [one, other] : [other, one];
  for (const table of [sql`"Contact"`, sql`"Order"`, sql`"CallTask"`, sql`"Touch"`, sql`"Consent"`])
    await tx.$executeRaw(sql`UPDATE ${table} SET "customerId" = ${into.id} WHERE "customerId" = ${from.id}`);
  await joinCalls(tx, into.id);
  const joined = { ...together(into, from), contacts: [...into.contacts, ...from.contacts] };
  await writeKnown(tx, joined);
  // What staff wrote of the one that goes is read with the one that stays, who may have a note of their own.
  await tx.$executeRaw(sql`
    UPDATE "Customer" SET "note" = COALESCE("note", (SELECT f."note" FROM "Customer" f WHERE f."id" = ${from.id}))
    WHERE "id" = ${into.id}`);
  await recordLinks(
    tx,
    from.contacts.map(({ id }) => ({ contactId: id, from: from.id, into: into.id })),
    context,
  );
  return joined;
}

/** Writes what is known of a person. */
export async function writeKnown(tx: RawTx, person: Omit<Person, "contacts" | "createdAt">): Promise<void> {
  const { id, name, phone, phoneVerified, address, zoneId, form } = person;
  // A list of values gives each its type, which PostgreSQL cannot tell from a null.
  await tx.$executeRaw(sql`
    UPDATE "Customer" SET "name" = v.column2, "phone" = v.column3, "phoneVerified" = v.column4 = 1,
      "address" = v.column5, "zoneId" = v.column6, "form" = v.column7
    FROM (${values(
      ["TEXT", "TEXT", "TEXT", "INTEGER", "TEXT", "TEXT", "TEXT"],
      [[id, name, phone, phoneVerified ? 1 : 0, address, zoneId, form]],
    )}) AS v
    WHERE "Customer"."id" = v.column1`);
}

/** Notes which contacts changed their customer, as rows that are only ever added. */
export async function recordLinks(
  tx: RawTx,
  links: readonly { readonly contactId: string; readonly from: string; readonly into: string }[],
  { now, newId, who }: LinkContext,
): Promise<void> {
  const rows = links.map(({ contactId, from, into }) => [newId(), contactId, from, into, who, now]);
  await tx.$executeRaw(sql`
    INSERT INTO "ContactLink" ("id", "contactId", "fromCustomer", "toCustomer", "who", "at")
    ${values(["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT"], rows)}`);
}

function isOlder(one: Person, other: Person): boolean {
  return one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;
}

function together(into: Person, from: Person): Omit<Person, "contacts"> {
  const phoneOf = into.phoneVerified || (into.phone !== null && !from.phoneVerified) ? into : from;
  const addressOf = into.address === null ? from : into;
  return {
    ...into,
    name: into.name ?? from.name,
    form: into.form ?? from.form,
    phone: phoneOf.phone,
    phoneVerified: phoneOf.phoneVerified,
    address: addressOf.address,
    zoneId: addressOf.zoneId,
  };
}
