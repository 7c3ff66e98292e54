import { groupBy } from "../../group-by.ts";
import { words } from "./import.words.ts";
import type { ProductDraft } from "./import-draft.ts";
import type { Tally, Write } from "./import-merge.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { Remark } from "./import-remark.ts";
import type { CatalogueRows, StockRow } from "./import-store.ts";

/** What is written of stock: counts that differ, and variants no longer tracked. Reservations are kept. `another` shop takes over no counts. */
export function planStock(
  products: readonly ProductDraft[],
  branchIds: ReadonlyMap<string, string>,
  rows: CatalogueRows,
  another: boolean,
  tally: Tally,
  wrong: Remark,
  note: Remark,
): Pick<ImportPlan, "stock" | "untracked"> {
  const codes = new Map([...branchIds].map(([code, id]) => [id, code]));
  const [firstBranch] = branchIds.keys();
  const stock: Write<StockRow>[] = [];
  const untracked: StockRow[] = [];
  const known = groupBy(rows.stock, ({ sku }) => sku.split("/")[0] ?? sku);
  for (const product of products) {
    if (product.stock === undefined && !another) continue;
    const before = new Map((known.get(product.sku) ?? []).map((row) => [`${row.branchId} ${row.sku}`, row]));
    for (const { branch = firstBranch ?? "", path, onHand } of product.stock ?? []) {
      const branchId = branchIds.get(branch) ?? "";
      const row = before.get(`${branchId} ${path}`);
      before.delete(`${branchId} ${path}`);
      if (row && row.reserved > onHand)
        wrong(product.row, `stock.${branch}`, words.stockPromised(onHand / 1000, row.reserved / 1000));
      if (row?.onHand === onHand) continue;
      stock.push({
        what: row ? "changed" : "added",
        row: { sku: path, branchId, onHand, reserved: row?.reserved ?? 0 },
      });
      tally.changes.push({
        kind: "stock",
        key: `${path} @ ${branch}`,
        name: product.name,
        what: row ? "changed" : "added",
        fields: row ? ["stock"] : [],
      });
    }
    for (const row of before.values()) {
      if (!codes.has(row.branchId)) continue;
      if (row.reserved > 0) note(product.row, "stock", words.stockKept);
      else {
        untracked.push(row);
        tally.changes.push({
          kind: "stock",
          key: `${row.sku} @ ${codes.get(row.branchId)}`,
          name: product.name,
          what: "withdrawn",
          fields: [],
        });
      }
    }
  }
  return { stock, untracked };
}
