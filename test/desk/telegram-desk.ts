import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { atEnd } from "../fixtures/at-end.ts";
import { freshDatabaseUrl } from "../fixtures/database.ts";
import { seedStaff } from "../fixtures/shop.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../fixtures/telegram/stand-in.ts";
import type { StandInCustomer } from "../fixtures/telegram/stand-in-customer.ts";
import type { StandInMessage } from "../fixtures/telegram/stand-in-world.ts";
import { bodyOf, HttpBrowser } from "../fixtures/web-server.ts";

/** The demo shop as a process runs it, on a Bot API of our own, with sellers who may link their chats. */
export interface TelegramDesk {
  readonly app: App;
  readonly bot: TelegramStandIn;
  readonly database: Database;
  signedIn(username: string): Promise<HttpBrowser>;
  /** A seller with an own chat, linked by the link that the console made */
  seller(username: string, chat: number): Promise<StandInCustomer>;
  /** The payload of a link that the console makes for a colleague */
  linkFor(username: string): Promise<string>;
  /** The latest message to a chat that has these words, waited for */
  told(chat: number, words: string | RegExp): Promise<StandInMessage>;
  restart(): Promise<void>;
}

export async function openTelegramDesk(
  engine: Engine,
  more: Record<string, string> = {},
  { staff = ["rina", "doni"], topics = false }: { readonly staff?: readonly string[]; readonly topics?: boolean } = {},
): Promise<TelegramDesk> {
  const bot = await startTelegramStandIn({ patienceMs: 20_000, topics });
  const dataDir = await mkdtemp(join(tmpdir(), "kopdar-desk-"));
  const url = await freshDatabaseUrl(engine);
  const environment = {
    ...{ DATA_DIR: dataDir, DATABASE_URL: url, PORT: "0", TURN_QUIET_MS: "20" },
    ...{ TELEGRAM_BOT_TOKEN: bot.token, TELEGRAM_API_ROOT: bot.apiRoot },
    ...more,
  };
  const start = () => startApp(readConfig(environment, dataDir), pino({ level: "silent" }));
  let app = await start();
  const database = await openDatabase(url);
  atEnd(() => bot.stop());
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  atEnd(() => database.close());
  atEnd(() => app.stop());
  for (const username of staff) await seedStaff(database, username, "seller");
  const signedIn = async (username: string) => {
    const browser = new HttpBrowser(app.url);
    await browser.enter(database, username);
    return browser;
  };
  const linkFor = async (username: string) => {
    const answer = await (await signedIn(username)).post("/console/api/own-chat/link");
    expect(answer.status).toBe(200);
    return new URL((await bodyOf<{ url: string }>(answer)).url).searchParams.get("start") ?? "";
  };
  const told = (chat: number, words: string | RegExp) =>
    bot.until(
      () =>
        bot
          .messagesTo(chat)
          .findLast(({ text }) => (typeof words === "string" ? text?.includes(words) : words.test(text ?? ""))),
      `“${words}” to ${chat}`,
    );
  return {
    get app() {
      return app;
    },
    bot,
    database,
    signedIn,
    linkFor,
    told,
    seller: async (username, chat) => {
      const person = bot.customer(chat, { firstName: username });
      person.starts(await linkFor(username));
      await told(chat, "meja kerjamu");
      return person;
    },
    restart: async () => {
      await app.stop();
      app = await start();
    },
  };
}

export function labels(message: StandInMessage): string[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
}
