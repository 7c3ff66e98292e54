import type { Browser, Page } from "playwright-core";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { MediaFile } from "../../src/channels/channel.ts";
import type { EventBody } from "../../src/channels/message.ts";
import { WEB_CHAT_ABILITIES } from "../../src/channels/web-chat/web-chat-abilities.ts";
import type { Database } from "../../src/database/database.ts";
import { Inbox } from "../../src/inbox/inbox.ts";
import { openBrowser } from "../fixtures/browser.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { incoming, said } from "../fixtures/road.ts";
import { openScreen, PHONE } from "../fixtures/screens.ts";
import { PASSWORD, seedOrder, seedShop, seedStaff, WEB_ACCOUNT } from "../fixtures/shop.ts";
import { openWebServer } from "../fixtures/web-server.ts";

const HOUR_MS = 3_600_000;
let browser: Browser;
let database: Database;
let inbox: Inbox;
let page: Page;
let faults: string[];

/** A second of silence, and a small brown square, as platforms keep them */
const VOICE = wav(8_000);
const files = new Map<string, MediaFile>([
  ["voice", { type: "file", mime: "application/octet-stream", bytes: VOICE }],
  ["old", { type: "gone" }],
]);

beforeAll(async () => {
  database = await freshDatabase("sqlite");
  await seedShop(database);
  await seedStaff(database, "rina", "seller");
  const channel = {
    abilities: { ...WEB_CHAT_ABILITIES, openHours: 24 },
    media: async (id: string) => files.get(id) ?? ({ type: "away" } as const),
  };
  const server = await openWebServer(database, { pages: true, channelOf: () => channel });
  const onAccepted = (ids: readonly string[]) => server.live.publish(ids.map((id) => ({ type: "conversation", id })));
  inbox = new Inbox({ database, clock: Date.now, newId: v7, quietMs: 0, onAccepted });
  browser = await openBrowser();
  ({ page, faults } = await openScreen(browser, `${server.url}/console/percakapan`, PHONE));
  files.set("photo", { type: "file", mime: "image/png", bytes: await page.screenshot({ clip: SQUARE }) });
  await page.getByLabel("Nama pengguna").fill("rina");
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.getByRole("heading", { name: "Percakapan", exact: true }).waitFor();
});
afterAll(() => browser.close());

const SQUARE = { x: 0, y: 0, width: 320, height: 240 };
const tell = (contact: string, body: EventBody, at?: number) =>
  inbox.accept(WEB_ACCOUNT, [{ ...incoming(contact, body, v7()), ...(at === undefined ? {} : { platformAt: at }) }]);
const withFiles = (
  text: string,
  ...ids: readonly (readonly [kind: "photo" | "voice" | "document", id: string])[]
): EventBody => ({
  type: "messageReceived",
  text,
  attachments: ids.map(([kind, externalId]) => ({ kind, externalId })),
  forwarded: false,
});

it("what was answered from the shop's phone stands on the shop's side, and a seller takes it over from there", async () => {
  await tell("Sari", withFiles("kak, yang ini masih ada?", ["photo", "photo"], ["voice", "voice"]));
  await tell("Sari", { type: "sellerWrote", text: "Masih Kak, mau berapa?", attachments: [] });
  await tell("Sari", { type: "marketingChosen", wanted: false, wording: "Berhenti" });
  await tell("Sari", { type: "messageDeleted", platformId: "1" });
  await page.getByRole("region", { name: "Dipegang lewat HP toko" }).getByRole("link").click();
  const thread = page.getByRole("log");
  await thread.getByText("Masih Kak, mau berapa?").waitFor();
  await thread.getByText("HP toko").waitFor();
  await thread.getByText(/tidak mau menerima promo: “Berhenti”/).waitFor();
  await thread.getByText(/menghapus pesannya/).waitFor();
  await page.getByText("Dipegang lewat HP toko. Bot diam.").waitFor();
  const photo = thread.getByRole("img", { name: "foto" });
  await expect.poll(() => photo.evaluate((img) => "naturalWidth" in img && img.naturalWidth)).toBe(SQUARE.width);
  const voice = thread.getByLabel("pesan suara");
  await voice.evaluate((audio) => "play" in audio && typeof audio.play === "function" && audio.play());
  await expect.poll(() => voice.evaluate((audio) => "duration" in audio && audio.duration)).toBe(1);
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByText("Anda yang pegang. Bot diam.").waitFor();
  expect(faults).toEqual([]);
});

it("a file that cannot be had is told kindly, and the seller sees until when they may write freely", async () => {
  await tell("Sari", withFiles("notanya", ["document", "old"], ["document", "elsewhere"]));
  const open = page.getByRole("log").getByRole("button", { name: "Buka" });
  await open.last().click();
  await page.getByText("Berkas ini belum bisa diambil. Coba sebentar lagi, ya.").waitFor();
  await open.first().click();
  await page.getByText("Berkas ini sudah tidak ada di aplikasi chat-nya.").waitFor();
  await page.getByRole("button", { name: "Info", exact: true }).click();
  const card = page.getByRole("dialog");
  await card.getByText(/Bisa dibalas bebas sampai/).waitFor();
  await database.prisma.conversation.updateMany({ data: { customerAt: Date.now() - 25 * HOUR_MS } });
  await tell("Sari", { type: "messageDeleted", platformId: "2" });
  await card.getByText(/Batas waktu balas bebas sudah lewat/).waitFor();
});

it("a seller joins the same person from another chat, sees their orders, and parts them again", async () => {
  await tell("Budi", said("halo"));
  const budi = await database.prisma.conversation.findFirstOrThrow({ where: { contact: { externalId: "Budi" } } });
  await seedOrder(database, budi.id, "8001");
  const card = page.getByRole("dialog");
  await card.getByRole("button", { name: "Gabungkan dengan…" }).click();
  await card.getByLabel("Cari nomor telepon, nama, atau nomor pesanan").fill("8001");
  await page.keyboard.press("Enter");
  await card.getByText("Kak Budi").waitFor();
  await card.getByRole("button", { name: "Gabungkan", exact: true }).click();
  await card.getByRole("button", { name: "Yakin orang yang sama? Gabungkan" }).click();
  await card.getByText("Pesanan #8001").waitFor();
  await card.getByRole("button", { name: "Pisahkan" }).last().click();
  await card.getByRole("button", { name: "Yakin orang lain? Pisahkan" }).click();
  await card.getByText("Belum pernah pesan.").waitFor();
});

/** A sound of so many silent samples, 8,000 a second. */
function wav(samples: number): Uint8Array {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}
