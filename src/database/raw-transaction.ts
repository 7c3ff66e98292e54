import type {
  ArgType,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type { RawTx } from "./raw-tx.ts";
import type { Sql } from "./sql.ts";

/**
 * Runs raw SQL in one transaction on Prisma's own driver adapter, without its client in between: a statement so costs a
 * tenth. Rows come as the adapter has them: 64-bit numbers as strings on both engines.
 */
export async function rawTransaction<T>(factory: SqlDriverAdapterFactory, work: (tx: RawTx) => Promise<T>): Promise<T> {
  const adapter = await factory.connect();
  const transaction = await adapter.startTransaction();
  try {
    const result = await work(rawTx(transaction, factory.provider));
    await end(transaction, "COMMIT");
    await transaction.commit();
    return result;
  } catch (error) {
    // Where even this fails the connection is gone, and the transaction with it.
    await end(transaction, "ROLLBACK").catch(() => undefined);
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

function rawTx(queryable: SqlQueryable, provider: SqlDriverAdapterFactory["provider"]): RawTx {
  const queryOf = (query: Sql): SqlQuery => ({
    sql: provider === "sqlite" ? query.sql : query.text,
    args: query.values,
    argTypes: query.values.map(argType),
  });
  return {
    // The caller names the shape of its own SELECT, as with Prisma's $queryRaw.
    $queryRaw: async <T>(query: Sql) => {
      const { columnNames, rows } = await queryable.queryRaw(queryOf(query));
      return rows.map((row) => rowObject(columnNames, row)) as T;
    },
    $executeRaw: (query) => queryable.executeRaw(queryOf(query)),
  };
}

/** Some adapters end the transaction themselves, others leave it to Prisma's engine, and so to us. */
async function end(transaction: Transaction, sql: "COMMIT" | "ROLLBACK"): Promise<void> {
  if (!transaction.options.usePhantomQuery) await transaction.executeRaw({ sql, args: [], argTypes: [] });
}

const INT: ArgType = { scalarType: "int", arity: "scalar" };
const BIGINT: ArgType = { scalarType: "bigint", arity: "scalar" };
const STRING: ArgType = { scalarType: "string", arity: "scalar" };

function argType(value: unknown): ArgType {
  if (typeof value !== "number") return STRING;
  return Math.abs(value) < 2 ** 31 ? INT : BIGINT;
}

function rowObject(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) row[name] = values[index];
  return row;
}
