import { expect, test, vi } from "vitest";
import { eachEngine } from "../fixtures/database.ts";
import { bodyOf } from "../fixtures/web-server.ts";
import { openTelegramDesk } from "./telegram-desk.ts";

// A whole shop on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

eachEngine((engine) => {
  test.each(["grammy", "telegraf"])(
    "a seller links their own Telegram once, through %s, and gets a menu of their own",
    async (driver) => {
      const { bot, database, seller, signedIn, linkFor, told } = await openTelegramDesk(engine, {
        TELEGRAM_DRIVER: driver,
      });
      const secret = await linkFor("rina");
      const rina = bot.customer(801, { firstName: "Rina", username: "rina_toko" });
      rina.starts(secret);
      await told(801, "meja kerjamu");
      await bot.until(() => bot.setting("commands of 801"), "her menu");
      expect(JSON.stringify(bot.setting("commands of 801"))).toContain("telepon");
      expect(JSON.stringify(bot.setting("commands"))).toContain("pesanan");
      const console = await signedIn("rina");
      expect(await bodyOf(await console.get("/console/api/own-chat"))).toEqual({
        bot: "ready",
        linked: "Rina @rina_toko",
      });
      expect(
        (await bodyOf<{ conversations: unknown[] }>(await console.get("/console/api/conversations"))).conversations,
      ).toEqual([]);

      // The same link in another's hands is nothing.
      bot.customer(802, { firstName: "Orang" }).starts(secret);
      await told(802, "sudah dipakai atau sudah lewat");
      // A customer who writes the desk's words is a customer.
      bot.customer(803, { firstName: "Sari" }).says("/telepon");
      expect((await bot.nextMessageTo(803)).text).not.toMatch(/perlu ditelepon/);
      bot.customer(803).starts("staf-karangan");
      await told(803, "sudah dipakai atau sudah lewat");
      const stored = await database.prisma.inboxEvent.findMany();
      expect(stored.map(({ body }) => body).join()).not.toContain(secret.replace("staf-", ""));

      // Somebody else's link does not make a colleague's chat another's.
      rina.starts(await linkFor("doni"));
      await told(801, "tidak bisa dipakai di sini");

      rina.says("/keluar");
      await told(801, "sudah dilepas");
      await bot.until(() => bot.setting("commands of 801") === undefined, "her menu to be gone");
      rina.says("halo");
      await told(801, /selamat|Halo|pesan/i);
      await seller("doni", 804);
      expect((await (await signedIn("doni")).post("/console/api/own-chat/unlink")).status).toBe(204);
      await told(804, "sudah dilepas");
      expect(await bodyOf(await (await signedIn("doni")).get("/console/api/own-chat"))).toEqual({ bot: "ready" });
    },
  );
});
