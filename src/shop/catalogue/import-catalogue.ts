import { v7 } from "uuid";
import type { Database } from "../../database/database.ts";
import { words } from "./import.words.ts";
import { checkCatalogue } from "./import-check.ts";
import { readCsv } from "./import-csv.ts";
import { type FileReading, readJson } from "./import-json.ts";
import { type ImportPlan, planImport } from "./import-plan.ts";
import type { Remark } from "./import-remark.ts";
import type { ImportRemark, ImportReport } from "./import-report.ts";
import { type CatalogueRows, changeCatalogue } from "./import-store.ts";

/** A catalogue file's text. JSON is the whole shop; CSV is products to add or change. `shop` picks one of several shops. */
export type CatalogueSource =
  | { readonly format: "json"; readonly text: string; readonly shop?: string }
  | { readonly format: "csv"; readonly text: string };

export interface ImportOptions {
  /** Work out what would change, and change nothing */
  readonly dryRun?: boolean;
  /** IANA zone of a shop whose file names none and that has none yet (default Asia/Jakarta) */
  readonly timeZone?: string;
  readonly newId?: () => string;
  /** Whose import it is, for the record; absent: whoever runs the shop's machine */
  readonly by?: { readonly who: string; readonly at: number };
}

/**
 * Imports a catalogue in one transaction: all of it, or with any problem in the report nothing. A second import of the
 * same file changes nothing. What orders have reserved stays reserved.
 */
export async function importCatalogue(
  database: Database,
  source: CatalogueSource,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const reading = source.format === "json" ? readJson(source.text, source.shop) : readCsv(source.text);
  const dryRun = options.dryRun ?? false;
  return changeCatalogue(database, async (rows, write) => {
    const { plan, problems, notes } = examine(reading, rows, options);
    const refused = problems.length > 0;
    if (!refused && !dryRun && plan.changes.length > 0)
      await write(
        plan,
        options.by && {
          ...options.by,
          what: "importedCatalogue",
          subject: "catalogue",
          data: { changes: plan.changes },
        },
      );
    const { changes, unchanged } = refused ? { changes: [], unchanged: 0 } : plan;
    return { problems, notes, changes, unchanged, dryRun };
  });
}

/** What a reading would change of the rows there are, and what is wrong with it. */
export function examine(
  reading: FileReading,
  rows: CatalogueRows,
  { timeZone = "Asia/Jakarta", newId = v7 }: ImportOptions,
): { plan: ImportPlan; problems: readonly ImportRemark[]; notes: readonly ImportRemark[] } {
  const checked = checkCatalogue(reading, {
    timeZone: rows.shop?.timeZone ?? timeZone,
    branches: rows.branches.filter(({ active }) => active).map(({ code }) => code),
  });
  const problems = [...checked.problems];
  const notes = [...checked.notes];
  const wrong: Remark = (row, field, said) => problems.push({ row, field, ...said });
  const note: Remark = (row, field, said) => notes.push({ row, field, ...said });
  if (!reading.shop && !rows.shop && problems.length === 0) wrong("berkas", "", words.noShopYet);
  return { plan: planImport(checked.draft, rows, newId, wrong, note), problems, notes };
}
