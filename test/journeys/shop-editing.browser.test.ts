import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";

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

const customer = async () => new ChatScreen((await openScreen(browser, shop.url, PHONE)).page);
const open = async (place: string, heading: string) => {
  await phone.goto(`${shop.url}/console/${place}`);
  await phone.getByRole("heading", { name: heading, level: 1 }).waitFor();
};
const click = (name: string | RegExp) => phone.getByRole("button", { name, exact: typeof name === "string" }).click();

/** Keeps nobody out, and is kept as a picture on a phone and on a desk where somebody asked for pictures. */
async function looksWell(name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
  const folder = process.env.SCREENS;
  if (folder === undefined) return;
  for (const [size, { viewport }] of Object.entries({ phone: PHONE, desk: DESK })) {
    if (viewport) await phone.setViewportSize({ ...viewport, height: 1800 });
    writeFileSync(join(folder, `${name}-${size}.png`), await phone.screenshot());
  }
  if (PHONE.viewport) await phone.setViewportSize(PHONE.viewport);
}

it("the owner changes a price on the phone, and the customer in mid-order is told the new sum", async () => {
  const chat = await customer();
  await chat.askForBrownies();
  await open("katalog", "Katalog");
  await looksWell("catalogue");
  await phone.getByRole("link", { name: "Ubah Brownies Kukus" }).click();
  const form = phone.getByRole("form", { name: "Brownies Kukus" });
  await form.getByLabel("Harga", { exact: true }).waitFor();
  await looksWell("product");
  const prices = form.getByLabel("Harga lain");
  for (const price of await prices.all()) if ((await price.inputValue()) !== "") await price.fill("99000");
  await form.getByLabel("Harga", { exact: true }).fill("99000");
  await form.getByRole("button", { name: "Simpan" }).click();
  await phone.getByRole("heading", { name: "Katalog", level: 1 }).waitFor();
  await chat.tap("Ya, pesan");
  await chat.sees(/Rp198\.000/);
});

it("a new product has its picture, is sold out for today by one tap, and the bot says so", async () => {
  await phone.getByRole("link", { name: "Tambah produk" }).click();
  await phone.getByLabel("Nama", { exact: true }).fill("Onde-onde Wijen");
  await phone.getByLabel("Harga", { exact: true }).fill("3000");
  await click("Tambah pilihan");
  await phone.getByLabel("Nama pilihan").fill("isi");
  await phone.getByLabel("Isi pilihan").fill("kacang hijau");
  await looksWell("new-product");
  await click("Simpan");
  await phone.getByRole("link", { name: "Ubah Onde-onde Wijen" }).click();
  const picture = await phone.screenshot();
  await phone.getByLabel("Pilih foto").last().setInputFiles({ name: "a.png", mimeType: "image/png", buffer: picture });
  const shown = phone.getByRole("img", { name: "Foto Onde-onde Wijen" });
  await expect.poll(() => shown.evaluate((img) => "naturalWidth" in img && img.naturalWidth)).toBeGreaterThan(300);
  await open("katalog", "Katalog");
  await phone.getByLabel("Cari produk").fill("onde");
  await click("Habis hari ini");
  await phone.getByText(/Lagi habis sampai/).waitFor();
  await phone.getByText(/^Stok/).click();
  await phone
    .getByLabel(/^Stok kacang hijau/)
    .first()
    .fill("25");
  await phone.getByRole("button", { name: "Simpan", exact: true }).first().click();
  await phone.getByText("Stok: 1").waitFor();
  await looksWell("sold-out");
  const chat = await customer();
  await chat.sees(/pesan apa/i);
  await chat.write("onde-onde wijen masih ada?");
  await chat.sees(/Onde-onde Wijen lagi habis/);
});

it("a file is first shown row by row, and then brought in", async () => {
  await phone.getByLabel("Cari produk").fill("");
  const csv = "sku,name,price\nONDE-ONDE-WIJEN,Onde-onde Wijen,3500\nCENIL,Cenil,5000\n";
  const buffer = Buffer.from(csv);
  await phone.getByLabel("Pilih berkas katalog").setInputFiles({ name: "harga.csv", mimeType: "text/csv", buffer });
  await phone.getByText("Kalau dimasukkan, 2 berubah dan 0 tetap.").waitFor();
  await phone.getByText(/Produk Cenil \(CENIL\): baru/).waitFor();
  await phone.getByText(/Produk Cenil/).scrollIntoViewIfNeeded();
  await looksWell("file");
  await click("Masukkan sekarang");
  await phone.getByText("2 sudah berubah.").waitFor();
  await phone.getByRole("heading", { name: "Cenil" }).waitFor();
});

it("hours with a break and past midnight, a special day and a new zone are edited on the phone", async () => {
  await open("toko", "Dapur Ratih");
  await phone.getByText("Makanan dan minuman").waitFor();
  await looksWell("shop");
  await phone
    .getByRole("button", { name: /^Ubah / })
    .first()
    .click();
  const form = phone.getByRole("form").first();
  await form.getByLabel("Senin, dari jam").first().fill("08:00");
  await form.getByLabel("Senin, sampai jam").first().fill("12:00");
  await form.getByRole("button", { name: "Ada istirahat" }).first().click();
  await form.getByLabel("Senin, sampai jam").nth(1).fill("02:00");
  await form.getByText("sampai besoknya").first().waitFor();
  await form.getByLabel("Senin, dari jam").first().scrollIntoViewIfNeeded();
  await looksWell("hours");
  await form.getByRole("button", { name: "Tambah hari khusus" }).click();
  await form.getByLabel("Tanggal").last().fill("2027-08-17");
  await form.getByLabel("Nama hari").last().fill("Kemerdekaan");
  await looksWell("branch");
  await form.getByRole("button", { name: "Simpan" }).click();
  await phone.getByText("Tersimpan, berlaku mulai sekarang.").waitFor();
  await phone.getByText("08.00–12.00, 13.00–02.00").first().waitFor();
  await phone.getByText(/Kemerdekaan/).waitFor();
  await phone.getByRole("button", { name: "Tambah wilayah antar" }).first().click();
  const zone = phone.getByRole("form", { name: "Tambah wilayah antar" });
  await zone.getByLabel("Nama wilayah").fill("Pulau Seberang");
  await zone.getByLabel("Ongkir", { exact: true }).fill("77000");
  await looksWell("zone");
  await zone.getByRole("button", { name: "Simpan" }).click();
  await phone.getByText("Rp77.000").waitFor();
  const chat = await customer();
  await chat.sees(/pesan apa/i);
  await chat.write("ongkir ke pulau seberang berapa?");
  await chat.sees(/Rp77\.000/);
});

it("what the form may not say is told in words, and the slip is not saved", async () => {
  await phone
    .getByRole("button", { name: /^Ubah / })
    .first()
    .click();
  const form = phone.getByRole("form").first();
  await form.getByLabel("Senin, dari jam").nth(1).fill("11:00");
  await form.getByRole("button", { name: "Simpan" }).click();
  await form.getByText(/bertumpuk/).waitFor();
  await form.getByRole("button", { name: "Batal" }).click();
});

it("the greeting is the owner's own, seen beside the field before it is saved", async () => {
  await open("kata-bot", "Kata-kata bot");
  await looksWell("bot-words");
  const greeting = phone.getByLabel("Sapaan pertama");
  await greeting.fill("Sampurasun {kak}, wilujeng sumping di {tokoo}!");
  await phone.getByText("{tokoo} tidak dikenal di kalimat ini.").waitFor();
  await greeting.fill("Sampurasun {kak}, wilujeng sumping di {toko}!");
  await phone.getByText("Sampurasun Kak, wilujeng sumping di Dapur Ratih!").waitFor();
  await click("Simpan");
  await phone.getByText("Tersimpan, berlaku mulai sekarang.").waitFor();
  const chat = await customer();
  await chat.sees("Sampurasun Kak, wilujeng sumping di Dapur Ratih!");
  expect(faults).toEqual([]);
});
