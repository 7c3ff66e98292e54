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
  /** Whether somebody who works for the shop has this account. Anybody can connect the bot to theirs. */
  isOfShop(account: string): Promise<boolean>;
  all(): Promise<readonly KnownConnection[]>;
  keep(connection: KnownConnection): Promise<void>;
}

export interface BusinessConnections {
  /**
   * Looks up the connections of the shop's own people that updates come through, so that they can be translated. Throws
   * where Telegram cannot be asked about one that nobody knows: then nothing is to be confirmed.
   */
  learn(updates: readonly unknown[]): Promise<ReadonlyMap<string, KnownConnection>>;
  /** The connection by which this account's chats are answered, whether it may be used or not; none of a stranger's. */
  newestOf(account: string): Promise<KnownConnection | undefined>;
}

const limitMs = 10_000;
const MOST_REMEMBERED = 1000;

export function createBusinessConnections(
  client: TelegramClient,
  records: ConnectionRecords,
  log: Logger,
): BusinessConnections {
  const known = new Map<string, KnownConnection>();
  const kept = new Set<string>();

  async function ask(id: string): Promise<KnownConnection | undefined> {
    const params = { business_connection_id: id };
    const answer = await callWithin(client, "getBusinessConnection", params, new AbortController().signal, limitMs);
    if (answer.type === "done") return readConnection(answer.result);
    if (answer.type === "refused" && answer.code === 400) return undefined;
    throw new Error("Telegram did not say whose business connection it is");
  }

  /** A stranger's is remembered for a while, so that Telegram is not asked about it time and again, and kept nowhere. */
  async function note(connection: KnownConnection): Promise<boolean> {
    const { id, account } = connection;
    known.delete(id);
    known.set(id, connection);
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    if (!(await records.isOfShop(account))) return false;
    await records.keep(connection);
    kept.add(id);
    return true;
  }

  /** What an update says may be old, as when it comes a second time, so Telegram is asked how it is now. */
  async function told(raw: unknown): Promise<void> {
    const said = readConnection(raw);
    if (!said) return;
    const now = (await ask(said.id).catch(() => undefined)) ?? said;
    const { isEnabled, canReply } = now;
    if (!(await note(now)))
      log.warn("a Telegram account that is no colleague's has connected the bot; it is left alone");
    else if (isEnabled && canReply) log.info("a colleague's Telegram account is connected");
    else log.warn({ isEnabled, canReply }, "the bot may not answer in the chats of a colleague's Telegram account");
  }

  async function find(id: string): Promise<KnownConnection | undefined> {
    if (known.has(id)) return known.get(id);
    for (const one of await records.all()) {
      known.set(one.id, one);
      kept.add(one.id);
    }
    return known.get(id) ?? (await ask(id));
  }

  /** Its connection, where the account is a colleague's by now. */
  async function lookUp(id: string): Promise<KnownConnection | undefined> {
    const connection = await find(id);
    if (!connection) return undefined;
    const isOurs = kept.has(id) ? await records.isOfShop(connection.account) : await note(connection);
    return isOurs ? connection : undefined;
  }

  return {
    async learn(updates) {
      const read = updates.flatMap((update) => {
        const { data } = BusinessUpdate.safeParse(update);
        return data ? [data] : [];
      });
      for (const { business_connection } of read)
        if (business_connection !== undefined) await told(business_connection);
      const ours = new Map<string, KnownConnection>();
      for (const id of new Set(read.flatMap(connectionsIn))) {
        const connection = await lookUp(id);
        if (connection) ours.set(id, connection);
      }
      return ours;
    },
    // Another process may have heard of a change, so what this one remembers does not count.
    async newestOf(account) {
      if (!(await records.isOfShop(account))) return undefined;
      const own = (await records.all()).filter((one) => one.account === account);
      // One that is made anew has another id.
      const inOrder = own.toSorted(
        (a, b) => Number(b.isEnabled) - Number(a.isEnabled) || b.since - a.since || (a.id < b.id ? 1 : -1),
      );
      return inOrder[0];
    },
  };
}

/** For as long as the process lives. Whose accounts are the shop's must be said. */
export function rememberedConnections(isOfShop: ConnectionRecords["isOfShop"] = async () => false): ConnectionRecords {
  const kept = new Map<string, KnownConnection>();
  return {
    isOfShop,
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
