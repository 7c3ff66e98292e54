import { expect, it } from "vitest";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("held-chat");
/** What a long talk leaves of a small phone for the words themselves, at the least */
const WORDS_SHARE = 0.6;

it("on a phone a held chat has a slim bar, and its end stays in sight whatever takes room below it", async () => {
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("mau bicara sama orangnya dong");
  await chat.sees(/panggilkan penjual/);
  await at.phone.goto(`${at.shop.url}/console/percakapan`);
  await at.phone.getByRole("region", { name: "Menunggu orang" }).getByRole("link").first().click();
  await at.phone.getByRole("button", { name: "Ambil alih" }).click();
  await at.phone.getByRole("button", { name: "Kembalikan ke bot" }).waitFor();
  for (const number of ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"])
    await chat.write(`pesan ke${number} yang agak panjang supaya barisnya lebih dari satu ya kak`);
  await isAtEnd("pesan ketujuh");
  await at.look("bar");
  expect((await log().boundingBox())?.height).toBeGreaterThan(844 * WORDS_SHARE);

  await at.phone.getByRole("button", { name: "Pilihan lain" }).click();
  await at.look("more");
  await at.fits();
  await at.phone.getByRole("button", { name: "Titipkan" }).click();
  await at.phone.getByRole("form", { name: "Titipkan" }).waitFor();
  await isAtEnd("pesan ketujuh");
  await at.phone.getByRole("button", { name: "Batal" }).click();
  await at.phone.getByLabel("Balasan", { exact: true }).fill("satu\ndua\ntiga\nempat\nlima");
  await isAtEnd("pesan ketujuh");
  // As the keyboard of a small phone leaves it
  await at.phone.setViewportSize({ width: 360, height: 420 });
  await isAtEnd("pesan ketujuh");
  await at.look("keyboard");
  await at.phone.setViewportSize({ width: 360, height: 640 });
  await isAtEnd("pesan ketujuh");
});

it("who has scrolled up stays there and is told that something came; one tap leads to it", async () => {
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  for (let number = 0; number < 6; number++) await chat.write(`mau tanya-tanya dulu ya kak ${number}`);
  await chat.write("mau bicara sama orangnya dong");
  await chat.sees(/panggilkan penjual/);
  await at.phone.goto(`${at.shop.url}/console/percakapan`);
  await at.phone.getByRole("region", { name: "Menunggu orang" }).getByRole("link").first().click();
  await at.phone.getByRole("button", { name: "Ambil alih" }).click();
  await isAtEnd("mau bicara sama orangnya dong");
  await log().evaluate((list) => list.scrollTo(0, 40));
  await chat.write("masih di situ kak?");
  const mark = at.phone.getByRole("button", { name: "Pesan baru" });
  await mark.waitFor();
  expect(await log().evaluate((list) => list.scrollTop)).toBe(40);
  await at.look("new-below");
  await mark.click();
  await isAtEnd("masih di situ kak?");
  await mark.waitFor({ state: "detached" });
  expect(at.faults).toEqual([]);
});

function log() {
  return at.phone.getByRole("log");
}

/** These words are there, and nothing of the talk lies below the edge. */
async function isAtEnd(words: string): Promise<void> {
  await log().getByText(words).last().waitFor();
  const below = () => log().evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
  await expect.poll(below).toBeLessThan(2);
}
