import { ShopSettings } from "../settings/shop-settings.ts";
import { words } from "./import.words.ts";
import type { BranchDraft, CatalogueDraft, ProductDraft, ShopDraft, ZoneDraft } from "./import-draft.ts";
import { differences, merge, type Tally, type Wanted, type Write } from "./import-merge.ts";
import { planStock } from "./import-plan-stock.ts";
import type { Remark } from "./import-remark.ts";
import type { ImportChange } from "./import-report.ts";
import type { BranchRow, CatalogueRows, ProductRow, ShopRow, StockRow, ZoneRow } from "./import-store.ts";

/** What an import will write. Rows are whole; one already in the database keeps its id. */
export interface ImportPlan {
  readonly shop: ShopRow | undefined;
  readonly branches: readonly Write<BranchRow>[];
  readonly zones: readonly Write<ZoneRow>[];
  readonly products: readonly Write<ProductRow>[];
  readonly stock: readonly Write<StockRow>[];
  readonly untracked: readonly StockRow[];
  readonly changes: readonly ImportChange[];
  readonly unchanged: number;
}

/** Compares a checked file with the rows there are. Pure but for `newId`. */
export function planImport(
  draft: CatalogueDraft,
  rows: CatalogueRows,
  newId: () => string,
  wrong: Remark,
  note: Remark,
): ImportPlan {
  const tally: Tally = { changes: [], unchanged: 0 };
  const { shop } = draft;
  const whole = shop !== undefined;
  const another = whole && rows.shop?.settingsId !== shop.settings.id;
  const branches = shop
    ? merge("branch", codeOf, wantedBranches(shop, rows, another), rows.branches, true, newId, tally)
    : { writes: [], now: rows.branches };
  const ids = new Map(branches.now.filter(({ active }) => active).map(({ code, id }) => [code, id]));
  const zones =
    shop?.zones || another
      ? merge("zone", codeOf, wantedZones(shop?.zones ?? [], ids), rows.zones, true, newId, tally)
      : { writes: [], now: rows.zones };
  for (const { code, name, active, branchId } of zones.now)
    if (active && ![...ids.values()].includes(branchId)) wrong(`zona ${code} ${name}`, "branch", words.branchGone);
  const products = merge(
    "product",
    ({ sku }) => sku,
    wantedProducts(draft, rows.products),
    rows.products,
    whole && !draft.keepsProducts,
    newId,
    tally,
  );
  const stock = planStock(draft.products, ids, rows, another, tally, wrong, note);
  return {
    shop: shop && changedShop(shop, rows.shop, tally),
    branches: branches.writes,
    zones: zones.writes,
    products: products.writes,
    ...stock,
    changes: tally.changes,
    unchanged: tally.unchanged,
  };
}

function codeOf({ code }: { readonly code: string }): string {
  return code;
}

function wantedBranches(shop: ShopDraft, rows: CatalogueRows, another: boolean): Wanted<BranchRow>[] {
  if (shop.branches) return shop.branches.map(branchValues);
  const kept = another ? [] : rows.branches.filter(({ active }) => active);
  if (kept.length === 0) return [branchValues(shop.firstBranch, 0)];
  return kept.map(({ id: _, active: __, ...values }) => values);
}

function branchValues(draft: BranchDraft, position: number): Wanted<BranchRow> {
  const { aliases, hours, holidays, ...plain } = draft;
  return {
    ...plain,
    position,
    aliases: JSON.stringify(aliases),
    hours: JSON.stringify(hours),
    holidays: JSON.stringify(holidays),
  };
}

function wantedZones(zones: readonly ZoneDraft[], branchIds: ReadonlyMap<string, string>): Wanted<ZoneRow>[] {
  return zones.map(({ branch, areas, ...plain }, position) => ({
    ...plain,
    position,
    areas: JSON.stringify(areas),
    branchId: branchIds.get(branch) ?? [...branchIds.values()][0] ?? "",
  }));
}

/** A part of the catalogue says only what its columns say: the rest of a product stays, and so does the order. */
function wantedProducts({ shop, told, products }: CatalogueDraft, rows: readonly ProductRow[]): Wanted<ProductRow>[] {
  const last = Math.max(-1, ...rows.map(({ position }) => position));
  const known = new Map(rows.map((row) => [row.sku, row]));
  return products.map((draft, index) => {
    const values = productValues(draft);
    if (shop) return { ...values, position: index };
    const before = known.get(draft.sku);
    if (!before) return { ...values, position: last + 1 + index };
    const { id: _, active: __, ...kept } = before;
    return { ...kept, ...Object.fromEntries(Object.entries(values).filter(([field]) => told.includes(field))) };
  });
}

function productValues(draft: ProductDraft): Omit<Wanted<ProductRow>, "position"> {
  const { row: _, stock: __, aliases, units, options, ...plain } = draft;
  return {
    ...plain,
    aliases: JSON.stringify(aliases),
    units: JSON.stringify(units),
    options: JSON.stringify(options),
  };
}

function changedShop(draft: ShopDraft, before: CatalogueRows["shop"], tally: Tally): ShopRow | undefined {
  const { name, kind, city, timeZone, phone, address, about } = draft;
  const row = {
    name,
    kind,
    city,
    timeZone,
    phone,
    address,
    about,
    settings: JSON.stringify(ShopSettings.parse({ ...before?.settings, ...draft.settings })),
  };
  const fields = before ? differences({ ...before, settings: JSON.stringify(before.settings) }, row) : [];
  if (before && fields.length === 0) {
    tally.unchanged += 1;
    return undefined;
  }
  tally.changes.unshift({ kind: "shop", key: draft.settings.id, name, what: before ? "changed" : "added", fields });
  return row;
}
