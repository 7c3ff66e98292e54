import type { Database } from "../database/database.ts";

/** For how many ms the oldest row of an account that should have gone by now has been waiting; 0 when there is none. */
export async function oldestWaiting(database: Database, account: string, now: number): Promise<number> {
  const oldest = await database.prisma.outboxRow.findFirst({
    where: { accountId: account, status: "queued", notBefore: { lte: BigInt(now) } },
    orderBy: { notBefore: "asc" },
    select: { notBefore: true },
  });
  return oldest ? now - Number(oldest.notBefore) : 0;
}
