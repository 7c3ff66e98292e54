import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { seedDemo } from "../../prisma/seed.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { eachEngine, freshDatabaseUrl } from "../fixtures/database.ts";
import { orderLemper } from "../fixtures/ordering-customer.ts";
import { ShopProcess } from "../fixtures/shop-process.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../fixtures/telegram/stand-in.ts";

const CUSTOMERS = 50;
const ORDERS_EACH = 6;
const LEMPER = { sku: "LMP", onHand: 1_000_000_000 };

eachEngine((engine) => {
  test("300 orders by 50 customers, the shop killed again and again: each order exactly once, nobody left alone", async () => {
    const url = await freshDatabaseUrl(engine);
    const database = await openDatabase(url);
    onTestFinished(() => database.close());
    await seedDemo(database);
    await database.prisma.stock.updateMany({ where: { sku: LEMPER.sku }, data: { onHand: LEMPER.onHand } });
    const telegram = await startTelegramStandIn({ limits: { overallPerSecond: 30 } });
    const shop = new ShopProcess({
      DATABASE_URL: url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TURN_QUIET_MS: "100",
    });
    onTestFinished(async () => {
      await shop.stop();
      await telegram.stop();
    });

    const killing = killAgainAndAgain(shop, telegram);
    const quantities = Array.from({ length: ORDERS_EACH }, (_, index) => 5 + index);
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => 9_000 + index);
    const seen = await Promise.all(customers.map((id) => orderLemper(telegram, id, quantities)))
      .catch(async (error: unknown) => {
        throw new Error(`${await standing(database)}\n${telegram.unconfirmed()} updates unconfirmed`, { cause: error });
      })
      .finally(killing.end);
    const kills = await killing.done;
    await telegram.redeliver({ times: 2, order: "shuffled" });
    await allSent(database);

    console.log(`${engine}: ${kills} kills, ${telegram.calls("sendMessage").length} messages`);
    expect(kills).toBeGreaterThan(10);
    const numbers = seen.flat().map((order) => order.number);
    expect(new Set(numbers).size).toBe(CUSTOMERS * ORDERS_EACH);
    const orders = await database.prisma.order.findMany({ include: { lines: true } });
    expect(orders.map((order) => order.number).toSorted()).toEqual(numbers.toSorted());
    const promised = orders.flatMap((order) => order.lines).reduce((sum, line) => sum + line.quantity, 0);
    expect(promised).toBe(CUSTOMERS * quantities.reduce((sum, quantity) => sum + quantity * 1000, 0));
    const stock = await database.prisma.stock.findMany({ where: { sku: LEMPER.sku } });
    expect(stock.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(promised);
    expect(stock.every(({ onHand }) => onHand === LEMPER.onHand)).toBe(true);
    await expectNobodyLeftAlone(database);
  }, 900_000);
});

/** Starts the shop and kills it at random moments, until it is told to let it live. Resolves with how often. */
function killAgainAndAgain(
  shop: ShopProcess,
  telegram: TelegramStandIn,
): { readonly done: Promise<number>; readonly end: () => void } {
  let ended = false;
  const run = async () => {
    for (let kills = 0; ; kills++) {
      await shop.start();
      const livesUntil = Date.now() + 200 + Math.random() * 3_500;
      while (Date.now() < livesUntil && !ended) await sleep(20);
      if (ended) return kills;
      // What was confirmed comes once more, in another order. Telegram never skips what it has not delivered yet.
      if (telegram.unconfirmed() === 0) telegram.redeliver({ last: 20, order: "shuffled" }).catch(() => undefined);
      await shop.kill();
    }
  };
  return {
    done: run(),
    end: () => {
      ended = true;
    },
  };
}

/** Where every conversation stands that has no order in the end, for whoever reads why this failed. */
async function standing(database: Database): Promise<string> {
  const conversations = await database.prisma.conversation.findMany({
    include: {
      contact: true,
      events: { orderBy: { sequence: "desc" }, take: 3 },
      outbox: { orderBy: { sequence: "desc" }, take: 3 },
    },
  });
  return conversations
    .map(({ contact, dueAt, holder, failures, events, outbox }) => {
      const waiting = events.map(
        (event) => `${event.sequence} ${event.body.slice(29, 60)} ${event.at} ${event.handledAt}`,
      );
      const sending = outbox.map(
        (row) => `${row.sequence} ${row.status} ${row.attempts} ${row.notBefore} ${row.sentAt}`,
      );
      return [contact.externalId, dueAt, holder, failures, ...waiting, ...sending].join(" | ");
    })
    .join("\n");
}

async function allSent(database: Database): Promise<void> {
  await expect
    .poll(() => database.prisma.outboxRow.count({ where: { status: { in: ["queued", "sending"] } } }), {
      timeout: 60_000,
    })
    .toBe(0);
}

async function expectNobodyLeftAlone(database: Database): Promise<void> {
  const { prisma } = database;
  expect(await prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  expect(await prisma.outboxRow.count({ where: { status: { not: "sent" } } })).toBe(0);
  expect(await prisma.conversation.count({ where: { holder: { not: "bot" } } })).toBe(0);
}
