import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { openBrowser } from "../fixtures/browser.ts";
import { cuttableLine } from "../fixtures/cuttable.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { DESK, openScreen, PHONE } from "../fixtures/screens.ts";
import { PASSWORD, seedConversation, seedOrder, seedSaid, seedShop, seedStaff, seedWords } from "../fixtures/shop.ts";
import { openWebServer, type WebServer } from "../fixtures/web-server.ts";

let database: Database;
let server: WebServer;
let browser: Browser;
beforeAll(async () => {
  database = await freshDatabase("sqlite");
  await seedShop(database);
  await database.prisma.channelAccount.updateMany({ data: { ownerUntil: Date.now() + 3_600_000 } });
  await seedStaff(database, "rina", "seller");
  server = await openWebServer(database, { pages: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

// What runs in the page is written as text: tests know no browser's globals.
const WORKER_READY = "navigator.serviceWorker.ready.then(() => undefined)";
const KEPT_FILES = `(async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
})()`;
const MANIFEST = `(async () => {
  const answer = await fetch(document.querySelector("link[rel=manifest]").href);
  const { icons, start_url } = await answer.json();
  return { start_url, found: await Promise.all(icons.map(async ({ src }) => (await fetch(src)).ok)) };
})()`;

async function enter(page: Page): Promise<void> {
  await page.getByLabel("Nama pengguna").fill("rina");
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.getByRole("heading", { name: "Hari ini", exact: true }).waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await page.screenshot({ path: `${folder}/live-${name}.png` });
}

it("the first page says that a new shop is quiet, and then by itself what comes in", async () => {
  const { page, faults } = await openScreen(browser, `${server.url}/console`, PHONE);
  await enter(page);
  await page.getByText("Tidak ada yang menunggu sekarang.").waitFor();
  await page.getByText("Tidak ada yang macet. Aman.").waitFor();
  await picture(page, "today-empty-phone");
  const id = await seedConversation(database, "sari", "Sari Wulandari");
  for (const text of ["halo kak", "mau pesan", "brownies"]) await seedSaid(database, id, text);
  const { prisma } = database;
  await prisma.conversation.update({
    where: { id },
    data: { holder: "waiting", heldReason: "asked_for_person", heldSince: Date.now() - 900_000, lastAt: Date.now() },
  });
  await seedOrder(database, id, "1");
  await seedOrder(database, id, "2", "completed");
  const older = await seedOrder(database, id, "3", "completed");
  await prisma.order.update({ where: { id: older }, data: { placedAt: Date.now() - 2 * 86_400_000 } });
  await seedWords(database, id, { text: "tidak sampai" }, { status: "failed" });
  server.live.publish([{ type: "conversation", id }]);
  await page.getByRole("link", { name: /Pelanggan menunggu orang\s*1/ }).waitFor();
  await page.getByText("Gagal terkirim").click();
  await page.getByRole("link", { name: /Sari Wulandari/ }).waitFor();
  await page.getByRole("row", { name: /2/ }).first().waitFor({ state: "attached" });
  await picture(page, "today-phone");
  await page.getByRole("heading", { name: "Tujuh hari terakhir" }).scrollIntoViewIfNeeded();
  await picture(page, "today-charts-phone");
  const wide = await openScreen(browser, `${server.url}/console`, DESK);
  await enter(wide.page);
  await wide.page.getByRole("link", { name: /Pelanggan menunggu orang\s*1/ }).waitFor();
  await picture(wide.page, "today-wide");
  await page.getByRole("link", { name: /Pelanggan menunggu orang/ }).click();
  // It opens what it counts.
  await page.getByRole("button", { name: "Menunggu", pressed: true }).waitFor();
  await page.getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("log").getByText("brownies").waitFor();
  expect([...faults, ...wide.faults]).toEqual([]);
});

it("a reply written without a signal outlives the reload of its page and reaches the customer once", async () => {
  const line = await cuttableLine(server.url);
  const id = await seedConversation(database, "budi", "Budi Santoso");
  await seedSaid(database, id, "kak, buka sampai jam berapa?");
  const { page, faults } = await openScreen(browser, `${line.url}console`, PHONE);
  await enter(page);
  await page.evaluate(WORKER_READY);
  await page.goto(`${line.url}console/percakapan/${id}`);
  await page.getByRole("button", { name: "Ambil alih" }).click();
  const box = page.getByLabel("Balasan");
  await box.waitFor();

  line.cut();
  await box.fill("Sampai jam delapan malam, Kak");
  await page.keyboard.press("Enter");
  const thread = page.getByRole("log");
  await thread.getByText("menunggu sinyal").waitFor();
  expect(await box.inputValue()).toBe("");
  await box.fill("Salah tulis");
  await page.keyboard.press("Enter");
  await thread.getByText("Salah tulis").waitFor();
  await picture(page, "offline-phone");
  await thread.getByRole("button", { name: "Batalkan" }).last().click();
  await thread.getByText("Salah tulis").waitFor({ state: "detached" });

  await page.reload();
  await page.getByText("1 balasan menunggu sinyal").waitFor();
  await picture(page, "offline-reloaded-phone");
  expect(await database.prisma.outboxRow.count({ where: { conversationId: id } })).toBe(0);

  line.mend();
  await thread.getByText("antre").waitFor();
  await thread.getByText("menunggu sinyal").waitFor({ state: "detached" });
  await page.reload();
  await thread.getByText("Sampai jam delapan malam, Kak").waitFor();
  const rows = await database.prisma.outboxRow.findMany({ where: { conversationId: id } });
  expect(rows.map(({ body }) => JSON.parse(body).text)).toEqual(["Sampai jam delapan malam, Kak"]);
  expect(faults).toEqual([]);
  await line.close();
});

it("what waits for a signal is gone when the seller signs out", async () => {
  const line = await cuttableLine(server.url);
  const id = await seedConversation(database, "tono", "Tono");
  const { page } = await openScreen(browser, `${line.url}console`, PHONE);
  await enter(page);
  await page.goto(`${line.url}console/percakapan/${id}`);
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await page.getByLabel("Balasan").fill("rahasia");
  line.cut();
  await page.keyboard.press("Enter");
  await page.getByRole("log").getByText("menunggu sinyal").waitFor();
  await database.prisma.staffSession.deleteMany();
  line.mend();
  await page.getByRole("heading", { name: "Masuk ke konsol" }).waitFor();
  expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.includes('unsent'))")).toEqual([]);
  await line.close();
});

it("the browser keeps the console's own files, and no answer of the shop", async () => {
  const { page } = await openScreen(browser, `${server.url}/console`, PHONE);
  await enter(page);
  await page.evaluate(WORKER_READY);
  const kept = await page.evaluate<string[]>(KEPT_FILES);
  expect(kept).toContain("/console");
  expect(kept.filter((path) => path !== "/console" && !path.startsWith("/assets/"))).toEqual([]);
  const manifest = await page.evaluate(MANIFEST);
  expect(manifest).toEqual({ start_url: "/console", found: [true, true, true] });
});
