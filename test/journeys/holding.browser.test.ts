import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openShop, type RunningShop } from "../fixtures/browser.ts";
import { becomeOwner, ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";

const SECRET = "teh manis hangat 9";

let shop: RunningShop;
let browser: Browser;
/** Ratih's phone */
let owner: Page;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser()]);
  ({ page: owner } = await openScreen(browser, shop.ownerLink, PHONE));
  await becomeOwner(owner);
});
afterAll(async () => {
  await browser.close();
  await shop.remove();
});

const click = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const picture = async (page: Page, name: string) => {
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/${name}.png` });
};

/** A customer whom the bot has greeted and answered. */
async function customer(words: string): Promise<ChatScreen> {
  const { page } = await openScreen(browser, shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write(words);
  return chat;
}

/** A colleague of the team at the console, on a screen of their own. */
async function colleague(username: string, screen = DESK): Promise<Page> {
  const { page } = await openScreen(browser, `${shop.url}/console`, screen);
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Kata sandi").fill(SECRET);
  await click(page, "Masuk");
  await page.getByRole("heading", { name: "Hari ini", exact: true }).waitFor();
  return page;
}

async function addColleague(name: string): Promise<void> {
  await owner.getByLabel("Nama", { exact: true }).fill(name);
  await owner.getByLabel("Nama pengguna").fill(name.toLowerCase());
  await owner.getByLabel("Kata sandi").fill(SECRET);
  await owner.getByRole("button", { name: /Tambah/ }).click();
  await owner.getByRole("listitem").filter({ hasText: name }).waitFor();
}

/** Opens the conversation that stands first in a part of the list. */
async function openFirst(page: Page, region: string): Promise<void> {
  await page.goto(`${shop.url}/console/percakapan`);
  await page.getByRole("region", { name: region }).getByRole("link").first().click();
}

it("the owner says on a phone how long a person may be quiet, and when a colleague is on duty", async () => {
  await owner.goto(`${shop.url}/console/aturan`);
  await owner.getByLabel(/Kembali ke bot setelah/).fill("5");
  await click(owner, "Simpan");
  await owner.getByText("Tersimpan.").waitFor();
  await picture(owner, "rules");
  await owner.goto(`${shop.url}/console/tim`);
  for (const name of ["Rina", "Doni"]) await addColleague(name);
  const rina = owner.getByRole("listitem").filter({ hasText: "Rina" });
  await rina.getByText(/Jam jaga/).click();
  await rina.getByLabel("Jam jaga Rina").fill("kapan-kapan");
  await rina.getByRole("button", { name: "Simpan" }).click();
  await rina.getByRole("alert").waitFor();
  await picture(owner, "duty-unreadable");
  await rina.getByLabel("Jam jaga Rina").fill("Senin-Sabtu 08.00-16.00");
  await rina.getByRole("button", { name: "Simpan" }).click();
  await rina.getByText("Jam jaga: Senin–Sabtu 08.00–16.00, Minggu tutup").waitFor();
  await picture(owner, "team");
});

it("a chat that is held counts down, is kept, and goes on at a colleague's desk with a note, while the bot is silent", async () => {
  const chat = await customer("brownies kukus coklat sedang 2");
  await chat.sees(/diantar/i);
  await openFirst(owner, "Dilayani bot");
  await click(owner, "Ambil alih");
  await owner.getByText(/[45] menit lagi kembali ke bot/).waitFor();
  await picture(owner, "countdown");
  await click(owner, "Perpanjang");
  await owner.getByText(/[45] menit lagi kembali ke bot/).waitFor();
  await click(owner, "Pilihan lain");
  await click(owner, "Titipkan");
  await owner.getByLabel("Titipkan ke").selectOption({ label: "Doni" });
  await owner.getByLabel("Pesan untuk rekan").fill("tinggal tunggu alamatnya");
  await picture(owner, "pass-on");
  await owner.getByRole("form", { name: "Titipkan" }).getByRole("button", { name: "Titipkan" }).click();
  await owner.getByText(/Doni/).first().waitFor();
  await picture(owner, "passed-on");

  const doni = await colleague("doni");
  await openFirst(doni, "Saya pegang");
  await doni
    .getByRole("complementary")
    .getByText(/tinggal tunggu alamatnya/)
    .waitFor();
  await picture(doni, "passed-on-desk");
  await doni.getByLabel("Balasan").fill("Halo Kak, saya Doni. Alamatnya di mana ya?");
  await click(doni, "Kirim");
  await chat.sees("Halo Kak, saya Doni. Alamatnya di mana ya?");
  await chat.write("jl kenanga 3 beji");
  await doni.getByRole("log").getByText("jl kenanga 3 beji").waitFor();
  await picture(doni, "countdown-desk");
  const said = await chat.log.innerText();
  expect(said.slice(said.indexOf("jl kenanga"))).not.toContain("Toko");
});

it("two sellers who reach for one customer at once: one has the chat, the other reads who", async () => {
  const chat = await customer("mau bicara sama orangnya dong");
  await chat.sees(/panggilkan penjual/);
  const [rina, doni] = await Promise.all([colleague("rina", PHONE), colleague("doni")]);
  for (const page of [rina, doni]) await openFirst(page, "Menunggu orang");
  await Promise.all([click(rina, "Ambil alih"), click(doni, "Ambil alih")]);
  const lines = await Promise.all(
    [rina, doni].map(async (page) => {
      const line = page.getByRole("status").filter({ hasText: /Dipegang|Anda yang pegang/ });
      await line.first().waitFor();
      return line.first().innerText();
    }),
  );
  await picture(rina, "race-phone");
  await picture(doni, "race-desk");
  const winners = [rina, doni].map((page) => page.getByLabel("Balasan", { exact: true }));
  expect((await Promise.all(winners.map((button) => button.count()))).toSorted()).toEqual([0, 1]);
  expect(lines.filter((line) => /dipegang (rina|doni)/i.test(line))).toHaveLength(1);
});
