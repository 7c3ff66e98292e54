import { createHmac } from "node:crypto";
import type { RawTx } from "../database/raw-tx.ts";
import { join, sql } from "../database/sql.ts";
import { values } from "../database/values.ts";

/** Under this name the shop keeps the key of the hashes of erased people. */
export const ERASURE_KEY = "erased-people";

/** What is kept of an erased person's address (the platform's id of a contact, or a number in E.164). */
export function erasedHash(key: string, address: string): string {
  return createHmac("sha256", key).update(address).digest("base64url");
}

/** Whether somebody who was erased had one of these addresses or numbers. */
export async function wasErased(tx: RawTx, addresses: readonly string[]): Promise<boolean> {
  const [key] = await tx.$queryRaw<{ value: string }[]>(sql`
    SELECT "value" FROM "OwnSecret" WHERE "name" = ${ERASURE_KEY}`);
  if (!key) return false;
  const found = await tx.$queryRaw<unknown[]>(sql`
    SELECT 1 FROM "Erasure" WHERE "hash" IN (${join(addresses.map((one) => erasedHash(key.value, one)))}) LIMIT 1`);
  return found.length > 0;
}

/**
 * Whoever wanted no promos before they were erased still wants none, though the shop no longer knows who they were: a
 * customer who is new at such an address starts with that refusal. What the customer has said since then counts more.
 */
export async function keepRefusals(
  tx: RawTx,
  newcomers: readonly { readonly customerId: string; readonly address: string }[],
  now: number,
  newId: () => string,
): Promise<void> {
  const [key] = await tx.$queryRaw<{ value: string }[]>(sql`
    SELECT "value" FROM "OwnSecret" WHERE "name" = ${ERASURE_KEY}`);
  if (!key || newcomers.length === 0) return;
  const hashes = newcomers.map(({ customerId, address }) => ({ customerId, hash: erasedHash(key.value, address) }));
  const erased = await tx.$queryRaw<{ hash: string; optOut: boolean | number }[]>(sql`
    SELECT "hash", "optOut" FROM "Erasure" WHERE "hash" IN (${join(hashes.map(({ hash }) => hash))})
    ORDER BY "at", "id"`);
  const latest = new Map(erased.map(({ hash, optOut }) => [hash, Boolean(optOut)]));
  const refusing = hashes.filter(({ hash }) => latest.get(hash));
  if (refusing.length === 0) return;
  const rows = refusing.map(({ customerId }) => [newId(), customerId, now]);
  await tx.$executeRaw(sql`
    INSERT INTO "Consent" ("id", "customerId", "purpose", "channel", "given", "wording", "eventId", "at")
    SELECT v.column1, u."id", 'promo', '', false, '', 'erasure', v.column3
    FROM (${values(["TEXT", "TEXT", "BIGINT"], rows)}) AS v JOIN "Customer" u ON u."id" = v.column2
    WHERE NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."customerId" = u."id" AND c."purpose" = 'promo')`);
}
