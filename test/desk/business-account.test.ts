import { expect, test, vi } from "vitest";
import { OWN_PHONE } from "../../src/channels/message.ts";
import { businessReasons } from "../../src/channels/telegram/telegram.words.ts";
import { eachEngine } from "../fixtures/database.ts";
import { bodyOf } from "../fixtures/web-server.ts";
import { labels, openTelegramDesk } from "./telegram-desk.ts";

// A whole shop on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

interface Thread {
  readonly entries: readonly {
    readonly type: string;
    readonly text?: string;
    readonly status?: string;
    readonly error?: string;
  }[];
}

eachEngine((engine) => {
  const open = async () => {
    // Each database is met by one of the libraries, and each library by one of the databases.
    const desk = await openTelegramDesk(engine, { TELEGRAM_DRIVER: engine === "sqlite" ? "grammy" : "telegraf" });
    const { bot, database, signedIn } = desk;
    const account = bot.business(801, { firstName: "rina" });
    const sari = bot.customer(901, { firstName: "Sari" });
    const conversation = () =>
      database.prisma.conversation.findFirstOrThrow({ where: { contact: { externalId: "business:801:901" } } });
    const heard = (words: string | RegExp) =>
      bot.until(
        () =>
          account
            .saidByBot(sari)
            .findLast(({ text }) => (typeof words === "string" ? text?.includes(words) : words.test(text ?? ""))),
        `“${words}” in the account's chat`,
      );
    const thread = async () =>
      bodyOf<Thread>(await (await signedIn("doni")).get(`/console/api/conversations/${(await conversation()).id}`));
    const handBack = async () => {
      const { id } = await conversation();
      expect((await (await signedIn("doni")).post(`/console/api/conversations/${id}/hand-back`)).status).toBe(204);
    };
    const standing = async () =>
      (await bodyOf<{ business?: string }>(await (await signedIn("rina")).get("/console/api/own-chat"))).business;
    return { ...desk, account, sari, conversation, heard, thread, handBack, standing };
  };

  test("a customer of the seller's own account orders there; the seller types, the bot is silent until it is handed back", async () => {
    const { bot, database, account, sari, conversation, heard, thread, seller, signedIn, handBack, told } =
      await open();
    // The seller works in her own chat with the bot, from the same Telegram.
    await seller("rina", 801);
    account.connects();
    account.hears(sari, "kak mau nastar 2");
    const asked = await heard("Nastar");
    expect(asked).toMatchObject({ from: { id: 801 }, business_connection_id: account.connection().id });
    expect((await conversation()).holder).toBe("bot");
    account.tapped(sari, asked, labels(asked)[0] ?? "");
    await bot.until(() => account.saidByBot(sari).length > 1, "the answer to the tap");

    account.writesTo(sari, "Halo Kak, ini Rina sendiri ya");
    await expect.poll(async () => (await conversation()).holder, { timeout: 20_000 }).toBe(OWN_PHONE);
    const said = account.saidByBot(sari).length;
    account.hears(sari, "eh kak mau kastengel 3 cod ya");
    await expect.poll(async () => (await conversation()).unread, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
    expect(account.saidByBot(sari)).toHaveLength(said);
    const words = (await thread()).entries.map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(["Halo Kak, ini Rina sendiri ya", "eh kak mau kastengel 3 cod ya"]));

    // A colleague goes on in the console: that goes out in the same chat, and is no word from the phone.
    const { id } = await conversation();
    const replied = await (await signedIn("doni")).post(`/console/api/conversations/${id}/reply`, {
      text: "Kastengel 3 bisa Kak",
      id: crypto.randomUUID(),
    });
    expect(replied.status).toBeLessThan(300);
    await heard("Kastengel 3 bisa Kak");
    await bot.until(() => bot.unconfirmed() === 0, "its echo to be read");
    expect((await conversation()).holder).not.toBe(OWN_PHONE);
    expect(await database.prisma.inboxEvent.count({ where: { kind: "sellerWrote" } })).toBe(1);

    await handBack();
    await bot.until(() => account.saidByBot(sari).length > said + 1, "the bot to go on");
    expect((await conversation()).holder).toBe("bot");
    // Her own chat is her desk as before, and nobody was told anything anywhere else.
    expect(bot.messagesTo(901)).toEqual([]);
    bot.customer(801).says("/bantuan");
    await told(801, "/telepon");
    expect(await database.prisma.contact.count({ where: { externalId: { startsWith: "business:" } } })).toBe(1);
  });

  test("a seller who writes first from that account holds the chat; what may not be answered stands there with its reason", async () => {
    const { bot, account, sari, conversation, heard, thread, handBack, standing, restart, seller } = await open();
    await seller("rina", 801);
    account.connects();
    account.writesTo(sari, "Siang Kak, pesanannya sudah siap");
    await bot.until(() => bot.unconfirmed() === 0, "the words to be stored");
    expect(await conversation()).toMatchObject({ holder: OWN_PHONE, unread: 0 });
    expect(account.saidByBot(sari)).toEqual([]);

    const budi = bot.customer(902, { firstName: "Budi" });
    account.hears(budi, "halo");
    await bot.until(() => account.saidByBot(budi).length > 0, "an answer to Budi");
    await restart();
    account.connects({ can_reply: false });
    await handBack();
    account.hears(sari, "kak mau nastar 2");
    await expect
      .poll(async () => (await thread()).entries.at(-1), { timeout: 20_000 })
      .toMatchObject({
        status: "failed",
        error: businessReasons.mayNotReply,
      });
    expect(account.saidByBot(sari)).toEqual([]);
    expect(await standing()).toBe("mayNotReply");
    account.allows({ can_reply: true });
    account.hears(sari, "nastar 2 kak");
    await heard("Nastar");
    expect(await standing()).toBe("answers");
    account.disconnects();
    await expect.poll(standing).toBeUndefined();
  });

  test("only a colleague's own account counts, from when it is linked until they unlink it", async () => {
    const { bot, database, account, sari, heard, seller, signedIn } = await open();
    account.connects();
    account.hears(sari, "kak mau nastar 2");
    await bot.until(() => bot.unconfirmed() === 0, "the message to be let go");
    expect(await database.prisma.contact.count()).toBe(0);
    const rina = await seller("rina", 801);
    account.hears(sari, "kak?");
    await heard(/./);
    const said = account.saidByBot(sari).length;
    expect((await (await signedIn("rina")).post("/console/api/own-chat/unlink")).status).toBe(204);
    account.hears(sari, "masih di situ?");
    rina.says("halo");
    await bot.until(() => bot.unconfirmed() === 0, "the messages to be read");
    expect(account.saidByBot(sari)).toHaveLength(said);
    expect(await database.prisma.inboxEvent.count({ where: { body: { contains: "masih di situ" } } })).toBe(0);
  });
});
