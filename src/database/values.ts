import { Sql } from "./sql.ts";

/** A column of a list of values: PostgreSQL has to be told what a parameter is. */
export type ValueType = "TEXT" | "BIGINT" | "INTEGER";
export type Value = string | number | null;

/**
 * `VALUES (…), (…)` for `INSERT … VALUES`, or in brackets for `FROM (…) AS v`, where both engines call the columns
 * `column1`, `column2`, … The first row carries the types. `rows` must not be empty.
 */
export function values(types: readonly ValueType[], rows: readonly (readonly Value[])[]): Sql {
  return new Sql(stringsOf(types, rows.length), rows.flat());
}

const known = new Map<string, readonly string[]>();

/** The text between the parameters, kept by shape because building it costs more than running it. */
function stringsOf(types: readonly ValueType[], count: number): readonly string[] {
  const shape = `${types.join()}×${count}`;
  let strings = known.get(shape);
  if (strings === undefined) {
    strings = buildStrings(types, count);
    known.set(shape, strings);
  }
  return strings;
}

function buildStrings(types: readonly ValueType[], count: number): readonly string[] {
  const first = `(${types.map((type) => `CAST(\u0000 AS ${type})`).join(",")})`;
  const other = `(${types.map(() => "\u0000").join(",")})`;
  return `VALUES ${[first, ...Array<string>(count - 1).fill(other)].join(",")}`.split("\u0000");
}
