import type { Acts } from "./acts.ts";
import { lockConversation } from "./holder-store.ts";

export type Noted = { readonly type: "noted" } | { readonly type: "unknownConversation" };

/** A note of staff for each other, at its place among the messages. */
export interface NewNote {
  /** Made by the page: the same note sent again is one */
  readonly id: string;
  readonly who: string;
  readonly text: string;
}

/** Writes a note into a conversation, whoever holds it. It is no message: nothing that sends or shows messages knows of it. */
export async function writeNote(acts: Acts, conversationId: string, note: NewNote): Promise<Noted> {
  const { database, clock } = acts;
  const result = await database.transaction(async (tx): Promise<Noted> => {
    const conversation = await lockConversation(tx, database.engine, conversationId);
    if (!conversation) return { type: "unknownConversation" };
    if ((await tx.staffNote.findUnique({ where: { id: note.id }, select: { id: true } })) !== null)
      return { type: "noted" };
    const sequence = conversation.sequence + 1;
    await tx.conversation.update({ where: { id: conversationId }, data: { sequence } });
    await tx.staffNote.create({ data: { ...note, conversationId, sequence, at: clock() } });
    return { type: "noted" };
  });
  if (result.type === "noted") acts.changed([{ type: "conversation", id: conversationId }]);
  return result;
}
