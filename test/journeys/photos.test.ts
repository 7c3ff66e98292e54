import { expect, test, vi } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { setPhoto } from "../../src/shop/catalogue/edit-products-store.ts";
import { photoOf } from "../../src/shop/photo/photo.ts";
import { keepPhoto } from "../../src/shop/photo/photo-store.ts";
import { openTelegramDesk } from "../desk/telegram-desk.ts";
import { eachEngine } from "../fixtures/database.ts";
import { JPEG } from "../fixtures/pictures.ts";

// A whole shop on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

eachEngine((engine) => {
  test.each(["grammy", "telegraf"])(
    "who asks on Telegram (%s) sees the picture, once for each asking, and may order from it",
    async (driver) => {
      const { bot, database, told, restart } = await openTelegramDesk(
        engine,
        { TELEGRAM_DRIVER: driver },
        { staff: [] },
      );
      const nastar = await database.prisma.product.findFirstOrThrow({ where: { name: { contains: "Nastar" } } });
      await givePhoto(database, nastar.sku);
      const sari = bot.customer(901, { firstName: "Sari" });
      const pictures = () => bot.messagesTo(901).filter(({ photo }) => photo !== undefined);
      sari.says("nastar berapa kak?");
      await told(901, "Nastar");
      sari.says("ada fotonya kak?");
      const shown = await bot.until(() => pictures()[0], "the picture");
      expect(shown.caption).toContain("Nastar");
      expect(shown.caption).toContain("Rp");
      await restart();
      const [kept] = await database.prisma.outboxRow.findMany({ where: { body: { contains: '"photo":' } } });
      expect(kept).toMatchObject({ status: "sent", purpose: "reply", author: "bot" });
      sari.says("mau 2 ya");
      await told(901, /2.*Nastar|Nastar.*2/s);
      expect(pictures()).toHaveLength(1);
      sari.says("boleh liat foto nastarnya lagi?");
      await bot.until(() => pictures().length === 2, "the picture again");
      sari.says("foto lemper ada?");
      await told(901, "belum ada");
      expect(pictures()).toHaveLength(2);
    },
  );
});

/** As an owner gives it in the console. */
async function givePhoto(database: Database, sku: string): Promise<void> {
  const photo = photoOf(JPEG);
  if (!photo) throw new Error("The fixture is no picture.");
  const by = { who: "ratih", at: Date.now() };
  await keepPhoto(database, photo, by);
  expect(await setPhoto(database, sku, { seen: null, photoId: photo.id }, by)).toBe("saved");
}
