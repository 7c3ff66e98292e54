import type { Database } from "../../src/database/database.ts";
import type { RawTx } from "../../src/database/raw-tx.ts";

export interface Counts {
  statements: number;
  commits: number;
}

/** The same database, counting what is sent to it inside transactions. */
export function countStatements(database: Database): { readonly database: Database; readonly counts: Counts } {
  const counts = { statements: 0, commits: 0 };
  const rawTransaction: Database["rawTransaction"] = async (work) => {
    const result = await database.rawTransaction((tx) => work(counted(tx, counts)));
    counts.commits += 1;
    return result;
  };
  return { database: { ...database, rawTransaction }, counts };
}

function counted(tx: RawTx, counts: Counts): RawTx {
  return {
    $queryRaw: (query) => {
      counts.statements += 1;
      return tx.$queryRaw(query);
    },
    $executeRaw: (query) => {
      counts.statements += 1;
      return tx.$executeRaw(query);
    },
  };
}
