import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { forEngine, lentAdapter } from "./lent-adapter.ts";

/** A PostgreSQL database for the schema engine, on one connection, so that a transaction begun on it holds for all. */
export class SchemaPool {
  readonly #url: string;
  readonly #pool: CatalogPool;

  constructor(url: string) {
    this.#url = url;
    this.#pool = new CatalogPool(url);
  }

  query(sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
    return this.#pool.query(sql);
  }

  async lend(): Promise<SqlMigrationAwareDriverAdapterFactory> {
    const db = await new PrismaPg(this.#pool).connect();
    return lentAdapter(db, { reread: (rows) => this.#pool.withChars(rows), shadow: () => this.#shadow() });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** A database of its own for the moment, dropped when the engine is done with it. */
  async #shadow(): Promise<SqlDriverAdapter> {
    const name = `kopdar_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
    await this.#pool.query(`CREATE DATABASE ${name}`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadow = new CatalogPool(url.href);
    const db = await new PrismaPg(shadow).connect();
    const drop = async () => {
      await shadow.end();
      await this.#pool.query(`DROP DATABASE ${name}`);
    };
    return forEngine(db, (rows) => shadow.withChars(rows), drop);
  }
}

const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * One connection whose "char" columns, a type of the server's own catalogue, Prisma's adapter can read: it takes them for
 * text, and afterwards the engine is told what they were.
 */
class CatalogPool extends pg.Pool {
  #chars: readonly boolean[] = [];

  constructor(connectionString: string) {
    super({ connectionString, max: 1, idleTimeoutMillis: 0 });
    this.on("error", () => undefined);
    this.on("connect", (client) => this.#watch(client));
  }

  withChars<Rows extends { columnTypes: number[] }>(rows: Rows): Rows {
    const columnTypes = rows.columnTypes.map((type, at) => (this.#chars[at] ? ColumnTypeEnum.Character : type));
    return { ...rows, columnTypes };
  }

  #watch(client: pg.PoolClient): void {
    if (!(client instanceof pg.Client)) return;
    client.connection.prependListener("rowDescription", (message: { readonly fields: { dataTypeID: number }[] }) => {
      this.#chars = message.fields.map(({ dataTypeID }) => dataTypeID === INTERNAL_CHAR);
      for (const field of message.fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT;
    });
  }
}
