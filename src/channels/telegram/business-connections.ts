import type { Logger } from "pino";
import { callWithin } from "./call-within.ts";
import type { TelegramClient } from "./telegram-client.ts";
import { BusinessConnection, BusinessUpdate } from "./update-schema.ts";

/** A business account that has connected the bot, as Telegram told of it last. */
export interface KnownConnection {
  readonly id: string;
  /** Telegram's id of the account that made it */
  readonly account: string;
  readonly isEnabled: boolean;
  readonly canReply: boolean;
  readonly canRead: boolean;
  /** Epoch seconds */
  readonly since: number;
}

/** Where connections are kept across restarts, for all processes. */
export interface ConnectionRecords {
  all(): Promise<readonly KnownConnection[]>;
  keep(connection: KnownConnection): Promise<void>;
}

export interface BusinessConnections {
  /**
   * Looks up the connections that updates come through, so that they can be translated. Throws where Telegram cannot be
   * asked about one that nobody knows: then nothing is to be confirmed.
   */
  learn(updates: readonly unknown[]): Promise<ReadonlyMap<string, KnownConnection>>;
  /** The connection by which this account's chats are answered, whether it may be used or not. */
  newestOf(account: string): Promise<KnownConnection | undefined>;
}

const limitMs = 10_000;

export function createBusinessConnections(
  client: TelegramClient,
  records: ConnectionRecords,
  log: Logger,
): BusinessConnections {
  const known = new Map<string, KnownConnection>();

  async function ask(id: string): Promise<KnownConnection | undefined> {
    const params = { business_connection_id: id };
    const answer = await callWithin(client, "getBusinessConnection", params, new AbortController().signal, limitMs);
    if (answer.type === "done") return readConnection(answer.result);
    if (answer.type === "refused" && answer.code === 400) return undefined;
    throw new Error("Telegram did not say whose business connection it is");
  }

  async function keep(connection: KnownConnection): Promise<void> {
    await records.keep(connection);
    known.set(connection.id, connection);
  }

  /** What an update says may be old, as when it comes a second time, so Telegram is asked how it is now. */
  async function told(raw: unknown): Promise<void> {
    const said = readConnection(raw);
    if (!said) return;
    const now = (await ask(said.id).catch(() => undefined)) ?? said;
    await keep(now);
    const { isEnabled, canReply } = now;
    if (isEnabled && canReply) log.info("a Telegram business account is connected");
    else log.warn({ isEnabled, canReply }, "the bot may not answer in the chats of a Telegram business account");
  }

  async function lookUp(id: string): Promise<void> {
    if (known.has(id)) return;
    for (const one of await records.all()) known.set(one.id, one);
    if (known.has(id)) return;
    const found = await ask(id);
    if (found) return keep(found);
    log.warn("messages came through a Telegram business connection that Telegram does not know");
  }

  return {
    async learn(updates) {
      const read = updates.flatMap((update) => {
        const { data } = BusinessUpdate.safeParse(update);
        return data ? [data] : [];
      });
      for (const { business_connection } of read)
        if (business_connection !== undefined) await told(business_connection);
      for (const id of new Set(read.flatMap(connectionsIn))) await lookUp(id);
      return known;
    },
    // Another process may have heard of a change, so what this one remembers does not count.
    async newestOf(account) {
      const own = (await records.all()).filter((one) => one.account === account);
      const inOrder = own.toSorted(
        (a, b) => Number(b.isEnabled) - Number(a.isEnabled) || b.since - a.since || (a.id < b.id ? 1 : -1),
      );
      return inOrder[0];
    },
  };
}

/** For as long as the process lives. */
export function rememberedConnections(): ConnectionRecords {
  const kept = new Map<string, KnownConnection>();
  return {
    all: async () => [...kept.values()],
    keep: async (connection) => void kept.set(connection.id, connection),
  };
}

function connectionsIn({ business_message, edited_business_message, callback_query }: BusinessUpdate): string[] {
  const messages = [business_message, edited_business_message, callback_query?.message];
  return messages.flatMap((message) => message?.business_connection_id ?? []);
}

function readConnection(raw: unknown): KnownConnection | undefined {
  const read = BusinessConnection.safeParse(raw).data;
  if (!read) return undefined;
  const { id, user, is_enabled: isEnabled, date, rights, can_reply } = read;
  return {
    ...{ id, account: `${user.id}`, isEnabled, since: date },
    // Before the rights had names of their own there was this one.
    canReply: rights?.can_reply ?? can_reply,
    canRead: rights?.can_read_messages ?? false,
  };
}
