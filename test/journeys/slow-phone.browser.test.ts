import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { openBrowser } from "../fixtures/browser.ts";
import { freshDatabase } from "../fixtures/database.ts";
import { openScreen, PHONE } from "../fixtures/screens.ts";
import { PASSWORD, seedConversation, seedEvent, seedSaid, seedShop, seedStaff, seedWords } from "../fixtures/shop.ts";
import { openWebServer, type WebServer } from "../fixtures/web-server.ts";

/** A phone of the cheapest kind in a village: a quarter of this processor's speed, 400 kbit/s, 300 ms to the shop. */
const SLOWER = 4;
const BYTES_A_SECOND = 400_000 / 8;
const LINE = { latency: 300, downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND };
const CHATS = 120;
const FILE_NAME = `"><img src=x onerror="document.title='kena'">.pdf`;

let database: Database;
let server: WebServer;
let browser: Browser;
let sari: string;
beforeAll(async () => {
  database = await freshDatabase("sqlite");
  await seedShop(database);
  await seedStaff(database, "rina", "seller");
  for (let index = 0; index < CHATS; index++) {
    const id = await seedConversation(database, `c${index}`, `Pelanggan ${index}`);
    await seedSaid(database, id, `halo kak, ini pesan ke-${index}`);
    await database.prisma.conversation.update({ where: { id }, data: { lastAt: 1_000 + index } });
  }
  sari = await seedConversation(database, "sari", "Sari Wulandari");
  for (let index = 0; index < 60; index++) {
    await seedSaid(database, sari, `tanya ${index}`);
    await seedWords(database, sari, { text: `jawab ${index}` });
  }
  const file = { kind: "document" as const, externalId: "f-1", name: FILE_NAME };
  await seedEvent(database, sari, { type: "messageReceived", text: "", attachments: [file], forwarded: false });
  await database.prisma.conversation.update({
    where: { id: sari },
    data: { holder: "waiting", heldReason: "asked_for_person", heldSince: Date.now(), lastAt: Date.now() },
  });
  server = await openWebServer(database, { pages: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What came over the line to a page, without what it keeps open. */
class Line {
  bytes = 0;
  readonly asked: string[] = [];
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on("Network.requestWillBeSent", ({ request }) => this.asked.push(new URL(request.url).pathname));
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      this.bytes += encodedDataLength;
    });
  }

  static async slow(page: Page): Promise<Line> {
    const session = await page.context().newCDPSession(page);
    const line = new Line(session);
    await session.send("Network.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await line.set(false);
    return line;
  }

  async set(offline: boolean): Promise<void> {
    await this.#session.send("Network.emulateNetworkConditions", { offline, ...LINE });
  }
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/slow-${name}.png` });
}

it("on a slow phone the inbox is there after a few small things, and what is typed arrives once", async () => {
  const { page, faults } = await openScreen(browser, "about:blank", PHONE);
  page.setDefaultTimeout(60_000);
  const entered = await page.request.post(`${server.url}/console/api/sign-in`, {
    data: { username: "rina", password: PASSWORD },
    headers: { "x-kopdar": "1" },
  });
  expect(entered.status()).toBe(204);
  const line = await Line.slow(page);
  await page.goto(`${server.url}/console/percakapan`);
  await page.getByRole("heading", { name: "Percakapan", exact: true }).waitFor();
  const waiting = page.getByRole("region", { name: "Menunggu orang" }).getByRole("link", { name: /Sari Wulandari/ });
  await waiting.waitFor();
  await picture(page, "inbox");
  // Nothing of it was kept from before: this is all that the first screen costs, whatever the list's length.
  expect(line.bytes).toBeGreaterThan(50_000);
  expect(line.bytes).toBeLessThan(280_000);
  expect(line.asked.length).toBeLessThanOrEqual(20);
  expect(line.asked.filter((path) => path.startsWith("/console/api/media"))).toEqual([]);

  const before = { bytes: line.bytes, requests: line.asked.length };
  await waiting.click();
  const thread = page.getByRole("log");
  await thread.getByText("jawab 59").waitFor();
  await page.getByText(FILE_NAME).waitFor();
  expect(line.bytes - before.bytes).toBeLessThan(60_000);
  expect(line.asked.length - before.requests).toBeLessThanOrEqual(12);

  await page.getByRole("button", { name: "Ambil alih" }).click();
  const box = page.getByLabel("Balasan", { exact: true });
  // Typed while the answer to the last tap is still on its way, and sent by an impatient finger.
  await box.pressSequentially("Sebentar ya Kak");
  const send = page.getByRole("button", { name: "Kirim", exact: true });
  await send.dblclick();
  // It stands in the thread before the shop has it, and the next can be typed meanwhile.
  await thread.getByText("mengirim…").waitFor();
  await box.pressSequentially("Masih ada Kak");
  await picture(page, "sent");
  const replies = async () => {
    const rows = await database.prisma.outboxRow.findMany({ where: { conversationId: sari, author: { not: "bot" } } });
    return rows.map(({ body }) => JSON.parse(body).text);
  };
  await expect.poll(replies, { timeout: 60_000 }).toEqual(["Sebentar ya Kak"]);

  // The signal goes before the next one, and comes back.
  expect(await box.inputValue()).toBe("Masih ada Kak");
  await line.set(true);
  await send.click();
  await thread.getByText("menunggu sinyal").waitFor();
  await line.set(false);
  await thread.getByText("menunggu sinyal").waitFor({ state: "detached" });
  await expect.poll(replies, { timeout: 60_000 }).toEqual(["Sebentar ya Kak", "Masih ada Kak"]);
  // Words that a seller no longer sees are words they write again.
  expect(await thread.getByText("Sebentar ya Kak").count()).toBe(1);
  expect(await thread.getByText("Masih ada Kak").count()).toBe(1);
  await expect.poll(() => thread.getByText("mengirim…").count(), { timeout: 60_000 }).toBe(0);
  expect(await thread.getByText("Masih ada Kak").count()).toBe(1);
  // The file's name stayed a name.
  expect(await page.title()).not.toBe("kena");
  expect(faults).toEqual([]);
});
