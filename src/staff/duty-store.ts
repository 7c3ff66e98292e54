import { z } from "zod";
import type { RawTx } from "../database/raw-tx.ts";
import { sql } from "../database/sql.ts";
import { Holiday, OpeningHours } from "../shop/branch/branch.ts";
import { type Colleague, DutyHours, type ShopHours } from "./duty.ts";

/** All who may take care of customers, sellers before owners. */
export async function readColleagues(tx: RawTx): Promise<readonly Colleague[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; role: string; duty: string | null }[]>(sql`
    SELECT "id", "name", "role", "duty" FROM "Staff" WHERE "active" AND "role" <> 'courier'
    ORDER BY CASE "role" WHEN 'owner' THEN 1 ELSE 0 END, "createdAt", "id"`);
  return rows.map(({ id, name, role, duty }) => ({
    id,
    name,
    rank: role === "owner" ? "owner" : "seller",
    duty: duty === null ? null : DutyHours.parse(JSON.parse(duty)),
  }));
}

/** When the shop's people are there. */
export async function readShopHours(tx: RawTx): Promise<ShopHours> {
  const rows = await tx.$queryRaw<{ timeZone: string; hours: string | null; holidays: string | null; own: string }[]>(
    sql`SELECT b."timeZone", b."hours", b."holidays", s."timeZone" AS "own"
      FROM "Shop" s LEFT JOIN "Branch" b ON b."active" WHERE s."id" = 1 ORDER BY b."id"`,
  );
  return {
    timeZone: rows[0]?.own ?? "Asia/Jakarta",
    branches: rows.flatMap(({ timeZone, hours, holidays }) =>
      hours === null
        ? []
        : [
            {
              timeZone,
              hours: OpeningHours.parse(JSON.parse(hours)),
              holidays: z.array(Holiday).parse(JSON.parse(holidays ?? "[]")),
            },
          ],
    ),
  };
}
