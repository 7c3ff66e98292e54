import type { SqlDriverAdapter, SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/** An adapter factory that makes one adapter, for Prisma's client and for raw transactions alike. */
export class SharedAdapter implements SqlDriverAdapterFactory {
  readonly provider: SqlDriverAdapterFactory["provider"];
  readonly adapterName: string;
  readonly #factory: SqlDriverAdapterFactory;
  #adapter: Promise<SqlDriverAdapter> | undefined;

  constructor(factory: SqlDriverAdapterFactory) {
    this.#factory = factory;
    this.provider = factory.provider;
    this.adapterName = factory.adapterName;
  }

  connect(): Promise<SqlDriverAdapter> {
    this.#adapter ??= this.#factory.connect();
    return this.#adapter;
  }
}
