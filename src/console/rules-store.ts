import { v7 as newId } from "uuid";
import type { Database } from "../database/database.ts";
import { changeRules, readRules, type StoredRules } from "../shop/settings/rules-store.ts";
import type { RulesChange } from "../shop/settings/shop-rules.ts";

/** The shop's rules; undefined while no shop is set up. */
export function readShopRules({ prisma }: Database): Promise<StoredRules | undefined> {
  return readRules(prisma);
}

/** Changes rules as the owner saw them, and notes for good what they were and became. Undefined when the shop has changed since. */
export function changeShopRules(
  database: Database,
  seen: number,
  change: RulesChange,
  by: { readonly who: string; readonly at: number },
): Promise<StoredRules | undefined> {
  return database.transaction(async (tx) => {
    const before = await readRules(tx);
    const after = await changeRules(tx, seen, change);
    if (after === undefined) return undefined;
    const data = JSON.stringify({ before: before?.rules, after: after.rules });
    await tx.audit.create({ data: { id: newId(), ...by, what: "changedRules", subject: "shop", data } });
    return after;
  });
}
