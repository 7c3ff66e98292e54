import { describe, expect, it } from "vitest";
import { keysOf, wordsIn } from "../../fixtures/whatsapp-cloud/stand-in-customer.ts";
import { HOUR, never, nobodyThere, numberOnTheCloud, PNG, SARI } from "./number-on-the-cloud.ts";

describe("what a number on the WhatsApp Cloud API sends", () => {
  const cloud = numberOnTheCloud();

  describe("by name", () => {
    it("goes by its verified name and its id", async () => {
      const channel = await cloud().create();
      expect([channel.name, channel.accountExternalId, channel.accountName]).toEqual([
        "whatsapp-cloud",
        cloud().graph.phoneNumberId,
        "Dapur Bu Ratna",
      ]);
    });

    it("is made although the platform cannot be reached, so that the rest of the shop opens", async () => {
      const channel = await cloud().create({ apiRoot: await nobodyThere() });
      expect(channel.accountName).toBe(cloud().graph.phoneNumberId);
      expect(await channel.send(cloud().delivery({ text: "Halo" }), never)).toMatchObject({
        type: "retry",
        reason: "ECONNREFUSED",
      });
      expect(await channel.send(cloud().delivery({ text: "Halo" }), AbortSignal.abort())).toMatchObject({
        type: "retry",
      });
    });

    it("refuses an address without a version, and says which setting is meant", async () => {
      await expect(cloud().create({ apiRoot: "https://cloud().graph.facebook.com" })).rejects.toThrow(
        "WHATSAPP_CLOUD_API_ROOT",
      );
    });
  });

  describe("what it sends", () => {
    it("reaches a customer by number as well as by business-scoped id", async () => {
      const channel = await cloud().open();
      for (const contact of [SARI.phone, SARI.userId])
        expect(await channel.send(cloud().delivery({ text: contact }, { contact }), never)).toMatchObject({
          type: "sent",
        });
      expect(cloud().words()).toEqual([SARI.phone, SARI.userId]);
      expect(
        cloud()
          .graph.calls("POST messages")
          .map(({ body }) => [body.to, body.recipient]),
      ).toEqual([
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
      const channel = await cloud().open();
      const choices = Array.from({ length: count }, (_, index) => ({
        id: `c${index}`,
        label: `${index}`.padEnd(length, "x"),
      }));
      await channel.send(cloud().delivery({ text: "Pilih ya, Kak", choices }), never);
      const [shown] = cloud().sari.screen();
      expect(shown?.content.interactive).toEqual(kind ? expect.objectContaining({ type: kind }) : undefined);
      if (!kind && shown) expect(wordsIn(shown)).toContain(`${count}. ${choices.at(-1)?.label}`);
    });

    it("two choices that read alike are numbered: the platform refuses such buttons", async () => {
      const channel = await cloud().open();
      const choices = ["a", "b"].map((id) => ({ id, label: "Ya" }));
      expect(await channel.send(cloud().delivery({ text: "Yang mana?", choices }), never)).toMatchObject({
        type: "sent",
      });
      expect(cloud().words()).toEqual(["Yang mana?\n\n1. Ya\n2. Ya"]);
    });

    it("a long question is told whole, its buttons beneath the last part", async () => {
      const channel = await cloud().open();
      const text = Array.from({ length: 100 }, (_, index) => `Baris ${index + 1} dari rincian pesanan Kakak.`).join(
        "\n",
      );
      await channel.send(cloud().delivery({ text, choices: [{ id: "yes", label: "Ya" }] }), never);
      expect(cloud().words().join("\n")).toBe(text);
      expect(
        cloud()
          .sari.screen()
          .map(({ type }) => type)
          .at(-1),
      ).toBe("interactive");
    });

    it("asks for a position by the platform's own key", async () => {
      const channel = await cloud().open();
      await channel.send(cloud().delivery({ text: "Di mana, Kak?", request: "location" }), never);
      const [shown] = cloud().sari.screen();
      expect(keysOf(shown?.content.interactive)).toMatchObject([{ kind: "location" }]);
      if (shown) cloud().sari.taps(shown, "Kirim lokasi");
      expect((await cloud().intake.received(SARI.userId, 2)).at(-1)).toMatchObject({ type: "locationShared" });
    });

    it("what can be tapped is told in words where the platform refuses it", async () => {
      const channel = await cloud().open();
      const code = { type: "refused", status: 400, code: 131009 } as const;
      for (const more of [{ request: "phone" }, { choices: [{ id: "y", label: "Ya" }] }]) {
        cloud().graph.fail("POST messages", code);
        expect(await channel.send(cloud().delivery({ text: "Nomor HP-nya, Kak?", ...more }), never)).toMatchObject({
          type: "sent",
        });
      }
      expect(cloud().words()).toEqual(["Nomor HP-nya, Kak?", "Nomor HP-nya, Kak?\n\n1. Ya"]);
      cloud().graph.fail("POST messages", code, 2);
      expect(await channel.send(cloud().delivery({ text: "Nomor?", request: "phone" }), never)).toMatchObject({
        type: "rejected",
      });
    });

    it("a picture goes with its words, and above its buttons", async () => {
      const channel = await cloud().open();
      const image = { data: PNG.toString("base64"), mime: "image/png" };
      await channel.send(cloud().delivery({ text: "Brownies keju", image }), never);
      await channel.send(cloud().delivery({ text: "Mau ini?", image, choices: [{ id: "y", label: "Mau" }] }), never);
      const [plain, asking] = cloud().sari.screen();
      expect(plain).toMatchObject({ type: "image", content: { image: { caption: "Brownies keju" } } });
      expect(asking).toMatchObject({ type: "interactive", content: { interactive: { header: { type: "image" } } } });
      expect(cloud().graph.calls("POST media")).toHaveLength(2);
    });

    it("a picture that the platform shows only as a file is sent as one", async () => {
      const channel = await cloud().open();
      const image = { data: PNG.toString("base64"), mime: "image/webp" };
      await channel.send(cloud().delivery({ text: "Brownies keju", image }), never);
      expect(cloud().sari.screen()).toMatchObject([
        { type: "document", content: { document: { caption: "Brownies keju" } } },
      ]);
    });

    it("a picture that is refused takes nothing from the words", async () => {
      const channel = await cloud().open();
      cloud().graph.fail("POST media", { type: "refused", status: 400, code: 131053 });
      const image = { data: PNG.toString("base64"), mime: "image/png" };
      expect(await channel.send(cloud().delivery({ text: "Brownies keju", image }), never)).toMatchObject({
        type: "sent",
      });
      expect(cloud().sari.screen()).toMatchObject([{ type: "text" }]);
    });

    it("an upload whose answer was lost is made again, and the picture is shown once", async () => {
      const channel = await cloud().open();
      cloud().graph.fail("POST media", { type: "dropAfter" });
      const picture = cloud().delivery({
        text: "Brownies",
        image: { data: PNG.toString("base64"), mime: "image/png" },
      });
      expect(await channel.send(picture, never)).toMatchObject({ type: "retry" });
      expect(await channel.send(picture, never)).toMatchObject({ type: "sent" });
      expect(cloud().words()).toEqual(["Brownies"]);
    });

    it("a card to call, and the words after it", async () => {
      const channel = await cloud().open();
      const contactCard = { name: "Dapur Bu Ratna", phone: "+6281200000001" };
      await channel.send(cloud().delivery({ text: "Ini nomor kami", contactCard }), never);
      expect(cloud().sari.screen()).toMatchObject([
        {
          type: "contacts",
          content: { contacts: [{ phones: [{ phone: "+6281200000001", wa_id: "6281200000001" }] }] },
        },
        { type: "text" },
      ]);
    });

    it("a long text held up in the middle goes on where it was, and is sent once", async () => {
      const channel = await cloud().open();
      const text = Array.from({ length: 300 }, (_, index) => `Kalimat nomor ${index + 1} dari cerita toko.`).join("\n");
      const long = cloud().delivery({ text });
      const first = channel.send(long, never);
      await cloud().sari.hears();
      cloud().graph.fail("POST messages", { type: "refused", status: 429, code: 130429 });
      expect(await first).toMatchObject({ type: "retry" });
      expect(await channel.send(long, never)).toMatchObject({ type: "sent" });
      expect(cloud().words().join("\n")).toBe(text);
    });
  });

  describe("the 24 hours", () => {
    const late = { customerAt: 0 };

    it("outside of them nothing goes out without a template, and staff read why", async () => {
      const channel = await cloud().open();
      for (const customerAt of [cloud().time - 24 * HOUR, 0])
        expect(await channel.send(cloud().delivery({ text: "Halo" }, { customerAt }), never)).toEqual({
          type: "rejected",
          reason: expect.stringContaining("24 jam"),
        });
      const { customerAt: _, ...unknown } = cloud().delivery({ text: "Halo" });
      expect(await channel.send(unknown, never)).toMatchObject({ type: "rejected" });
      expect(cloud().graph.calls("POST messages")).toEqual([]);
      expect(
        await channel.send(cloud().delivery({ text: "Halo" }, { customerAt: cloud().time - 23 * HOUR }), never),
      ).toMatchObject({
        type: "sent",
      });
    });

    it("a reply and news of an order go as the template, in one line, with what cannot go along in words", async () => {
      const channel = await cloud().open({ template: "kabar_toko" });
      const choices = [{ id: "y", label: "Ya" }];
      const contactCard = { name: "Bu Ratna", phone: "+6281200000001" };
      const message = { text: "Pesanan siap.\n\nDiambil\tkapan?", choices, contactCard };
      for (const purpose of ["reply", "order"])
        expect(await channel.send(cloud().delivery(message, { ...late, purpose }), never)).toMatchObject({
          type: "sent",
        });
      const text = "Pesanan siap. · Diambil kapan? · 1. Ya · Bu Ratna +6281200000001";
      expect(cloud().sari.screen()[0]?.content.template).toEqual({
        name: "kabar_toko",
        language: { code: "id" },
        components: [{ type: "body", parameters: [{ type: "text", text }] }],
      });
    });

    it("a promo or a reminder never goes as the template", async () => {
      const channel = await cloud().open({ template: "kabar_toko" });
      for (const purpose of ["promo", "reminder"])
        expect(await channel.send(cloud().delivery({ text: "Diskon!" }, { ...late, purpose }), never)).toMatchObject({
          type: "rejected",
        });
      expect(cloud().sari.screen()).toEqual([]);
    });

    it("words too long for a template are not cut short", async () => {
      const channel = await cloud().open({ template: "kabar_toko" });
      const result = await channel.send(cloud().delivery({ text: "x".repeat(1000) }, late), never);
      expect(result).toEqual({ type: "rejected", reason: expect.stringContaining("terlalu panjang") });
    });

    it("a template that is not there is told by its setting", async () => {
      const channel = await cloud().open({ template: "salah" });
      const result = await channel.send(cloud().delivery({ text: "Halo" }, late), never);
      expect(result).toEqual({ type: "rejected", reason: expect.stringContaining("WHATSAPP_CLOUD_TEMPLATE") });
    });

    it("where the platform counts differently, the template goes at once", async () => {
      const channel = await cloud().open({ template: "kabar_toko" });
      cloud().time += 25 * HOUR;
      expect(await channel.send(cloud().delivery({ text: "Halo" }), never)).toMatchObject({ type: "sent" });
      expect(cloud().sari.screen()).toMatchObject([{ type: "template" }]);
    });
  });
});
