import { v7 as newId } from "uuid";
import type { Database } from "../database/database.ts";
import type { CannedReplyView } from "./inbox-views.ts";

/** More than anybody finds again */
const MOST = 200;

/** The replies that the shop uses often, in its order. */
export async function readCannedReplies({ prisma }: Database): Promise<readonly CannedReplyView[]> {
  return prisma.cannedReply.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, text: true },
  });
}

interface By {
  readonly who: string;
  readonly at: number;
}

/** Writes a reply down, or over what it was; a new one stands last. False where there are too many already. */
export function keepCannedReply(database: Database, reply: CannedReplyView, { who, at }: By): Promise<boolean> {
  const { id, title, text } = reply;
  return database.transaction(async (tx) => {
    const { count } = await tx.cannedReply.updateMany({ where: { id }, data: { title, text, updatedAt: at, who } });
    if (count === 0) {
      const { _max, _count } = await tx.cannedReply.aggregate({ _max: { position: true }, _count: true });
      if (_count >= MOST) return false;
      const position = (_max.position ?? -1) + 1;
      await tx.cannedReply.create({ data: { id, title, text, position, updatedAt: at, who } });
    }
    const data = JSON.stringify({ title, text });
    await tx.audit.create({ data: { id: newId(), at, who, what: "cannedReplyKept", subject: id, data } });
    return true;
  });
}

/** Takes a reply off the list; false where there is none. */
export function removeCannedReply(database: Database, id: string, { who, at }: By): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { count } = await tx.cannedReply.deleteMany({ where: { id } });
    if (count === 0) return false;
    await tx.audit.create({ data: { id: newId(), at, who, what: "cannedReplyRemoved", subject: id, data: "{}" } });
    return true;
  });
}

/** Puts the replies in this order. One that is not named stays where it is. */
export async function orderCannedReplies(database: Database, order: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    for (const [position, id] of order.entries())
      await tx.cannedReply.updateMany({ where: { id }, data: { position } });
  });
}
