import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";

let shop: RunningShop;
let browser: Browser;
let phone: Page;
let faults: string[];
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
  ({ page: phone, faults } = await openScreen(browser, shop.ownerLink, PHONE));
  await becomeOwner(phone);
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});

it("a seller writes an order down while talking, taps it right, and the customer says yes in the chat", async () => {
  const { page } = await openScreen(browser, shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("boleh telpon dulu kak?");
  await chat.sees(/Boleh/);
  await phone.getByRole("link", { name: /^Telepon/ }).click();
  await phone.getByRole("article").getByRole("link", { name: "Tulis pesanannya" }).click();

  await writes("2 brownies cod besok sore");
  await phone.getByRole("region", { name: "Tanyakan ke pelanggan" }).waitFor();
  await look("asks");
  const basket = phone.getByRole("list", { name: "Keranjang" });
  for (const option of await basket.locator("div:has(> span.text-alarm)").all())
    await option.getByRole("button").first().click();
  await basket.getByRole("button", { name: /^Tambah satu/ }).click();
  await basket.getByText(/^3 /).waitFor();
  await writes("alamatnya jl kenanga 3 beji depok, atas nama bu tatik 081298765432");
  await phone.getByRole("region", { name: "Yang akan dibaca pelanggan" }).waitFor();
  await look("summary");
  await fits();
  await phone.getByRole("button", { name: "Kirim untuk dikonfirmasi" }).click();
  await phone.getByText(/Pesanan masuk setelah pelanggan menjawab ya/).waitFor();
  await chat.sees(/catatan dari telepon/);
  await chat.tap("Ya, pesan");
  await chat.sees(/Pesanan #?\d+/i);
  expect(faults).toEqual([]);
});

it("a customer without a chat opens the link that the seller sends, and finds the order there", async () => {
  await phone.goto(`${shop.url}/console/catat-pesanan`);
  await writes("1 brownies, ambil sendiri besok jam 10, atas nama pak budi 081298765433");
  await phone.getByRole("button", { name: "Buat tautan WhatsApp" }).click();
  const link = phone.getByRole("link", { name: "Kirim lewat WhatsApp" });
  const address = new URL((await link.getAttribute("href")) ?? "");
  expect(address.pathname).toBe("/6281298765433");
  await look("link");
  await fits();
  const opened = /http\S+pesanan=\S+/.exec(address.searchParams.get("text") ?? "")?.[0] ?? "";
  const { page } = await openScreen(browser, opened, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/catatan dari telepon/);
  const late = await openScreen(browser, opened, PHONE);
  await new ChatScreen(late.page).sees(/sudah dipakai/);
});

async function writes(text: string): Promise<void> {
  await phone.getByLabel("Kata pelanggan").fill(text);
  await phone.getByRole("button", { name: "Catat", exact: true }).click();
  await phone.getByLabel("Kata pelanggan").and(phone.locator(":placeholder-shown")).waitFor();
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
  if (folder) await phone.screenshot({ path: `${folder}/phone-order-${name}.png`, fullPage: true });
}
