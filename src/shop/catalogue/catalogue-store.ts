import { z } from "zod";
import type { Tx } from "../../database/database.ts";
import { type Branch, Holiday, OpeningHours } from "../branch/branch.ts";
import { ShopSettings } from "../settings/shop-settings.ts";
import type { DeliveryZone } from "../zone/zone.ts";
import { type Catalogue, Option, type Place, type Product } from "./catalogue.ts";

/** The shop and all it sells, as of `catalogueVersion`. What is withdrawn is left out. */
export interface ShopRecord {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly timeZone: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly about: string | null;
  readonly settings: ShopSettings;
  readonly catalogueVersion: number;
  readonly branches: readonly Branch[];
  readonly zones: readonly DeliveryZone[];
  readonly products: readonly Product[];
  /** The same for the understanding: products, and places by the names people call them */
  readonly catalogue: Catalogue;
}

/** There is a database, but no shop in it. */
export class NoShop extends Error {
  override readonly name = "NoShop";
  override readonly message = "No shop is set up in this database yet.";
}

/** Reads the shop. Throws when none is set up yet, or when a stored value cannot be read. */
export async function loadShop(tx: Tx): Promise<ShopRecord> {
  // First, so that what is read after it is at least as new as the version it is kept under.
  const shop = await tx.shop.findUnique({ where: { id: 1 } });
  if (shop === null) throw new NoShop();
  const active = { where: { active: true }, orderBy: [{ position: "asc" as const }, { id: "asc" as const }] };
  const branches = (await tx.branch.findMany(active)).map(branchOf);
  const zones = (await tx.deliveryZone.findMany(active)).map(zoneOf);
  const products = (await tx.product.findMany(active)).map(productOf);
  return {
    name: shop.name,
    kind: shop.kind,
    city: shop.city,
    timeZone: shop.timeZone,
    phone: shop.phone,
    address: shop.address,
    about: shop.about,
    settings: stored(ShopSettings, shop.settings, "the shop's settings"),
    catalogueVersion: shop.catalogueVersion,
    branches,
    zones,
    products,
    catalogue: { products, places: [...branches.map(branchPlace), ...zones.map(zonePlace)] },
  };
}

/** When the shop's people are there. */
export async function loadHours(tx: Tx): Promise<{ readonly branches: readonly Branch[]; readonly timeZone: string }> {
  const shop = await tx.shop.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  const branches = await tx.branch.findMany({ where: { active: true }, orderBy: { id: "asc" } });
  return { branches: branches.map(branchOf), timeZone: shop?.timeZone ?? "Asia/Jakarta" };
}

/** Goods on hand of one variant (sku path) at one branch, thousandths. */
export interface StockRecord {
  readonly sku: string;
  readonly branchId: string;
  readonly onHand: number;
}

/** What is counted at every branch, in the order of the branches. */
export function loadStock(tx: Tx): Promise<StockRecord[]> {
  return tx.stock.findMany({
    select: { sku: true, branchId: true, onHand: true },
    orderBy: [{ branch: { position: "asc" } }, { sku: "asc" }],
  });
}

const Names = z.array(z.string());
const Units = z.record(z.string(), z.number().int().positive());

/** Throws when a stored value cannot be read. */
export function branchOf(row: Awaited<ReturnType<Tx["branch"]["findFirstOrThrow"]>>): Branch {
  const { id, code, name, address, latitude, longitude, phone, timeZone, pickup, dailyCapacity } = row;
  const of = `of branch ${code}`;
  return {
    ...{ id, code, name, address, latitude, longitude, phone, timeZone, pickup, dailyCapacity },
    aliases: stored(Names, row.aliases, `the other names ${of}`),
    hours: stored(OpeningHours, row.hours, `the hours ${of}`),
    holidays: stored(z.array(Holiday), row.holidays, `the holidays ${of}`),
  };
}

export function zoneOf(row: Awaited<ReturnType<Tx["deliveryZone"]["findFirstOrThrow"]>>): DeliveryZone {
  const { id, code, name, branchId, fee, codLimit, minimumTotal, freeFrom, minutes } = row;
  return {
    ...{ id, code, name, branchId, fee, codLimit, minimumTotal, freeFrom, minutes },
    areas: stored(Names, row.areas, `the areas of zone ${code}`),
  };
}

type StoredProduct = Awaited<ReturnType<Tx["product"]["findFirstOrThrow"]>>;
type Passing = "pausedUntil" | "photoId";

export function productOf(row: Omit<StoredProduct, Passing> & Partial<Pick<StoredProduct, Passing>>): Product {
  const { sku, name, description, category, unit, price, minimum, leadDays, madeToOrder, pausedUntil, photoId } = row;
  return {
    ...{ sku, name, description, category, unit, price, minimum, leadDays, madeToOrder },
    ...(pausedUntil == null ? {} : { pausedUntil: Number(pausedUntil) }),
    ...(photoId == null ? {} : { photoId }),
    aliases: stored(Names, row.aliases, `the other names of product ${sku}`),
    units: stored(Units, row.units, `the units of product ${sku}`),
    options: stored(z.array(Option), row.options, `the options of product ${sku}`),
  };
}

function branchPlace({ id, name, aliases }: Branch): Place {
  return { kind: "branch", id, names: [...new Set([name, ...aliases])] };
}

function zonePlace({ id, name, areas }: DeliveryZone): Place {
  return { kind: "zone", id, names: [...new Set([name, ...areas])] };
}

function stored<T>(schema: z.ZodType<T>, text: string, what: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`Cannot read ${what} as they are stored.`, { cause });
  }
}
