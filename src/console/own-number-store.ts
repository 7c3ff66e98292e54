import type { Database } from "../database/database.ts";

/** Notes for good who connected or disconnected the shop's own number, or changed its pace. */
export async function noteOwnNumber(
  { prisma }: Database,
  entry: { readonly id: string; readonly at: number; readonly who: string; readonly what: string },
): Promise<void> {
  await prisma.audit.create({ data: { ...entry, subject: "own-number", data: "{}" } });
}
