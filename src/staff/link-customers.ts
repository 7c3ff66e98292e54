import type { Tx } from "../database/database.ts";
import { joinPeople } from "../inbox/join-people.ts";
import { partContact } from "../inbox/part-contact.ts";
import { lockPeople, type Person, untilPeopleRest } from "../inbox/people.ts";
import type { Acts } from "./acts.ts";
import { audit } from "./holder-store.ts";

export type Linked =
  | { readonly type: "linked" }
  /** They are one customer already, or the contact is a customer's only one */
  | { readonly type: "nothingToDo" }
  | { readonly type: "unknown" };

/** Staff say that whoever talks here and another customer are one person: history and addresses are one from now on. */
export function joinCustomer(acts: Acts, conversationId: string, customerId: string, staffId: string): Promise<Linked> {
  return withPeople(acts, [customerId], { conversation: { id: conversationId } }, async (tx, people) => {
    const here = people.find(({ contacts }) => contacts.some((one) => one.conversationId === conversationId));
    const other = people.find(({ id }) => id === customerId);
    if (!here || !other) return { type: "unknown" };
    if (here.id === other.id) return { type: "nothingToDo" };
    const now = acts.clock();
    const joined = await joinPeople(tx, here, other, { now, newId: acts.newId, who: staffId });
    const from = joined.id === here.id ? other.id : here.id;
    await audit(tx, { id: acts.newId(), at: now, who: staffId, what: "joinedCustomers", subject: joined.id, from });
    return { type: "linked" };
  });
}

/** Staff say that a contact is somebody else's: what was said and ordered there is no longer this customer's. */
export function partCustomer(acts: Acts, contactId: string, staffId: string): Promise<Linked> {
  return withPeople(acts, [], { id: contactId }, async (tx, [person]) => {
    const contact = person?.contacts.find(({ id }) => id === contactId);
    if (!person || !contact) return { type: "unknown" };
    if (person.contacts.length === 1) return { type: "nothingToDo" };
    const now = acts.clock();
    const own = await partContact(tx, person, contact, { now, newId: acts.newId, who: staffId });
    const entry = { what: "partedCustomers", subject: own, from: person.id };
    await audit(tx, { id: acts.newId(), at: now, who: staffId, ...entry });
    return { type: "linked" };
  });
}

/** Locks these customers and the one of a contact, acts, and tells every screen that shows a conversation of theirs. */
async function withPeople(
  { database, changed }: Acts,
  customers: readonly string[],
  contact: { readonly id: string } | { readonly conversation: { readonly id: string } },
  act: (tx: Tx, people: readonly Person[]) => Promise<Linked>,
): Promise<Linked> {
  let people: readonly Person[] = [];
  const result = await untilPeopleRest(() =>
    database.transaction(async (tx) => {
      people = await lockPeople(tx, database.engine, async () => {
        const found = await tx.contact.findFirst({ where: contact, select: { customerId: true } });
        return found === null ? [] : [found.customerId, ...customers];
      });
      return act(tx, people);
    }),
  );
  if (result.type === "linked")
    changed(
      people.flatMap(({ contacts }) =>
        contacts.map(({ conversationId: id }) => ({ type: "conversation" as const, id })),
      ),
    );
  return result;
}
