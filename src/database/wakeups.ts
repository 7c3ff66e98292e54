import pg from "pg";
import type { Database } from "./database.ts";

/** Tells the other processes on one PostgreSQL that there is work. Polling finds what a lost wake-up did not. */
export interface Wakeups {
  /** Soon, once for any number of calls, without waiting and without errors: call it after a commit. */
  notify(): void;
  /** Called on every wake-up, and after a lost connection has come back. */
  onWake(wake: () => void): void;
  close(): Promise<void>;
}

const CHANNEL = "kopdar";
const GATHER_MS = 2;
const RECONNECT_MS = 1_000;

/** SQLite has one process and needs none of this: there nothing is sent and nothing heard. */
export function openWakeups(database: Database): Wakeups {
  return database.engine === "postgresql" ? new PostgresWakeups(database.url) : SILENT;
}

const SILENT: Wakeups = { notify: () => undefined, onWake: () => undefined, close: () => Promise.resolve() };

class PostgresWakeups implements Wakeups {
  readonly #url: string;
  readonly #listeners: (() => void)[] = [];
  #client: pg.Client | undefined;
  #live = false;
  #gathering: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  #connecting: Promise<void>;

  constructor(url: string) {
    this.#url = url;
    this.#connecting = this.#connect();
  }

  notify(): void {
    if (this.#gathering || this.#closed) return;
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined;
      if (this.#live) this.#client?.query(`NOTIFY ${CHANNEL}`).catch(() => undefined);
    }, GATHER_MS);
  }

  onWake(wake: () => void): void {
    this.#listeners.push(wake);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#gathering);
    clearTimeout(this.#retry);
    await this.#connecting;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, application_name: "kopdar wakeups" });
    this.#client = client;
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    client.on("notification", () => this.#wake());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.#live = true;
      this.#wake();
    } catch {
      this.#lost(client);
    }
  }

  #lost(client: pg.Client): void {
    if (this.#closed || client !== this.#client) return;
    this.#live = false;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#retry = setTimeout(() => {
      this.#connecting = this.#connect();
    }, RECONNECT_MS);
  }

  #wake(): void {
    for (const wake of this.#listeners) wake();
  }
}
