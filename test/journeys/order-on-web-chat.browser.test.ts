import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});

it("a customer orders on the phone by writing and tapping, and finds the order again after reloading", async () => {
  const { page, faults } = await openScreen(browser, `${shop.url}/?from=brosur`, PHONE);
  const chat = new ChatScreen(page);
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  await chat.page.getByRole("article", { name: /Pesanan #\d+/ }).waitFor();
  await page.reload();
  await chat.page.getByRole("article", { name: /Pesanan #\d+/ }).waitFor();
  await chat.sees(/Brownies Kukus \(coklat, sedang\)/);
  expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  expect(faults).toEqual([]);
});

it("writing and picking a choice need no more than the keyboard", async () => {
  const { page } = await openScreen(browser, shop.url, { viewport: { width: 390, height: 844 } });
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await page.getByLabel("Tulis pesan").focus();
  await page.keyboard.type("brownies kukus coklat sedang 1");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Ambil di toko" }).waitFor();
  // The choices stand before the writing field.
  for (let steps = 0; steps < 10; steps++) {
    await page.keyboard.press("Shift+Tab");
    const focused = await page.evaluate<string>('document.activeElement?.textContent ?? ""');
    if (focused === "Ambil di toko") break;
  }
  await page.keyboard.press("Enter");
  await chat.log.getByText("Ambil di toko").first().waitFor();
  expect(await page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe("Tulis pesan");
});

it("what is written while the shop cannot be reached is kept and arrives once", async () => {
  const { page } = await openScreen(browser, shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await shop.stop();
  await chat.write("jam berapa tutupnya?");
  await chat.sees("Menunggu koneksi, nanti dikirim sendiri");
  await page
    .getByRole("status")
    .getByText(/Koneksi terputus/)
    .waitFor();
  await shop.start();
  await page.getByText("Menunggu koneksi").waitFor({ state: "detached" });
  await page.reload();
  await chat.sees(/jam berapa tutupnya/);
  expect(await chat.log.getByText("jam berapa tutupnya?").count()).toBe(1);
});

it("whatever a customer writes is shown as words and runs nothing", async () => {
  const { page, faults } = await openScreen(browser, shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  const words = `<img src=x onerror="document.title='kena'"><script>document.title='kena'</script>`;
  await chat.write(words);
  await chat.sees(words);
  expect(await page.title()).not.toBe("kena");
  expect(faults).toEqual([]);
});
