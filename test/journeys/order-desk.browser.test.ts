import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";

const PASSWORD = "kue lapis legit 7";

let shop: RunningShop;
let browser: Browser;
let desk: Page;
let faults: string[];
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
  ({ page: desk, faults } = await openScreen(browser, shop.ownerLink, DESK));
  await becomeOwner(desk);
  await addCourier();
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});

it("an order goes from the board to the courier's phone, its cash is noted at the door, and a slip is put right", async () => {
  const chat = await customer();
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  const card = chat.page.getByRole("article", { name: /Pesanan #\d+/ });
  await card.getByText(/sudah masuk/).waitFor();

  await desk.getByRole("link", { name: "Pesanan", exact: true }).first().click();
  await desk.getByRole("region", { name: "Baru" }).getByRole("link").first().waitFor();
  await look(desk, "board-desktop");
  await desk.setViewportSize({ width: 390, height: 844 });
  await look(desk, "board-phone");
  await desk.setViewportSize({ width: 1366, height: 820 });
  await desk.getByRole("region", { name: "Baru" }).getByRole("link").first().click();
  for (const step of ["Terima", "Mulai siapkan", "Sudah siap", "Antar sekarang"]) await tap(desk, step);
  const out = desk.getByRole("form", { name: "Antar sekarang" });
  await out.getByLabel("Diantar oleh").selectOption({ label: "Doni" });
  await look(desk, "hand-over-desktop");
  await out.getByRole("button", { name: "Antar sekarang" }).click();
  await card.getByText(/sedang diantar/).waitFor();
  await desk.getByText("kurir Doni").waitFor();
  await look(desk, "detail-desktop");
  await printsSlip();

  const courier = await signedIn("doni");
  await courier.getByRole("region", { name: "Saya antar" }).getByRole("link").first().waitFor();
  await look(courier, "courier-list-phone");
  await courier.getByRole("region", { name: "Saya antar" }).getByRole("link").first().click();
  await courier.getByRole("link", { name: "Buka peta" }).waitFor();
  await look(courier, "courier-order-phone");
  await courier.getByRole("button", { name: /^Sudah sampai, terima/ }).click();
  await courier.getByLabel("Uang yang diterima").fill("95000");
  expect(await courier.getByRole("button", { name: "Ya, selesai" }).isDisabled()).toBe(true);
  await courier.getByLabel("Kenapa beda dari tagihan?").fill("tidak ada kembalian");
  await look(courier, "courier-cash-phone");
  await tap(courier, "Ya, selesai");
  await chat.sees(/pesanan #\d+ sudah selesai/);
  await tap(courier, "Urungkan “Selesai”");
  await chat.sees(/tadi kami salah pencet/);
  await courier.getByRole("button", { name: /^Sudah sampai, terima/ }).click();
  await tap(courier, "Ya, selesai");
  await courier.getByText("Selesai", { exact: true }).first().waitFor();
});

it("a courier who finds nobody home says so, and the customer is told kindly", async () => {
  const chat = await customer();
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  await openNewest();
  for (const step of ["Terima", "Mulai siapkan", "Sudah siap", "Antar sekarang"]) await tap(desk, step);
  await tap(desk.getByRole("form", { name: "Antar sekarang" }), "Antar sekarang");
  await tap(desk, "Gagal diantar");
  await tap(desk, "Tidak ada orang");
  await look(desk, "failed-desktop");
  await tap(desk, "Catat gagal diantar");
  await chat.sees(/Alasannya: tidak ada orang di alamat/);
  await desk.getByText("tidak ada orang").first().waitFor();
});

it("an order is collected by its code, which the chat shows as a QR too", async () => {
  const chat = await customer();
  await chat.sees(/pesan apa/i);
  await chat.write("brownies kukus coklat sedang 1, ambil di dapur ratih margonda besok jam 10, atas nama Budi");
  await chat.tap("Ya, pesan");
  const qr = chat.page.getByRole("img", { name: /^QR kode ambil/ });
  await qr.waitFor();
  await qr.scrollIntoViewIfNeeded();
  await look(chat.page, "qr-phone", false);
  const code = ((await qr.getAttribute("aria-label")) ?? "").split(" ").at(-1) ?? "";

  await openNewest();
  await desk.goto(`${shop.url}/console/pesanan`);
  await tap(desk, "Kode ambil");
  const asked = desk.getByRole("dialog", { name: "Kode ambil" });
  await asked.getByLabel("Kode dari pembeli").fill("XXXXX");
  await tap(asked, "Cari");
  await asked.getByText(/Belum ada pesanan dengan kode itu/).waitFor();
  await asked.getByLabel("Kode dari pembeli").fill(code.toLowerCase());
  await tap(asked, "Cari");
  await asked.getByText(/belum siap diambil/).waitFor();
  await look(desk, "code-desktop", false);
  await desk.keyboard.press("Escape");
  await openNewest();
  for (const step of ["Terima", "Mulai siapkan", "Sudah siap"]) await tap(desk, step);
  await chat.sees(/sudah siap diambil/);
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.getByRole("link", { name: "Kembali" }).click();
  await tap(desk, "Kode ambil");
  await asked.getByLabel("Kode dari pembeli").fill(code.toLowerCase());
  await look(desk, "code-phone", false);
  await tap(asked, "Cari");
  await desk.getByRole("form", { name: "Serahkan pesanan" }).waitFor();
  await look(desk, "collect-phone");
  await tap(desk, "Ya, selesai");
  await desk.getByText(/dengan kode ambil/).waitFor();
  await chat.sees(/sudah selesai/);
  await desk.setViewportSize({ width: 1366, height: 820 });
});

it("the cash of the day says who holds what, and takes what the courier hands in", async () => {
  await desk.goto(`${shop.url}/console/uang`);
  const doni = desk.getByRole("article", { name: "Doni" });
  await tap(doni, "Terima setoran");
  const counted = doni.getByLabel("Uang yang dihitung");
  const held = Number((await counted.inputValue()).replaceAll(".", ""));
  await counted.fill(String(held - 5_000));
  await doni.getByText(/Kurang Rp5\.000/).waitFor();
  await look(desk, "cash-desktop");
  await tap(doni, "Terima");
  await desk.getByText(/masih kurang Rp5\.000/).waitFor();
  await desk.setViewportSize({ width: 390, height: 844 });
  await look(desk, "cash-phone");
  expect(faults).toEqual([]);
});

/** What a till's narrow paper gets: the slip and nothing else. */
async function printsSlip(): Promise<void> {
  await desk.evaluate("window.print = () => undefined");
  await tap(desk, "Cetak struk");
  await desk.emulateMedia({ media: "print" });
  await desk.getByText(/Terima kasih sudah belanja/).waitFor();
  expect(await desk.getByRole("button").count()).toBe(0);
  const folder = process.env.SCREENS;
  if (folder) await desk.screenshot({ path: `${folder}/orders-slip-print.png` });
  await desk.emulateMedia({ media: "screen" });
  await desk.evaluate("dispatchEvent(new Event('afterprint'))");
}

async function customer(): Promise<ChatScreen> {
  const { page } = await openScreen(browser, shop.url, PHONE);
  return new ChatScreen(page);
}

async function openNewest(): Promise<void> {
  await desk.goto(`${shop.url}/console/pesanan`);
  await desk.getByRole("region", { name: "Baru" }).getByRole("link").first().click();
  await desk.getByRole("heading", { name: "Riwayat" }).waitFor();
}

async function addCourier(): Promise<void> {
  await desk.goto(`${shop.url}/console/tim`);
  const form = desk.locator("form").filter({ hasText: "Tambah orang" });
  await form.locator('[name="name"]').fill("Doni");
  await form.locator('[name="username"]').fill("doni");
  await form.locator('[name="password"]').fill(PASSWORD);
  await form.locator('[name="role"]').selectOption("courier");
  await form.getByRole("button").last().click();
  await desk.getByText("Doni sudah bisa masuk.").waitFor();
}

async function signedIn(username: string): Promise<Page> {
  const { page } = await openScreen(browser, `${shop.url}/console`, PHONE);
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("button", { name: "Masuk" }).click();
  return page;
}

function tap(where: Pick<Page, "getByRole">, name: string): Promise<void> {
  return where.getByRole("button", { name, exact: true }).click();
}

/** Nothing is wider than the screen, nothing shuts anybody out; a picture is kept where somebody asks for it. */
async function look(page: Page, name: string, isWhole = true): Promise<void> {
  const folder = process.env.SCREENS;
  if (folder) await page.screenshot({ path: `${folder}/orders-${name}.png`, fullPage: isWhole });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const [wide, shown] = (await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [number, number];
  expect(wide).toBeLessThanOrEqual(shown);
}
