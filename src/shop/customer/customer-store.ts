import type { RawTx } from "../../database/raw-tx.ts";
import { sql } from "../../database/sql.ts";
import { type Value, values } from "../../database/values.ts";

/** What was learnt of a customer. What is absent stays as it is. */
export interface Learnt {
  readonly name?: string;
  readonly phone?: string;
  readonly phoneVerified?: boolean;
  readonly address?: string;
  readonly zoneId?: string;
  readonly form?: string;
}

/** Keeps what was learnt; of two things learnt about one customer the later counts. */
export async function rememberCustomers(
  tx: RawTx,
  learnt: readonly { readonly customerId: string; readonly known: Learnt }[],
): Promise<void> {
  if (learnt.length === 0) return;
  const merged = new Map<string, Learnt>();
  for (const { customerId, known } of learnt) merged.set(customerId, { ...merged.get(customerId), ...known });
  const rows: Value[][] = [...merged].map(([customerId, known]) => [
    customerId,
    known.name ?? null,
    known.phone ?? null,
    verified(known),
    known.address ?? null,
    known.zoneId ?? null,
    known.form ?? null,
  ]);
  await tx.$executeRaw(sql`
    UPDATE "Customer" SET "name" = COALESCE(v.column2, "name"), "phone" = COALESCE(v.column3, "phone"),
      "phoneVerified" = CASE WHEN v.column4 = 1 THEN true
        WHEN v.column4 = 0 AND COALESCE(v.column3, '') <> COALESCE("phone", '') THEN false ELSE "phoneVerified" END,
      "address" = COALESCE(v.column5, "address"), "zoneId" = COALESCE(v.column6, "zoneId"),
      "form" = COALESCE(v.column7, "form")
    FROM (${values(["TEXT", "TEXT", "TEXT", "INTEGER", "TEXT", "TEXT", "TEXT"], rows)}) AS v
    WHERE "Customer"."id" = v.column1`);
}

/** Where a customer came from, as rows that are only ever added. */
export async function recordTouches(
  tx: RawTx,
  touches: readonly {
    readonly id: string;
    readonly customerId: string;
    readonly contactId: string;
    readonly source: string;
    readonly at: number;
  }[],
): Promise<void> {
  if (touches.length === 0) return;
  const rows = touches.map(({ id, customerId, contactId, source, at }) => [id, customerId, contactId, source, at]);
  await tx.$executeRaw(sql`
    INSERT INTO "Touch" ("id", "customerId", "contactId", "source", "at")
    ${values(["TEXT", "TEXT", "TEXT", "TEXT", "BIGINT"], rows)}`);
}

/** Another number that is only typed in is not verified, even where the earlier one was. */
function verified({ phone, phoneVerified }: Learnt): number | null {
  if (phoneVerified !== undefined) return phoneVerified ? 1 : 0;
  return phone === undefined ? null : 0;
}
