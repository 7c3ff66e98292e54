import type { Database, Tx } from "../../database/database.ts";
import { Option } from "./catalogue.ts";
import { type ChangeRecord, keepRecord } from "./import-store.ts";
import { variantPaths } from "./variant-paths.ts";

/** Whose act it is, and when (epoch ms). */
export type By = Pick<ChangeRecord, "who" | "at">;

/** `changed`: somebody else was quicker; `gone`: no such product; `promised`: orders already hold more than that. */
export type ProductEdit = "saved" | "changed" | "gone" | "promised";

/** Withdraws a product from sale, or brings it back. */
export function setProductActive(database: Database, sku: string, active: boolean, by: By): Promise<ProductEdit> {
  return changeProduct(database, sku, by, async (tx) => {
    const { count } = await tx.product.updateMany({ where: { sku, active: !active }, data: { active } });
    return { outcome: "saved", ...(count > 0 && { what: active ? "broughtBack" : "withdrew", data: {} }) };
  });
}

/** Moves a product one place up (-1) or down (1) among those on sale. */
export function moveProduct(database: Database, sku: string, places: -1 | 1, by: By): Promise<ProductEdit> {
  return changeProduct(database, sku, by, async (tx) => {
    const all = await tx.product.findMany({
      where: { active: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { sku: true, position: true },
    });
    const at = all.findIndex((each) => each.sku === sku);
    const moved = all[at];
    if (moved === undefined || all[at + places] === undefined) return { outcome: "saved" };
    const order = all.toSpliced(at, 1).toSpliced(at + places, 0, moved);
    for (const [position, each] of order.entries())
      if (each.position !== position) await tx.product.update({ where: { sku: each.sku }, data: { position } });
    return { outcome: "saved", what: "movedProduct", data: { places } };
  });
}

/** A product is sold out for now until an instant (epoch ms), or no longer; `seen` is what it was. */
export function setPause(
  database: Database,
  sku: string,
  { seen, until }: { readonly seen: number | null; readonly until: number | null },
  by: By,
): Promise<ProductEdit> {
  return changeProduct(database, sku, by, async (tx) => {
    const { count } = await tx.product.updateMany({ where: { sku, pausedUntil: seen }, data: { pausedUntil: until } });
    if (count === 0) return { outcome: "changed" };
    return { outcome: "saved", what: until === null ? "resumedProduct" : "pausedProduct", data: { seen, until } };
  });
}

/** Gives a product a picture that the shop keeps (Photo.id), or takes it away; `seen` is the one it had. */
export function setPhoto(
  database: Database,
  sku: string,
  { seen, photoId }: { readonly seen: string | null; readonly photoId: string | null },
  by: By,
): Promise<ProductEdit> {
  return changeProduct(database, sku, by, async (tx) => {
    const { count } = await tx.product.updateMany({ where: { sku, photoId: seen }, data: { photoId } });
    if (count === 0) return { outcome: "changed" };
    return { outcome: "saved", what: "changedPhoto", data: { seen, photoId } };
  });
}

/**
 * Sets what is on hand of one variant (sku path) at one branch, thousandths; null: no longer counted, always available.
 * `seen` is what it was. Counts are read afresh by every turn, so the catalogue stays the one it was.
 */
export function setStock(
  database: Database,
  { path, branchId, seen, onHand }: StockEdit,
  by: By,
): Promise<ProductEdit> {
  return database.transaction(async (tx) => {
    const known = (await hasVariant(tx, path)) && (await tx.branch.count({ where: { id: branchId, active: true } }));
    if (!known) return "gone";
    const outcome = await writeCount(tx, { path, branchId, seen, onHand });
    if (outcome === "saved")
      await keepRecord(tx, { ...by, what: "setStock", subject: path, data: { note: path, branchId, seen, onHand } });
    return outcome;
  });
}

export interface StockEdit {
  readonly path: string;
  readonly branchId: string;
  readonly seen: number | null;
  readonly onHand: number | null;
}

async function hasVariant(tx: Tx, path: string): Promise<boolean> {
  const sku = path.split("/")[0] ?? path;
  const product = await tx.product.findUnique({ where: { sku }, select: { options: true } });
  if (product === null) return false;
  const options = Option.array().parse(JSON.parse(product.options));
  return [...variantPaths(sku, options).values()].includes(path);
}

async function writeCount(tx: Tx, { path, branchId, seen, onHand }: StockEdit): Promise<ProductEdit> {
  const where = { sku: path, branchId };
  const now = await tx.stock.findUnique({ where: { sku_branchId: where } });
  if ((now?.onHand ?? null) !== seen) return "changed";
  if (onHand === null) {
    const { count } = await tx.stock.deleteMany({ where: { ...where, onHand: seen ?? 0, reserved: 0 } });
    return count > 0 || now === null ? "saved" : "promised";
  }
  if (now === null) {
    await tx.stock.create({ data: { ...where, onHand } });
    return "saved";
  }
  // Orders reserve in the meantime: what they hold stays covered.
  const { count } = await tx.stock.updateMany({
    where: { ...where, onHand: now.onHand, reserved: { lte: onHand } },
    data: { onHand },
  });
  return count > 0 ? "saved" : "promised";
}

interface Done {
  readonly outcome: ProductEdit;
  /** What was done, where something was */
  readonly what?: string;
  readonly data?: object;
}

/** One change of a product, in one transaction with the catalogue's version and the record of who did it. */
function changeProduct(database: Database, sku: string, by: By, work: (tx: Tx) => Promise<Done>): Promise<ProductEdit> {
  return database.transaction(async (tx) => {
    // Holds the shop's row first, as imports do, so that two changes come one after the other.
    await tx.shop.updateMany({ where: { id: 1 }, data: { catalogueVersion: { increment: 0 } } });
    if ((await tx.product.count({ where: { sku } })) === 0) return "gone";
    const { outcome, what, data = {} } = await work(tx);
    if (outcome !== "saved" || what === undefined) return outcome;
    await tx.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
    await keepRecord(tx, { ...by, what, subject: sku, data: { note: sku, ...data } });
    return outcome;
  });
}
