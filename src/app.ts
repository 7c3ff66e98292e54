import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import { v7 } from "uuid";
import { talk } from "../flows/talk.ts";
import { seedDemo, seedEmpty } from "../prisma/seed.ts";
import type { Channel } from "./channels/channel.ts";
import { createTelegramChannel, type TelegramChannel } from "./channels/telegram/telegram-channel.ts";
import { telegramConnections, telegramThreads } from "./channels/telegram/telegram-store.ts";
import { createWebChatChannel } from "./channels/web-chat/web-chat-channel.ts";
import { webChatRoutes } from "./channels/web-chat/web-chat-routes.ts";
import {
  createWhatsAppCloudChannel,
  type WhatsAppCloudChannel,
} from "./channels/whatsapp-cloud/whatsapp-cloud-channel.ts";
import { whatsAppCloudRecords } from "./channels/whatsapp-cloud/whatsapp-cloud-store.ts";
import { printScans } from "./channels/whatsapp-web/terminal-qr.ts";
import { createWhatsAppWebChannel } from "./channels/whatsapp-web/whatsapp-web-channel.ts";
import { whatsAppWebRecords } from "./channels/whatsapp-web/whatsapp-web-store.ts";
import type { Config } from "./config.ts";
import { consoleRoutes } from "./console/console-routes.ts";
import { ensureOwnerLink } from "./console/owner-link.ts";
import { staffActs } from "./console/staff-acts.ts";
import { converse } from "./conversation/converse.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { migrate } from "./database/migrate.ts";
import { ping } from "./database/ping.ts";
import { openWakeups } from "./database/wakeups.ts";
import { healthRoutes } from "./health.ts";
import { openLiveUpdates } from "./live-updates.ts";
import { prometheusMetrics } from "./prometheus.ts";
import { loadShop } from "./shop/catalogue/catalogue-store.ts";
import { readPhoto } from "./shop/photo/photo-store.ts";
import { isPushEndpoint } from "./staff/push/push-endpoint.ts";
import { PushSender } from "./staff/push/push-sender.ts";
import { shopView } from "./turn/shop-view.ts";
import { understand } from "./understanding/understand.ts";
import { TRUSTED_PROXIES } from "./web/trusted-proxies.ts";
import { NOTHING_HERE } from "./web/web-guard.ts";
import { webPages } from "./web/web-pages.ts";
import { startWorkers, type Workers } from "./worker.ts";

/** A running shop. */
export interface App {
  /** Where it listens */
  readonly url: string;
  /** The link by which the first owner sets a password; undefined once there is one */
  readonly ownerLink: string | undefined;
  readonly channels: readonly Channel[];
  /** Prints the QR of the shop's own number whenever one is to be scanned. */
  printScans(print: (text: string) => void): void;
  /** Finishes what is in flight, then closes. */
  stop(): Promise<void>;
}

/** Push services want to know whom they could write to; without a public address nobody's browser is pushed to anyway. */
const NO_SUBJECT = "mailto:toko@example.com";
/** A database that does not answer in this time is not ready. */
const PATIENCE_MS = 2_000;

/** Puts the shop together and starts it: the only place where drivers are named. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  await migrate(config.databaseUrl);
  const database = await openDatabase(config.databaseUrl);
  await (config.demo ? seedDemo(database) : seedEmpty(database, config.timeZone));
  const clock = Date.now;
  const wakeups = openWakeups(database);
  const live = openLiveUpdates(database);
  const { metrics, registry } = prometheusMetrics();
  const webChat = createWebChatChannel({ accountName: await shopName(database), clock });
  const telegram =
    config.telegram &&
    (await createTelegramChannel({
      ...config.telegram,
      threads: telegramThreads(database, botIdOf(config.telegram), clock),
      connections: telegramConnections(database, botIdOf(config.telegram), clock),
      log,
    }));
  const whatsAppCloud =
    config.whatsAppCloud &&
    (await createWhatsAppCloudChannel({
      ...config.whatsAppCloud,
      records: whatsAppCloudRecords(database),
      log,
      clock,
    }));
  const whatsAppWeb =
    config.whatsAppWeb &&
    createWhatsAppWebChannel({
      ...config.whatsAppWeb,
      dataDir: config.dataDir,
      records: whatsAppWebRecords(database, clock),
      clock,
      random: Math.random,
      log,
    });
  const channels = [webChat, telegram, whatsAppCloud, whatsAppWeb].filter((channel) => channel !== undefined);
  const push = new PushSender({
    ...{ database, clock, subject: config.publicUrl ?? NO_SUBJECT },
    report: (error) => log.error({ where: "push", err: error }, "something went wrong"),
  });
  const workers = await startWorkers({
    database,
    push,
    wakeups,
    channels,
    clock,
    metrics,
    live,
    newId: v7,
    quietMs: config.turnQuietMs,
    advance: converse(talk),
    loadShop: async (tx) => {
      const record = await loadShop(tx);
      return shopView({ ...record, timeZone: config.timeZone ?? record.timeZone }, understand);
    },
    report: ({ where, error, transient, conversationId }) =>
      log[transient ? "warn" : "error"](
        { where, conversationId, err: error },
        transient ? "the database is busy or away" : "something went wrong",
      ),
  });

  const channelOf = (account: string) => channels.find((channel) => workers.accountOf(channel) === account);

  const logger: FastifyBaseLogger = log;
  const server = Fastify({
    loggerInstance: logger,
    // Addresses of requests may hold secrets (the owner link does).
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: TRUSTED_PROXIES,
    forceCloseConnections: true,
  });
  server.setNotFoundHandler((_, reply) => reply.code(404).send(NOTHING_HERE));
  await server.register(healthRoutes, {
    database,
    databaseAnswers: () => ping(database, PATIENCE_MS),
    channels,
    workers,
    registry,
  });
  await server.register(webPages, {});
  await server.register(webChatRoutes, {
    database,
    account: workers.accountOf(webChat),
    channel: webChat,
    intake: workers.intake,
    live,
    pictureOf: (photo) => readPhoto(database, photo),
    clock,
  });
  await server.register(consoleRoutes, {
    database,
    live,
    acts: staffActs(workers.acts),
    hearApart: workers.hearApart,
    actWhileHeld: workers.actWhileHeld,
    channelOf,
    healthOf: (account) => channelOf(account)?.health(),
    ownNumber: whatsAppWeb?.connection,
    staffBot: telegram && {
      name: /^@(.+)$/.exec(telegram.accountName)?.[1],
      standingWith: telegram.standingWith,
    },
    acceptsPush: isPushEndpoint,
    publicUrl: config.publicUrl,
    timeZone: config.timeZone,
    clock,
  });
  await acceptWebhooks(server, telegram, whatsAppCloud, workers);
  await server.listen({ port: config.port, host: "0.0.0.0" });
  const url = addressOf(server);

  return {
    url,
    channels,
    printScans: (print) => whatsAppWeb && printScans(whatsAppWeb.connection, print),
    ownerLink: await ensureOwnerLink(database, url, clock()),
    stop: async () => {
      await server.close();
      await workers.stop();
      await push.stop();
      await live.close();
      await wakeups.close();
      await database.close();
    },
  };
}

async function acceptWebhooks(
  server: FastifyInstance,
  telegram: TelegramChannel | undefined,
  whatsAppCloud: WhatsAppCloudChannel | undefined,
  workers: Workers,
): Promise<void> {
  const webhook = telegram?.webhook(workers.accountOf(telegram), workers.intake);
  if (webhook) await server.register(webhook);
  if (whatsAppCloud) await server.register(whatsAppCloud.webhook(workers.accountOf(whatsAppCloud), workers.intake));
}

/** A bot's token begins with the id that the bot has with Telegram. */
function botIdOf({ token }: { readonly token: string }): string {
  return token.split(":")[0] ?? "";
}

async function shopName(database: Database): Promise<string> {
  return (await loadShop(database.prisma)).name;
}

function addressOf(server: FastifyInstance): string {
  const address = server.server.address();
  return `http://localhost:${typeof address === "object" && address ? address.port : ""}`;
}
