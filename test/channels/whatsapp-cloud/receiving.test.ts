import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { MOST_MEDIA_BYTES } from "../../../src/channels/channel.ts";
import { never, nobodyThere, numberOnTheCloud, PNG, SARI } from "./number-on-the-cloud.ts";

describe("what a number on the WhatsApp Cloud API hears", () => {
  const cloud = numberOnTheCloud();

  describe("gestures and echoes", () => {
    it("shows that it was read only once it is stored, once for a burst, and not again when it is repeated", async () => {
      const store = cloud().intake.holdsBack();
      const opening = cloud().open();
      await cloud().intake.until(() => cloud().intake.offered === 1, "the message");
      expect(cloud().graph.methods.seen).toEqual([]);
      store();
      await opening;
      await cloud().graph.until(() => cloud().graph.methods.seen.length === 1, "the sign");
      await cloud().graph.webhook.redeliver();
      cloud().graph.fail("POST read", { type: "dropBefore" });
      cloud().sari.says("halo?");
      await cloud().intake.received(SARI.userId, 2);
      await cloud().graph.until(() => cloud().graph.calls("POST read").length === 2, "the second sign");
      expect(cloud().graph.methods.seen).toEqual([{ messageId: expect.any(String), typing: true }]);
    });

    it("words to a person are ticked as read once that person answers, without typing", async () => {
      const channel = await cloud().open();
      const seen = () => cloud().graph.methods.seen;
      await cloud().graph.until(() => seen().length === 1, "the first sign");
      cloud().intake.held.add(SARI.userId);
      cloud().sari.says("Bu, jadi kan?");
      const last = cloud().sari.says("Bu?");
      await cloud().intake.received(SARI.userId, 3);
      await channel.send(cloud().delivery({ text: "Jadi, Bu" }), never);
      await cloud().graph.until(() => seen().length === 2, "the second sign");
      expect(seen().at(-1)).toEqual({ messageId: last, typing: false });
      await channel.send(cloud().delivery({ text: "Ditunggu ya" }), never);
      cloud().intake.held.clear();
      cloud().sari.says("siap");
      await cloud().graph.until(() => seen().length === 3, "the third sign");
      expect(seen().at(-1)).toMatchObject({ typing: true });
    });

    it("a gesture that hangs holds nobody up", async () => {
      cloud().graph.fail("POST read", { type: "silent" }, 100);
      await cloud().open();
      for (const text of ["satu", "dua", "tiga"]) {
        cloud().sari.says(text);
        await cloud().graph.until(() => cloud().graph.webhook.pending.length === 0, `"${text}" to be confirmed`, 1000);
      }
    });

    it("what the seller writes on the phone is the seller's, what the shop sent is not, whichever process did", async () => {
      const elsewhere = "wamid.sent-by-another-process";
      cloud().records = {
        ...cloud().records,
        sentByUs: async (_, ids) => new Set(ids.filter((id) => id === elsewhere)),
      };
      const channel = await cloud().open();
      const sent = await channel.send(cloud().delivery({ text: "Dari bot" }), never);
      const id = sent.type === "sent" ? sent.externalId : "";
      cloud().sari.hearsFromSellersPhone("Dari bot", { id });
      cloud().sari.hearsFromSellersPhone("Dari bot juga", { id: elsewhere });
      cloud().sari.hearsFromSellersPhone("Dari bot lagi", { biz_opaque_callback_data: "row" });
      cloud().sari.hearsFromSellersPhone("Dari penjual");
      await cloud().intake.until(
        () => cloud().intake.stored.some(({ body }) => body.type === "sellerWrote"),
        "the seller's words",
      );
      const told = cloud().intake.stored.flatMap(({ body, sender }) =>
        body.type === "sellerWrote" ? [[sender.phone, body.text]] : [],
      );
      expect(told).toEqual([["+6281234567001", "Dari penjual"]]);
    });

    it("an echo that outruns the answer to its own sending is not taken for the seller", async () => {
      const channel = await cloud().open();
      cloud().graph.fail("POST messages", { type: "silent" });
      const halt = new AbortController();
      const sending = channel.send(cloud().delivery({ text: "Halo" }), halt.signal);
      await cloud().graph.until(() => cloud().graph.calls("POST messages").length === 1, "the sending");
      cloud().sari.hearsFromSellersPhone("Halo");
      // Until the sending is decided the echo waits.
      expect(cloud().graph.unconfirmed()).toBe(1);
      halt.abort();
      await sending;
      await cloud().graph.until(() => cloud().graph.unconfirmed() === 0, "the echo to be taken");
    });
  });

  describe("files", () => {
    it("a file that a customer sent is fetched", async () => {
      const channel = await cloud().open();
      const id = cloud().sari.sendsFile("image", "image/png", PNG);
      expect(await channel.media(id, never)).toEqual({ type: "file", mime: "image/png", bytes: PNG });
    });

    it("a file larger than we take is left there, also one that pretends to be small", async () => {
      const channel = await cloud().open();
      const large = cloud().sari.sendsFile("video", "video/mp4", PNG, {}, MOST_MEDIA_BYTES + 1);
      expect(await channel.media(large, never)).toEqual({ type: "tooLarge" });
      expect(cloud().graph.calls("GET lookaside")).toEqual([]);
      const liar = cloud().sari.sendsFile("video", "video/mp4", Buffer.alloc(MOST_MEDIA_BYTES + 1), {}, 10);
      expect(await channel.media(liar, never)).toEqual({ type: "tooLarge" });
    });

    it("a file that is gone is gone; a platform that is away may have it later", async () => {
      const channel = await cloud().open();
      expect(await channel.media("700000000", never)).toEqual({ type: "gone" });
      const id = cloud().sari.sendsFile("image", "image/png", PNG);
      for (const fault of [{ type: "dropBefore" }, { type: "gatewayPage", status: 502 }] as const) {
        cloud().graph.fail("GET file", fault);
        expect(await channel.media(id, never)).toEqual({ type: "away" });
        cloud().graph.fail("GET lookaside", fault);
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
      cloud().closing.push(() => stranger.close());
      const channel = await cloud().open();
      for (const url of [
        `${address}/a`,
        "file:///etc/passwd",
        "not an address",
        "https://lookaside.fbsbx.com.evil.example/x",
      ]) {
        const id = cloud().sari.sendsFile("image", "image/png", PNG);
        cloud().graph.methods.filesElsewhere.set(id, url);
        expect(await channel.media(id, never)).toEqual({ type: "gone" });
      }
      expect(asked).toEqual([]);
    });
  });

  it("one entry that cannot be read costs none beside it, and the webhook is not asked for again", async () => {
    const channel = await cloud().open();
    const { graph, intake, sari } = cloud();
    const text = (id: string) => ({
      id,
      from: SARI.phone,
      from_user_id: SARI.userId,
      timestamp: "1784000000",
      type: "text",
      text: { body: id },
    });
    const taken = graph.webhook.answers.length;
    graph.pushes("messages", {
      messages: [
        text("wamid.a"),
        { ...text("wamid.b"), id: 7 },
        null,
        { ...text("wamid.c"), from: {}, from_user_id: 1 },
        text("wamid.d"),
      ],
      statuses: "none",
    });
    graph.pushes("messages", { metadata: { phone_number_id: "999" }, messages: [text("wamid.another-number")] });
    sari.says("masih di sini");
    await intake.until(() => intake.from(SARI.userId).length >= 4, "what could be read");
    await graph.until(() => graph.webhook.pending.length === 0, "all to be confirmed");
    expect(intake.from(SARI.userId).map((body) => body.type === "messageReceived" && body.text)).toEqual([
      "kak",
      "wamid.a",
      "wamid.d",
      "masih di sini",
    ]);
    expect(new Set(graph.webhook.answers.slice(taken))).toEqual(new Set([200]));
    expect([...channel.ignored()]).toEqual([
      ["unreadable message", 2],
      ["message of nobody", 1],
      ["another number", 1],
    ]);
  });

  it("a webhook of 3 MB is taken whole, in order and at once", async () => {
    await cloud().open();
    const { graph, intake } = cloud();
    const words = "x".repeat(3_000);
    const messages = Array.from({ length: 950 }, (_, index) => ({
      id: `wamid.${index}`,
      from: SARI.phone,
      from_user_id: SARI.userId,
      timestamp: "1784000000",
      type: "text",
      text: { body: `${index} ${words}` },
    }));
    graph.pushes("messages", { messages });
    await graph.until(() => graph.webhook.pending.length === 0, "it to be confirmed", 10_000);
    const heard = intake.from(SARI.userId).slice(1);
    expect(heard.map((body) => body.type === "messageReceived" && Number.parseInt(body.text, 10))).toEqual(
      messages.map((_, index) => index),
    );
    await graph.until(() => graph.methods.seen.at(-1)?.messageId === "wamid.949", "one sign for all");
    expect(graph.methods.seen).toHaveLength(2);
  });

  it("writes no words, numbers or secrets into its log, whatever goes wrong", async () => {
    const channel = await cloud().open();
    cloud().intake.failsToStore(1);
    cloud().sari.says("alamat rahasia");
    cloud().sari.sends("hologram", { words: "rahasia" });
    await cloud().intake.received(SARI.userId, 2);
    for (const type of ["dropAfter", "dropBefore", "garbled"] as const) {
      cloud().graph.fail("POST messages", { type });
      await channel.send(cloud().delivery({ text: "balasan rahasia" }), never);
    }
    cloud().graph.fail("POST media", { type: "refused", status: 400, code: 131053 });
    await channel.send(
      cloud().delivery({ text: "rahasia", image: { data: PNG.toString("base64"), mime: "image/png" } }),
      never,
    );
    await cloud().create({ apiRoot: await nobodyThere() });
    expect(cloud().lines.length).toBeGreaterThan(2);
    for (const secret of ["rahasia", SARI.phone, SARI.userId, cloud().graph.token, cloud().graph.verifyToken])
      expect(cloud().lines.join("")).not.toContain(secret);
    expect([...channel.ignored()]).toEqual([["message of kind hologram", 1]]);
  });
});
