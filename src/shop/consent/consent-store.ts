import type { RawTx } from "../../database/raw-tx.ts";
import { sql } from "../../database/sql.ts";
import { values } from "../../database/values.ts";

/** Consent given or withdrawn, with the event that did it. `at` in epoch ms. */
export interface NewConsent {
  readonly id: string;
  readonly customerId: string;
  readonly purpose: string;
  readonly channel: string;
  readonly given: boolean;
  readonly wording: string;
  readonly eventId: string;
  readonly at: number;
}

/** Rows are only ever added. */
export async function recordConsents(tx: RawTx, consents: readonly NewConsent[]): Promise<void> {
  if (consents.length === 0) return;
  const rows = consents.map(({ id, customerId, purpose, channel, given, wording, eventId, at }) => [
    id,
    customerId,
    purpose,
    channel,
    given ? 1 : 0,
    wording,
    eventId,
    at,
  ]);
  await tx.$executeRaw(sql`
    INSERT INTO "Consent" ("id", "customerId", "purpose", "channel", "given", "wording", "eventId", "at")
    SELECT v.column1, v.column2, v.column3, v.column4, v.column5 = 1, v.column6, v.column7, v.column8
    FROM (${values(["TEXT", "TEXT", "TEXT", "TEXT", "INTEGER", "TEXT", "TEXT", "BIGINT"], rows)}) AS v`);
}
