import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSession } from "../../src/console/session-store.ts";
import type { Database } from "../../src/database/database.ts";
import { openBrowser } from "../fixtures/browser.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";
import {
  PASSWORD,
  seedConversation,
  seedEvent,
  seedOrder,
  seedSaid,
  seedShop,
  seedStaff,
  seedWords,
} from "../fixtures/shop.ts";
import { openWebServer, type WebServer } from "../fixtures/web-server.ts";

let database: Database;
let server: WebServer;
let browser: Browser;
beforeAll(async () => {
  database = await freshDatabase("sqlite");
  await seedShop(database);
  await seedStaff(database, "ratih", "owner");
  await seedStaff(database, "rina", "seller");
  server = await openWebServer(database, { pages: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page on which somebody of the team is signed in */
async function signedIn(username: string, options: BrowserContextOptions, path = ""): Promise<Page> {
  const { id } = await database.prisma.staff.findUniqueOrThrow({ where: { username } });
  const cookie = { name: "kopdar_console", value: await openSession(database, id, AGENT, Date.now()), url: server.url };
  const { page } = await openScreen(browser, `${server.url}/console/sandi-baru`, { ...options, userAgent: AGENT });
  await page.context().addCookies([cookie]);
  await page.goto(`${server.url}/console${path}`);
  return page;
}
const AGENT =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";

/** Keeps a picture where somebody wants to look at it */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

let people = 0;
/** A customer who ordered, was called and refused promos. Returns the customer's and the conversation's id. */
async function seedKartika(): Promise<{ readonly id: string; readonly conversation: string }> {
  const conversation = await seedConversation(database, v7(), "Bu Kartika Dewi");
  const { contact } = await database.prisma.conversation.findUniqueOrThrow({
    where: { id: conversation },
    include: { contact: true },
  });
  const id = contact.customerId;
  await database.prisma.customer.update({
    where: { id },
    data: { phone: "+6281277770002", address: "Jl. Kenanga 3, Beji, Depok", createdAt: Date.parse("2026-03-02") },
  });
  people += 2;
  await seedOrder(database, conversation, `${7000 + people}`, "completed");
  await seedOrder(database, conversation, `${7001 + people}`, "cancelled");
  await seedSaid(database, conversation, "kak mau brownies 2 ya");
  await seedWords(database, conversation, { text: "Siap Kak, rasa apa?" });
  const at = Date.now();
  await database.prisma.callTask.create({
    data: {
      id: v7(),
      customerId: id,
      conversationId: conversation,
      kind: "asked",
      reason: "jam 7 malam ya",
      createdAt: at,
    },
  });
  await database.prisma.consent.create({
    data: {
      ...{ id: v7(), customerId: id, purpose: "promo", channel: "web-chat", given: false, eventId: "e", at },
      wording: "stop promo ya kak",
    },
  });
  return { id, conversation };
}

it.each([
  ["phone", PHONE],
  ["desk", DESK],
] as const)("an owner finds a customer, reads all that is kept, and erases it, on a %s", async (size, options) => {
  const { id } = await seedKartika();
  const page = await signedIn("ratih", options, "/pelanggan");
  await page.getByRole("heading", { name: "Pelanggan", level: 1 }).waitFor();
  await page.getByRole("searchbox").fill("0812-7777-0002");
  await page.getByRole("button", { name: "Cari" }).click();
  const found = page.getByRole("link", { name: /Bu Kartika Dewi/ });
  await found.waitFor();
  await picture(page, `customers-${size}`);
  expect(await seriousFaults(page)).toEqual([]);
  await found.click();
  await page.getByRole("heading", { name: "Bu Kartika Dewi" }).waitFor();
  await page.getByText("Tidak mau promo").waitFor();
  await page.getByLabel("Catatan tentang orang ini").fill("rumah pagar hijau");
  await page.getByRole("button", { name: "Simpan catatan" }).click();
  await page.getByText("Tersimpan.").waitFor();
  await picture(page, `profile-${size}`);
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole("link", { name: "Lihat semua datanya" }).click();
  await page.getByText("kak mau brownies 2 ya").waitFor();
  await page.getByText("rumah pagar hijau").waitFor();
  await picture(page, `data-${size}`);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Kembali ke profil" }).click();

  await page.getByText("Hapus data orang ini").click();
  const sure = page.getByLabel("Ketik hapus untuk melanjutkan");
  await sure.fill("iya");
  await page.getByRole("button", { name: "Hapus untuk selamanya" }).click();
  await page.getByText("Ketik kata hapus dulu").waitFor();
  await picture(page, `erase-${size}`);
  await sure.fill("hapus");
  await page.getByRole("button", { name: "Hapus untuk selamanya" }).click();
  await page.getByText("datanya sudah dihapus").waitFor();
  expect((await database.prisma.customer.findUniqueOrThrow({ where: { id } })).name).toBeNull();

  await page.goto(`${server.url}/console/jejak`);
  await page.getByRole("listitem").filter({ hasText: "menghapus data pelanggan" }).first().waitFor();
  await picture(page, `audit-${size}`);
  expect(await seriousFaults(page)).toEqual([]);
});

it.each([
  ["phone", PHONE],
  ["desk", DESK],
] as const)(
  "a seller who forgot the password gets a link, sets another and signs in, on a %s",
  async (size, options) => {
    const owner = await signedIn("ratih", options, "/tim");
    const seller = await signedIn("rina", options, "/akun");
    await seller.getByText("perangkat ini · masuk").waitFor();
    await picture(seller, `account-${size}`);
    expect(await seriousFaults(seller)).toEqual([]);
    const rina = owner.getByRole("listitem").filter({ hasText: "Kak rina" }).first();
    await rina.getByText("Perangkat dan kata sandi").click();
    await rina.getByText("Chrome di Android").first().waitFor();
    await rina.getByRole("button", { name: "Buat tautan kata sandi baru" }).click();
    const link = await rina.getByLabel("Tautan untuk Kak rina").inputValue();
    await picture(owner, `team-${size}`);
    expect(await seriousFaults(owner)).toEqual([]);

    const { page } = await openScreen(browser, link, options);
    await page.getByText("Untuk nama pengguna rina").waitFor();
    await picture(page, `new-password-${size}`);
    await page.getByLabel("Kata sandi baru").fill(`${PASSWORD} ${size}`);
    await page.getByRole("button", { name: "Pakai kata sandi ini" }).click();
    await page.getByRole("link", { name: "Masuk ke konsol" }).click();
    await page.getByLabel("Nama pengguna").fill("rina");
    await page.getByLabel("Kata sandi").fill(`${PASSWORD} ${size}`);
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await page.getByRole("heading", { name: "Hari ini", exact: true }).waitFor();
    // The browser in which she was signed in before is not any more.
    await seller.reload();
    await seller.getByRole("heading", { name: "Masuk ke konsol" }).waitFor();
  },
);

/** The places of all pages of the console, as its addresses name them */
function consolePlaces(): readonly string[] {
  const source = readFileSync(new URL("../../src/console/app/route.ts", import.meta.url), "utf8");
  const places = [...source.matchAll(/^ {2}\w+: "([\w-]+)",$/gm)].flatMap(([, place]) => place ?? []);
  expect(places.length).toBeGreaterThan(12);
  return places;
}

const MARKUP = `<img src=x onerror="window.kena=1"><script>window.kena=1</script>"'&`;

it("whatever customers, products, files and colleagues are called, the console and the chat show it as words", async () => {
  const { prisma } = database;
  const conversation = await seedConversation(database, v7(), MARKUP);
  const { contact } = await prisma.conversation.findUniqueOrThrow({
    where: { id: conversation },
    include: { contact: true },
  });
  const { customerId } = contact;
  await prisma.customer.update({ where: { id: customerId }, data: { address: MARKUP, note: MARKUP } });
  await prisma.contact.update({ where: { id: contact.id }, data: { name: MARKUP, username: MARKUP, source: MARKUP } });
  const order = await seedOrder(database, conversation, "7900");
  await prisma.order.update({
    where: { id: order },
    data: { contactName: MARKUP, note: MARKUP, agreedWords: MARKUP, address: MARKUP, pickupCode: "1234" },
  });
  await prisma.orderLine.updateMany({ where: { orderId: order }, data: { name: MARKUP, note: MARKUP } });
  await prisma.product.updateMany({ data: { name: MARKUP, description: MARKUP, category: MARKUP } });
  await prisma.staff.update({ where: { username: "rina" }, data: { name: MARKUP } });
  await prisma.callTask.create({
    data: { id: v7(), customerId, conversationId: conversation, reason: MARKUP, createdAt: Date.now() },
  });
  await prisma.staffNote.create({
    data: { id: v7(), conversationId: conversation, sequence: 900, at: Date.now(), who: "x", text: MARKUP },
  });
  await seedSaid(database, conversation, MARKUP);
  const event = await seedEvent(database, conversation, {
    ...{ type: "messageReceived", text: "", forwarded: false },
    attachments: [{ kind: "document", externalId: "f", name: `${MARKUP}.pdf` }],
  });
  await prisma.misread.create({
    data: {
      ...{ id: v7(), eventId: event, catalogueVersion: 1, context: "nothing", text: MARKUP, at: Date.now(), who: "x" },
      ...{ understood: JSON.stringify({ intents: [], items: [] }), saidAt: Date.now() },
    },
  });
  await seedWords(database, conversation, { text: MARKUP, choices: [{ id: "0", label: MARKUP }] }, { author: "bot" });
  const { id: rina } = await prisma.staff.findUniqueOrThrow({ where: { username: "rina" } });
  await prisma.audit.create({
    data: {
      id: v7(),
      at: Date.now(),
      who: rina,
      what: MARKUP,
      subject: conversation,
      data: JSON.stringify({ note: MARKUP }),
    },
  });
  const page = await signedIn("ratih", DESK);
  const isWords = async (one: Page, place: string) => {
    expect([place, await one.evaluate("'kena' in window")]).toEqual([place, false]);
    expect([place, await one.locator("img[src='x'], body script").count()]).toEqual([place, 0]);
  };
  const deep = new Map([
    ["percakapan", conversation],
    ["pesanan", order],
    ["pelanggan", customerId],
    ["data-pelanggan", customerId],
    ["catat-pesanan", conversation],
  ]);
  let shown = 0;
  for (const place of consolePlaces()) {
    const id = deep.get(place);
    for (const path of id === undefined ? [place] : [place, `${place}/${id}`]) {
      const answer = await page.goto(`${server.url}/console/${path}`);
      const policy = answer?.headers()["content-security-policy"] ?? "";
      expect([path, policy.includes("script-src 'self';"), policy.includes("unsafe")]).toEqual([path, true, false]);
      await page.getByRole("main").waitFor();
      await expect.poll(() => page.getByText("Sebentar…").count(), { timeout: 20_000 }).toBe(0);
      await isWords(page, path);
      if ((await page.getByText("window.kena=1").count()) > 0) shown += 1;
    }
  }
  expect(shown).toBeGreaterThan(8);

  const { page: chat } = await openScreen(browser, server.url, PHONE);
  const screen = new ChatScreen(chat);
  await screen.write(MARKUP);
  await screen.sees("window.kena=1");
  const own = await prisma.conversation.findFirstOrThrow({ orderBy: { lastAt: "desc" } });
  await seedWords(database, own.id, { text: `Toko: ${MARKUP}`, choices: [{ id: "0", label: MARKUP }] });
  await chat.reload();
  await screen.sees("Toko: <img");
  await isWords(chat, "chat");
});
