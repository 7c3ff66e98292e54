import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import type { Engine } from "../../src/database/database-url.ts";
import { eachEngine, freshDatabaseUrl } from "../fixtures/database.ts";
import { startTelegramStandIn } from "../fixtures/telegram/stand-in.ts";
import { startGraphStandIn } from "../fixtures/whatsapp-cloud/stand-in.ts";
import { wordsIn } from "../fixtures/whatsapp-cloud/stand-in-customer.ts";

const LIMIT = 60_000;
const WITHIN_SECONDS = 5_000;
const running: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

/** The demo shop as a process would run it. */
async function openShop(engine: Engine, channel: Record<string, string>): Promise<{ url: string; database: Database }> {
  const dataDir = await mkdtemp(join(tmpdir(), "kopdar-calls-"));
  const url = await freshDatabaseUrl(engine);
  const environment = { DATA_DIR: dataDir, DATABASE_URL: url, PORT: "0", TURN_QUIET_MS: "20", ...channel };
  const app = await startApp(readConfig(environment, dataDir), pino({ level: "silent" }));
  const database = await openDatabase(url);
  running.push(
    () => rm(dataDir, { recursive: true, force: true }),
    () => app.stop(),
    () => database.close(),
  );
  return { url: app.url, database };
}

const task = ({ prisma }: Database) => prisma.callTask.findMany({ orderBy: { createdAt: "asc" } });

eachEngine((engine) => {
  test("on WhatsApp five calls are answered once, within seconds; “chat aja” takes them off the list", {
    timeout: LIMIT,
  }, async () => {
    const graph = await startGraphStandIn();
    running.push(() => graph.stop());
    const { url, database } = await openShop(engine, {
      WHATSAPP_CLOUD_TOKEN: graph.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: graph.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: graph.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: graph.verifyToken,
      WHATSAPP_CLOUD_API_ROOT: graph.apiRoot,
    });
    await graph.webhook.subscribe(`${url}/webhooks/whatsapp`, graph.verifyToken);
    const sari = graph.customer({ phone: "6281234567001", name: "Sari" });
    const calledAt = Date.now();
    for (let call = 0; call < 5; call++) sari.hangsUp(sari.calls());
    const words = wordsIn(await sari.hears());
    expect(Date.now() - calledAt).toBeLessThan(WITHIN_SECONDS);
    expect(words).toMatch(/telepon balik|kami telepon/);
    expect(words).not.toMatch(/tolak/);
    await expect
      .poll(async () => (await task(database)).map(({ times, phone }) => ({ times, phone })), { timeout: 10_000 })
      .toEqual([{ times: 5, phone: "+6281234567001" }]);
    sari.says("chat aja kak");
    expect(wordsIn(await sari.hears())).toMatch(/chat/);
    await expect.poll(async () => (await task(database))[0]?.outcome, { timeout: 10_000 }).toBe("cancelled");
  });

  test("on Telegram, where a shop cannot be called, a call is agreed with the shared number", {
    timeout: LIMIT,
  }, async () => {
    const bot = await startTelegramStandIn({ patienceMs: 30_000 });
    running.push(() => bot.stop());
    const { database } = await openShop(engine, { TELEGRAM_BOT_TOKEN: bot.token, TELEGRAM_API_ROOT: bot.apiRoot });
    const sari = bot.customer(701, { firstName: "Sari" });
    sari.says("Boleh telpon dulu kak?");
    const offer = await bot.nextMessageTo(701);
    const times = (offer.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
    sari.taps(offer, times.at(-1) ?? "");
    expect((await bot.nextMessageTo(701)).text).toContain("Nomor HP");
    sari.sharesContact({ own: true, phone: "+6281298765432" });
    expect((await bot.nextMessageTo(701)).text).toContain("0812-9876-5432");
    const [agreed] = await task(database);
    expect(agreed).toMatchObject({ kind: "asked", reason: "Boleh telpon dulu kak?", phone: "+6281298765432" });
    expect(Number(agreed?.promisedAt)).toBeGreaterThan(Date.now());
  });
});
