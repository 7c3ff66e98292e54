import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { ChatScreen, DESK, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const owner = shopOnPhone("photos");

async function look(name: string, page: Page): Promise<void> {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/photos-${name}.png` });
}

/** A made-up photo: a plate of something on a table, in its own colour. */
async function madeUpPhoto(colour: string): Promise<Buffer> {
  const page = await owner.browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:#e9dcc9"><div style="width:70vw;height:45vh;border-radius:50%;background:white;display:grid;place-items:center;box-shadow:0 3vh 6vh #0005"><div style="width:40vw;height:22vh;border-radius:3vh;background:${colour}"></div></div></body>`,
  );
  const bytes = await page.screenshot();
  await page.close();
  return bytes;
}

async function givePhoto(name: string, colour: string): Promise<void> {
  const { phone, shop } = owner;
  await phone.goto(`${shop.url}/console/katalog`);
  await phone.getByLabel("Cari produk").fill(name);
  await phone.getByRole("link", { name: `Ubah ${name}` }).click();
  const file = { name: `../../${name}.jpg`, mimeType: "image/jpeg", buffer: await madeUpPhoto(colour) };
  await phone.getByLabel("Pilih foto").last().setInputFiles(file);
  await phone.getByRole("img", { name: `Foto ${name}` }).waitFor();
}

/** How many pictures of the shop are drawn in the talk. */
async function drawn(page: Page): Promise<number> {
  const widths = await page
    .getByRole("log")
    .getByRole("img")
    .evaluateAll((images) => images.map((image) => ("naturalWidth" in image ? Number(image.naturalWidth) : 0)));
  return widths.filter((width) => width > 300).length;
}

it("the owner gives goods their photos; a customer on the phone asks, sees them, and orders from them", async () => {
  await givePhoto("Brownies Kukus", "#4a2617");
  await givePhoto("Nastar", "#d9942b");
  const { page, faults } = await openScreen(owner.browser, owner.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("ada foto brownies kukus kak?");
  await chat.sees(/Rasa: coklat/);
  await expect.poll(() => drawn(page)).toBe(1);
  await look("asked-phone", page);
  await chat.write("mau 2 ya, coklat sedang");
  await chat.tap("Diantar (COD)");
  await chat.sees(/Alamat lengkapnya/);
  await chat.write("eh nastar kayak gimana fotonya?");
  await expect.poll(() => drawn(page)).toBe(2);
  await chat.sees(/lamat/);
  await look("between-phone", page);
  await chat.write("liat foto lemper dong");
  await chat.sees(/belum ada/);
  await page.getByRole("button", { name: "Minta ke penjual" }).waitFor();
  await look("none-phone", page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await chat.tap("Minta ke penjual");
  await chat.sees(/panggilkan penjual/);
  expect(faults).toEqual([]);
});

it("on a wide screen several come at once, and the seller sees in the thread what the customer was shown", async () => {
  const { page, faults } = await openScreen(owner.browser, owner.shop.url, DESK);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("minta foto brownies kukus sama nastar ya");
  await expect.poll(() => drawn(page)).toBe(2);
  const last = page.getByRole("log").getByText("per kg");
  // The end is in sight, also after the pictures took their places.
  await expect.poll(async () => (await last.boundingBox())?.y).toBeLessThan(740);
  await look("asked-desk", page);
  await chat.write("ada foto lain?");
  await chat.sees(/Fotonya baru itu/);
  expect(await drawn(page)).toBe(2);
  const { phone, shop } = owner;
  for (const [name, size] of [
    ["thread-phone", PHONE.viewport],
    ["thread-desk", DESK.viewport],
  ] as const) {
    if (size) await phone.setViewportSize(size);
    await phone.goto(`${shop.url}/console/percakapan`);
    await phone.getByRole("link", { name: /foto/i }).first().click();
    await expect.poll(() => drawn(phone)).toBe(2);
    await look(name, phone);
  }
  expect([...faults, ...owner.faults]).toEqual([]);
});
