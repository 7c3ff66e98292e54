import type { Sql } from "./sql.ts";

/** The part of a transaction that raw SQL needs. */
export interface RawTx {
  $queryRaw<T>(query: Sql): Promise<T>;
  $executeRaw(query: Sql): Promise<number>;
}
