import type { Tx } from "../database/database.ts";
import type { Acts, Rank } from "./acts.ts";
import { audit, changeHolder, isColleagues, lockConversation } from "./holder-store.ts";
import { holdWords } from "./holds.words.ts";
import { tellStaff } from "./tell-staff.ts";

/** Who passes a conversation on, to whom, and what they are told. */
export interface PassedOn {
  readonly staff: string;
  /** A colleague's staff id */
  readonly to: string;
  /** Empty where nothing is said */
  readonly note: string;
}

export type PassingOn =
  | { readonly type: "passedOn"; readonly version: number }
  | { readonly type: "heldBy"; readonly staff: string }
  /** Nobody who talks with customers, or the one who holds it already */
  | { readonly type: "unknownColleague" }
  | { readonly type: "unknownConversation" };

/**
 * A seller gives a conversation to a colleague, with a note. The colleague holds it from then on, as if they had just
 * taken it, and is told in their own chat.
 */
export async function passOn(
  acts: Acts,
  conversationId: string,
  { staff, to, note }: PassedOn,
  rank: Rank = "seller",
): Promise<PassingOn> {
  const { database, clock, newId } = acts;
  const result = await database.transaction(async (tx): Promise<PassingOn> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    const { holder } = conversation;
    if (isColleagues(holder, staff) && rank !== "owner") return { type: "heldBy", staff: holder };
    if (to === holder || !(await talksWithCustomers(tx, to))) return { type: "unknownColleague" };
    const now = clock();
    const version = await changeHolder(tx, conversation, to, note === "" ? "passed_on" : `passed_on: ${note}`, now);
    const entry = { id: newId(), at: now, who: staff, what: "passedOn", subject: conversationId };
    await audit(tx, { ...entry, from: holder, to, note });
    const by = await tx.staff.findUnique({ where: { id: staff }, select: { name: true } });
    const { contact } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { contact: { select: { name: true, customer: { select: { name: true } } } } },
    });
    await tellStaff(tx, acts, {
      to: [to],
      about: `conversation:${conversationId}`,
      key: `passedOn:${conversationId}:${version}`,
      message: {
        text: holdWords.passedOn(contact.customer.name ?? contact.name, by?.name ?? "Rekan", note),
        choices: [],
      },
    });
    return { type: "passedOn", version };
  });
  if (result.type === "passedOn") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}

async function talksWithCustomers(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.staff.findFirst({ where: { id, active: true, role: { not: "courier" } } });
  return found !== null;
}
