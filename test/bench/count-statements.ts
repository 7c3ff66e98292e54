import type { Database, Tx } from "../../src/database/database.ts";

export interface Counts {
  statements: number;
  commits: number;
}

/** The same database, counting what is sent to it inside transactions. */
export function countStatements(database: Database): { readonly database: Database; readonly counts: Counts } {
  const counts = { statements: 0, commits: 0 };
  const transaction: Database["transaction"] = async (work) => {
    const result = await database.transaction((tx) => work(counted(tx, counts)));
    counts.commits += 1;
    return result;
  };
  return { database: { ...database, transaction }, counts };
}

const STATEMENTS: ReadonlySet<string | symbol> = new Set(["$queryRaw", "$executeRaw"]);

function counted(tx: Tx, counts: Counts): Tx {
  return new Proxy(tx, {
    get(target, name) {
      if (STATEMENTS.has(name)) counts.statements += 1;
      return Reflect.get(target, name);
    },
  });
}
