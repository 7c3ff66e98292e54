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

it("a customer asks to be called; the seller sees it live on the phone, calls, and notes in two taps how it went", async () => {
  const { page } = await openScreen(browser, shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("boleh telpon dulu kak?");
  await chat.sees(/Boleh/);
  await chat.page
    .getByRole("button", { name: /\d\d\.\d\d$/ })
    .last()
    .click();
  await chat.sees(/Nomor HP/);
  await chat.write("081298765432");
  await chat.sees(/kami telepon/);

  await phone.getByRole("link", { name: /^Telepon \(1 perlu ditelepon\)$/ }).click();
  const card = phone.getByRole("article");
  await card.getByText("“boleh telpon dulu kak?”").waitFor();
  expect(await card.getByRole("link", { name: /Telepon 0812-9876-5432/ }).getAttribute("href")).toBe(
    "tel:+6281298765432",
  );
  expect(await card.getByRole("link", { name: "WhatsApp" }).getAttribute("href")).toBe("https://wa.me/6281298765432");
  // The next day's first offer, as the customer read it.
  await card.getByText(/^Dijanjikan .*\d\d\.\d\d$/).waitFor();
  await card.getByRole("button", { name: "Saya yang telepon" }).click();
  await card.getByText("Ditangani Saya").waitFor();
  await look("list");

  await card.getByRole("button", { name: "Tidak diangkat" }).click();
  await look("second-tap");
  await card.getByRole("button", { name: "Ya, coba lagi nanti" }).click();
  await card.getByText(/^Coba lagi /).waitFor();
  await chat.sees(/belum terangkat/);

  await shop.stop();
  await shop.start();
  await phone.reload();
  await card.getByText(/^Coba lagi /).waitFor();
  await card.getByRole("button", { name: "Pikir-pikir" }).click();
  await card.getByRole("button", { name: "Sampai besok" }).click();
  // Who thinks it over is called again on that day; with no day said, the call is done.
  await card.getByText(/Pikir-pikir sampai /).waitFor();
  await card.getByRole("button", { name: "Pikir-pikir" }).click();
  await card.getByRole("button", { name: "Belum tahu" }).click();
  await phone.getByText(/Tidak ada yang perlu ditelepon/).waitFor();
  await phone.getByRole("region", { name: "Hasil telepon" }).getByText("Tersambung").waitFor();
  await phone.getByRole("link", { name: "Telepon", exact: true }).waitFor();
  await look("done");
  expect(faults).toEqual([]);
});

it("the calls page can be used by everybody, and fits a phone", async () => {
  const { violations } = await new AxeBuilder({ page: phone }).analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  const [wide, shown] = (await phone.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [
    number,
    number,
  ];
  expect(wide).toBeLessThanOrEqual(shown);
});

/** Keeps a picture where somebody asks for it. */
async function look(name: string): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await phone.screenshot({ path: `${folder}/calls-${name}.png`, fullPage: true });
}
