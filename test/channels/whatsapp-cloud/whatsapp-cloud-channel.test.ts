import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { Writable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Delivery, MOST_MEDIA_BYTES } from "../../../src/channels/channel.ts";
import { OutgoingMessage } from "../../../src/channels/message.ts";
import type { CloudRecords } from "../../../src/channels/whatsapp-cloud/records.ts";
import {
  createWhatsAppCloudChannel,
  type WhatsAppCloudChannel,
  type WhatsAppCloudOptions,
} from "../../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts";
import { RecordingIntake } from "../../contracts/recording-intake.ts";
import { type GraphStandIn, startGraphStandIn } from "../../fixtures/whatsapp-cloud/stand-in.ts";
import { type GraphCustomer, keysOf, wordsIn } from "../../fixtures/whatsapp-cloud/stand-in-customer.ts";

const never = new AbortController().signal;
const SARI = { phone: "6281234567001", userId: "ID.13491208655302741", name: "Sari" };
const HOUR = 60 * 60_000;
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a number on the WhatsApp Cloud API", () => {
  let graph: GraphStandIn;
  let intake: RecordingIntake;
  let time: number;
  let sari: GraphCustomer;
  let lines: string[];
  let records: CloudRecords;
  const closing: (() => unknown)[] = [];

  beforeEach(async () => {
    time = Date.now();
    const templates = new Map([["kabar_toko", "id"]]);
    graph = await startGraphStandIn({ now: () => time, templates });
    intake = new RecordingIntake();
    lines = [];
    records = { known: async () => [], sentByUs: async () => new Set(), unreachedSince: async () => undefined };
    sari = graph.customer(SARI);
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await graph.stop();
  });

  function create(options: Partial<WhatsAppCloudOptions> = {}): Promise<WhatsAppCloudChannel> {
    const sink = new Writable({
      write(chunk, _, done) {
        lines.push(`${chunk}`);
        done();
      },
    });
    const { token, phoneNumberId, appSecret, verifyToken, apiRoot } = graph;
    const log = pino({ level: "trace" }, sink);
    const access = { token, phoneNumberId, appSecret, verifyToken, apiRoot, records };
    return createWhatsAppCloudChannel({ ...access, log, clock: () => time, evidencePatienceMs: 2000, ...options });
  }

  /** A channel that hears: Sari has just written. */
  async function open(options: Partial<WhatsAppCloudOptions> = {}): Promise<WhatsAppCloudChannel> {
    const channel = await create(options);
    const shop: FastifyInstance = Fastify({ forceCloseConnections: true });
    await shop.register(channel.webhook("account", intake));
    const url = await shop.listen({ port: 0, host: "127.0.0.1" });
    closing.push(() => shop.close());
    await graph.webhook.subscribe(`${url}/webhooks/whatsapp`, graph.verifyToken);
    sari.says("kak");
    await intake.received(SARI.userId);
    return channel;
  }

  function delivery(message: { text: string; [part: string]: unknown }, more: Partial<Delivery> = {}): Delivery {
    const base = { rowId: randomUUID(), contact: SARI.userId, customerAt: time };
    return { ...base, message: OutgoingMessage.parse(message), ...more };
  }

  const words = () => sari.screen().map(wordsIn);

  describe("by name", () => {
    it("goes by its verified name and its id", async () => {
      const channel = await create();
      expect([channel.name, channel.accountExternalId, channel.accountName]).toEqual([
        "whatsapp-cloud",
        graph.phoneNumberId,
        "Dapur Bu Ratna",
      ]);
    });

    it("is made although the platform cannot be reached, so that the rest of the shop opens", async () => {
      const channel = await create({ apiRoot: await nobodyThere() });
      expect(channel.accountName).toBe(graph.phoneNumberId);
      expect(await channel.send(delivery({ text: "Halo" }), never)).toMatchObject({
        type: "retry",
        reason: "ECONNREFUSED",
      });
      expect(await channel.send(delivery({ text: "Halo" }), AbortSignal.abort())).toMatchObject({ type: "retry" });
    });

    it("refuses an address without a version, and says which setting is meant", async () => {
      await expect(create({ apiRoot: "https://graph.facebook.com" })).rejects.toThrow("WHATSAPP_CLOUD_API_ROOT");
    });
  });

  describe("what it sends", () => {
    it("reaches a customer by number as well as by business-scoped id", async () => {
      const channel = await open();
      for (const contact of [SARI.phone, SARI.userId])
        expect(await channel.send(delivery({ text: contact }, { contact }), never)).toMatchObject({ type: "sent" });
      expect(words()).toEqual([SARI.phone, SARI.userId]);
      expect(graph.calls("POST messages").map(({ body }) => [body.to, body.recipient])).toEqual([
        [SARI.phone, undefined],
        [undefined, SARI.userId],
      ]);
    });

    it.each([
      [3, 20, "button"],
      [4, 20, "list"],
      [2, 24, "list"],
      [10, 24, "list"],
      [11, 5, undefined],
      [2, 25, undefined],
    ])("%i choices of up to %i letters are shown as %s", async (count, length, kind) => {
      const channel = await open();
      const choices = Array.from({ length: count }, (_, index) => ({
        id: `c${index}`,
        label: `${index}`.padEnd(length, "x"),
      }));
      await channel.send(delivery({ text: "Pilih ya, Kak", choices }), never);
      const [shown] = sari.screen();
      expect(shown?.content.interactive).toEqual(kind ? expect.objectContaining({ type: kind }) : undefined);
      if (!kind && shown) expect(wordsIn(shown)).toContain(`${count}. ${choices.at(-1)?.label}`);
    });

    it("two choices that read alike are numbered: the platform refuses such buttons", async () => {
      const channel = await open();
      const choices = ["a", "b"].map((id) => ({ id, label: "Ya" }));
      expect(await channel.send(delivery({ text: "Yang mana?", choices }), never)).toMatchObject({ type: "sent" });
      expect(words()).toEqual(["Yang mana?\n\n1. Ya\n2. Ya"]);
    });

    it("a long question is told whole, its buttons beneath the last part", async () => {
      const channel = await open();
      const text = Array.from({ length: 100 }, (_, index) => `Baris ${index + 1} dari rincian pesanan Kakak.`).join(
        "\n",
      );
      await channel.send(delivery({ text, choices: [{ id: "yes", label: "Ya" }] }), never);
      expect(words().join("\n")).toBe(text);
      expect(
        sari
          .screen()
          .map(({ type }) => type)
          .at(-1),
      ).toBe("interactive");
    });

    it("asks for a position by the platform's own key", async () => {
      const channel = await open();
      await channel.send(delivery({ text: "Di mana, Kak?", request: "location" }), never);
      const [shown] = sari.screen();
      expect(keysOf(shown?.content.interactive)).toMatchObject([{ kind: "location" }]);
      if (shown) sari.taps(shown, "Kirim lokasi");
      expect((await intake.received(SARI.userId, 2)).at(-1)).toMatchObject({ type: "locationShared" });
    });

    it("what can be tapped is told in words where the platform refuses it", async () => {
      const channel = await open();
      const code = { type: "refused", status: 400, code: 131009 } as const;
      for (const more of [{ request: "phone" }, { choices: [{ id: "y", label: "Ya" }] }]) {
        graph.fail("POST messages", code);
        expect(await channel.send(delivery({ text: "Nomor HP-nya, Kak?", ...more }), never)).toMatchObject({
          type: "sent",
        });
      }
      expect(words()).toEqual(["Nomor HP-nya, Kak?", "Nomor HP-nya, Kak?\n\n1. Ya"]);
      graph.fail("POST messages", code, 2);
      expect(await channel.send(delivery({ text: "Nomor?", request: "phone" }), never)).toMatchObject({
        type: "rejected",
      });
    });

    it("a picture goes with its words, and above its buttons", async () => {
      const channel = await open();
      const image = { data: PNG.toString("base64"), mime: "image/png" };
      await channel.send(delivery({ text: "Brownies keju", image }), never);
      await channel.send(delivery({ text: "Mau ini?", image, choices: [{ id: "y", label: "Mau" }] }), never);
      const [plain, asking] = sari.screen();
      expect(plain).toMatchObject({ type: "image", content: { image: { caption: "Brownies keju" } } });
      expect(asking).toMatchObject({ type: "interactive", content: { interactive: { header: { type: "image" } } } });
      expect(graph.calls("POST media")).toHaveLength(2);
    });

    it("a picture that the platform shows only as a file is sent as one", async () => {
      const channel = await open();
      const image = { data: PNG.toString("base64"), mime: "image/webp" };
      await channel.send(delivery({ text: "Brownies keju", image }), never);
      expect(sari.screen()).toMatchObject([{ type: "document", content: { document: { caption: "Brownies keju" } } }]);
    });

    it("a picture that is refused takes nothing from the words", async () => {
      const channel = await open();
      graph.fail("POST media", { type: "refused", status: 400, code: 131053 });
      const image = { data: PNG.toString("base64"), mime: "image/png" };
      expect(await channel.send(delivery({ text: "Brownies keju", image }), never)).toMatchObject({ type: "sent" });
      expect(sari.screen()).toMatchObject([{ type: "text" }]);
    });

    it("an upload whose answer was lost is made again, and the picture is shown once", async () => {
      const channel = await open();
      graph.fail("POST media", { type: "dropAfter" });
      const picture = delivery({ text: "Brownies", image: { data: PNG.toString("base64"), mime: "image/png" } });
      expect(await channel.send(picture, never)).toMatchObject({ type: "retry" });
      expect(await channel.send(picture, never)).toMatchObject({ type: "sent" });
      expect(words()).toEqual(["Brownies"]);
    });

    it("a card to call, and the words after it", async () => {
      const channel = await open();
      const contactCard = { name: "Dapur Bu Ratna", phone: "+6281200000001" };
      await channel.send(delivery({ text: "Ini nomor kami", contactCard }), never);
      expect(sari.screen()).toMatchObject([
        {
          type: "contacts",
          content: { contacts: [{ phones: [{ phone: "+6281200000001", wa_id: "6281200000001" }] }] },
        },
        { type: "text" },
      ]);
    });

    it("a long text held up in the middle goes on where it was, and is sent once", async () => {
      const channel = await open();
      const text = Array.from({ length: 300 }, (_, index) => `Kalimat nomor ${index + 1} dari cerita toko.`).join("\n");
      const long = delivery({ text });
      const first = channel.send(long, never);
      await sari.hears();
      graph.fail("POST messages", { type: "refused", status: 429, code: 130429 });
      expect(await first).toMatchObject({ type: "retry" });
      expect(await channel.send(long, never)).toMatchObject({ type: "sent" });
      expect(words().join("\n")).toBe(text);
    });
  });

  describe("the 24 hours", () => {
    const late = { customerAt: 0 };

    it("outside of them nothing goes out without a template, and staff read why", async () => {
      const channel = await open();
      for (const customerAt of [time - 24 * HOUR, 0])
        expect(await channel.send(delivery({ text: "Halo" }, { customerAt }), never)).toEqual({
          type: "rejected",
          reason: expect.stringContaining("24 jam"),
        });
      const { customerAt: _, ...unknown } = delivery({ text: "Halo" });
      expect(await channel.send(unknown, never)).toMatchObject({ type: "rejected" });
      expect(graph.calls("POST messages")).toEqual([]);
      expect(await channel.send(delivery({ text: "Halo" }, { customerAt: time - 23 * HOUR }), never)).toMatchObject({
        type: "sent",
      });
    });

    it("a reply and news of an order go as the template, in one line, with what cannot go along in words", async () => {
      const channel = await open({ template: "kabar_toko" });
      const choices = [{ id: "y", label: "Ya" }];
      const contactCard = { name: "Bu Ratna", phone: "+6281200000001" };
      const message = { text: "Pesanan siap.\n\nDiambil\tkapan?", choices, contactCard };
      for (const purpose of ["reply", "order"])
        expect(await channel.send(delivery(message, { ...late, purpose }), never)).toMatchObject({ type: "sent" });
      const text = "Pesanan siap. · Diambil kapan? · 1. Ya · Bu Ratna +6281200000001";
      expect(sari.screen()[0]?.content.template).toEqual({
        name: "kabar_toko",
        language: { code: "id" },
        components: [{ type: "body", parameters: [{ type: "text", text }] }],
      });
    });

    it("a promo or a reminder never goes as the template", async () => {
      const channel = await open({ template: "kabar_toko" });
      for (const purpose of ["promo", "reminder"])
        expect(await channel.send(delivery({ text: "Diskon!" }, { ...late, purpose }), never)).toMatchObject({
          type: "rejected",
        });
      expect(sari.screen()).toEqual([]);
    });

    it("words too long for a template are not cut short", async () => {
      const channel = await open({ template: "kabar_toko" });
      const result = await channel.send(delivery({ text: "x".repeat(1000) }, late), never);
      expect(result).toEqual({ type: "rejected", reason: expect.stringContaining("terlalu panjang") });
    });

    it("a template that is not there is told by its setting", async () => {
      const channel = await open({ template: "salah" });
      const result = await channel.send(delivery({ text: "Halo" }, late), never);
      expect(result).toEqual({ type: "rejected", reason: expect.stringContaining("WHATSAPP_CLOUD_TEMPLATE") });
    });

    it("where the platform counts differently, the template goes at once", async () => {
      const channel = await open({ template: "kabar_toko" });
      time += 25 * HOUR;
      expect(await channel.send(delivery({ text: "Halo" }), never)).toMatchObject({ type: "sent" });
      expect(sari.screen()).toMatchObject([{ type: "template" }]);
    });
  });

  describe("when the platform says no", () => {
    it.each([
      [131056, 400, "retry", 6_000],
      [130429, 429, "retry", 1_000],
      [80007, 400, "retry", 60_000],
      [4, 403, "retry", 60_000],
      [131016, 503, "retry", 1_000],
      [190, 401, "retry", 60_000],
      [10, 403, "retry", 60_000],
      [131026, 400, "rejected", 0],
      [131030, 400, "rejected", 0],
      [131047, 400, "rejected", 0],
      [131049, 400, "rejected", 0],
      [131009, 400, "rejected", 0],
    ])("code %i (HTTP %i) means %s", async (code, status, type, atLeast) => {
      const channel = await open();
      graph.fail("POST messages", { type: "refused", status, code });
      const result = await channel.send(delivery({ text: "Halo" }), never);
      expect(result.type).toBe(type);
      if (result.type === "retry") expect(result.afterMs).toBeGreaterThanOrEqual(atLeast);
      expect(sari.screen()).toEqual([]);
    });

    it("what it could not even try is never given up, what was refused is in the end", async () => {
      const channel = await open();
      graph.fail("POST messages", { type: "refused", status: 401, code: 190 });
      expect(await channel.send(delivery({ text: "Halo" }), never)).toMatchObject({ type: "retry", held: true });
      graph.fail("POST messages", { type: "refused", status: 500, code: 131000 });
      expect(await channel.send(delivery({ text: "Halo" }), never)).not.toHaveProperty("held");
      const away = await create({ apiRoot: await nobodyThere() });
      expect(await away.send(delivery({ text: "Halo" }), never)).toMatchObject({ type: "retry", held: true });
    });

    it("a pause that it asks for is kept", async () => {
      const channel = await open();
      graph.fail("POST messages", { type: "refused", status: 429, code: 130429, retryAfterSeconds: 120 });
      expect(await channel.send(delivery({ text: "Halo" }), never)).toMatchObject({ type: "retry", afterMs: 120_000 });
    });

    it("a gateway's page, an answer that cannot be read and silence are not taken for sent", async () => {
      const channel = await open();
      for (const [fault, type] of [
        [{ type: "gatewayPage", status: 502 }, "retry"],
        [{ type: "gatewayPage", status: 504 }, "unknown"],
        [{ type: "garbled" }, "unknown"],
      ] as const) {
        graph.fail("POST messages", fault);
        expect(await channel.send(delivery({ text: "Halo" }), never)).toMatchObject({ type });
      }
      graph.fail("POST messages", { type: "silent" });
      const halt = new AbortController();
      const sending = channel.send(delivery({ text: "Halo" }), halt.signal);
      await graph.until(() => graph.calls("POST messages").length === 4, "the sending");
      halt.abort();
      expect(await sending).toMatchObject({ type: "unknown" });
    });

    it("45 messages at once go out; then one in six seconds, to that customer alone", async () => {
      const channel = await open();
      const budi = graph.customer({ phone: "6281234567002", name: "Budi" });
      budi.says("kak");
      for (let count = 0; count < 45; count++)
        expect(await channel.send(delivery({ text: `${count}` }), never)).toMatchObject({ type: "sent" });
      expect(await channel.send(delivery({ text: "lagi" }), never)).toMatchObject({ type: "retry", afterMs: 6000 });
      expect(await channel.send(delivery({ text: "Halo" }, { contact: "6281234567002" }), never)).toMatchObject({
        type: "sent",
      });
      time += 6000;
      expect(await channel.send(delivery({ text: "lagi" }), never)).toMatchObject({ type: "sent" });
      expect(graph.calls("POST messages")).toHaveLength(47);
    });

    it("a withdrawn token is told in words that help, and forgotten once it works again", async () => {
      const channel = await open();
      const stop = new AbortController();
      const listening = channel.listen("account", intake, stop.signal);
      await expect.poll(() => channel.health().state).toBe("live");
      graph.fail("POST messages", { type: "refused", status: 401, code: 190 });
      graph.fail("GET number", { type: "refused", status: 401, code: 190 });
      await channel.send(delivery({ text: "Halo" }), never);
      expect(channel.health()).toEqual({ state: "failed", detail: expect.stringContaining("WHATSAPP_CLOUD_TOKEN") });
      await expect.poll(() => channel.health().state, { timeout: 15_000 }).toBe("live");
      stop.abort();
      await listening;
      expect(channel.health().state).toBe("stopped");
    });

    it("a platform that is down for a while is found again by itself", async () => {
      const channel = await create();
      graph.fail("GET number", { type: "dropBefore" }, 2);
      const stop = new AbortController();
      const listening = channel.listen("account", intake, stop.signal);
      await expect.poll(() => channel.health().state).toBe("retrying");
      await expect.poll(() => channel.health().state, { timeout: 15_000 }).toBe("live");
      stop.abort();
      await listening;
    });
  });

  describe("a sending whose answer was lost", () => {
    it("is known by its receipt, also by one that comes a little later", async () => {
      const channel = await open();
      graph.fail("POST messages", { type: "dropAfter" });
      const lost = delivery({ text: "Pesanan diterima" });
      expect(await channel.send(lost, never)).toMatchObject({ type: "unknown" });
      const [arrived] = sari.screen();
      expect(await channel.evidence(lost)).toMatchObject({ type: "sent", externalId: arrived?.id });
    });

    it("that never arrived has none", async () => {
      const channel = await open({ evidencePatienceMs: 50 });
      graph.fail("POST messages", { type: "dropBefore" });
      const lost = delivery({ text: "Pesanan diterima" });
      await channel.send(lost, never);
      expect(await channel.evidence(lost)).toBeUndefined();
    });

    it("before a crash: many such rows are waited for together, and each learns its own", async () => {
      const before = await open();
      const rows = Array.from({ length: 20 }, (_, index) => delivery({ text: `${index}` }));
      const channel = await open({ evidencePatienceMs: 300, clock: Date.now });
      await before.send(rows[19] ?? delivery({ text: "x" }), never);
      const began = Date.now();
      const evidence = [];
      for (const row of rows) evidence.push(await channel.evidence(row));
      expect(Date.now() - began).toBeLessThan(2000);
      expect(evidence.map((one) => one?.type)).toEqual([...Array.from({ length: 19 }), "sent"]);
    });
  });

  describe("gestures and echoes", () => {
    it("shows that it was read only once it is stored, once for a burst, and not again when it is repeated", async () => {
      const store = intake.holdsBack();
      const opening = open();
      await intake.until(() => intake.offered === 1, "the message");
      expect(graph.methods.seen).toEqual([]);
      store();
      await opening;
      await graph.until(() => graph.methods.seen.length === 1, "the sign");
      await graph.webhook.redeliver();
      graph.fail("POST read", { type: "dropBefore" });
      sari.says("halo?");
      await intake.received(SARI.userId, 2);
      await graph.until(() => graph.calls("POST read").length === 2, "the second sign");
      expect(graph.methods.seen).toEqual([{ messageId: expect.any(String), typing: true }]);
    });

    it("a gesture that hangs holds nobody up", async () => {
      graph.fail("POST read", { type: "silent" }, 100);
      await open();
      for (const text of ["satu", "dua", "tiga"]) {
        sari.says(text);
        await graph.until(() => graph.webhook.pending.length === 0, `"${text}" to be confirmed`, 1000);
      }
    });

    it("what the seller writes on the phone is the seller's, what the shop sent is not, whichever process did", async () => {
      const elsewhere = "wamid.sent-by-another-process";
      records = { ...records, sentByUs: async (_, ids) => new Set(ids.filter((id) => id === elsewhere)) };
      const channel = await open();
      const sent = await channel.send(delivery({ text: "Dari bot" }), never);
      const id = sent.type === "sent" ? sent.externalId : "";
      sari.hearsFromSellersPhone("Dari bot", { id });
      sari.hearsFromSellersPhone("Dari bot juga", { id: elsewhere });
      sari.hearsFromSellersPhone("Dari bot lagi", { biz_opaque_callback_data: "row" });
      sari.hearsFromSellersPhone("Dari penjual");
      await intake.until(() => intake.stored.some(({ body }) => body.type === "sellerWrote"), "the seller's words");
      const told = intake.stored.flatMap(({ body, sender }) =>
        body.type === "sellerWrote" ? [[sender.phone, body.text]] : [],
      );
      expect(told).toEqual([["+6281234567001", "Dari penjual"]]);
    });

    it("an echo that outruns the answer to its own sending is not taken for the seller", async () => {
      const channel = await open();
      graph.fail("POST messages", { type: "silent" });
      const halt = new AbortController();
      const sending = channel.send(delivery({ text: "Halo" }), halt.signal);
      await graph.until(() => graph.calls("POST messages").length === 1, "the sending");
      sari.hearsFromSellersPhone("Halo");
      // Until the sending is decided the echo waits.
      expect(graph.unconfirmed()).toBe(1);
      halt.abort();
      await sending;
      await graph.until(() => graph.unconfirmed() === 0, "the echo to be taken");
    });
  });

  describe("files", () => {
    it("a file that a customer sent is fetched", async () => {
      const channel = await open();
      const id = sari.sendsFile("image", "image/png", PNG);
      expect(await channel.media(id, never)).toEqual({ type: "file", mime: "image/png", bytes: PNG });
    });

    it("a file larger than we take is left there, also one that pretends to be small", async () => {
      const channel = await open();
      const large = sari.sendsFile("video", "video/mp4", PNG, {}, MOST_MEDIA_BYTES + 1);
      expect(await channel.media(large, never)).toEqual({ type: "tooLarge" });
      expect(graph.calls("GET lookaside")).toEqual([]);
      const liar = sari.sendsFile("video", "video/mp4", Buffer.alloc(MOST_MEDIA_BYTES + 1), {}, 10);
      expect(await channel.media(liar, never)).toEqual({ type: "tooLarge" });
    });

    it("a file that is gone is gone; a platform that is away may have it later", async () => {
      const channel = await open();
      expect(await channel.media("700000000", never)).toEqual({ type: "gone" });
      const id = sari.sendsFile("image", "image/png", PNG);
      for (const fault of [{ type: "dropBefore" }, { type: "gatewayPage", status: 502 }] as const) {
        graph.fail("GET file", fault);
        expect(await channel.media(id, never)).toEqual({ type: "away" });
        graph.fail("GET lookaside", fault);
        expect(await channel.media(id, never)).toEqual({ type: "away" });
      }
    });

    it("the token goes to nobody but the platform", async () => {
      const asked: (string | undefined)[] = [];
      const stranger = Fastify();
      stranger.get("/*", async (request) => {
        asked.push(request.headers.authorization);
        return "x";
      });
      const address = await stranger.listen({ port: 0, host: "127.0.0.1" });
      closing.push(() => stranger.close());
      const channel = await open();
      for (const url of [
        `${address}/a`,
        "file:///etc/passwd",
        "not an address",
        "https://lookaside.fbsbx.com.evil.example/x",
      ]) {
        const id = sari.sendsFile("image", "image/png", PNG);
        graph.methods.filesElsewhere.set(id, url);
        expect(await channel.media(id, never)).toEqual({ type: "gone" });
      }
      expect(asked).toEqual([]);
    });
  });

  it("writes no words, numbers or secrets into its log, whatever goes wrong", async () => {
    const channel = await open();
    intake.failsToStore(1);
    sari.says("alamat rahasia");
    sari.sends("hologram", { words: "rahasia" });
    await intake.received(SARI.userId, 2);
    for (const type of ["dropAfter", "dropBefore", "garbled"] as const) {
      graph.fail("POST messages", { type });
      await channel.send(delivery({ text: "balasan rahasia" }), never);
    }
    graph.fail("POST media", { type: "refused", status: 400, code: 131053 });
    await channel.send(
      delivery({ text: "rahasia", image: { data: PNG.toString("base64"), mime: "image/png" } }),
      never,
    );
    await create({ apiRoot: await nobodyThere() });
    expect(lines.length).toBeGreaterThan(2);
    for (const secret of ["rahasia", SARI.phone, SARI.userId, graph.token, graph.verifyToken])
      expect(lines.join("")).not.toContain(secret);
    expect([...channel.ignored()]).toEqual([["message of kind hologram", 1]]);
  });
});

/** An address at which nothing listens. */
async function nobodyThere(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v24.0`;
}
