import type { Engine } from "../../database/database-url.ts";
import type { RawTx } from "../../database/raw-tx.ts";
import { empty, join, sql } from "../../database/sql.ts";
import { type Value, values } from "../../database/values.ts";
import { Proposal } from "./proposal.ts";

/** Proposals that nobody has taken up and that still last, by code, locked until the transaction ends. */
export async function openProposals(
  tx: RawTx,
  engine: Engine,
  codes: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Proposal>> {
  const rows = await tx.$queryRaw<{ code: string; body: string }[]>(sql`
    SELECT "code", "body" FROM "PhoneOrder"
    WHERE "code" IN (${join([...codes])}) AND "takenAt" IS NULL AND "expiresAt" > ${now} ORDER BY "id"
    ${engine === "postgresql" ? sql`FOR UPDATE` : empty}`);
  return new Map(rows.map(({ code, body }) => [code, Proposal.parse(JSON.parse(body))]));
}

/** Proposals are taken up by chats: from here on their links are used. */
export async function takeProposals(
  tx: RawTx,
  taken: readonly { readonly code: string; readonly conversationId: string }[],
  now: number,
): Promise<void> {
  if (taken.length === 0) return;
  const rows = taken.map(({ code, conversationId }): Value[] => [code, conversationId]);
  await tx.$executeRaw(sql`
    UPDATE "PhoneOrder" SET "takenAt" = ${now}, "conversationId" = v.column2 FROM (${values(["TEXT", "TEXT"], rows)}) AS v
    WHERE "PhoneOrder"."code" = v.column1`);
}
