import type { Tx } from "../../database/database.ts";
import { type RulesChange, rulesIn, type ShopRules, withRules } from "./shop-rules.ts";

/** The shop's rules, and the version of the shop that they were read at. */
export interface StoredRules {
  readonly version: number;
  readonly rules: ShopRules;
}

/** Undefined while no shop is set up. */
export async function readRules(tx: Tx): Promise<StoredRules | undefined> {
  const shop = await tx.shop.findUnique({ where: { id: 1 }, select: { settings: true, catalogueVersion: true } });
  return shop === null ? undefined : { version: shop.catalogueVersion, rules: rulesIn(shop.settings) };
}

/** Changes rules of a shop that still is as it was seen; every turn from then on keeps to them. Undefined when it has changed. */
export async function changeRules(tx: Tx, seen: number, change: RulesChange): Promise<StoredRules | undefined> {
  const shop = await tx.shop.findUnique({ where: { id: 1 }, select: { settings: true } });
  if (shop === null) return undefined;
  const settings = withRules(shop.settings, change);
  const version = seen + 1;
  const { count } = await tx.shop.updateMany({
    where: { id: 1, catalogueVersion: seen },
    data: { settings, catalogueVersion: version },
  });
  return count === 1 ? { version, rules: rulesIn(settings) } : undefined;
}
