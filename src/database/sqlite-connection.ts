import { setImmediate as immediately, setTimeout as sleep } from "node:timers/promises";
import Sqlite from "libsql";

/** Rows as Prisma's libsql adapter reads them. */
interface Outcome {
  readonly columns: readonly string[];
  readonly columnTypes: readonly string[];
  readonly rows: readonly unknown[];
  readonly rowsAffected: number;
}

interface Statement {
  readonly sql: string;
  readonly args: readonly unknown[];
}

interface Prepared {
  run(args: readonly unknown[]): Outcome;
}

/** A statement waits this long inside SQLite, where nothing else can run; further waiting leaves the event loop free. */
const BLOCKING_WAIT_MS = 3;
const LONGEST_PAUSE_MS = 20;
const LONGEST_BREATH_MS = 5;
const MOST_STATEMENTS = 500;
const WRITES = /^\s*(insert|update|delete|replace|with|create|alter|drop)\b/i;
const SQLITE_BUSY = 5;

/**
 * The one connection to an SQLite file, with the shape that Prisma's libsql adapter expects of a client.
 * The adapter's lock lets one statement or transaction through at a time.
 */
export class SqliteConnection {
  readonly #file: Sqlite.Database;
  readonly #busyTimeoutMs: number;
  readonly #prepared = new Map<string, Prepared>();
  #breathed = 0;

  constructor(file: string, busyTimeoutMs: number) {
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#file = new Sqlite(file, { timeout: busyTimeoutMs });
    this.#file.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
       PRAGMA journal_size_limit = 67108864; PRAGMA busy_timeout = ${BLOCKING_WAIT_MS}`,
    );
  }

  /** A write by itself is a transaction too, so that waiting for the file happens before it and not inside it. */
  async execute(statement: Statement): Promise<Outcome> {
    await this.#breathe();
    if (this.#db.inTransaction || !WRITES.test(statement.sql)) return this.#patiently(() => this.#run(statement));
    await this.#begin();
    try {
      const outcome = this.#run(statement);
      this.#db.exec("COMMIT");
      return outcome;
    } finally {
      this.#abandon();
    }
  }

  async executeMultiple(script: string): Promise<void> {
    await this.#patiently(() => this.#db.exec(script));
  }

  async transaction() {
    await this.#breathe();
    await this.#begin();
    return {
      execute: async (statement: Statement) => {
        // Some faults (disk full, say) end a transaction by themselves; what follows must not count as its part.
        if (!this.#db.inTransaction) throw new Error("SQLite has ended this transaction after an earlier fault.");
        return this.#run(statement);
      },
      commit: async () => {
        try {
          this.#db.exec("COMMIT");
        } finally {
          this.#abandon();
        }
      },
      rollback: async () => this.#abandon(),
    };
  }

  /** The driver closes the file only once its statements are collected, so what the log holds is brought home first. */
  close(): void {
    if (!this.#file.open) return;
    this.#prepared.clear();
    if (!this.#file.inTransaction) this.#file.pragma("wal_checkpoint(TRUNCATE)");
    this.#file.close();
  }

  /** The driver aborts the process where a closed file is used; a query that closing overtook is to fail alone. */
  get #db(): Sqlite.Database {
    if (!this.#file.open) throw new Error("The SQLite file was closed while a query waited for its turn.");
    return this.#file;
  }

  /** SQLite answers at once, so a busy shop would never let the process hear anything else; now and then it must. */
  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathed < LONGEST_BREATH_MS) return;
    await immediately();
    this.#breathed = performance.now();
  }

  async #begin(): Promise<void> {
    await this.#patiently(() => this.#db.exec("BEGIN IMMEDIATE"));
  }

  #abandon(): void {
    if (this.#file.open && this.#file.inTransaction) this.#file.exec("ROLLBACK");
  }

  async #patiently<T>(attempt: () => T): Promise<T> {
    const giveUpAt = performance.now() + this.#busyTimeoutMs;
    for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUpAt) throw error;
        await sleep(pause);
      }
    }
  }

  #run({ sql, args }: Statement): Outcome {
    let prepared = this.#prepared.get(sql);
    if (!prepared) {
      prepared = prepare(this.#db, sql);
      const [oldest] = this.#prepared.keys();
      if (oldest !== undefined && this.#prepared.size >= MOST_STATEMENTS) this.#prepared.delete(oldest);
      this.#prepared.set(sql, prepared);
    }
    return prepared.run(args.map(bindable));
  }
}

function prepare(db: Sqlite.Database, sql: string): Prepared {
  const statement = db.prepare(sql);
  if (!statement.reader)
    return {
      run: (args) => ({ columns: [], columnTypes: [], rows: [], rowsAffected: statement.run(args).changes }),
    };
  statement.raw(true);
  const described = statement.columns();
  const columns = described.map((column) => column.name);
  const columnTypes = described.map((column) => column.type ?? "");
  return { run: (args) => ({ columns, columnTypes, rows: statement.all(args), rowsAffected: 0 }) };
}

/** The driver aborts the process on a value it does not know, and takes every number for a fraction. */
function bindable(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === "string" || typeof value === "bigint" || value === null) return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}.`);
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && ((error.rawCode ?? 0) & 0xff) === SQLITE_BUSY;
}
