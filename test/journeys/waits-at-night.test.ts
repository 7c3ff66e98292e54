import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { v7 } from "uuid";
import { afterEach, expect, test, vi } from "vitest";
import { startApp } from "../../src/app.ts";
import type { Thread } from "../../src/channels/web-chat/thread.ts";
import { readConfig } from "../../src/config.ts";
import type { ConversationSummary, ConversationView } from "../../src/console/views.ts";
import { openDatabase } from "../../src/database/database.ts";
import { localTime } from "../../src/shop/calendar/calendar.ts";
import { eachEngine, freshDatabaseUrl } from "../fixtures/database.ts";
import { bodyOf, HttpBrowser } from "../fixtures/web-server.ts";

// A whole shop on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const POLL = { timeout: 30_000, interval: 50 };
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

eachEngine((engine) => {
  /** The demo shop, closed at this hour, as one process would run it. */
  const openClosedShop = async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "kopdar-night-"));
    const url = await freshDatabaseUrl(engine);
    const environment = { DATA_DIR: dataDir, DATABASE_URL: url, PORT: "0", TURN_QUIET_MS: "20" };
    const app = await startApp(readConfig(environment, dataDir), pino({ level: "silent" }));
    const database = await openDatabase(url);
    running.push(
      () => rm(dataDir, { recursive: true, force: true }),
      () => app.stop(),
      () => database.close(),
    );
    const { minute } = localTime(Date.now(), "Asia/Jakarta");
    // Open for an hour that is not now, every day.
    const open = (minute + 8 * 60) % (22 * 60);
    const hours = JSON.stringify(Array.from({ length: 7 }, () => [{ open, close: open + 60 }]));
    await database.prisma.branch.updateMany({ data: { hours } });
    await database.prisma.shop.update({ where: { id: 1 }, data: { catalogueVersion: { increment: 1 } } });
    return { app, database };
  };

  test("a customer who was told to wait until morning orders with the bot that night, and the seller finds it all there", async () => {
    const { app, database } = await openClosedShop();
    const sari = new HttpBrowser(app.url);
    expect((await sari.post("/chat/start", { id: v7() })).status).toBeLessThan(300);
    const thread = () => sari.read<Thread>("/chat/thread");
    const said = async () => (await thread()).messages.filter(({ from }) => from !== "customer");
    const says = async (text: string) => {
      expect((await sari.post("/chat/messages", { id: v7(), text })).status).toBeLessThan(300);
    };
    const handled = () =>
      expect.poll(() => database.prisma.inboxEvent.count({ where: { handledAt: null } }), POLL).toBe(0);
    const hears = (words: RegExp | string) => expect.poll(async () => (await said()).at(-1)?.text, POLL).toMatch(words);

    await says("mau ngomong sama orangnya aja kak");
    await hears("tetap bisa pesan atau tanya di sini");
    expect((await thread()).holder).toBe("waiting");
    const before = (await said()).length;
    await says("oke makasih ya kak");
    await handled();
    expect((await said()).length).toBe(before);

    await says("ya udah pesen lemper ayam 10 aja cod ke Jl. Melati 5 Beji, atas nama Sari 081298765432");
    await hears(/Lemper/);
    for (let taps = 0; taps < 8 && (await database.prisma.order.count()) === 0; taps++) {
      const { question, messages } = await thread();
      const [choice] = messages.find(({ id }) => id === question)?.choices ?? [];
      if (question === undefined || choice === undefined) throw new Error(`Nothing to tap: ${messages.at(-1)?.text}`);
      expect((await sari.post("/chat/choices", { id: v7(), question, choice: choice.id })).status).toBeLessThan(300);
      await expect.poll(async () => (await thread()).question, POLL).not.toBe(question);
    }
    const order = await database.prisma.order.findFirstOrThrow({ include: { lines: true } });
    expect(order).toMatchObject({ status: "placed", payment: "cash_on_delivery", lines: [{ quantity: 10_000 }] });
    expect((await thread()).holder).toBe("waiting");

    // Bu Ratih comes in the morning.
    const ratih = new HttpBrowser(app.url);
    const kunci = new URL(app.ownerLink ?? "").searchParams.get("kunci");
    await ratih.post("/console/api/start", {
      kunci,
      name: "Bu Ratih",
      username: "ratih",
      password: "kue lapis legit 7",
    });
    ratih.csrf = (await bodyOf<{ csrf: string }>(await ratih.get("/console/api/me"))).csrf;
    const { conversations } = await ratih.read<{ conversations: ConversationSummary[] }>(
      "/console/api/conversations?filter=waiting",
    );
    expect(conversations).toMatchObject([{ holder: { type: "waiting" }, heldReason: "asked_for_person" }]);
    const at = `/console/api/conversations/${conversations[0]?.id}`;
    const card = await ratih.read<ConversationView>(at);
    expect(card.unread).toBeGreaterThan(2);
    expect(card.orders).toMatchObject([{ number: order.number }]);
    expect(card.orders[0]?.placedAt).toBeGreaterThan(card.heldSince ?? 0);
    expect((await ratih.post(`${at}/take-over`)).status).toBe(204);

    // From here on it is hers alone.
    const spoken = (await said()).length;
    await says("kak brownies kukus 1 lagi dong");
    await handled();
    expect((await said()).length).toBe(spoken);
    expect((await thread()).holder).toBe("person");
  });
});
