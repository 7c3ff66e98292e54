import { v7 } from "uuid";
import type { z } from "zod";
import type { Database } from "../../database/database.ts";
import { branchInFile, productInFile, zoneInFile } from "./catalogue-in-file.ts";
import { branchOf, productOf, zoneOf } from "./catalogue-store.ts";
import { codeFrom } from "./code-from.ts";
import { words } from "./import.words.ts";
import { examine } from "./import-catalogue.ts";
import { BranchInFile, ProductInFile, ShopInFile, ZoneInFile } from "./import-file.ts";
import { type FileReading, remarksOf } from "./import-json.ts";
import type { ImportRemark } from "./import-report.ts";
import { type CatalogueRows, changeCatalogue } from "./import-store.ts";
import { mergeEdit } from "./merge-edit.ts";

/** The shop itself, as its form has it. */
export const DetailsInFile = ShopInFile.pick({
  name: true,
  kind: true,
  city: true,
  timeZone: true,
  phone: true,
  address: true,
  about: true,
  fulfilment: true,
  asks: true,
  paymentNote: true,
  privacy: true,
});
export const WordsInFile = ShopInFile.shape.words.unwrap();
export const ProductForm = ProductInFile.omit({ stock: true });

/** What can be edited: each is checked, compared and kept as a catalogue file would bring it. */
export type EditedKind = "details" | "words" | "branch" | "zone" | "product";

/**
 * An edit names what its editor saw, so that nobody's work is lost: fields they left alone stay as they are now, and a
 * field that somebody else has changed meanwhile is refused. `seen` is null for something new, `wanted` for something withdrawn.
 */
export interface CatalogueEdit {
  readonly kind: EditedKind;
  readonly seen: unknown;
  readonly wanted: unknown;
}

export type EditOutcome =
  | { readonly type: "saved"; readonly key: string }
  /** Somebody else changed these fields meanwhile */
  | { readonly type: "changed"; readonly fields: readonly string[] }
  /** It is no longer there to be edited */
  | { readonly type: "gone" }
  | { readonly type: "wrong"; readonly problems: readonly ImportRemark[] };

/** All of the shop that is edited, as a catalogue file has it. */
export interface ShopFile {
  readonly details: z.infer<typeof DetailsInFile>;
  readonly words: z.infer<typeof WordsInFile>;
  readonly branches: readonly BranchInFile[];
  readonly zones: readonly ZoneInFile[];
  readonly products: readonly z.infer<typeof ProductForm>[];
}

/** Changes one thing of the shop, in one transaction with the catalogue's version and the record of who did it. */
export function editCatalogue(
  database: Database,
  edit: CatalogueEdit,
  by: { readonly who: string; readonly at: number },
): Promise<EditOutcome> {
  return changeCatalogue(database, async (rows, write): Promise<EditOutcome> => {
    const edited = applyEdit(edit, fileOf(rows));
    if ("type" in edited) return edited;
    const { plan, problems } = examine(readingOf(edit.kind, edited.file, rows), rows, { newId: v7 });
    if (problems.length > 0) return { type: "wrong", problems };
    const note = [...new Set(plan.changes.map(({ name }) => name))].join(", ");
    const data = { note, seen: edit.seen, wanted: edit.wanted, changes: plan.changes };
    const subject = `${edit.kind}:${edited.key}`;
    if (plan.changes.length > 0) await write(plan, { ...by, what: "editedShop", subject, data });
    return { type: "saved", key: edited.key };
  });
}

/** What is sold and where, as a catalogue file has it; what is withdrawn is left out. */
export function fileOf(rows: CatalogueRows): ShopFile {
  const active = <T extends { readonly active: boolean }>(all: readonly T[]) => all.filter((row) => row.active);
  const branches = active(rows.branches).map(branchOf);
  const codeOf = new Map(branches.map(({ id, code }) => [id, code]));
  const { settings, ...shop } = rows.shop ?? { settings: {}, name: "-" };
  return {
    details: DetailsInFile.parse(plain({ ...settings, ...shop })),
    words: WordsInFile.parse(plain(rows.shop?.settings.words ?? {})),
    branches: branches.map((branch) => BranchInFile.parse(plain(branchInFile(branch)))),
    zones: active(rows.zones).map((zone) => ZoneInFile.parse(plain(zoneInFile(zoneOf(zone), codeOf)))),
    products: active(rows.products).map((row) => formOf(productInFile(productOf(row)))),
  };
}

/** A product as its form has it: prices stand beside the values, and the base unit is not listed among the others. */
function formOf({ price_by, options, units, ...file }: ReturnType<typeof productInFile>): z.infer<typeof ProductForm> {
  const { [file.unit]: _, ...others } = units;
  const priced = options.map(({ name, values }, at) => ({
    name,
    values: values.map((value) => {
      const isFirst = options.findIndex((each) => each.values.some(({ v }) => v === value.v)) === at;
      const price = isFirst ? price_by[value.v] : value.price;
      return { ...value, ...(price === undefined ? {} : { price }) };
    }),
  }));
  return ProductForm.parse(plain({ ...file, units: others, options: priced }));
}

/** As it comes back from a browser: without what is undefined. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

type Refused = Exclude<EditOutcome, { readonly type: "saved" }>;
interface Edited {
  readonly file: ShopFile;
  /** Code, SKU, or the kind itself */
  readonly key: string;
}

function applyEdit(edit: CatalogueEdit, file: ShopFile): Edited | Refused {
  switch (edit.kind) {
    case "details": {
      const merged = mergedWith(DetailsInFile, edit, file.details);
      return "type" in merged ? merged : { file: { ...file, details: merged.value }, key: edit.kind };
    }
    case "words": {
      const merged = mergedWith(WordsInFile, edit, file.words);
      return "type" in merged ? merged : { file: { ...file, words: merged.value }, key: edit.kind };
    }
    case "branch": {
      const list = editedList(BranchInFile, edit, file.branches, "code");
      if ("all" in list && list.all.length === 0)
        return { type: "wrong", problems: [{ row: list.key, field: "", ...words.lastBranch }] };
      return "type" in list ? list : { file: { ...file, branches: list.all }, key: list.key };
    }
    case "zone": {
      const list = editedList(ZoneInFile, edit, file.zones, "code");
      return "type" in list ? list : { file: { ...file, zones: list.all }, key: list.key };
    }
    case "product": {
      const list = editedList(ProductForm, edit, file.products, "sku");
      const only = "type" in list ? [] : list.all.filter(({ sku }) => sku === list.key);
      return "type" in list ? list : { file: { ...file, products: only }, key: list.key };
    }
  }
}

function mergedWith<T extends object>(
  schema: z.ZodType<T>,
  { kind, seen, wanted }: CatalogueEdit,
  now: T,
): { readonly value: T } | Refused {
  const [before, after] = [schema.safeParse(seen), schema.safeParse(wanted)];
  if (!after.success) return { type: "wrong", problems: remarksOf(after.error, wanted, kind) };
  if (!before.success) return { type: "gone" };
  const { merged, clashes } = mergeEdit(before.data, after.data, now);
  return clashes.length > 0 ? { type: "changed", fields: clashes } : { value: merged };
}

/** A list with one entry added, changed or left out. */
function editedList<K extends "code" | "sku", T extends Readonly<Record<K | "name", string>>>(
  schema: z.ZodType<T>,
  edit: CatalogueEdit,
  now: readonly T[],
  keyName: K,
): { readonly all: readonly T[]; readonly key: string } | Refused {
  if (edit.seen === null) {
    const added = schema.safeParse(withKey(edit.wanted, keyName, now));
    if (!added.success) return { type: "wrong", problems: remarksOf(added.error, edit.wanted, edit.kind) };
    return { all: [...now, added.data], key: added.data[keyName] };
  }
  const seen = schema.safeParse(edit.seen);
  const at = seen.success ? now.findIndex((each) => each[keyName] === seen.data[keyName]) : -1;
  const current = now[at];
  if (!seen.success || current === undefined) return { type: "gone" };
  const key = current[keyName];
  if (edit.wanted === null) return { all: now.toSpliced(at, 1), key };
  const merged = mergedWith(schema, { ...edit, wanted: { ...Object(edit.wanted), [keyName]: key } }, current);
  return "type" in merged ? merged : { all: now.with(at, merged.value), key };
}

/** Who gives something new no code gets one made of its name. */
function withKey(wanted: unknown, keyName: "code" | "sku", taken: readonly object[]): unknown {
  const given: unknown = Reflect.get(Object(wanted), keyName);
  if (typeof given === "string" && given.trim() !== "") return wanted;
  const others = new Set(taken.map((each) => String(Reflect.get(each, keyName)).toLowerCase()));
  return { ...Object(wanted), [keyName]: codeFrom(Reflect.get(Object(wanted), "name"), keyName === "sku", others) };
}

const PRODUCT_FIELDS = Object.keys(ProductForm.shape);

/** A product is a part of a catalogue; all else is the shop, of whose products nothing is said. */
function readingOf(kind: EditedKind, file: ShopFile, rows: CatalogueRows): FileReading {
  const found = { problems: [], notes: [] };
  if (kind === "product") {
    const products = file.products.map((product) => ({ row: product.sku, product }));
    return { ...found, products, told: PRODUCT_FIELDS };
  }
  const { details, words, branches, zones } = file;
  const id = rows.shop?.settings.id ?? "";
  const lists = { branches: [...branches], zones: [...zones] };
  return {
    ...found,
    shop: { ...details, ...lists, id, words, hours: "" },
    products: [],
    told: [],
    keepsProducts: true,
  };
}
