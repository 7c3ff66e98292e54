import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import { rememberedConnections } from "../../../src/channels/telegram/business-connections.ts";
import { businessReasons } from "../../../src/channels/telegram/telegram.words.ts";
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramDriver,
} from "../../../src/channels/telegram/telegram-channel.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { startTelegramStandIn, type TelegramStandIn } from "../../fixtures/telegram/stand-in.ts";
import type { StandInBusiness } from "../../fixtures/telegram/stand-in-business.ts";
import type { StandInCustomer } from "../../fixtures/telegram/stand-in-customer.ts";

const never = new AbortController().signal;
const HOUR = 60 * 60_000;
const CONTACT = "business:5001:7001";
const isRinas = async (account: string) => account === "5001";
const wrote = { type: "messageReceived", attachments: [], forwarded: false };

describe.each(["grammy", "telegraf"] as const)("a seller's own account, with the bot connected by %s", (driver) => {
  let bot: TelegramStandIn;
  let intake: RecordingIntake;
  let rina: StandInBusiness;
  let sari: StandInCustomer;
  let later: number;
  let listening: { stop: AbortController; ended: Promise<void> } | undefined;
  const connections = { now: rememberedConnections(isRinas) };

  beforeEach(async () => {
    later = 0;
    bot = await startTelegramStandIn({ now: () => Date.now() + later });
    intake = new RecordingIntake();
    connections.now = rememberedConnections(isRinas);
    rina = bot.business(5001);
    sari = bot.customer(7001, { firstName: "Sari", username: "sari_d" });
  });
  afterEach(async () => {
    await close();
    await bot.stop();
  });

  async function open(library: TelegramDriver = driver): Promise<TelegramChannel> {
    const log = pino({ level: "silent" });
    const records = { connections: connections.now };
    const channel = await createTelegramChannel({
      token: bot.token,
      apiRoot: bot.apiRoot,
      driver: library,
      log,
      ...records,
    });
    const stop = new AbortController();
    listening = { stop, ended: channel.listen("account", intake, stop.signal) };
    await bot.until(bot.isPolled, "the bot to listen");
    return channel;
  }
  async function close() {
    listening?.stop.abort();
    await listening?.ended;
  }
  async function allConfirmed() {
    await bot.until(() => bot.unconfirmed() === 0, "all updates to be confirmed");
  }
  function send(channel: TelegramChannel, message: { text: string; [part: string]: unknown }, toEdit?: string) {
    const delivery = { rowId: randomUUID(), contact: CONTACT, message: OutgoingMessage.parse(message) };
    return channel.send({ ...delivery, ...(toEdit ? { externalIdToEdit: toEdit } : {}) }, never);
  }
  const said = () => rina.saidByBot(sari).map(({ text }) => text);

  it("a customer who writes there is a contact of their own, and is answered there and nowhere else", async () => {
    const channel = await open();
    rina.connects();
    sari.says("halo bot");
    const message = rina.hears(sari, "halo kak");
    await intake.received(CONTACT);
    await intake.received("7001");
    expect(intake.from(CONTACT)).toEqual([{ ...wrote, text: "halo kak" }]);
    expect(intake.from("7001")).toEqual([{ ...wrote, text: "halo bot" }]);
    expect(intake.stored.find(({ sender }) => sender.externalId === CONTACT)).toMatchObject({
      sender: { name: "Sari", username: "sari_d" },
      platformId: `${message.message_id}`,
    });
    expect(await send(channel, { text: "Halo Kak Sari" })).toMatchObject({ type: "sent" });
    expect(said()).toEqual(["Halo Kak Sari"]);
    expect(bot.messagesTo(7001)).toEqual([]);
  });

  it("what the seller types is the seller's, also to who never wrote; nothing that a machine sent is", async () => {
    const channel = await open();
    rina.connects();
    rina.writesTo(sari, "Siang Kak, pesanannya siap");
    await intake.received(CONTACT);
    rina.hears(sari, "oke");
    await intake.received(CONTACT, 2);
    await send(channel, { text: "Siap Kak" });
    rina.writesTo(sari, "Selamat datang di toko kami", { is_from_offline: true });
    rina.hears(sari, { photo: [{ file_id: "foto" }], caption: "kayak gini" });
    await intake.received(CONTACT, 3);
    rina.writesTo(sari, "", { text: undefined, location: { latitude: -6.4, longitude: 106.8 } });
    await intake.received(CONTACT, 4);
    await bot.redeliver();
    expect(intake.from(CONTACT)).toEqual([
      { type: "sellerWrote", text: "Siang Kak, pesanannya siap", attachments: [] },
      { ...wrote, text: "oke" },
      { ...wrote, text: "kayak gini", attachments: [{ kind: "photo", externalId: "foto" }] },
      { type: "sellerWrote", text: "-6.4, 106.8", attachments: [] },
    ]);
    expect(intake.stored[0]?.sender).toEqual({ externalId: CONTACT, name: "Sari", username: "sari_d" });
    expect(channel.ignored().get("echo of a bot")).toBeGreaterThan(0);
    expect(channel.ignored().get("automatic business message")).toBeGreaterThan(0);
  });

  it("a button there is tapped by the customer alone, and what asks for more than a button is asked in words", async () => {
    const channel = await open();
    rina.connects();
    rina.hears(sari, "kak");
    await intake.received(CONTACT);
    await send(channel, { text: "Ambil?", choices: [{ id: "yes", label: "Ya" }] });
    await send(channel, { text: "Nomornya?", request: "phone", menu: "usual" });
    const [question, asked] = rina.saidByBot(sari);
    if (!question) throw new Error("nothing was asked");
    expect(asked?.text).toBe("Nomornya?");
    const own = rina.tapped(sari, question, "Ya", rina.user);
    const tap = rina.tapped(sari, question, "Ya");
    await intake.received(CONTACT, 2);
    await bot.until(() => bot.answerTo(own) !== undefined && bot.answerTo(tap) !== undefined, "both taps answered");
    expect(intake.from(CONTACT).slice(1)).toMatchObject([{ type: "choicePicked", choice: "yes", label: "Ya" }]);
    expect(bot.calls("deleteMyCommands")).toEqual([]);
  });

  it("the customer sees typing and the message as read where the bot holds the chat and the account allows it", async () => {
    await open();
    rina.connects();
    const first = rina.hears(sari, "kak");
    await bot.until(() => rina.chatWith(sari).readUpTo === first.message_id, "the message read");
    await bot.until(() => bot.calls("sendChatAction").length === 1, "typing");
    expect(bot.calls("sendChatAction")[0]?.params).toMatchObject({ business_connection_id: rina.connection().id });
    intake.held.add(CONTACT);
    rina.hears(sari, "halo?");
    await intake.received(CONTACT, 2);
    intake.held.clear();
    rina.allows({ can_reply: true });
    rina.hears(sari, "ada orang?");
    await bot.until(() => bot.calls("sendChatAction").length === 2, "typing again");
    expect(bot.calls("readBusinessMessage")).toHaveLength(1);
  });

  it("words are replaced in place, and a changed word of the customer's is heard", async () => {
    const channel = await open();
    rina.connects();
    const message = rina.hears(sari, "2 box");
    await intake.received(CONTACT);
    const sent = await send(channel, { text: "Sebentar" });
    await send(channel, { text: "2 box ya Kak" }, sent.type === "sent" ? sent.externalId : "");
    expect(said()).toEqual(["2 box ya Kak"]);
    rina.hearsEdit(sari, message, "3 box");
    await intake.received(CONTACT, 2);
    expect(intake.from(CONTACT)[1]).toMatchObject({ type: "messageEdited", text: "3 box" });
  });

  it("connected anew it is the same chat, also after a restart in which the news was missed", async () => {
    let channel = await open();
    rina.connects();
    rina.hears(sari, "kak");
    await intake.received(CONTACT);
    rina.connects();
    rina.hears(sari, "masih ada?");
    await intake.received(CONTACT, 2);
    expect(await send(channel, { text: "Masih Kak" })).toMatchObject({ type: "sent" });
    await close();
    channel = await open();
    expect(await send(channel, { text: "Jadi pesan?" })).toMatchObject({ type: "sent" });
    await close();
    // The shop's database is of a time before the connection was made.
    connections.now = rememberedConnections(isRinas);
    channel = await open();
    rina.hears(sari, "jadi");
    await intake.received(CONTACT, 3);
    expect(await send(channel, { text: "Siap" })).toMatchObject({ type: "sent" });
    expect(said()).toEqual(["Masih Kak", "Jadi pesan?", "Siap"]);
  });

  it("while Telegram does not say whose account it is, the message waits with Telegram and is not lost", async () => {
    await open();
    bot.pushes("business_message", {});
    rina.connects();
    await allConfirmed();
    await close();
    connections.now = rememberedConnections(isRinas);
    bot.fail("getBusinessConnection", { type: "serverError" }, 1);
    rina.hears(sari, "kak");
    await open();
    await intake.received(CONTACT);
    expect(intake.from(CONTACT)).toEqual([{ ...wrote, text: "kak" }]);
  });

  it("where the bot may not answer, staff read why beside what it wanted to say, and what is written there is heard", async () => {
    const channel = await open();
    rina.connects({ can_read_messages: true });
    rina.hears(sari, "kak");
    await intake.received(CONTACT);
    expect(await send(channel, { text: "Halo" })).toEqual({ type: "rejected", reason: businessReasons.mayNotReply });
    rina.allows({ can_reply: true });
    await allConfirmed();
    expect(await send(channel, { text: "Halo" })).toMatchObject({ type: "sent" });
    later = 25 * HOUR;
    expect(await send(channel, { text: "Masih mau?" })).toEqual({ type: "rejected", reason: businessReasons.tooLate });
    rina.hears(sari, "mau");
    await intake.received(CONTACT, 2);
    expect(await send(channel, { text: "Siap" })).toMatchObject({ type: "sent" });
    bot.fail("sendMessage", { type: "blocked" });
    expect(await send(channel, { text: "Lagi" })).toMatchObject({ type: "rejected" });
    rina.disconnects();
    expect(await send(channel, { text: "Halo?" })).toEqual({ type: "rejected", reason: businessReasons.notConnected });
    await allConfirmed();
    expect(await send(channel, { text: "Halo?" })).toEqual({ type: "rejected", reason: businessReasons.notConnected });
    expect(said()).toEqual(["Halo", "Siap"]);
  });

  it("who does not work for the shop may connect the bot as they like: nothing is read or said in their chats", async () => {
    const channel = await open();
    const stranger = bot.business(6001);
    stranger.connects();
    stranger.hears(sari, "halo, ini siapa?");
    stranger.writesTo(sari, "ini urusan saya");
    await allConfirmed();
    expect(intake.stored).toEqual([]);
    const delivery = {
      rowId: randomUUID(),
      contact: "business:6001:7001",
      message: OutgoingMessage.parse({ text: "Halo" }),
    };
    expect(await channel.send(delivery, never)).toMatchObject({ type: "rejected" });
    expect(stranger.saidByBot(sari)).toEqual([]);
  });

  it("a colleague's link opened there opens nothing, and other bots and Telegram's own notices are left alone", async () => {
    await open();
    rina.connects();
    const entities = [{ type: "bot_command", offset: 0, length: 6 }];
    rina.hears(sari, { text: "/start staf-rahasia", entities });
    await intake.received(CONTACT);
    expect(intake.from(CONTACT)).toEqual([{ type: "chatStarted" }]);
    rina.hears(bot.customer(777_000), "Login code: 12345");
    rina.writesTo(bot.customer(42, { username: "BotFather_bot" }), "/newbot");
    rina.hears(bot.customer(5001), "catatan sendiri");
    await allConfirmed();
    expect(intake.stored).toHaveLength(1);
    expect(JSON.stringify(intake.stored)).not.toContain("rahasia");
  });
});
