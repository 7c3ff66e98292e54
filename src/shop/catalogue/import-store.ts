import { v7 as newId } from "uuid";
import type { Database, Tx } from "../../database/database.ts";
import { isTransient } from "../../database/transient.ts";
import { ShopSettings } from "../settings/shop-settings.ts";
import type { Write } from "./import-merge.ts";
import type { ImportPlan } from "./import-plan.ts";

export interface ShopRow {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly timeZone: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly about: string | null;
  readonly settings: string;
}

export type BranchRow = Awaited<ReturnType<Tx["branch"]["findFirstOrThrow"]>>;
export type ZoneRow = Awaited<ReturnType<Tx["deliveryZone"]["findFirstOrThrow"]>>;
/** What a file says of a product; its picture and its pauses are the console's. */
export type ProductRow = Omit<Awaited<ReturnType<Tx["product"]["findFirstOrThrow"]>>, keyof typeof NOT_OF_FILES>;
export type StockRow = Awaited<ReturnType<Tx["stock"]["findFirstOrThrow"]>>;

/** All rows an import compares with, withdrawn ones too. */
export interface CatalogueRows {
  readonly shop:
    | (Omit<ShopRow, "settings"> & { readonly settings: ShopSettings; readonly settingsId: string })
    | undefined;
  readonly branches: readonly BranchRow[];
  readonly zones: readonly ZoneRow[];
  readonly products: readonly ProductRow[];
  readonly stock: readonly StockRow[];
}

const NOT_OF_FILES = { photoId: true, pausedUntil: true } as const;

/** Who changed what, kept for good. Epoch ms. */
export interface ChangeRecord {
  readonly who: string;
  readonly at: number;
  readonly what: string;
  readonly subject: string;
  readonly data: object;
}

const MOST_ATTEMPTS = 5;

/**
 * Runs `work` on the rows as they are, in one transaction with what it writes. Orders lock stock in another order than an
 * import does; whoever loses such a meeting begins again.
 */
export async function changeCatalogue<T>(
  database: Database,
  work: (rows: CatalogueRows, write: (plan: ImportPlan, record?: ChangeRecord) => Promise<void>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await database.transaction(async (tx) => {
        const rows = await lockCatalogue(tx);
        return work(rows, async (plan, record) => {
          await writePlan(tx, plan);
          if (record) await keepRecord(tx, record);
        });
      });
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS || !isTransient(error)) throw error;
    }
}

export async function keepRecord(tx: Tx, { data, ...record }: ChangeRecord): Promise<void> {
  await tx.audit.create({ data: { id: newId(), ...record, data: JSON.stringify(data) } });
}

/** Reads the rows, and holds the shop's own, so that two imports come one after the other. */
async function lockCatalogue(tx: Tx): Promise<CatalogueRows> {
  await tx.shop.updateMany({ where: { id: 1 }, data: { catalogueVersion: { increment: 0 } } });
  return readRows(tx);
}

/** The rows as they are, withdrawn ones too. */
export async function readRows(tx: Tx): Promise<CatalogueRows> {
  const shop = await tx.shop.findUnique({ where: { id: 1 } });
  const settings = ShopSettings.parse(JSON.parse(shop?.settings ?? "{}"));
  const listed = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] };
  return {
    shop: shop ? { ...shop, settings, settingsId: settings.id } : undefined,
    branches: await tx.branch.findMany(listed),
    zones: await tx.deliveryZone.findMany(listed),
    products: await tx.product.findMany({ ...listed, omit: NOT_OF_FILES }),
    stock: await tx.stock.findMany({ orderBy: [{ sku: "asc" }, { branchId: "asc" }] }),
  };
}

/** Writes a plan and raises the catalogue's version, by which running processes know to read it again. */
async function writePlan(tx: Tx, plan: ImportPlan): Promise<void> {
  const { shop } = plan;
  const raised = { ...shop, catalogueVersion: { increment: 1 } };
  if (shop) await tx.shop.upsert({ where: { id: 1 }, create: { ...shop, id: 1 }, update: raised });
  else await tx.shop.update({ where: { id: 1 }, data: raised });
  await tx.branch.createMany({ data: added(plan.branches) });
  for (const row of others(plan.branches)) await tx.branch.update({ where: { id: row.id }, data: row });
  await tx.deliveryZone.createMany({ data: added(plan.zones) });
  for (const row of others(plan.zones)) await tx.deliveryZone.update({ where: { id: row.id }, data: row });
  await tx.product.createMany({ data: added(plan.products) });
  for (const row of others(plan.products)) await tx.product.update({ where: { id: row.id }, data: row });
  await tx.stock.createMany({ data: added(plan.stock) });
  // What is reserved is not ours to write: orders change it.
  for (const { sku, branchId, onHand } of others(plan.stock))
    await tx.stock.update({ where: { sku_branchId: { sku, branchId } }, data: { onHand } });
  for (const { sku, branchId } of plan.untracked) await tx.stock.delete({ where: { sku_branchId: { sku, branchId } } });
}

function added<Row>(writes: readonly Write<Row>[]): Row[] {
  return writes.filter(({ what }) => what === "added").map(({ row }) => row);
}

function others<Row>(writes: readonly Write<Row>[]): Row[] {
  return writes.filter(({ what }) => what !== "added").map(({ row }) => row);
}
