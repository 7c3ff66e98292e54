import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/channels/channel.ts";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import type { PageYear } from "../../fixtures/whatsapp-web/stand-in-world.ts";
import { RelayIntake } from "./relay-intake.ts";
import { ShopOnWhatsAppWeb } from "./shop-on-whatsapp-web.ts";

const SARI = "6281234567001@c.us";
const BUDI = "6281234567002@c.us";
const OWN_NUMBER = "6281200000001@c.us";
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const years: readonly PageYear[] = ["before July 2026", "after September 2026"];

describe.each(years)("a shop's own number, on the page %s", (year) => {
  const relay = new RelayIntake();
  let shop: ShopOnWhatsAppWeb;
  let intake: RecordingIntake;
  beforeAll(async () => {
    shop = await ShopOnWhatsAppWeb.live({ year, intake: relay });
  });
  beforeEach(() => {
    intake = new RecordingIntake();
    relay.target = intake;
    shop.world.forgets();
  });
  afterAll(() => shop.close());

  function delivery(message: Partial<OutgoingMessage> & { text: string }, contact = SARI): Delivery {
    return { rowId: randomUUID(), contact, message: OutgoingMessage.parse(message) };
  }

  const send = (whole: Delivery) => shop.channel.send(whole, new AbortController().signal);

  it("hears which message is answered, and what was forwarded", async () => {
    shop.world.arrives(SARI, { body: "yang ini kak", quotedStanzaID: "3EB0AA", isForwarded: true, notifyName: "Sari" });
    expect(await intake.received(SARI)).toMatchObject([{ text: "yang ini kak", replyTo: "3EB0AA", forwarded: true }]);
    expect(intake.stored[0]?.sender).toEqual({ externalId: SARI, name: "Sari", phone: "+6281234567001" });
  });

  it("takes a picture with its caption, and fetches it only when somebody looks", async () => {
    shop.world.arrives(SARI, {
      type: "image",
      caption: "bukti transfer",
      file: { data: PIXEL, mimetype: "image/png" },
    });
    const [picture] = await intake.received(SARI);
    expect(picture).toMatchObject({ text: "bukti transfer", attachments: [{ kind: "photo", mime: "image/png" }] });
    const handle = picture?.type === "messageReceived" ? picture.attachments[0]?.externalId : undefined;
    const file = await shop.channel.media(`${handle}`, new AbortController().signal);
    expect(file).toMatchObject({ type: "file", mime: "image/png" });
    expect(file.type === "file" && Buffer.from(file.bytes).toString("base64")).toBe(PIXEL);
  });

  it("leaves a file that is too large with WhatsApp, and says when one is gone", async () => {
    const file = { data: PIXEL, mimetype: "video/mp4", size: 90_000_000 };
    shop.world.arrives(SARI, { type: "video", file });
    const [video] = await intake.received(SARI);
    const handle = video?.type === "messageReceived" ? video.attachments[0]?.externalId : undefined;
    const signal = new AbortController().signal;
    expect(await shop.channel.media(`${handle}`, signal)).toEqual({ type: "tooLarge" });
    expect(await shop.channel.media(`false_${SARI}_3A99`, signal)).toEqual({ type: "gone" });
  });

  it("takes a voice note as one, for a person to hear", async () => {
    shop.world.arrives(SARI, { type: "ptt", file: { data: PIXEL, mimetype: "audio/ogg; codecs=opus" } });
    expect(await intake.received(SARI)).toMatchObject([
      { text: "", attachments: [{ kind: "voice", mime: "audio/ogg; codecs=opus" }] },
    ]);
  });

  it("never takes somebody else's contact card for the sender's own", async () => {
    const body = "BEGIN:VCARD\nVERSION:3.0\nFN:Pak RT\nTEL;waid=628999000111:+62 899-9000-111\nEND:VCARD";
    shop.world.arrives(SARI, { type: "vcard", body });
    expect(await intake.received(SARI)).toEqual([
      { type: "contactShared", phone: "+628999000111", own: false, name: "Pak RT" },
    ]);
  });

  it("reads a poll vote as the words of the option", async () => {
    const pollOptions = ["Hari ini", "Besok"].map((name, localId) => ({ name, localId }));
    const poll = shop.world.arrives(SARI, { fromMe: true, type: "poll_creation", pollName: "Kapan?", pollOptions });
    await intake.until(() => intake.stored.length > 0, "the poll");
    shop.world.votes(poll, SARI, [1]);
    const [, vote] = await intake.received(SARI, 2);
    expect(vote).toMatchObject({ type: "messageReceived", text: "Besok", replyTo: poll.id });
  });

  it("hears the shop's own 🤖 under a message as a hand-back, and no other reaction", async () => {
    const said = shop.world.arrives(SARI, { body: "jadi ya" });
    await intake.received(SARI);
    shop.world.reacts(said, SARI, "🤖");
    shop.world.reacts(said, OWN_NUMBER, "👍");
    shop.world.reacts(said, OWN_NUMBER, "🤖");
    expect((await intake.received(SARI, 2)).slice(1)).toEqual([{ type: "handedBack", staff: "own-phone" }]);
  });

  it("hears that a message was taken back", async () => {
    const said = shop.world.arrives(SARI, { body: "pesan 20" });
    await intake.received(SARI);
    shop.world.takesBack(said);
    expect((await intake.received(SARI, 2))[1]).toEqual({ type: "messageDeleted", platformId: said.id });
  });

  it("knows a customer whose number is hidden, and answers there", async () => {
    const hidden = "990000000000001@lid";
    shop.world.arrives(hidden, { body: "halo" });
    await intake.received(hidden);
    expect(intake.stored[0]?.sender).toEqual({ externalId: hidden });
    expect(await send(delivery({ text: "Halo, Kak" }, hidden))).toMatchObject({ type: "sent" });
    expect(shop.world.seenBy(hidden)).toHaveLength(1);
  });

  it("knows a customer by the number although the chat has moved to a hidden id", async () => {
    const [number, hidden] = ["6281234567009@c.us", `99000000000${years.indexOf(year)}009@lid`];
    shop.world.knows(number, hidden);
    shop.world.arrives(hidden, { body: "masih saya" });
    await intake.received(number);
    expect(intake.stored[0]?.sender.phone).toBe("+6281234567009");
    await send(delivery({ text: "Siap, Kak" }, number));
    expect(shop.world.seenBy(hidden).map(({ body }) => body)).toEqual(["Siap, Kak"]);
  });

  it("hears a ringing call once, tries to refuse it, and leaves the shop's own calls alone", async () => {
    shop.world.calls(BUDI, { outgoing: true });
    const id = shop.world.calls(SARI, { isVideo: true });
    const [call] = await intake.received(SARI);
    expect(call).toEqual({ type: "callMissed", phone: "+6281234567001", video: true });
    await shop.world.until(() => shop.world.acts.some((act) => act.type === "rejected" && act.id === id), "a refusal");
    shop.world.arrives(SARI, { body: "kok ditolak" });
    await intake.received(SARI, 2);
    expect(intake.stored.map(({ body }) => body.type)).toEqual(["callMissed", "messageReceived"]);
  });

  it("passes on that a message was delivered and read", async () => {
    const sent = await send(delivery({ text: "Halo, Kak" }));
    const externalId = sent.type === "sent" ? sent.externalId : "";
    const [shown] = shop.world.seenBy(SARI);
    if (!shown) throw new Error("nothing was shown");
    shop.world.acks(shown, 2);
    shop.world.acks(shown, 3);
    await intake.until(() => intake.receipts.length === 2, "two receipts");
    expect(intake.receipts).toEqual([
      { externalId, status: "delivered" },
      { externalId, status: "read" },
    ]);
  });

  it("tells what the seller writes on the own phone from what the bot writes", async () => {
    await send(delivery({ text: "Siap, Kak" }));
    shop.world.arrives(SARI, { fromMe: true, body: "Siap, Kak" });
    shop.world.arrives(BUDI, { fromMe: true, body: "Pak Budi, barangnya ada" });
    await intake.received(BUDI);
    expect(intake.stored.map(({ sender, body }) => [sender.externalId, body])).toEqual([
      [SARI, { type: "sellerWrote", text: "Siap, Kak", attachments: [] }],
      [BUDI, { type: "sellerWrote", text: "Pak Budi, barangnya ada", attachments: [] }],
    ]);
  });

  it("says nothing where the seller has just begun to write", async () => {
    const sending = send(delivery({ text: "Totalnya Rp50.000, Kak. ".repeat(30) }));
    shop.world.arrives(SARI, { fromMe: true, body: "saya saja yang jawab" });
    expect(await sending).toMatchObject({ type: "retry", held: true });
    expect(shop.world.seenBy(SARI).map(({ body }) => body)).toEqual(["saya saja yang jawab"]);
  });

  it("sends a picture with its words, a card to save and a pin", async () => {
    const message = {
      text: "Ini QRIS-nya, Kak",
      image: { data: PIXEL, mime: "image/png" as const },
      contactCard: { name: "Toko Melati", phone: "+6281200000001" },
      location: { latitude: -6.37, longitude: 106.83 },
    };
    expect(await send(delivery(message))).toMatchObject({ type: "sent", externalId: shop.world.seenBy(SARI)[0]?.id });
    const [picture, pin, card] = shop.world.seenBy(SARI);
    expect(picture).toMatchObject({ type: "image", caption: "Ini QRIS-nya, Kak", file: { data: PIXEL } });
    expect(pin).toMatchObject({ type: "location", lat: -6.37, lng: 106.83 });
    expect(card).toMatchObject({ type: "vcard", vcardFormattedName: "Toko Melati" });
  });

  it("takes a note to the own number for nobody's chat", async () => {
    for (const own of ["6281200000001@c.us", "111100001111@lid"])
      shop.world.arrives(own, { fromMe: true, body: "ingat beli gula" });
    shop.world.arrives(SARI, { body: "kak" });
    await intake.received(SARI);
    expect(intake.stored).toHaveLength(1);
    await shop.world.until(() => shop.world.unread() === 0, "the chat to be seen");
  });

  it("shows that it has seen and that it types", async () => {
    shop.world.acts.length = 0;
    shop.world.arrives(SARI, { body: "kak" });
    await intake.received(SARI);
    await shop.world.until(() => shop.world.unread() === 0, "the chat to be seen");
    await send(delivery({ text: "Halo, Kak" }));
    expect(shop.world.acts.map(({ type }) => type)).toEqual(["seen", "typing"]);
  });

  it("sends a message whose record was lost once, however often it is told to", async () => {
    const row = delivery({ text: "Pesanan diterima, Kak" });
    const first = await send(row);
    expect(await shop.channel.evidence(row)).toEqual(first);
    expect(await send(row)).toEqual(first);
    expect(shop.world.seenBy(SARI)).toHaveLength(1);
    expect(await shop.channel.evidence(delivery({ text: "Tak pernah dikirim" }))).toMatchObject({ type: "retry" });
  });

  it("writes no more than the pace allows, says so, and goes on when the owner allows more", async () => {
    const { connection } = shop.channel;
    for (let sent = connection.pace().sentLastHour; sent < 10; sent += 1)
      await send(delivery({ text: `Kabar ke-${sent}, Kak` }));
    connection.setPace({ perHour: 1 });
    expect(connection.pace()).toMatchObject({ perHour: 10, fullUntil: expect.any(Number) });
    const held = await send(delivery({ text: "Satu lagi, Kak" }));
    expect(held).toMatchObject({ type: "retry", held: true });
    expect(held.type === "retry" && held.afterMs).toBeGreaterThan(60_000);
    expect(shop.channel.health()).toMatchObject({
      state: "live",
      detail: expect.stringContaining("as much as is safe"),
    });
    connection.setPace({ perHour: 120 });
    expect(await send(delivery({ text: "Satu lagi, Kak" }))).toMatchObject({ type: "sent" });
  });
});
