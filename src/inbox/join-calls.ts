import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

/** A call that somebody waits for. Instants as the database gives them. */
interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly phone: string | null;
  readonly times: number;
  readonly tries: number;
  readonly dueAt: bigint | number | string | null;
  readonly promisedAt: bigint | number | string | null;
}

/** Makes one of the calls that a customer waits for, as when two people turned out to be one. The oldest stays. */
export async function joinCalls(tx: RawTx, customerId: string): Promise<void> {
  const calls = await tx.$queryRaw<Waiting[]>(sql`
    SELECT "id", "kind", "reason", "phone", "times", "tries", "dueAt", "promisedAt" FROM "CallTask"
    WHERE "customerId" = ${customerId} AND "outcome" IS NULL AND "kind" <> 'confirm' ORDER BY "createdAt", "id"`);
  const [first, ...others] = calls;
  if (!first || others.length === 0) return;
  const known = <T>(of: (call: Waiting) => T | null | "") =>
    calls.map(of).find((value) => value !== null && value !== "");
  const earliest = (of: (call: Waiting) => Waiting["dueAt"]) => {
    const instants = calls.flatMap((call) => of(call) ?? []).map(Number);
    return instants.length > 0 ? Math.min(...instants) : null;
  };
  const row = [
    first.id,
    calls.some(({ kind }) => kind === "asked") ? "asked" : first.kind,
    known(({ reason }) => reason) ?? "",
    known(({ phone }) => phone) ?? null,
    calls.reduce((sum, { times }) => sum + Number(times), 0),
    Math.max(...calls.map(({ tries }) => Number(tries))),
    earliest(({ dueAt }) => dueAt),
    earliest(({ promisedAt }) => promisedAt),
  ];
  await tx.$executeRaw(sql`
    UPDATE "CallTask" SET "kind" = v.column2, "reason" = v.column3, "phone" = v.column4, "times" = v.column5,
      "tries" = v.column6, "dueAt" = v.column7, "promisedAt" = v.column8, "version" = "version" + 1
    FROM (${values(["TEXT", "TEXT", "TEXT", "TEXT", "INTEGER", "INTEGER", "BIGINT", "BIGINT"], [row])}) AS v
    WHERE "CallTask"."id" = v.column1`);
  const gone = join(others.map(({ id }) => id));
  await tx.$executeRaw(sql`UPDATE "CallTry" SET "taskId" = ${first.id} WHERE "taskId" IN (${gone})`);
  await tx.$executeRaw(sql`DELETE FROM "CallTask" WHERE "id" IN (${gone})`);
}
