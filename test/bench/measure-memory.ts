import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { seedDemo } from "../../prisma/seed.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { ShopProcess } from "../fixtures/shop-process.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../fixtures/telegram/stand-in.ts";

export interface MemoryFigures {
  readonly started: number;
  readonly after2000Turns: number;
  readonly after10000Turns: number;
}

const CUSTOMERS = 200;

/** Resident megabytes of the real program (SQLite, Telegram) while it takes turn after turn. */
export async function measureMemory(folder: string): Promise<MemoryFigures> {
  const url = `file:${join(folder, "memory.db")}`;
  await migrate(url);
  const database = await openDatabase(url);
  await seedDemo(database);
  const telegram = await startTelegramStandIn();
  const shop = new ShopProcess({
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TURN_QUIET_MS: "0",
  });
  try {
    await shop.start();
    const started = shop.residentMegabytes();
    await talk(telegram, database, 0, 2_000);
    const after2000Turns = shop.residentMegabytes();
    await talk(telegram, database, 2_000, 10_000);
    return { started, after2000Turns, after10000Turns: shop.residentMegabytes() };
  } finally {
    await shop.stop();
    await telegram.stop();
    await database.close();
  }
}

/** Everybody asks something, one after the other, so that each question is a turn of its own. */
async function talk(telegram: TelegramStandIn, database: Database, from: number, to: number): Promise<void> {
  for (let said = from; said < to; said += CUSTOMERS) {
    for (let who = 0; who < CUSTOMERS; who++) telegram.customer(20_000 + who).says("ada klepon kak?");
    while ((await database.prisma.inboxEvent.count({ where: { handledAt: { not: null } } })) < said + CUSTOMERS)
      await sleep(20);
  }
}
