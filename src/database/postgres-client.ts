import pg from "pg";

/**
 * A PostgreSQL connection on which a commit that the server turned into a rollback is an error. It does so without a
 * word when a statement had failed and the failure was caught.
 */
export class PostgresClient extends pg.Client {
  // pg overloads `query` beyond what an override can restate; only the promise form that Prisma's adapter uses is met here.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  override query(...args: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const outcome = (super.query as any)(...args);
    return textOf(args[0]) === "COMMIT" ? outcome.then(committed) : outcome;
  }
}

function textOf(query: unknown): unknown {
  return typeof query === "object" && query !== null && "text" in query ? query.text : query;
}

function committed(result: pg.QueryResult): pg.QueryResult {
  if (result.command === "COMMIT") return result;
  throw new Error("PostgreSQL rolled this transaction back: a statement in it had failed outside a savepoint.");
}
