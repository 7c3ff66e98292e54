import pg from "pg";
import type { Database } from "./database/database.ts";

/** What open screens are told of: a call's id is the conversation's, the shop's is `catalogue` or what of it was edited. */
const TOPICS = ["conversation", "order", "call", "shop", "connection"] as const;

/** What changed: a conversation's thread, the list of orders or of calls, what is sold or how, a connection. Carries ids only, never words. */
export interface LiveTopic {
  readonly type: (typeof TOPICS)[number];
  readonly id: string;
}

/** Tells open screens of every process that something changed; they then read it anew. Losing one is harmless. */
export interface LiveUpdates {
  publish(topics: readonly LiveTopic[]): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (topic: LiveTopic) => void): () => void;
}

/** Live updates of this process, and on PostgreSQL of all processes on the same database. */
export function openLiveUpdates(database: Database): LiveUpdates & { close(): Promise<void> } {
  const local = new LocalUpdates();
  if (database.engine === "sqlite") return local;
  return new SharedUpdates(database.url, local);
}

class LocalUpdates implements LiveUpdates {
  readonly #listeners = new Set<(topic: LiveTopic) => void>();

  publish(topics: readonly LiveTopic[]): void {
    for (const topic of topics) for (const listener of this.#listeners) listener(topic);
  }

  subscribe(listener: (topic: LiveTopic) => void): () => void {
    // Each subscription is its own, also where one function subscribes twice.
    const own = (topic: LiveTopic) => listener(topic);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  close(): Promise<void> {
    this.#listeners.clear();
    return Promise.resolve();
  }
}

const CHANNEL = "kopdar_live";
const GATHER_MS = 20;
const RECONNECT_MS = 1_000;
/** A notification carries at most 8,000 bytes. */
const MOST_TOPICS = 100;

class SharedUpdates implements LiveUpdates {
  readonly #url: string;
  readonly #local: LocalUpdates;
  readonly #self = crypto.randomUUID();
  readonly #outgoing = new Set<string>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #connecting: Promise<void>;
  #closed = false;

  constructor(url: string, local: LocalUpdates) {
    this.#url = url;
    this.#local = local;
    this.#connecting = this.#connect();
  }

  publish(topics: readonly LiveTopic[]): void {
    this.#local.publish(topics);
    for (const { type, id } of topics) this.#outgoing.add(`${type} ${id}`);
    if (this.#closed || this.#outgoing.size === 0) return;
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  subscribe(listener: (topic: LiveTopic) => void): () => void {
    return this.#local.subscribe(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    await this.#connecting;
    await this.#client?.end().catch(() => undefined);
    await this.#local.close();
  }

  #flush(): void {
    this.#timer = undefined;
    const topics = [...this.#outgoing];
    this.#outgoing.clear();
    for (let start = 0; start < topics.length; start += MOST_TOPICS) {
      const payload = [this.#self, ...topics.slice(start, start + MOST_TOPICS)].join("\n");
      this.#client?.query("SELECT pg_notify($1, $2)", [CHANNEL, payload]).catch(() => undefined);
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, application_name: "kopdar live" });
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ payload }) => this.#heard(payload ?? ""));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      this.#lost(client);
    }
  }

  #lost(client: pg.Client): void {
    if (this.#closed || client !== this.#client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#retry = setTimeout(() => {
      this.#connecting = this.#connect();
    }, RECONNECT_MS);
  }

  #heard(payload: string): void {
    const [sender, ...topics] = payload.split("\n");
    if (sender === this.#self) return;
    for (const topic of topics) {
      const [name, id = ""] = topic.split(" ");
      const type = TOPICS.find((known) => known === name);
      if (type !== undefined) this.#local.publish([{ type, id }]);
    }
  }
}
