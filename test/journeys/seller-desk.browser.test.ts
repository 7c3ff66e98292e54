import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";

let shop: RunningShop;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
  ({ page: desk } = await openScreen(browser, shop.ownerLink, DESK));
  await becomeOwner(desk);
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});

async function customer(): Promise<ChatScreen> {
  const { page } = await openScreen(browser, shop.url, PHONE);
  return new ChatScreen(page);
}
const click = (name: string) => desk.getByRole("button", { name, exact: true }).click();

it("the link that was printed works once", async () => {
  const { page } = await openScreen(browser, shop.ownerLink, DESK);
  await page.getByText(/sudah dipakai/).waitFor();
});

it("a customer asks for a person; the seller sees why, takes over, replies and hands back, and the bot goes on", async () => {
  const chat = await customer();
  await chat.sees(/pesan apa/i);
  await chat.write("brownies kukus coklat sedang 2");
  await chat.sees(/diantar/i);
  await chat.page.getByRole("button", { name: "Hubungi orang" }).click();
  await chat.page.getByText(/Orang toko sudah dipanggil/).waitFor();

  await desk.getByRole("link", { name: "Percakapan (1 menunggu orang)" }).waitFor();
  expect(await desk.title()).toBe("(1) Konsol toko");
  await desk.getByRole("region", { name: "Menunggu orang" }).getByRole("link").first().click();
  await desk.getByText("Minta bicara dengan orang").first().waitFor();
  await desk.getByRole("complementary").getByText("2 loyang Brownies Kukus (coklat, sedang)").waitFor();
  await click("Ambil alih");
  await chat.page.getByText("Kakak sedang mengobrol dengan orang toko.").waitFor();
  await desk.getByLabel("Balasan").fill("Halo Kak, ini Ratih. Ada yang bisa dibantu?");
  await click("Kirim");
  await chat.sees("Halo Kak, ini Ratih. Ada yang bisa dibantu?");
  await chat.write("mau tanya, bisa tanpa kacang?");
  await desk.getByRole("log").getByText("mau tanya, bisa tanpa kacang?").waitFor();
  const said = await chat.log.innerText();
  expect(said.slice(said.indexOf("tanpa kacang?"))).not.toContain("Toko");

  await click("Kembalikan ke bot");
  await desk.getByText("Bot sedang melayani. Ambil alih kalau mau membalas sendiri.").waitFor();
  await chat.page.getByRole("button", { name: "Ambil di toko" }).waitFor();
});

it("the seller moves an order on and the customer's card follows by itself", async () => {
  const chat = await customer();
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  const card = chat.page.getByRole("article", { name: /Pesanan #\d+/ });
  await card.getByText(/sudah masuk/).waitFor();
  await desk.getByRole("link", { name: "Pesanan", exact: true }).first().click();
  await desk
    .getByRole("link", { name: /Pesanan #\d+/ })
    .first()
    .click();
  await click("Mulai siapkan");
  await card.getByText(/sedang disiapkan/).waitFor();
  await click("Sudah siap");
  await click("Antar sekarang");
  await desk.getByRole("form", { name: "Antar sekarang" }).getByRole("button", { name: "Antar sekarang" }).click();
  await card.getByText(/sedang diantar/).waitFor();
  expect(await card.count()).toBe(1);
  await click("Selesai, sudah dibayar");
  await click("Ya, selesai");
  await card.getByText(/selesai/).waitFor();
});

it("what a customer writes stays words in the console too", async () => {
  const chat = await customer();
  const words = `<img src=x onerror="document.title='kena'">`;
  await chat.sees(/pesan apa/i);
  await chat.write(words);
  // The answer comes after the words: then this conversation is the latest.
  await chat.log.getByText("Toko:").nth(1).waitFor({ state: "attached" });
  await desk.goto(`${shop.url}/console/percakapan`);
  await desk.getByRole("region", { name: "Dilayani bot" }).getByRole("link").first().click();
  await desk.getByRole("log").getByText(words).waitFor();
  expect(await desk.title()).not.toBe("kena");
});

it("the console speaks English when asked, and signs out", async () => {
  await desk.getByText("Akun", { exact: true }).last().click();
  await click("English");
  await desk.getByRole("heading", { name: "Conversations" }).waitFor();
  await click("Indonesia");
  await click("Keluar");
  await desk.getByRole("heading", { name: "Masuk ke konsol" }).waitFor();
  await desk.getByLabel("Nama pengguna").fill("ratih");
  await desk.getByLabel("Kata sandi").fill("kue lapis legit 7");
  await click("Masuk");
  await desk.getByRole("heading", { name: "Percakapan", exact: true }).waitFor();
});
