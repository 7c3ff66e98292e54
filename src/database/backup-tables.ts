import type { Tx } from "./database.ts";
import type { Engine } from "./database-url.ts";
import { join, raw, type Sql, sql } from "./sql.ts";

export type Row = Readonly<Record<string, unknown>>;

/** Rows read or written at once: many enough to be fast, few enough for one statement's parameters. */
const BATCH = 250;

/** All tables of a shop, each after those it refers to, so that rows can be put back in this order. */
export async function tablesInOrder(tx: Tx, engine: Engine): Promise<readonly string[]> {
  const tables = (await tx.$queryRaw<{ name: string }[]>(TABLES[engine])).map(({ name }) => name);
  const references = await tx.$queryRaw<{ child: string; parent: string }[]>(REFERENCES[engine]);
  const ordered: string[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) =>
      references.every(({ child, parent }) => child !== table || parent === table || !waiting.has(parent)),
    );
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...waiting].join(", ")}`);
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}

/** All rows of a table, some at a time. Inside one transaction they are of one moment. */
export async function* rowsOf(tx: Tx, engine: Engine, table: string): AsyncGenerator<readonly Row[]> {
  const pages = engine === "sqlite" ? byRowid(tx, table) : byCursor(tx, table);
  for await (const rows of pages) yield rows;
}

/** Puts rows, which all have the same columns, into a table. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const tuples = rows.map((row) => sql`(${join(columns.map((column) => row[column]))})`);
  await tx.$executeRaw(sql`INSERT INTO ${named(table)} (${join(columns.map(named))}) VALUES ${join(tuples)}`);
}

/** Whether a table has any row. */
export async function hasRows(tx: Tx, table: string): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>(sql`SELECT 1 FROM ${named(table)} LIMIT 1`)).length > 0;
}

/** The last migration that the database has finished. */
export async function lastMigration(tx: Tx): Promise<string> {
  const query = sql`SELECT max(migration_name) AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const rows = await tx.$queryRaw<{ name: string | null }[]>(query).catch((cause: unknown) => {
    throw new Error("This database holds no shop.", { cause });
  });
  return rows[0]?.name ?? "";
}

const TABLES: Readonly<Record<Engine, Sql>> = {
  sqlite: sql`SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations' ORDER BY name`,
  postgresql: sql`SELECT tablename::text AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY tablename`,
};

const REFERENCES: Readonly<Record<Engine, Sql>> = {
  sqlite: sql`SELECT m.name AS child, f."table" AS parent
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  postgresql: sql`SELECT child.relname::text AS child, parent.relname::text AS parent FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid WHERE c.contype = 'f'`,
};

async function* byRowid(tx: Tx, table: string): AsyncGenerator<readonly Row[]> {
  for (let after: unknown = 0; ; ) {
    const rows = await tx.$queryRaw<(Row & { readonly backup_rowid: unknown })[]>(
      sql`SELECT rowid AS backup_rowid, * FROM ${named(table)} WHERE rowid > ${after} ORDER BY rowid LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return;
    after = rows.at(-1)?.backup_rowid;
    yield rows.map(({ backup_rowid: _, ...row }) => row);
  }
}

async function* byCursor(tx: Tx, table: string): AsyncGenerator<readonly Row[]> {
  await tx.$executeRaw(sql`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT * FROM ${named(table)}`);
  for (;;) {
    const rows = await tx.$queryRaw<Row[]>(sql`FETCH ${raw(String(BATCH))} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows;
  }
  await tx.$executeRaw(sql`CLOSE backup_rows`);
}

function named(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}
