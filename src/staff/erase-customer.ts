import { DESK } from "../channels/message.ts";
import type { Tx } from "../database/database.ts";
import { ERASURE_KEY, erasedHash } from "../inbox/erased-people.ts";
import { lockPeople, type Person, untilPeopleRest } from "../inbox/people.ts";
import { NEXT_STATUSES, OrderStatus } from "../shop/order/order.ts";
import type { Acts } from "./acts.ts";
import { eraseWords } from "./erase-words.ts";
import { audit } from "./holder-store.ts";
import { personScope } from "./person-scope.ts";

export type ErasedCustomer =
  | { readonly type: "erased" }
  | { readonly type: "unknown" }
  /** An order of theirs is not ended, or its cash is not paid */
  | { readonly type: "orderRunning" | "cashDue"; readonly order: string };

/**
 * Erases a person as the law asks: their words, names, numbers and addresses go from every table, while amounts, times and
 * states stay for the shop's books. Whoever writes from the same address afterwards is a stranger; that they wanted no
 * promos is still honoured. `secret` makes the key of the hashes that takes, if there is none yet.
 */
export async function eraseCustomer(
  acts: Acts,
  customerId: string,
  staffId: string,
  secret: () => string,
): Promise<ErasedCustomer> {
  const { database, changed, clock } = acts;
  let conversations: readonly string[] = [];
  let orders: readonly string[] = [];
  const result = await untilPeopleRest(() =>
    database.transaction(async (tx): Promise<ErasedCustomer> => {
      const [person] = await lockPeople(tx, database.engine, async () => [customerId]);
      if (person === undefined || !(await isCustomer(tx, person))) return { type: "unknown" };
      const stands = await whatStandsAgainst(tx, customerId);
      if (stands !== undefined) return stands;
      const now = clock();
      const scope = await personScope(tx, person);
      await keepHashes(tx, acts, person, { staffId, now, secret });
      await eraseWords(tx, scope, now);
      await audit(tx, { id: acts.newId(), at: now, who: staffId, what: "customerErased", subject: customerId });
      ({ conversations, orders } = scope);
      return { type: "erased" };
    }),
  );
  if (result.type === "erased")
    changed([
      ...conversations.flatMap((id) => [
        { type: "conversation" as const, id },
        { type: "call" as const, id },
      ]),
      ...orders.map((id) => ({ type: "order" as const, id })),
    ]);
  return result;
}

/** Somebody who was not erased before, and is no colleague. */
async function isCustomer(tx: Tx, { id, contacts }: Person): Promise<boolean> {
  const [customer, desks] = await Promise.all([
    tx.customer.findUnique({ where: { id }, select: { erasedAt: true } }),
    tx.conversation.count({
      where: { id: { in: contacts.map(({ conversationId }) => conversationId) }, holder: DESK },
    }),
  ]);
  return customer?.erasedAt === null && desks === 0;
}

/** What the shop and the person still owe each other. */
async function whatStandsAgainst(
  tx: Pick<Tx, "order" | "cashEntry">,
  customerId: string,
): Promise<Exclude<ErasedCustomer, { type: "erased" | "unknown" }> | undefined> {
  const running = OrderStatus.options.filter((status) => NEXT_STATUSES[status].length > 0);
  const order = await tx.order.findFirst({
    where: { customerId, status: { in: running } },
    orderBy: { placedAt: "asc" },
    select: { number: true },
  });
  if (order !== null) return { type: "orderRunning", order: order.number };
  const cash = await tx.cashEntry.groupBy({
    by: ["orderId"],
    where: { order: { customerId }, holder: "customer" },
    _sum: { amount: true },
  });
  const due = cash.find(({ _sum }) => (_sum.amount ?? 0) !== 0);
  if (due === undefined) return undefined;
  const { number } = await tx.order.findUniqueOrThrow({ where: { id: due.orderId }, select: { number: true } });
  return { type: "cashDue", order: number };
}

/** Keeps by keyed hashes of their addresses and numbers whether the person wanted promos. */
async function keepHashes(
  tx: Tx,
  { newId }: Acts,
  person: Person,
  { staffId, now, secret }: { readonly staffId: string; readonly now: number; readonly secret: () => string },
): Promise<void> {
  const { value: key } = await tx.ownSecret.upsert({
    where: { name: ERASURE_KEY },
    create: { name: ERASURE_KEY, value: secret(), at: now },
    update: {},
  });
  const [contacts, consent] = await Promise.all([
    tx.contact.findMany({ where: { customerId: person.id }, select: { externalId: true, phone: true } }),
    tx.consent.findFirst({
      where: { customerId: person.id, purpose: "promo" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { given: true },
    }),
  ]);
  const addresses = [person.phone, ...contacts.flatMap(({ externalId, phone }) => [externalId, phone])];
  const hashes = [...new Set(addresses.filter((address) => address !== null))].map((one) => erasedHash(key, one));
  const row = { customerId: person.id, optOut: consent?.given === false, at: now, who: staffId };
  await tx.erasure.createMany({ data: hashes.map((hash) => ({ id: newId(), hash, ...row })) });
}
