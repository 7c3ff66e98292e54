import { expect, test, vi } from "vitest";
import type { Attachment } from "../../src/channels/message.ts";
import { eachEngine } from "../fixtures/database.ts";
import { JPEG, png } from "../fixtures/pictures.ts";
import { openDeskShop } from "./desk-shop.ts";

// Real databases on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const PHOTO: Attachment = { kind: "photo", externalId: "file-1" };

eachEngine((engine) => {
  /** Rina's card says that Sari is to be called; what she answers to it is Sari's. */
  const withCard = async () => {
    const shop = await openDeskShop(engine);
    await shop.callHer(15);
    await shop.work();
    const answers = async (text: string, ...attachments: Attachment[]) => {
      await shop.replies("hp-rina", "call:", text, attachments);
      await shop.work();
    };
    const said = async (contact: string) => (await shop.shown(contact)).at(-1)?.message;
    const keeps = (bytes: Buffer) => shop.files.set("file-1", { type: "file", mime: "image/jpeg", bytes });
    return { ...shop, answers, said, keeps };
  };

  test("a seller's picture reaches the customer with its words, once, and the chat is the seller's", async () => {
    const { answers, keeps, said, prisma, road, dieInBetween, work, replies, sari } = await withCard();
    keeps(JPEG);
    await replies("hp-rina", "call:", "Ini kuenya Kak", [PHOTO]);
    await dieInBetween();
    await work();
    const [photo] = await prisma.photo.findMany();
    expect(photo).toMatchObject({ mime: "image/jpeg", data: JPEG.toString("base64"), who: "rina" });
    expect(await said("sari")).toMatchObject({ text: "Ini kuenya Kak", photo: photo?.id });
    expect(await prisma.outboxRow.count({ where: { conversationId: sari.id, author: "rina" } })).toBe(1);
    expect((await road.conversation("sari")).holder).toBe("rina");
    await answers("", PHOTO);
    expect(await said("sari")).toMatchObject({ text: expect.stringContaining("Ini fotonya"), photo: photo?.id });
  });

  test("what is no picture, cannot be had now, or has no place in her chat is told to the seller, and she gets nothing", async () => {
    const { answers, keeps, said, files, takes, shown } = await withCard();
    const before = (await shown("sari")).length;
    const refused = async (...attachments: Attachment[]) => {
      await answers("Ini Kak", ...attachments);
      return (await said("hp-rina"))?.text;
    };
    expect(await refused(PHOTO)).toContain("tidak bisa dipakai");
    for (const bytes of [Buffer.from("<html><script>"), JPEG.subarray(0, -4), png({ width: 90_000 })]) {
      keeps(bytes);
      expect(await refused(PHOTO)).toContain("tidak bisa dipakai");
    }
    files.set("file-1", { type: "away" });
    expect(await refused(PHOTO)).toContain("belum bisa diambil dari Telegram");
    keeps(JPEG);
    expect(await refused({ kind: "voice", externalId: "file-1" })).toContain("hanya tulisan dan foto");
    takes.pictures = false;
    expect(await refused(PHOTO)).toContain("foto belum bisa dikirim");
    expect(await shown("sari")).toHaveLength(before);
  });
});
