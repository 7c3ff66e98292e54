import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { SqliteConnection } from "./sqlite-connection.ts";

type Client = ReturnType<PrismaLibSql["createClient"]>;

/**
 * Prisma's libsql adapter over one connection. The stock one opens (and loses) a connection per transaction
 * and begins them deferred, which fails when another process writes.
 */
export class OneConnection extends PrismaLibSql {
  readonly #busyTimeoutMs: number;

  /** `file` is a path or `:memory:`. A busy file is waited for up to `busyTimeoutMs`. */
  constructor(file: string, busyTimeoutMs = 15_000) {
    super({ url: file });
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  override createClient({ url }: { url: string }): Client {
    if (url !== ":memory:") mkdirSync(dirname(url), { recursive: true });
    // The adapter calls only the methods that SqliteConnection has, with less than the client's full result type.
    return new SqliteConnection(url, this.#busyTimeoutMs) as unknown as Client;
  }
}
