import { type CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { words } from "./import.words.ts";
import { productFromRows } from "./import-csv-product.ts";
import type { FileReading } from "./import-json.ts";
import type { Remark } from "./import-remark.ts";
import type { ImportRemark } from "./import-report.ts";

/** The columns of a CSV catalogue; only `sku`, `name` and `price` must be there. docs/catalogue-format.md explains each. */
export const COLUMNS = [
  "sku",
  "name",
  "price",
  "unit",
  "units",
  "aliases",
  "category",
  "description",
  "minimum",
  "lead_days",
  "made_to_order",
  "option_1",
  "value_1",
  "aliases_1",
  "option_2",
  "value_2",
  "aliases_2",
  "branch",
  "stock",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which fields of a product a column speaks of */
const TELLS: Readonly<Record<string, readonly string[]>> = {
  name: ["name"],
  price: ["price"],
  unit: ["unit", "units"],
  units: ["unit", "units"],
  aliases: ["aliases"],
  category: ["category"],
  description: ["description"],
  minimum: ["minimum"],
  lead_days: ["leadDays"],
  made_to_order: ["madeToOrder"],
  value_1: ["options"],
  value_2: ["options"],
};

/** One line of the file; a column that is not there reads as empty. */
export interface CsvRow {
  /** `baris 4`, counted as an editor does */
  readonly row: string;
  readonly cells: Readonly<Record<Column, string>>;
}

const Records = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }));

/** Reads a CSV catalogue: one row per product, or per variant of a product, or per variant and branch. */
export function readCsv(text: string): FileReading {
  const problems: ImportRemark[] = [];
  const notes: ImportRemark[] = [];
  const wrong: Remark = (row, field, said) => problems.push({ row, field, ...said });
  const { rows, header } = readRows(text, wrong, (row, field, said) => notes.push({ row, field, ...said }));
  const bySku = new Map<string, CsvRow[]>();
  for (const row of rows) {
    if (!row.cells.sku) wrong(row.row, "sku", words.missing);
    bySku.set(row.cells.sku, [...(bySku.get(row.cells.sku) ?? []), row]);
  }
  const products = problems.length > 0 ? [] : [...bySku.values()].flatMap((group) => productFromRows(group, wrong));
  return { products, told: header.flatMap((column) => TELLS[column] ?? []), problems, notes };
}

function readRows(text: string, wrong: Remark, note: Remark): { rows: readonly CsvRow[]; header: readonly string[] } {
  const [head = ""] = text.split("\n", 1);
  const delimiter = head.split(";").length > head.split(",").length ? ";" : ",";
  try {
    const columns = (names: string[]) => names.map((name) => name.trim().toLowerCase());
    const parsed: unknown = parse(text, {
      bom: true,
      columns,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      info: true,
    });
    const records = Records.parse(parsed);
    const header = Object.keys(records[0]?.record ?? {});
    for (const column of ["sku", "name", "price"])
      if (!header.includes(column)) wrong("baris 1", column, words.missing);
    for (const column of header) if (!isColumn(column)) note("baris 1", column, words.unknownColumn);
    return {
      rows: records.map(({ info, record }) => ({ row: `baris ${info.lines}`, cells: cellsOf(record) })),
      header,
    };
  } catch (error) {
    wrong(lineOf(error), "", words.notCsv(error instanceof Error ? error.message : String(error)));
    return { rows: [], header: [] };
  }
}

function cellsOf(record: Readonly<Record<string, string>>): Record<Column, string> {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, record[column] ?? ""]));
  // Every column was just given a value.
  return cells as Record<Column, string>;
}

function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name);
}

function lineOf(error: unknown): string {
  const lines =
    error instanceof Error && "lines" in error ? (error as CsvError & { lines?: unknown }).lines : undefined;
  return typeof lines === "number" ? `baris ${lines}` : "berkas";
}
