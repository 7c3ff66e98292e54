import type { Database } from "../database/database.ts";
import { loadShop, type ShopRecord } from "../shop/catalogue/catalogue-store.ts";

/** The memory of a conversation, as stored; undefined where there is no such conversation. */
export async function readMemory({ prisma }: Database, id: string): Promise<string | null | undefined> {
  return (await prisma.conversation.findUnique({ where: { id }, select: { state: true } }))?.state;
}

/** The shop and its goods as they are now. */
export function readShop({ prisma }: Database): Promise<ShopRecord> {
  return loadShop(prisma);
}
