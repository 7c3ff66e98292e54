import type { ImportChange } from "./import-report.ts";

/** Rows that are wanted, by code or SKU: new ones, changed ones, and (of a `whole` list) those no longer in it. */
export function merge<Row extends Listed>(
  kind: ImportChange["kind"],
  keyOf: (row: Wanted<Row>) => string,
  wanted: readonly Wanted<Row>[],
  rows: readonly Row[],
  whole: boolean,
  newId: () => string,
  tally: Tally,
): Merged<Row> {
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const writes: Write<Row>[] = [];
  for (const want of wanted) {
    const before = known.get(keyOf(want));
    known.delete(keyOf(want));
    // Every column of a row is in `wanted` but these two.
    const row = { ...want, id: before?.id ?? newId(), active: true } as Row;
    const fields = before ? differences(before, row) : [];
    if (before && fields.length === 0) tally.unchanged += 1;
    else {
      const what = before?.active ? "changed" : "added";
      tally.changes.push({ kind, key: keyOf(want), name: want.name, what, fields: what === "changed" ? fields : [] });
      writes.push({ what: before ? "changed" : "added", row });
    }
  }
  for (const row of whole ? known.values() : []) {
    if (!row.active) continue;
    tally.changes.push({ kind, key: keyOf(row), name: row.name, what: "withdrawn", fields: [] });
    writes.push({ what: "withdrawn", row: { ...row, active: false } });
  }
  const written = new Map(writes.map(({ row }) => [row.id, row]));
  const now = [
    ...rows.map((row) => written.get(row.id) ?? row),
    ...writes.filter(({ what }) => what === "added").map(({ row }) => row),
  ];
  return { writes, now };
}

/** What an import finds changed, counted up on the way. */
export interface Tally {
  readonly changes: ImportChange[];
  unchanged: number;
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** A row without what the database gives it. */
export type Wanted<Row extends Listed> = Omit<Row, "id" | "active">;

export interface Merged<Row> {
  readonly writes: readonly Write<Row>[];
  /** All rows as they will be */
  readonly now: readonly Row[];
}

/** Names of the columns that differ. */
export function differences<Row extends object>(before: Row, after: Row): string[] {
  return Object.entries(after).flatMap(([field, value]) => (Reflect.get(before, field) === value ? [] : [field]));
}

export interface Write<Row> {
  readonly what: "added" | "changed" | "withdrawn";
  readonly row: Row;
}
