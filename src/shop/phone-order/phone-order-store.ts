import type { Tx } from "../../database/database.ts";
import { sql } from "../../database/sql.ts";
import { values } from "../../database/values.ts";
import type { Proposal } from "./proposal.ts";

/** An order written down on the phone, to be kept. Instants in epoch ms. */
export interface NewPhoneOrder {
  readonly id: string;
  readonly code: string;
  readonly conversationId?: string;
  readonly proposal: Proposal;
  /** Staff id */
  readonly who: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Where it went straight into a chat */
  readonly takenAt?: number;
}

/** Whether an order of this id was written down already: the page sends it again where the answer was lost. */
export async function findPhoneOrder(tx: Tx, id: string): Promise<{ readonly code: string } | undefined> {
  return (await tx.phoneOrder.findUnique({ where: { id }, select: { code: true } })) ?? undefined;
}

/** Keeps it, unless one of its id is kept already: sent twice at once it is one. */
export async function keepPhoneOrder(tx: Tx, order: NewPhoneOrder): Promise<void> {
  const { id, code, conversationId = null, proposal, who, createdAt, expiresAt, takenAt = null } = order;
  const { phone = null, name = null } = proposal;
  const body = JSON.stringify(proposal);
  await tx.$executeRaw(sql`
    INSERT INTO "PhoneOrder" ("id", "code", "conversationId", "phone", "name", "body", "who", "createdAt", "expiresAt",
      "takenAt")
    ${values(COLUMNS, [[id, code, conversationId, phone, name, body, who, createdAt, expiresAt, takenAt]])}
    ON CONFLICT ("id") DO NOTHING`);
}

const COLUMNS = ["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT", "BIGINT"] as const;
