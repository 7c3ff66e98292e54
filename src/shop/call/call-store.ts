import type { RawTx } from "../../database/raw-tx.ts";
import { sql } from "../../database/sql.ts";
import { values } from "../../database/values.ts";

/** Somebody to be called back. Instants in epoch ms. */
export interface NewCall {
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly reason: string;
  readonly phone?: string;
  readonly dueAt?: number;
  readonly createdAt: number;
}

export async function recordCalls(tx: RawTx, calls: readonly NewCall[]): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map((call) => [
    call.id,
    call.customerId,
    call.conversationId,
    call.reason,
    call.phone ?? null,
    call.dueAt ?? null,
    call.createdAt,
  ]);
  await tx.$executeRaw(sql`
    INSERT INTO "CallTask" ("id", "customerId", "conversationId", "reason", "phone", "dueAt", "createdAt")
    ${values(["TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT"], rows)}`);
}
