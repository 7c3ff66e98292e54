import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { seedDemo } from "../../prisma/seed.ts";
import { openDatabase } from "../../src/database/database.ts";
import { keepStaffLink } from "../../src/staff/staff-links.ts";
import { hashSecret } from "../../src/web/secret.ts";
import { eachEngine, freshDatabaseUrl } from "../fixtures/database.ts";
import { seedStaff } from "../fixtures/shop.ts";
import { ShopProcess } from "../fixtures/shop-process.ts";
import { startTelegramStandIn } from "../fixtures/telegram/stand-in.ts";

const CUSTOMERS = [901, 902, 903, 904];

eachEngine((engine) => {
  test("a seller works from Telegram while the shop is killed again and again: each answer reaches its customer, written once, and nobody else", async () => {
    const url = await freshDatabaseUrl(engine);
    const database = await openDatabase(url);
    onTestFinished(() => database.close());
    await seedDemo(database);
    const rinaId = await seedStaff(database, "rina", "seller");
    await database.transaction((tx) => keepStaffLink(tx, hashSecret("kunci-rina"), rinaId, Date.now()));
    const bot = await startTelegramStandIn({ topics: true, patienceMs: 120_000 });
    const shop = new ShopProcess({
      ...{ DATABASE_URL: url, TELEGRAM_BOT_TOKEN: bot.token, TELEGRAM_API_ROOT: bot.apiRoot, TURN_QUIET_MS: "50" },
    });
    onTestFinished(async () => {
      await shop.stop();
      await bot.stop();
    });
    const told = (chat: number, words: string) =>
      bot.until(() => bot.messagesTo(chat).findLast(({ text }) => text?.includes(words)), `“${words}” to ${chat}`);
    await shop.start();
    const rina = bot.customer(801, { firstName: "Rina" });
    rina.starts("staf-kunci-rina");
    await told(801, "meja kerjamu");

    let isOver = false;
    let kills = 0;
    const killing = (async () => {
      while (!isOver) {
        const livesUntil = Date.now() + 500 + Math.random() * 2_500;
        while (Date.now() < livesUntil && !isOver) await sleep(20);
        if (isOver) return;
        await shop.kill();
        kills += 1;
        await shop.start();
      }
    })();
    for (const [index, id] of CUSTOMERS.entries()) {
      // Each comes once the shop has died again.
      while (kills <= index) await sleep(20);
      const customer = bot.customer(id, { firstName: `Kak${id}` });
      customer.says("mau ngobrol sama penjualnya dong");
      const card = await told(801, `Kak${id} menunggu orang`);
      rina.says(`Jawaban untuk ${id}`, { thread: Number(card.message_thread_id) });
      await told(id, `Jawaban untuk ${id}`);
      customer.says(`terima kasih dari ${id}`);
      await told(801, `terima kasih dari ${id}`);
    }
    isOver = true;
    await killing;

    console.log(`${engine}: ${kills} kills`);
    expect(kills).toBeGreaterThanOrEqual(CUSTOMERS.length);
    for (const id of CUSTOMERS) {
      const { holder, outbox } = await database.prisma.conversation.findFirstOrThrow({
        where: { contact: { externalId: `${id}` } },
        include: { outbox: { where: { author: rinaId } } },
      });
      expect(holder).toBe(rinaId);
      expect(outbox.map(({ body }) => JSON.parse(body).text)).toEqual([`Jawaban untuk ${id}`]);
      const heard = bot.messagesTo(id).map(({ text }) => text ?? "");
      expect(heard.filter((text) => text.startsWith("Jawaban") && text !== `Jawaban untuk ${id}`)).toEqual([]);
    }
  }, 600_000);
});
