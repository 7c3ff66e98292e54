import { words } from "./import.words.ts";
import type { Column, CsvRow } from "./import-csv.ts";
import { ProductInFile } from "./import-file.ts";
import type { FileReading } from "./import-json.ts";
import { remarksOf } from "./import-json.ts";
import type { Remark } from "./import-remark.ts";

type Reading = FileReading["products"][number];

/** What belongs to the product and not to one variant: said in its first row, empty or the same in the others. */
const OF_PRODUCT = [
  "name",
  "unit",
  "units",
  "aliases",
  "category",
  "description",
  "minimum",
  "lead_days",
  "made_to_order",
  "option_1",
  "option_2",
] as const;

/** A product from its rows, which share a SKU; none when something in them is wrong. */
export function productFromRows(rows: readonly CsvRow[], wrong: Remark): readonly Reading[] {
  const [first] = rows;
  if (!first) return [];
  let right = true;
  const refuse: Remark = (...said) => {
    right = false;
    wrong(...said);
  };
  for (const column of OF_PRODUCT)
    for (const { row, cells } of rows)
      if (cells[column] && cells[column] !== first.cells[column]) refuse(row, column, words.conflicting(column));
  const cell = (column: Column) => first.cells[column];
  const prices = rows.map((row) => rupiahOf(row, refuse));
  const price = basePrice(rows, prices);
  const options = optionsOf(rows, prices, price, first.row, refuse);
  const draft = {
    sku: cell("sku"),
    name: cell("name"),
    aliases: listOf(cell("aliases")),
    description: cell("description"),
    category: cell("category") || null,
    unit: cell("unit") || undefined,
    units: unitsOf(first, refuse),
    price,
    options,
    minimum: numberOf(first, "minimum", refuse),
    leadDays: numberOf(first, "lead_days", refuse),
    madeToOrder: /^(ya|y|yes|true|1)$/i.test(cell("made_to_order")),
  };
  const parsed = ProductInFile.safeParse(draft);
  if (!parsed.success)
    for (const { field, what, fix } of remarksOf(parsed.error, draft)) refuse(first.row, field, { what, fix });
  const stock = stockOf(rows, refuse);
  return parsed.success && right
    ? [{ row: first.row, product: { ...parsed.data, ...(stock !== undefined && { stock }) } }]
    : [];
}

type OptionDraft = { name: string; values: { v: string; aliases: string[]; price?: number }[] };

/** Options in the order of the columns, values in the order they come in, each with its price where that differs. */
function optionsOf(
  rows: readonly CsvRow[],
  prices: readonly (number | undefined)[],
  base: number | undefined,
  row: string,
  refuse: Remark,
): OptionDraft[] {
  const options = OPTION_COLUMNS.flatMap(([option, value, aliases]) => {
    const values = new Map<string, string[]>();
    for (const { cells } of rows) {
      if (!cells[value]) continue;
      values.set(cells[value], [...new Set([...(values.get(cells[value]) ?? []), ...listOf(cells[aliases])])]);
    }
    const name = rows[0]?.cells[option];
    return values.size > 0 ? [{ column: value, name: name || "pilihan", values }] : [];
  });
  const pricing = options.find(({ column }) => explains(rows, prices, column));
  if (!pricing && options.length > 0 && prices.some((price) => price !== undefined && price !== base))
    refuse(row, "price", words.priceByTwoOptions);
  return options.map(({ column, name, values }) => ({
    name,
    values: [...values].map(([v, aliases]) => {
      const own = pricing?.column === column ? prices[rows.findIndex(({ cells }) => cells[column] === v)] : undefined;
      return { v, aliases, ...(own !== undefined && own !== base && { price: own }) };
    }),
  }));
}

const OPTION_COLUMNS = [
  ["option_1", "value_1", "aliases_1"],
  ["option_2", "value_2", "aliases_2"],
] as const;

/** Whether the value in this column alone decides the price. */
function explains(rows: readonly CsvRow[], prices: readonly (number | undefined)[], column: Column): boolean {
  const priceOf = new Map<string, number | undefined>();
  return rows.every(({ cells }, index) => {
    const value = cells[column];
    if (!value || prices[index] === undefined) return true;
    if (!priceOf.has(value)) priceOf.set(value, prices[index]);
    return priceOf.get(value) === prices[index];
  });
}

/** The price of the row without a variant; where there is none, the lowest. */
function basePrice(rows: readonly CsvRow[], prices: readonly (number | undefined)[]): number | undefined {
  const plain = rows.findIndex(({ cells }) => !cells.value_1 && !cells.value_2);
  const known = prices.filter((price) => price !== undefined);
  return prices[plain] ?? (known.length > 0 ? Math.min(...known) : undefined);
}

function stockOf(rows: readonly CsvRow[], refuse: Remark): ProductInFile["stock"] {
  const byBranch: Record<string, Record<string, number>> = {};
  let told = false;
  for (const row of rows) {
    const amount = numberOf(row, "stock", refuse);
    if (amount === undefined) continue;
    told = true;
    const { branch, value_1, value_2 } = row.cells;
    const variant = [value_1, value_2].filter(Boolean).join("/");
    const variants = byBranch[branch] ?? {};
    if (variant in variants) refuse(row.row, "stock", words.twice(variant || row.cells.sku));
    byBranch[branch] = { ...variants, [variant]: amount };
  }
  return told ? byBranch : undefined;
}

function unitsOf(row: CsvRow, refuse: Remark): Record<string, number> {
  return Object.fromEntries(
    listOf(row.cells.units).map((part) => {
      const [unit = "", size = ""] = part.split("=").map((side) => side.trim());
      const number = Number(size.replace(",", "."));
      if (!unit || !size || Number.isNaN(number)) refuse(row.row, "units", words.notANumber(part));
      return [unit, number];
    }),
  );
}

/** `25000`, `25.000` or `Rp 25.000`; undefined when the cell is empty. */
function rupiahOf({ row, cells }: CsvRow, refuse: Remark): number | undefined {
  if (!cells.price) return undefined;
  const digits = cells.price.replace(/^rp\.?\s*/i, "");
  if (/^\d+$/.test(digits) || /^\d{1,3}(\.\d{3})+$/.test(digits)) return Number(digits.replaceAll(".", ""));
  refuse(row, "price", words.notANumber(cells.price));
  return undefined;
}

/** `1.5` or `1,5`; undefined when the cell is empty. */
function numberOf({ row, cells }: CsvRow, column: Column, refuse: Remark): number | undefined {
  if (!cells[column]) return undefined;
  const number = Number(cells[column].replace(",", "."));
  if (Number.isNaN(number)) refuse(row, column, words.notANumber(cells[column]));
  return number;
}

function listOf(cell: string): string[] {
  return cell
    .split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}
