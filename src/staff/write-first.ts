import type { Tx } from "../database/database.ts";
import { conversationsOf, writerKey } from "../inbox/contacts.ts";
import { wasErased } from "../inbox/erased-people.ts";
import { untilPeopleRest } from "../inbox/people.ts";
import { joinByPhone } from "../inbox/vouched-phones.ts";
import type { Acts, Rank } from "./acts.ts";
import { audit, lockConversation } from "./holder-store.ts";
import { replyLocked } from "./reply.ts";
import { beginStrangersAlone } from "./strangers-store.ts";

/** A seller's own words to one person, on an account where people are addressed by their number. */
export interface FirstWords {
  readonly staff: string;
  readonly rank: Rank;
  /** E.164 */
  readonly phone: string;
  readonly account: string;
  /** What the number is called on that account's channel */
  readonly address: string;
  /** What a stranger is to be called */
  readonly name?: string | undefined;
  readonly text: string;
  /** The page's own mark: the same words sent again go once */
  readonly key: string;
}

export type WroteFirst =
  | { readonly type: "written"; readonly conversationId: string }
  | { readonly type: "heldBy"; readonly staff: string }
  | Refused;

interface Refused {
  /** They blocked the shop; they asked to be forgotten; the shop wrote to too many strangers in the last hour */
  readonly type: "blocked" | "erased" | "tooMany";
}

/** Strangers that the whole shop may write to in an hour: these are words to a person, never a mailing. */
const MOST_STRANGERS_AN_HOUR = 10;
const HOUR_MS = 3_600_000;

/**
 * A seller writes to somebody who never wrote. The contact and the conversation begin with it, held by the seller; a
 * number that is vouched for elsewhere is the same person. Where they have a chat on that account, it is used.
 */
export async function writeFirst(acts: Acts, first: FirstWords): Promise<WroteFirst> {
  const { database } = acts;
  const result = await untilPeopleRest(() =>
    database.transaction(async (tx): Promise<WroteFirst> => {
      const known = (await findChat(tx, first)) ?? (await alone(tx, acts, first));
      if (known?.isBlocked) return { type: "blocked" };
      if (known === undefined) {
        const refusal = await whatStandsAgainst(tx, acts, first);
        if (refusal !== undefined) return refusal;
      }
      const id = known?.id ?? (await beginChat(tx, acts, first));
      const conversation = await lockConversation(tx, database.engine, id);
      if (conversation === undefined) return { type: "erased" };
      const { staff, rank, text, key } = first;
      const said = { staffId: staff, rank, rowKey: `staff:${id}:${staff}:${key}`, message: { text, choices: [] } };
      const replied = await replyLocked(tx, acts, conversation, said);
      if (replied.type === "heldBy") return replied;
      if (known === undefined)
        await audit(tx, { id: acts.newId(), at: acts.clock(), who: staff, what: WROTE_FIRST, subject: id });
      return { type: "written", conversationId: id };
    }),
  );
  if (result.type === "written") acts.changed([{ type: "conversation", id: result.conversationId }]);
  return result;
}

const WROTE_FIRST = "wroteFirst";

/** Their chat on that account: by the address, or under another address of theirs for which the number is vouched. */
async function findChat(
  tx: Tx,
  { account, address, phone }: FirstWords,
): Promise<{ readonly id: string; readonly isBlocked: boolean } | undefined> {
  const contacts = await tx.contact.findMany({
    where: { accountId: account, OR: [{ externalId: address }, { phone }], conversation: { isNot: null } },
    orderBy: { createdAt: "asc" },
    select: { externalId: true, blockedAt: true, conversation: { select: { id: true } } },
  });
  const contact = contacts.find(({ externalId }) => externalId === address) ?? contacts[0];
  if (!contact?.conversation) return undefined;
  return { id: contact.conversation.id, isBlocked: contact.blockedAt !== null };
}

/** Whose chat was begun while this waited to be the only one that begins one. */
async function alone(tx: Tx, { database: { engine } }: Acts, first: FirstWords): ReturnType<typeof findChat> {
  await beginStrangersAlone(tx, engine);
  return findChat(tx, first);
}

async function whatStandsAgainst(
  tx: Tx,
  { clock }: Acts,
  { phone, address }: FirstWords,
): Promise<Refused | undefined> {
  if (await wasErased(tx, [phone, address])) {
    const isBack = await tx.customer.count({ where: { phone, phoneVerified: true, erasedAt: null } });
    if (isBack === 0) return { type: "erased" };
  }
  const strangers = await tx.audit.count({ where: { what: WROTE_FIRST, at: { gt: clock() - HOUR_MS } } });
  return strangers >= MOST_STRANGERS_AN_HOUR ? { type: "tooMany" } : undefined;
}

/** What is written to the number reaches whoever has it, so it is as good as vouched for. Returns the conversation. */
async function beginChat(
  tx: Tx,
  { database: { engine }, clock, newId }: Acts,
  { account, address, phone, name }: FirstWords,
): Promise<string> {
  const key = writerKey(account, address);
  const writer = { account, sender: { externalId: address, ...(name ? { name } : {}) } };
  const now = clock();
  const found = (await conversationsOf(tx, new Map([[key, writer]]), now, newId, () => true)).get(key);
  if (found === undefined) throw new Error("a contact that was just made is gone");
  const vouched = [{ contactId: found.contactId, phone }];
  await joinByPhone(tx, { engine, now, newId }, vouched, [found.id]);
  return found.id;
}
