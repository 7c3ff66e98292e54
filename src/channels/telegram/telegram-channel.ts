import type { FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import { z } from "zod";
import type { Channel, ChannelHealth, Intake } from "../channel.ts";
import { type ConnectionRecords, createBusinessConnections, rememberedConnections } from "./business-connections.ts";
import { callWithin } from "./call-within.ts";
import { fetchMedia } from "./fetch-media.ts";
import { telegramAbilities } from "./plan-sending.ts";
import { isBadToken, pause, poll, usualWaits } from "./poller.ts";
import { createReceiver } from "./receiver.ts";
import { createSender } from "./sender.ts";
import { commands } from "./telegram.words.ts";
import type { ClientOptions, TelegramClient } from "./telegram-client.ts";
import { createThreads, type ThreadRecords } from "./threads.ts";
import { updateKinds } from "./update-schema.ts";
import { derivedSecret, webhookPath, webhookRoute } from "./webhook.ts";

export interface TelegramOptions {
  /** From BotFather: the bot's id, a colon and a secret */
  readonly token: string;
  /** Address of the Bot API, or of a server of one's own */
  readonly apiRoot: string;
  readonly driver: TelegramDriver;
  /** Public https address of this shop. Set: Telegram pushes. Not set: we poll. */
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** Which topics belong to what, where somebody remembers it; used where the bot has topics in private chats */
  readonly threads?: ThreadRecords;
  /** Which business accounts have connected the bot, where somebody keeps it */
  readonly connections?: ConnectionRecords;
  readonly log: Logger;
}

export type TelegramDriver = "grammy" | "telegraf";

export interface TelegramChannel extends Channel {
  /** Fastify plugin that takes pushed updates at POST /telegram/webhook; undefined while polling. */
  webhook(account: string, intake: Intake): FastifyPluginAsync | undefined;
  /** How many updates meant nothing to the shop, by kind */
  ignored(): ReadonlyMap<string, number>;
  /** Whether the bot answers in the chats of a colleague's own account, by its id; undefined where it is not connected. */
  standingWith(account: string): Promise<"answers" | "mayNotReply" | undefined>;
}

/**
 * A bot on Telegram. Also made when Telegram cannot be reached, so that the rest of the shop opens:
 * then the bot's name stays its id. Throws only for a token that cannot be one.
 */
export async function createTelegramChannel(options: TelegramOptions): Promise<TelegramChannel> {
  const { token, webhookUrl, log } = options;
  const botId = /^(\d+):\S+$/.exec(token)?.[1];
  if (!botId) throw new Error("TELEGRAM_BOT_TOKEN must look like 123456:ABC…, as BotFather gives it");
  const access: ClientOptions = { token, apiRoot: options.apiRoot.replace(/\/+$/, "") };
  const client = await createClient(options.driver, access);
  const business = createBusinessConnections(client, options.connections ?? rememberedConnections(), log);
  const receiver = createReceiver(client, business, log);
  const { name: accountName, hasTopics } = await readBot(client, botId, log);
  const sender = createSender(client, createThreads(client, hasTopics ? options.threads : undefined), business);
  const secret = options.webhookSecret ?? derivedSecret(token);
  let health: ChannelHealth = { state: "starting" };
  const setHealth = (now: ChannelHealth) => {
    health = now;
  };

  return {
    name: "telegram",
    accountExternalId: botId,
    accountName,
    abilities: telegramAbilities,
    // Telegram names one message a second per chat but lets short bursts pass, and a shop answers in bursts of
    // one to three: holding each back a second would be felt, obeying the rare 429 is not. Overall 30 a second.
    pace: { perContactMs: 0, overallMs: 34 },
    async listen(account, intake, signal) {
      const receive = (updates: readonly unknown[]) => receiver.receive(account, intake, updates);
      await Promise.all([
        offerCommands(client, log, signal),
        webhookUrl
          ? holdWebhook(client, webhookUrl, secret, setHealth, log, signal)
          : poll({ client, receive, health: setHealth, log }, signal),
      ]);
      setHealth({ state: "stopped" });
    },
    send: sender.send,
    media: (fileId, signal) => fetchMedia(client, access, fileId, signal),
    // The Bot API cannot be asked what it has delivered.
    evidence: async () => undefined,
    health: () => health,
    webhook(account, intake) {
      if (!webhookUrl) return undefined;
      return webhookRoute({ secret, receive: (updates) => receiver.receive(account, intake, updates), log });
    },
    ignored: receiver.ignored,
    async standingWith(account) {
      const connection = await business.newestOf(account);
      if (!connection?.isEnabled) return undefined;
      return connection.canReply ? "answers" : "mayNotReply";
    },
  };
}

// Only the library in use is loaded.
async function createClient(driver: TelegramDriver, options: ClientOptions): Promise<TelegramClient> {
  if (driver === "telegraf") return (await import("./telegraf-client.ts")).createTelegrafClient(options);
  return (await import("./grammy-client.ts")).createGrammyClient(options);
}

const setupLimitMs = 10_000;

const Me = z.looseObject({ username: z.string(), has_topics_enabled: z.boolean().catch(false).default(false) });

async function readBot(
  client: TelegramClient,
  botId: string,
  log: Logger,
): Promise<{ readonly name: string; readonly hasTopics: boolean }> {
  const answer = await callWithin(client, "getMe", {}, new AbortController().signal, setupLimitMs);
  const me = Me.safeParse(answer.type === "done" ? answer.result : undefined);
  if (me.success) return { name: `@${me.data.username}`, hasTopics: me.data.has_topics_enabled };
  log.warn({ trouble: answer.type === "refused" ? answer.code : "no answer" }, "Telegram did not say the bot's name");
  return { name: botId, hasTopics: false };
}

async function offerCommands(client: TelegramClient, log: Logger, signal: AbortSignal): Promise<void> {
  const scope = { type: "all_private_chats" };
  for (const [method, params] of [
    ["setMyCommands", { commands, scope }],
    ["setChatMenuButton", { menu_button: { type: "commands" } }],
  ] as const) {
    const answer = await callWithin(client, method, params, signal, setupLimitMs);
    if (answer.type !== "done") log.warn({ method }, "Telegram did not take the commands menu; it keeps the last one");
  }
}

/** Tells Telegram where to push, then waits. The webhook is left in place: what is said meanwhile is pushed later. */
async function holdWebhook(
  client: TelegramClient,
  url: string,
  secret: string,
  setHealth: (health: ChannelHealth) => void,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const params = { url: webhookAddress(url), secret_token: secret, allowed_updates: updateKinds };
  for (let failures = 1; !signal.aborted; failures += 1) {
    const answer = await callWithin(client, "setWebhook", params, signal, setupLimitMs);
    if (signal.aborted) return;
    if (answer.type === "done") {
      setHealth({ state: "live" });
      return stopped(signal);
    }
    const detail = answer.type === "refused" ? `${answer.code} ${answer.description}` : answer.reason;
    log.warn({ trouble: detail }, "Telegram did not take the webhook");
    const fatal = isBadToken(answer);
    setHealth({ state: fatal ? "failed" : "retrying", detail });
    if (fatal) return stopped(signal);
    await pause(usualWaits.backoff(failures), signal);
  }
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** An address without a path means this shop's own route. */
function webhookAddress(url: string): string {
  const address = new URL(url);
  if (address.pathname === "/") address.pathname = webhookPath;
  return address.href;
}
