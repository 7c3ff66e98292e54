import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQueryable,
} from "@prisma/driver-adapter-utils";

type Query = Parameters<SqlQueryable["queryRaw"]>[0];
type Rows = Awaited<ReturnType<SqlQueryable["queryRaw"]>>;

interface LentAdapterParts {
  /** Corrects what the adapter reports of the rows just read */
  readonly reread?: (rows: Rows) => Rows;
  readonly shadow: () => Promise<SqlDriverAdapter>;
}

/** Lends the schema engine a connection that its owner goes on using, perhaps in the middle of a transaction. */
export function lentAdapter(db: SqlDriverAdapter, parts: LentAdapterParts): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: db.provider,
    adapterName: db.adapterName,
    connect: () => Promise.resolve(forEngine(db, parts.reread, () => Promise.resolve())),
    connectToShadowDb: parts.shadow,
  };
}

/** An adapter as the schema engine needs it: it hands whole scripts to `executeRaw`, where a driver runs one statement. */
export function forEngine(
  db: SqlDriverAdapter,
  reread: (rows: Rows) => Rows = (rows) => rows,
  dispose: () => Promise<void> = () => db.dispose(),
): SqlDriverAdapter {
  return {
    provider: db.provider,
    adapterName: db.adapterName,
    queryRaw: async (query: Query) => reread(await db.queryRaw(query)),
    executeRaw: (query: Query) =>
      query.args.length === 0 ? db.executeScript(query.sql).then(() => 0) : db.executeRaw(query),
    executeScript: (script) => db.executeScript(script),
    startTransaction: (isolation) => db.startTransaction(isolation),
    dispose,
    ...(db.getConnectionInfo && {
      getConnectionInfo: () => db.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    }),
  };
}
