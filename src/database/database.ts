import { PrismaPg } from "@prisma/adapter-pg";
import { type Engine, engineOf, sqliteFile } from "./database-url.ts";
import type { Prisma, PrismaClient } from "./generated/sqlite/client.ts";
import { OneConnection } from "./one-connection.ts";
import { PostgresClient } from "./postgres-client.ts";
import { rawTransaction } from "./raw-transaction.ts";
import type { RawTx } from "./raw-tx.ts";
import { Semaphore } from "./semaphore.ts";
import { SharedAdapter } from "./shared-adapter.ts";
import { sql } from "./sql.ts";

export type { Engine, PrismaClient };

/** What work inside a transaction may use. */
export type Tx = Prisma.TransactionClient;

/** An open database. Both engines have the same models and read the same raw SQL. */
export interface Database {
  readonly engine: Engine;
  readonly url: string;
  readonly prisma: PrismaClient;
  /**
   * Runs `work` in one transaction (SQLite: `BEGIN IMMEDIATE`); a throw rolls everything back. Inside it use only `tx`:
   * on SQLite `prisma` waits until the transaction has ended.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for raw SQL alone, at a tenth of the cost per statement: for the road. 64-bit numbers come as strings.
   */
  rawTransaction<T>(work: (tx: RawTx) => Promise<T>): Promise<T>;
  readonly sql: typeof sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections to PostgreSQL (default 10). Transactions in flight stay below it. */
  readonly poolSize?: number;
  /** How long a busy SQLite file is waited for (default 15 s). */
  readonly busyTimeoutMs?: number;
}

type SharedClient = PrismaClient;

/** Waiting happens in our own queue, so these only end work that hangs. */
const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 60_000 };
const MOST_NAMED_STATEMENTS = 500;

/** Opens the database at `url` (`file:…` or `postgresql://…`). Its tables are made by `migrate`. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const engine = engineOf(url);
  const poolSize = Math.max(options.poolSize ?? 10, 2);
  const adapter = new SharedAdapter(
    engine === "sqlite" ? new OneConnection(sqliteFile(url), options.busyTimeoutMs) : postgresqlAdapter(url, poolSize),
  );
  const prisma = engine === "sqlite" ? await sqliteClient(adapter) : await postgresqlClient(adapter);
  const turnstile = new Semaphore(engine === "sqlite" ? 1 : Math.max(1, poolSize - 2));
  await prisma.$connect();
  return {
    engine,
    url,
    prisma,
    transaction: (work) => turnstile.run(() => prisma.$transaction(work, TRANSACTION_LIMITS)),
    rawTransaction: (work) => turnstile.run(() => rawTransaction(adapter, work)),
    sql,
    close: () => prisma.$disconnect(),
  };
}

async function sqliteClient(adapter: SharedAdapter): Promise<PrismaClient> {
  const { PrismaClient } = await import("./generated/sqlite/client.ts");
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

async function postgresqlClient(adapter: SharedAdapter): Promise<SharedClient> {
  const { PrismaClient } = await import("./generated/postgresql/client.ts");
  // Generated from the same schema: the two clients differ in the name of the provider, and the type here is SQLite's.
  return new PrismaClient({ adapter, errorFormat: "minimal" }) as unknown as SharedClient;
}

function postgresqlAdapter(connectionString: string, max: number): PrismaPg {
  return new PrismaPg(
    {
      connectionString,
      Client: PostgresClient,
      max,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: "kopdar",
      // A frozen process must not keep its rows locked for ever.
      idle_in_transaction_session_timeout: TRANSACTION_LIMITS.timeout + 10_000,
    },
    { statementNameGenerator: statementNames() },
  );
}

/** Names for the statements met first, so that the server prepares each once per connection; the rest stay unnamed. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return (query) => {
    const known = names.get(query.sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMED_STATEMENTS) return "";
    const name = `k${names.size}`;
    names.set(query.sql, name);
    return name;
  };
}
