import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * Prisma's PostgreSQL adapter for the schema engine, on one connection that the caller keeps.
 * The stock one cannot read the catalogue's own "char" columns, which the engine asks for.
 */
export class SchemaPool implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #url: string;
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#url = url;
    this.#pool = onePool(url);
  }

  query(sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
    return this.#pool.query(sql);
  }

  connect(): Promise<SqlDriverAdapter> {
    return new PrismaPg(this.#pool).connect();
  }

  /** A database of its own for the moment, dropped when the engine is done with it. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `kopdar_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
    await this.#pool.query(`CREATE DATABASE ${name}`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadow = onePool(url.href);
    const adapter = await new PrismaPg(shadow).connect();
    adapter.dispose = async () => {
      await shadow.end();
      await this.#pool.query(`DROP DATABASE ${name}`);
    };
    return adapter;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** One connection that stays open, so that a transaction begun on it holds for all that follows. */
function onePool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, Client: PlainClient });
  pool.on("error", () => undefined);
  return pool;
}

class PlainClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.connection.on("rowDescription", (message: { readonly fields: { dataTypeID: number }[] }) => {
      for (const field of message.fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT;
    });
  }
}
