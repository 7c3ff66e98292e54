import { expect, test, vi } from "vitest";
import { eachEngine } from "../fixtures/database.ts";
import { openTelegramDesk } from "./telegram-desk.ts";

// A whole shop on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

eachEngine((engine) => {
  test.each(["grammy", "telegraf"])(
    "where the bot has topics each customer has their own, and what is written there is the answer (%s)",
    async (driver) => {
      const { bot, database, seller, told } = await openTelegramDesk(
        engine,
        { TELEGRAM_DRIVER: driver },
        { topics: true },
      );
      const rina = await seller("rina", 801);
      const [sari, budi] = [bot.customer(901, { firstName: "Sari" }), bot.customer(902, { firstName: "Budi" })];
      sari.says("mau ngobrol sama penjualnya dong");
      const hers = await told(801, "Sari menunggu orang");
      budi.says("mau ngobrol sama penjualnya dong");
      const his = await told(801, "Budi menunggu orang");
      const thread = Number(hers.message_thread_id);
      const names = () => [...rina.chat().topics.values()].map(({ name }) => name).toSorted();
      expect(thread).toBeGreaterThan(0);
      expect(his.message_thread_id).not.toBe(thread);
      await bot.until(() => names().join() === "🙋 Budi,🙋 Sari", "their names");

      rina.says("Halo Kak Sari, saya Rina", { thread });
      await told(901, "Halo Kak Sari, saya Rina");
      await bot.until(() => names().join() === "✋ Sari,🙋 Budi", "the topic's new name");
      sari.says("bisa pakai kotak kado?");
      const mirrored = await told(801, "bisa pakai kotak kado?");
      expect(mirrored.message_thread_id).toBe(thread);
      // In her topic, an answer to his card: it is for neither.
      rina.sends({
        text: "eh ini untuk siapa",
        message_thread_id: thread,
        is_topic_message: true,
        reply_to_message: his,
      });
      await told(801, "topiknya milik satu pelanggan");
      // A topic of the seller's own, and words outside of any.
      rina.says("catatan saya", { thread: 4711 });
      await told(801, "belum saya teruskan");
      rina.says("rahasia dapur");

      // Deleted by hand, it is made again when there is something to say.
      rina.deletesTopic(thread);
      sari.says("halo? masih di sana?");
      const anew = await told(801, "masih di sana?");
      expect(anew.message_thread_id).not.toBe(thread);
      rina.says("Masih Kak", { thread: Number(anew.message_thread_id) });
      await told(901, "Masih Kak");
      const heard = [901, 902].flatMap((id) => bot.messagesTo(id)).map(({ text }) => text);
      expect(heard.filter((text) => /untuk siapa|catatan|rahasia/.test(text ?? ""))).toEqual([]);
      expect(await database.prisma.deskTopic.count()).toBe(2);
      expect(bot.calls("closeForumTopic")).toEqual([]);
    },
  );

  test("where topics are refused, all goes on in the chat itself, by replying", async () => {
    const { bot, seller, told } = await openTelegramDesk(engine, {}, { topics: true });
    const rina = await seller("rina", 801);
    bot.fail("createForumTopic", { type: "refused", code: 400, description: "Bad Request: not enough rights" }, 100);
    const sari = bot.customer(901, { firstName: "Sari" });
    sari.says("mau ngobrol sama penjualnya dong");
    const card = await told(801, "Sari menunggu orang");
    expect(card.message_thread_id).toBeUndefined();
    rina.says("Halo Kak", { replyTo: card });
    await told(901, "Halo Kak");
  });
});
