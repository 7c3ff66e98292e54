import { readFile } from "node:fs/promises";
import type { Config } from "../config.ts";
import { importCatalogue } from "../shop/catalogue/import-catalogue.ts";
import type { ImportReport } from "../shop/catalogue/import-report.ts";
import { CommandError, withDatabase } from "./with-database.ts";

/** Imports a catalogue file by its ending, and reports row by row. Fails, with nothing imported, when anything is wrong. */
export async function importFile(
  config: Config,
  file: string,
  { shop, dryRun }: { shop?: string; dryRun?: boolean },
): Promise<void> {
  const format = /\.csv$/i.test(file) ? "csv" : "json";
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CommandError(`${file} cannot be read.`, { cause });
  });
  const source =
    format === "csv"
      ? ({ format, text } as const)
      : ({ format, text, ...(shop === undefined ? {} : { shop }) } as const);
  const options = { dryRun: dryRun ?? false, ...(config.timeZone ? { timeZone: config.timeZone } : {}) };
  const report = await withDatabase(config, (database) => importCatalogue(database, source, options));
  print(report);
  if (report.problems.length > 0)
    throw new CommandError(`Nothing was imported: ${report.problems.length} row(s) are wrong.`);
}

function print({ problems, notes, changes, unchanged, dryRun }: ImportReport): void {
  for (const { row, field, what, fix } of problems)
    console.error(`✗ ${[row, field].filter(Boolean).join(" · ")}: ${what}; ${fix}`);
  for (const { row, field, what, fix } of notes)
    console.error(`! ${[row, field].filter(Boolean).join(" · ")}: ${what}; ${fix}`);
  for (const { kind, key, name, what, fields } of changes)
    console.log(`${SIGNS[what]} ${kind} ${key} ${name}${fields.length ? ` (${fields.join(", ")})` : ""}`);
  if (problems.length === 0)
    console.log(
      `${changes.length} changed, ${unchanged} as they were${dryRun ? " (nothing written: --dry-run)" : ""}.`,
    );
}

const SIGNS = { added: "+", changed: "~", withdrawn: "-" } as const;
