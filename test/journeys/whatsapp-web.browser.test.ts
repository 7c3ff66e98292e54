import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { pino } from "pino";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { openBrowser } from "../fixtures/browser.ts";
import { freshDatabaseUrl } from "../fixtures/database.ts";
import { becomeOwner, openScreen, PHONE } from "../fixtures/screens.ts";
import { StandInWorld } from "../fixtures/whatsapp-web/stand-in-world.ts";

const SARI = "6281234567001@c.us";
const WITHIN_SECONDS = 8_000;
let dataDir: string;
let app: App;
let world: StandInWorld;
let database: Database;
let browser: Browser;
let phone: Page;
let faults: string[];
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "kopdar-whatsapp-shop-"));
  const url = await freshDatabaseUrl("sqlite");
  [world, browser] = await Promise.all([StandInWorld.open(), openBrowser()]);
  const environment = { DATA_DIR: dataDir, DATABASE_URL: url, PORT: "0", TURN_QUIET_MS: "200" };
  const config = readConfig(environment, dataDir);
  const whatsAppWeb = {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    script: world.script("after September 2026"),
    pace: { leastDelayMs: 300, mostDelayMs: 500 },
  };
  app = await startApp({ ...config, whatsAppWeb }, pino({ level: process.env.SHOW_LOG ?? "silent" }));
  database = await openDatabase(url);
  ({ page: phone, faults } = await openScreen(browser, app.ownerLink ?? "", PHONE));
  await becomeOwner(phone);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.close();
  world.close();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

it("an owner connects the shop's own number on the phone: the warning first, then the QR", async () => {
  await phone.goto(`${app.url}/console/whatsapp`);
  await phone.getByRole("checkbox", { name: /siap dengan risikonya/ }).check();
  await look("warning");
  await phone.getByRole("button", { name: "Sambungkan nomor" }).click();
  await phone.getByText("Pindai QR ini").waitFor();
  await look("scan");
  await fits();
  world.scans();
  await phone.getByText("Warung Uji · +6281200000001").waitFor();
  await look("live");
});

it("a stranger calls and is answered within seconds; the call is promised, made and noted, and the order agreed by phone is confirmed in the chat", async () => {
  world.calls(SARI);
  const calledAt = Date.now();
  expect(await answerOf(1)).toMatch(/telepon/i);
  expect(Date.now() - calledAt).toBeLessThan(WITHIN_SECONDS);
  await says("jam 4 aja kak");
  expect(await answerOf(2)).toContain("16.00");

  await phone.goto(`${app.url}/console/telepon`);
  const card = phone.getByRole("article");
  await card.getByText("Minta ditelepon").waitFor();
  await card.getByText(/^Dijanjikan .*16\.00$/).waitFor();
  expect(await card.getByRole("link", { name: "WhatsApp" }).getAttribute("href")).toBe("https://wa.me/6281234567001");
  await look("promised");
  await fits();
  const writeOrder = await card.getByRole("link", { name: "Tulis pesanannya" }).getAttribute("href");
  await card.getByRole("button", { name: "Jadi pesan" }).click();
  await card.getByRole("button", { name: "Ya, jadi pesan" }).click();
  await phone.getByText(/Tidak ada yang perlu ditelepon/).waitFor();
  await look("noted");

  await phone.goto(new URL(writeOrder ?? "", app.url).href);
  await phone
    .getByLabel("Kata pelanggan")
    .fill("30 lemper ayam, ambil di dapur ratih margonda besok jam 10, atas nama bu sari");
  await phone.getByRole("button", { name: "Catat", exact: true }).click();
  await phone.getByRole("region", { name: "Yang akan dibaca pelanggan" }).waitFor();
  await look("written-down");
  await phone.getByRole("button", { name: "Kirim untuk dikonfirmasi" }).click();
  const proposal = await answerOf(3);
  expect(proposal).toMatch(/Lemper/);
  // No buttons on WhatsApp Web: what can be tapped elsewhere stands there with its number.
  expect(proposal).toMatch(/^1\. /m);
  await look("proposed");
  await says("1");
  expect(await answerOf(4)).toMatch(/#?D?-?\d+/);
  await expect.poll(() => database.prisma.order.count()).toBe(1);
  await expect.poll(underWay, { timeout: 15_000 }).toBe(0);
  expect(await database.prisma.order.findFirst({ include: { lines: true } })).toMatchObject({
    status: "placed",
    fulfilment: "pickup",
    lines: [{ quantity: 30_000 }],
  });
  expect(await database.prisma.callTask.findMany()).toMatchObject([
    { kind: "asked", outcome: "ordered", phone: "+6281234567001", times: 1 },
  ]);
});

it("the seller answers from the shop's own phone, and the bot is silent there from then on", async () => {
  const before = world.seenBy(SARI).length;
  world.arrives(SARI, { fromMe: true, body: "Halo Bu Sari, lempernya saya siapkan sendiri ya" });
  await says("siap kak, makasih. boleh tambah 10 lemper?");
  await expect.poll(() => database.prisma.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  await expect.poll(async () => (await database.prisma.conversation.findFirstOrThrow()).holder).toBe("own-phone");
  const { id } = await database.prisma.conversation.findFirstOrThrow();
  await phone.goto(`${app.url}/console/percakapan/${id}`);
  const thread = phone.getByRole("log");
  await thread.getByText("Halo Bu Sari, lempernya saya siapkan sendiri ya").waitFor();
  await thread.getByText("boleh tambah 10 lemper?").waitFor();
  await look("own-phone");
  expect(await underWay()).toBe(0);
  expect(world.seenBy(SARI)).toHaveLength(before + 1);
  expect(world.doubled).toBe(0);
  expect(faults).toEqual([]);
});

it("a seller writes first to a number that never wrote; the answer comes into the same thread under a hidden id", async () => {
  const [tatik, hidden] = ["6281234567055@c.us", "770000000000055@lid"];
  world.knows(tatik, hidden);
  await phone.goto(`${app.url}/console/pelanggan`);
  await phone.getByRole("link", { name: "Tulis ke nomor baru" }).click();
  await look("write-first-number");
  await phone.getByLabel("Nomor HP").fill("0812 3456 7055");
  await phone.getByRole("button", { name: "Lanjut" }).click();
  await phone.getByLabel("Namanya, kalau tahu").fill("Bu Tatik");
  await phone.getByLabel("Pesan pertama").fill("Halo Bu Tatik, ini Dapur Ratih soal telepon tadi ya");
  await look("write-first");
  await fits();
  await phone.getByRole("button", { name: "Kirim" }).click();
  const thread = phone.getByRole("log", { name: /Bu Tatik/ });
  await thread.getByText("soal telepon tadi ya").waitFor();
  await world.until(() => world.seenBy(tatik).length === 1, "the first words", 30_000);
  expect(world.seenBy(tatik)[0]?.body).toBe("Halo Bu Tatik, ini Dapur Ratih soal telepon tadi ya");
  await thread.getByText(/terkirim/i).waitFor();
  world.arrives(hidden, { body: "oh iya mbak, jadi pesan ya", notifyName: "Tatik" });
  await thread.getByText("jadi pesan ya").waitFor();
  await look("write-first-answered");
  expect(await database.prisma.contact.findMany({ where: { phone: "+6281234567055" } })).toMatchObject([
    { externalId: tatik },
  ]);
  expect(world.seenBy(tatik).concat(world.seenBy(hidden))).toHaveLength(1);
});

it("a number that is not on WhatsApp is told in the thread, and nothing is typed to nobody", async () => {
  world.lacks("6281234567066@c.us");
  await phone.goto(`${app.url}/console/tulis-duluan/nomor/${encodeURIComponent("+6281234567066")}`);
  await phone.getByLabel("Pesan pertama").fill("Halo Kak");
  await phone.getByRole("button", { name: "Kirim" }).click();
  await phone
    .getByRole("log")
    .getByText(/nomor ini tidak ada di WhatsApp/)
    .waitFor();
  await look("not-on-whatsapp");
  expect(world.acts.filter(({ type, chat }) => type === "typing" && chat === "6281234567066@c.us")).toEqual([]);
  expect(faults).toEqual([]);
});

/** The customer writes, once the shop has taken in all before. */
async function says(body: string): Promise<void> {
  const before = await database.prisma.inboxEvent.count();
  world.arrives(SARI, { body, notifyName: "Sari" });
  await expect.poll(() => database.prisma.inboxEvent.count(), { timeout: 20_000 }).toBeGreaterThan(before);
}

function underWay(): Promise<number> {
  return database.prisma.outboxRow.count({ where: { status: { in: ["queued", "sending"] } } });
}

/** What the customer read as the shop's so-manieth message. */
async function answerOf(count: number): Promise<string> {
  await world.until(() => world.seenBy(SARI).length >= count, `message ${count}`, 30_000);
  return world.seenBy(SARI)[count - 1]?.body ?? "";
}

async function fits(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone }).analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  const [wide, shown] = (await phone.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [
    number,
    number,
  ];
  expect(wide).toBeLessThanOrEqual(shown);
}

/** Keeps a picture where somebody asks for it. */
async function look(name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await phone.screenshot({ path: `${folder}/whatsapp-web-${name}.png`, fullPage: true });
}
