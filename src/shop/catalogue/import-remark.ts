import { words } from "./import.words.ts";
import type { ImportRemark } from "./import-report.ts";

/** Writes down what is wrong, or worth knowing, about a field of a row. */
export type Remark = (row: string, field: string, said: Omit<ImportRemark, "row" | "field">) => void;

/** Reports each name that an earlier entry has, whatever its capitals. */
export function refuseTwins(
  entries: readonly (readonly [row: string, field: string, name: string])[],
  wrong: Remark,
): void {
  const seen = new Set<string>();
  for (const [row, field, name] of entries) {
    if (seen.has(name.toLowerCase())) wrong(row, field, words.twice(name));
    seen.add(name.toLowerCase());
  }
}
