import type { Tx } from "../database/database.ts";

/** Cash that went from a courier to the shop, and what the courier had before. */
export async function auditCash(
  tx: Tx,
  entry: {
    readonly id: string;
    readonly at: number;
    readonly who: string;
    readonly courier: string;
    readonly amount: number;
    readonly held: number;
  },
): Promise<void> {
  const { id, at, who, courier, amount, held } = entry;
  const data = JSON.stringify({ amount, held });
  await tx.audit.create({ data: { id, at, who, what: "cashHandedIn", subject: courier, data } });
}
