import { DESK } from "../channels/message.ts";
import type { Database } from "../database/database.ts";

/** When the next turn is due, epoch ms. */
export async function nextTurn(database: Database): Promise<number | undefined> {
  const next = await database.prisma.conversation.findFirst({
    where: { dueAt: { not: null }, holder: { not: DESK } },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true },
  });
  return next?.dueAt == null ? undefined : Number(next.dueAt);
}
