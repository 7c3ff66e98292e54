import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";

let shop: RunningShop;
let browser: Browser;
let desk: Page;
let chat: ChatScreen;
const faults: string[] = [];
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
  const owner = await openScreen(browser, shop.ownerLink, PHONE);
  desk = owner.page;
  await becomeOwner(desk);
  const customer = await openScreen(browser, shop.url, PHONE);
  chat = new ChatScreen(customer.page);
  for (const screen of [owner, customer]) faults.push(...screen.faults);
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});
const click = (name: string) => desk.getByRole("button", { name, exact: true }).first().click();
async function look(name: string, page = desk): Promise<void> {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/inbox-${name}.png` });
}

it("a seller keeps a quick reply with places to fill in", async () => {
  await desk.goto(`${shop.url}/console/balasan-cepat`);
  await desk.getByLabel("Judul").fill("Sapa & bantu");
  await desk.getByLabel("Isi balasan").fill("Halo Kak, ini {toko}. Totalnya {total} ya.");
  await click("Simpan");
  await desk.getByRole("heading", { name: "Sapa & bantu" }).waitFor();
  await look("canned-phone");
});

it("on a phone: the card, a note for colleagues, a quick reply with a warning, and a picture", async () => {
  await chat.sees(/pesan apa/i);
  await chat.write("kuenya kemarin hancur kak, tolong <b>orangnya</b> dong, mau bicara sama admin");
  await desk.goto(`${shop.url}/console/percakapan`);
  await desk.getByRole("region", { name: "Menunggu orang" }).getByRole("link").first().click();
  await click("Ambil alih");
  await desk.getByText("Anda yang pegang. Bot diam.").waitFor();
  await click("Info");
  await desk.getByRole("dialog").getByText("Suasana hati").waitFor();
  await look("card-phone");
  await click("Tutup");
  await click("Menu percakapan");
  await click("Catatan");
  await desk.getByLabel("Catatan tim").last().fill("Pernah komplain <i>juga</i> bulan lalu");
  await click("Simpan catatan");
  await desk.getByRole("log").getByText("Pernah komplain <i>juga</i> bulan lalu").waitFor();
  await desk.getByLabel("Balasan", { exact: true }).press("/");
  await look("picker-phone");
  await desk
    .getByRole("region", { name: "Balasan cepat" })
    .getByRole("button", { name: /Sapa & bantu/ })
    .click();
  await click("Kirim");
  await desk.getByText("{total} belum terisi. Lengkapi dulu, atau kirim apa adanya.").waitFor();
  await look("warning-phone");
  await desk.getByLabel("Balasan", { exact: true }).fill("Maaf ya Kak, kami ganti. Ini kue barunya:");
  const png = await desk.screenshot();
  await desk
    .getByLabel("Foto", { exact: true })
    .setInputFiles({ name: "<img>.png", mimeType: "image/png", buffer: png });
  await desk.getByAltText("Foto yang akan dikirim").waitFor();
  await click("Kirim");
  await chat.sees("Maaf ya Kak, kami ganti. Ini kue barunya:");
  const picture = chat.page.getByAltText("Foto dari toko");
  await expect
    .poll(() => picture.evaluate((image) => "naturalWidth" in image && image.naturalWidth))
    .toBeGreaterThan(0);
  expect(await chat.log.innerText()).not.toContain("Pernah komplain");
  await look("thread-phone");
  await look("customer-phone", chat.page);
});

it("on a wide screen: one search finds the words and opens the thread there; done is put away until they write again", async () => {
  await desk.setViewportSize({ width: 1366, height: 820 });
  await desk.goto(`${shop.url}/console/percakapan`);
  await desk.getByLabel("Cari nama, nomor, pesanan, atau isi pesan").fill("hancur");
  await desk.getByRole("region", { name: "Isi pesan" }).getByRole("link").first().click();
  await desk.getByText("Yang dicari ada di sini").waitFor({ state: "attached" });
  await look("search-desk");
  await click("Selesai");
  await desk.getByRole("button", { name: "Buka lagi" }).waitFor();
  await desk.getByLabel("Cari nama, nomor, pesanan, atau isi pesan").fill("");
  await desk.getByRole("group", { name: "Saring percakapan" }).getByRole("button", { name: "Selesai" }).click();
  await expect.poll(() => desk.locator("a[aria-current=true]").count()).toBe(1);
  await look("closed-desk");
  await chat.write("kak satu lagi");
  await desk.getByText("Tidak ada percakapan di sini.").waitFor();
  expect(faults).toEqual([]);
});
