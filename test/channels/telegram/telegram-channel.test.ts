import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import { createTelegramChannel, type TelegramDriver } from "../../../src/channels/telegram/telegram-channel.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../../fixtures/telegram/stand-in.ts";

const never = new AbortController().signal;

describe.each(["grammy", "telegraf"] as const)("a Telegram bot by %s", (driver: TelegramDriver) => {
  let bot: TelegramStandIn;
  let intake: RecordingIntake;
  let lines: string[];
  let stop: AbortController;
  const listening: Promise<void>[] = [];

  beforeEach(async () => {
    bot = await startTelegramStandIn();
    intake = new RecordingIntake();
    lines = [];
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await Promise.all(listening.splice(0));
    await bot.stop();
  });

  function create(options: { token?: string; apiRoot?: string; webhookUrl?: string } = {}) {
    const sink = new Writable({
      write(chunk, _, done) {
        lines.push(`${chunk}`);
        done();
      },
    });
    const log = pino({ level: "trace" }, sink);
    return createTelegramChannel({ token: bot.token, apiRoot: bot.apiRoot, driver, log, ...options });
  }

  async function open() {
    const channel = await create();
    listening.push(channel.listen("account", intake, stop.signal));
    await bot.until(bot.isPolled, "the bot to listen");
    return channel;
  }

  function delivery(message: { text: string; [part: string]: unknown }, rowId = randomUUID()) {
    return { rowId, contact: "1", message: OutgoingMessage.parse(message) };
  }

  it("goes by its own name and number", async () => {
    const channel = await create();
    expect([channel.accountExternalId, channel.accountName]).toEqual(["731000", "@toko_uji_bot"]);
  });

  it("is made although Telegram cannot be reached, so that the rest of the shop opens", async () => {
    const channel = await create({ apiRoot: "http://127.0.0.1:9" });
    expect([channel.accountExternalId, channel.accountName]).toEqual(["731000", "731000"]);
    expect(await channel.send(delivery({ text: "Halo" }), never)).toMatchObject({
      type: "retry",
      reason: "ECONNREFUSED",
    });
    expect(await channel.send(delivery({ text: "Halo" }), AbortSignal.abort())).toMatchObject({ type: "retry" });
  });

  it("refuses a token that cannot be one, and says which setting is meant", async () => {
    await expect(create({ token: "bukan-token" })).rejects.toThrow("TELEGRAM_BOT_TOKEN");
  });

  it("works against a Bot API server of one's own beneath a path", async () => {
    const channel = await create({ apiRoot: `${bot.apiRoot}/api/` });
    expect(channel.accountName).toBe("@toko_uji_bot");
  });

  it("offers its commands, the privacy one among them", async () => {
    await open();
    const commands = await bot.until(() => bot.setting("menuButton") && bot.setting("commands"), "the menu");
    expect(commands).toMatchObject([
      { command: "menu" },
      { command: "pesanan" },
      { command: "bantuan" },
      { command: "batal" },
      { command: "privacy" },
    ]);
  });

  it("listens also where the menu is refused", async () => {
    bot.fail("setMyCommands", { type: "serverError" });
    await open();
    bot.customer(1).says("kak");
    await intake.received("1");
  });

  it("shows that it is typing only once the message is stored, and once for a burst", async () => {
    const store = intake.holdsBack();
    const channel = await open();
    const sari = bot.customer(1);
    sari.says("kak");
    await intake.until(() => intake.offered === 1, "the message");
    // Whatever was called before this answer has reached Telegram by now.
    await channel.send(delivery({ text: "Sebentar ya" }), never);
    expect(bot.calls("sendChatAction")).toHaveLength(0);
    for (const text of ["mau pesen", "brownies 2", "cod ya"]) sari.says(text);
    store();
    await intake.received("1", 4);
    await bot.until(() => bot.calls("sendChatAction").length >= 2, "typing");
    await bot.redeliver();
    expect(bot.calls("sendChatAction")).toHaveLength(2);
  });

  it("answers a tap once, also when Telegram repeats it, and hears taps that it can't answer", async () => {
    const channel = await open();
    const sari = bot.customer(1);
    sari.says("kak");
    await intake.received("1");
    await channel.send(delivery({ text: "Ambil?", choices: [{ id: "yes", label: "Ya" }] }), never);
    const question = await bot.nextMessageTo(1);
    const tap = sari.taps(question, "Ya");
    await bot.until(() => bot.answerTo(tap) !== undefined, "the tap to be answered");
    await bot.redeliver();
    expect(bot.calls("answerCallbackQuery")).toHaveLength(1);
    bot.fail("answerCallbackQuery", { type: "dropBefore" });
    sari.taps(question, "Ya");
    await intake.received("1", 3);
  });

  it("a gesture that hangs holds nobody up", async () => {
    bot.fail("sendChatAction", { type: "silent" }, 100);
    await open();
    for (const text of ["satu", "dua", "tiga"]) {
      bot.customer(1).says(text);
      await bot.until(() => bot.unconfirmed() === 0, `"${text}" to be confirmed`, 1000);
    }
  });

  it("leaves out its gestures while Telegram wants fewer calls", async () => {
    bot.fail("sendChatAction", { type: "tooMany", retryAfter: 60 });
    const channel = await open();
    bot.customer(1).says("satu");
    await bot.until(() => bot.calls("sendChatAction").length === 1, "typing");
    await channel.send(delivery({ text: "Halo" }), never);
    bot.customer(1).says("dua");
    await intake.received("1", 2);
    await channel.send(delivery({ text: "Halo lagi" }), never);
    expect(bot.calls("sendChatAction")).toHaveLength(1);
  });

  it("takes the sharing key away also from a customer who typed the number instead", async () => {
    const channel = await open();
    const sari = bot.customer(1);
    sari.says("kak");
    await intake.received("1");
    await channel.send(delivery({ text: "Nomor HP-nya, Kak?", request: "phone" }), never);
    expect(sari.chat().keyboard).toBeDefined();
    await channel.send(delivery({ text: "Makasih, Kak" }), never);
    expect(sari.chat().keyboard).toBeUndefined();
  });

  it("counts the words as sent where only the map pin is refused", async () => {
    const channel = await open();
    bot.customer(1).says("di mana?");
    await intake.received("1");
    bot.fail("sendLocation", { type: "refused", code: 400, description: "Bad Request: wrong latitude specified" });
    const result = await channel.send(delivery({ text: "Di sini", location: { latitude: 1, longitude: 2 } }), never);
    expect(result).toMatchObject({ type: "sent", externalId: `${bot.messagesTo(1)[0]?.message_id}` });
  });

  it("stopped before a sending it sends nothing, stopped in the middle of one it does not claim to know", async () => {
    const channel = await open();
    bot.customer(1).says("kak");
    await intake.received("1");
    expect(await channel.send(delivery({ text: "Halo" }), AbortSignal.abort())).toMatchObject({ type: "retry" });
    expect(bot.calls("sendMessage")).toHaveLength(0);
    bot.fail("sendMessage", { type: "silent" });
    const halt = new AbortController();
    const sending = channel.send(delivery({ text: "Halo" }), halt.signal);
    await bot.until(() => bot.calls("sendMessage").length === 1, "the sending");
    halt.abort();
    expect(await sending).toMatchObject({ type: "unknown" });
  });

  it("a long text held up in the middle goes on where it was, and is sent once", async () => {
    const channel = await open();
    bot.customer(1).says("ceritain dong");
    await intake.received("1");
    const text = Array.from({ length: 300 }, (_, index) => `Kalimat nomor ${index + 1} dari cerita toko kami.`).join(
      "\n",
    );
    const long = delivery({ text });
    const first = channel.send(long, never);
    await bot.nextMessageTo(1);
    bot.fail("sendMessage", { type: "tooMany", retryAfter: 1 });
    expect(await first).toMatchObject({ type: "retry", afterMs: 1000 });
    expect(await channel.send(long, never)).toMatchObject({ type: "sent" });
    expect(
      bot
        .messagesTo(1)
        .map((message) => message.text)
        .join("\n"),
    ).toBe(text);
  });

  it("says how often it let something go, and what kind it was", async () => {
    const channel = await open();
    bot.pushes("message", {
      message_id: 5,
      date: 1,
      chat: { id: -5, type: "supergroup" },
      from: { id: 1, first_name: "Sari" },
      text: "grup",
    });
    bot.customer(1).says("kak");
    await intake.received("1");
    expect([...channel.ignored()]).toEqual([["message outside a private chat", 1]]);
  });

  it("writes no words, numbers or secrets into its log, whatever goes wrong", async () => {
    bot.fail("getMe", { type: "dropBefore" });
    bot.fail("setMyCommands", { type: "dropAfter" });
    bot.fail("deleteWebhook", { type: "dropBefore" });
    const channel = await open();
    bot.fail("sendChatAction", { type: "dropBefore" }, 10);
    intake.failsToStore(1);
    const sari = bot.customer(1);
    sari.says("alamat rahasia");
    sari.sharesContact({ phone: "6281234567001" });
    sari.sends({ pinned_message: { text: "alamat rahasia" } });
    await intake.received("1", 2);
    for (const fault of ["dropAfter", "dropBefore", "blocked"] as const) {
      bot.fail("sendMessage", { type: fault });
      await channel.send(delivery({ text: "balasan rahasia" }), never);
    }
    await create({ apiRoot: "http://127.0.0.1:9" });
    const log = lines.join("");
    expect(lines.length).toBeGreaterThan(4);
    for (const secret of ["rahasia", "6281234567001", bot.token, "AAstandin"]) expect(log).not.toContain(secret);
  });

  it("does not push over a webhook that it was told to use, and waits for Telegram to take it", async () => {
    bot.fail("setWebhook", { type: "serverError" });
    const channel = await create({ webhookUrl: "https://toko.example" });
    listening.push(channel.listen("account", intake, stop.signal));
    await expect.poll(() => channel.health().state, { timeout: 5000 }).toBe("live");
    expect(bot.calls("setWebhook").at(-1)?.params).toMatchObject({
      url: "https://toko.example/telegram/webhook",
      secret_token: expect.stringMatching(/^[A-Za-z0-9_-]{20,256}$/),
    });
    expect(bot.calls("setWebhook").at(-1)?.params).not.toHaveProperty("drop_pending_updates");
    expect(bot.calls("getUpdates")).toHaveLength(0);
  });
});
