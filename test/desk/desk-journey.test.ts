import { expect, test, vi } from "vitest";
import { eachEngine } from "../fixtures/database.ts";
import { JPEG } from "../fixtures/pictures.ts";
import { bodyOf } from "../fixtures/web-server.ts";
import { startGraphStandIn } from "../fixtures/whatsapp-cloud/stand-in.ts";
import { wordsIn } from "../fixtures/whatsapp-cloud/stand-in-customer.ts";
import { labels, openTelegramDesk } from "./telegram-desk.ts";

// A whole shop on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

eachEngine((engine) => {
  test("a missed call on WhatsApp comes to the sellers' Telegram; one takes it, notes it in two taps, and the list is empty", async () => {
    const graph = await startGraphStandIn();
    const { app, bot, seller, signedIn, told } = await openTelegramDesk(engine, {
      WHATSAPP_CLOUD_TOKEN: graph.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: graph.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: graph.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: graph.verifyToken,
      WHATSAPP_CLOUD_API_ROOT: graph.apiRoot,
    });
    try {
      await graph.webhook.subscribe(`${app.url}/webhooks/whatsapp`, graph.verifyToken);
      const rina = await seller("rina", 801);
      await seller("doni", 802);
      const sari = graph.customer({ phone: "6281234567001", name: "Sari" });
      sari.hangsUp(sari.calls());
      await sari.hears();
      const card = await told(801, "Telepon Sari (WhatsApp)");
      expect(card.text).toContain("Menelepon, belum terangkat");
      expect(card.text).toContain("+6281234567001\nhttps://wa.me/6281234567001");
      expect(labels(card)).toEqual(["Saya telepon"]);
      const others = await told(802, "Telepon Sari");

      rina.taps(card, "Saya telepon");
      await bot.until(() => card.text?.includes("Kamu yang telepon"), "her card to change");
      expect(labels(card)).toEqual(["Jadi pesan", "Masih mikir", "Tidak diangkat", "Salah nomor", "Selesai"]);
      await bot.until(() => others.text?.includes("Kak rina yang telepon"), "his card to change");
      expect(labels(others)).toEqual(["Saya saja"]);

      rina.taps(card, "Masih mikir");
      await bot.until(() => card.text?.includes("sampai kapan"), "the question");
      expect(labels(card).slice(0, 2)).toEqual(["Besok", "Lusa"]);
      rina.taps(card, "Kembali");
      await bot.until(() => labels(card).includes("Jadi pesan"), "the outcomes again");
      rina.taps(card, "Jadi pesan");
      await bot.until(() => card.text?.includes("Jadi pesan, dicatat Kak rina"), "the outcome");
      await bot.until(() => others.text?.includes("Jadi pesan, dicatat Kak rina"), "the outcome at his");
      expect(labels(others)).toEqual([]);
      const { calls } = await bodyOf<{ calls: unknown[] }>(await (await signedIn("doni")).get("/console/api/calls"));
      expect(calls).toEqual([]);

      // A reply to the card is written to her, and to nobody else.
      rina.says("Terima kasih ya Kak, sudah saya catat", { replyTo: card });
      expect(wordsIn(await sari.hears())).toBe("Terima kasih ya Kak, sudah saya catat");
    } finally {
      await graph.stop();
    }
  });

  test("who waits for a person comes to the sellers; one takes it, talks by replying, hands back, and the bot goes on", async () => {
    const { bot, database, seller, told } = await openTelegramDesk(engine);
    const rina = await seller("rina", 801);
    const doni = await seller("doni", 802);
    const sari = bot.customer(901, { firstName: "Sari" });
    sari.says("kak mau nastar 2");
    await told(901, "Nastar");
    sari.says("mau ngobrol sama penjualnya dong");
    const card = await told(801, "Sari menunggu orang");
    expect(card.text).toContain("Minta bicara dengan orang");
    expect(card.text).toContain("Keranjang: 2");
    expect(card.text).toContain("Pelanggan: mau ngobrol sama penjualnya dong");
    expect(labels(card)).toEqual(["Ambil alih", "Biar bot"]);
    const others = await told(802, "Sari menunggu orang");

    rina.taps(card, "Ambil alih");
    await bot.until(() => card.text?.includes("Sari kamu pegang"), "her card");
    await bot.until(() => others.text?.includes("Sari dipegang Kak rina"), "his card");
    expect(labels(others)).toEqual([]);

    sari.says("bisa pakai kotak kado ga?");
    const mirrored = await told(801, "bisa pakai kotak kado ga?");
    rina.says("Bisa Kak, gratis.", { replyTo: mirrored });
    await told(901, "Bisa Kak, gratis.");
    // He answers the old card too late: nothing of it reaches her.
    doni.says("Halo Kak, saya Doni", { replyTo: others });
    await told(802, "sedang dipegang Kak rina");
    // A picture goes to her with its words; one that cannot be had, and a voice note, do not.
    const file = bot.storesFile("kotak.jpg", JPEG);
    const photo = (file_id: string) => [{ file_id, file_unique_id: file_id, width: 4, height: 3 }];
    rina.sends({ photo: photo(file), caption: "Ini kotaknya Kak", reply_to_message: mirrored });
    const shown = () => bot.messagesTo(901).find(({ caption }) => caption === "Ini kotaknya Kak");
    expect((await bot.until(shown, "the picture")).photo).toHaveLength(1);
    rina.sends({ photo: photo("f"), reply_to_message: mirrored });
    await told(801, "Fotonya tidak bisa dipakai");
    rina.sends({ voice: { file_id: "v", file_unique_id: "v", duration: 3 }, reply_to_message: mirrored });
    await told(801, "hanya tulisan dan foto");
    // Words that answer nothing go to nobody.
    rina.says("rahasia dapur");
    await told(801, "belum saya teruskan ke siapa-siapa");
    expect(bot.messagesTo(901).filter(({ text }) => /Doni|rahasia/.test(text ?? ""))).toEqual([]);

    rina.taps(card, "Kembalikan ke bot");
    await told(901, /lanjut bantu.*Nastar/s);
    await bot.until(() => card.text?.includes("sudah kembali ke bot"), "her card at the end");
    const conversation = await database.prisma.conversation.findFirstOrThrow({
      where: { contact: { externalId: "901" } },
    });
    expect(conversation.holder).toBe("bot");
    // What the sellers wrote and were told is in no customer's thread.
    const rows = await database.prisma.outboxRow.findMany({ where: { conversationId: conversation.id } });
    expect(rows.every(({ about }) => about === null)).toBe(true);
  });

  test("a seller asks for the calls and for who waits, and is told how it works", async () => {
    const { bot, seller, told } = await openTelegramDesk(engine);
    const sari = bot.customer(901, { firstName: "Sari" });
    sari.says("mau ngobrol sama penjualnya dong");
    await told(901, "panggilkan penjual");
    const rina = await seller("rina", 801);
    expect((await told(801, "meja kerjamu")).text).toContain("1 menunggu orang");
    rina.says("/telepon");
    await told(801, "Tidak ada yang perlu ditelepon");
    rina.says("/tunggu");
    await told(801, "1 menunggu orang");
    const card = await told(801, "Sari menunggu orang");
    rina.says("/bantuan");
    await told(801, "Cara pakainya");
    rina.taps(card, "Biar bot");
    await told(901, "lanjut bantu");
  });
});
