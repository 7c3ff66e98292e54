import { z } from "zod";
import { words } from "./import.words.ts";
import { type ProductInFile, ShopInFile } from "./import-file.ts";
import type { ImportRemark } from "./import-report.ts";

/** What a file says, in the shape of the JSON file whatever its format, with where each product stands in it. */
export interface FileReading {
  readonly shop?: Omit<ShopInFile, "products">;
  readonly products: readonly { readonly row: string; readonly product: ProductInFile }[];
  /** With a `shop`: nothing is said of products, and they stay */
  readonly keepsProducts?: boolean;
  /** Fields of a product that a part of a catalogue speaks of */
  readonly told: readonly string[];
  readonly problems: readonly ImportRemark[];
  readonly notes: readonly ImportRemark[];
}

const Shops = z.object({ shops: z.array(z.looseObject({ id: z.string() })).min(1) });

/** Reads a JSON catalogue: `{shops: […]}`, or one shop by itself. `shopId` picks one of several. */
export function readJson(text: string, shopId?: string): FileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed([{ row: "berkas", field: "", ...words.notJson(why) }]);
  }
  const several = Shops.safeParse(value);
  if (!several.success && typeof value === "object" && value !== null && "shops" in value)
    return failed(remarksOf(several.error, value));
  const picked = several.success ? pick(several.data.shops, shopId) : value;
  if (typeof picked === "object" && picked !== null && "remark" in picked)
    return failed([picked.remark as ImportRemark]);
  const shop = ShopInFile.safeParse(picked);
  if (!shop.success) return failed(remarksOf(shop.error, picked));
  const { products, ...rest } = shop.data;
  return {
    shop: rest,
    products: products.map((product, index) => ({ row: `products[${index}] ${product.sku}`, product })),
    told: [],
    problems: [],
    notes: [],
  };
}

/** What a schema found wrong in a whole shop, in words; `row`: in one entry of it, which is all that `value` is. */
export function remarksOf(error: z.ZodError, value: unknown, row?: string): ImportRemark[] {
  return error.issues.map((issue) => {
    const place = row === undefined ? placeOf(issue.path, value) : { row, field: pathText(issue.path) };
    return { ...place, ...wordsFor(issue, valueAt(value, issue.path)) };
  });
}

function failed(problems: readonly ImportRemark[]): FileReading {
  return { products: [], told: [], problems, notes: [] };
}

function pick(shops: readonly { readonly id: string }[], id: string | undefined): unknown {
  const known = shops.map((shop) => shop.id).join(", ");
  const found = id === undefined ? shops.length === 1 && shops[0] : shops.find((shop) => shop.id === id);
  if (found) return found;
  return {
    remark: { row: "berkas", field: "shops", ...(id === undefined ? words.whichShop(known) : words.noShop(id, known)) },
  };
}

/** `products[2] KPL` and `options[0].name`, so that a shopkeeper finds the place by its name and an editor by its number. */
function placeOf(path: readonly PropertyKey[], value: unknown): { row: string; field: string } {
  const [list, index, ...rest] = path;
  if (typeof index !== "number") return { row: "toko", field: pathText(path) };
  const entry = valueAt(value, [list ?? "", index]);
  const known = typeof entry === "object" && entry !== null ? nameOf(entry) : "";
  return { row: `${String(list)}[${index}]${known && ` ${known}`}`, field: pathText(rest) };
}

function nameOf(entry: object): string {
  const named = z
    .object({ sku: z.string().optional(), code: z.string().optional(), name: z.string().optional() })
    .safeParse(entry);
  return named.success ? (named.data.sku ?? named.data.code ?? named.data.name ?? "") : "";
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, at) => (typeof key === "number" ? `[${key}]` : `${at > 0 ? "." : ""}${String(key)}`)).join("");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  string: "teks",
  number: "angka",
  int: "angka bulat",
  boolean: "true atau false",
  array: "daftar",
  object: "objek",
  record: "objek",
};

function wordsFor(issue: z.core.$ZodIssue, found: unknown): Omit<ImportRemark, "row" | "field"> {
  switch (issue.code) {
    case "invalid_type":
      return found === undefined ? words.missing : words.wrongType(TYPES[issue.expected] ?? issue.expected);
    case "too_small":
      return issue.origin === "number" ? words.tooSmall(String(issue.minimum)) : words.missing;
    case "too_big":
      return words.tooBig(String(issue.maximum));
    case "custom":
      return found === undefined || found === null || String(found).trim() === "" ? words.missing : words.unreadable;
    case "invalid_value":
      return words.wrongType(issue.values.map(String).join(", "));
    default:
      return words.unreadable;
  }
}
