import { expect, it } from "vitest";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("phone-order");

it("a seller writes an order down while talking, taps it right, and the customer says yes in the chat", async () => {
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write("boleh telpon dulu kak?");
  await chat.sees(/Boleh/);
  await at.phone.getByRole("link", { name: /^Telepon/ }).click();
  await at.phone.getByRole("article").getByRole("link", { name: "Tulis pesanannya" }).click();

  await writes("2 brownies cod besok sore");
  await at.phone.getByRole("region", { name: "Tanyakan ke pelanggan" }).waitFor();
  await at.look("asks");
  const basket = at.phone.getByRole("list", { name: "Keranjang" });
  const open = basket.locator("div:has(> span.text-alarm)");
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().getByRole("button").first().click();
    await expect.poll(() => open.count()).toBe(left - 1);
  }
  await basket.getByRole("button", { name: /^Tambah satu/ }).click();
  await basket.getByText(/^3 /).waitFor();
  await writes("alamatnya jl kenanga 3 beji depok, atas nama bu tatik 081298765432");
  await at.phone.getByRole("region", { name: "Yang akan dibaca pelanggan" }).waitFor();
  await at.look("summary");
  await at.fits();
  await at.phone.getByRole("button", { name: "Kirim untuk dikonfirmasi" }).click();
  await at.phone.getByText(/Pesanan masuk setelah pelanggan menjawab ya/).waitFor();
  await chat.sees(/catatan dari telepon/);
  await chat.tap("Ya, pesan");
  await chat.sees(/Pesanan #?\d+/i);
  expect(at.faults).toEqual([]);
});

it("a customer without a chat sends the words of the seller's link, and finds the order there, once", async () => {
  await at.phone.goto(`${at.shop.url}/console/catat-pesanan`);
  await writes("1 brownies, ambil sendiri besok jam 10, atas nama pak budi 081298765433");
  await at.phone.getByRole("button", { name: "Buat tautan WhatsApp" }).click();
  const link = at.phone.getByRole("link", { name: "Kirim lewat WhatsApp" });
  const address = new URL((await link.getAttribute("href")) ?? "");
  expect(address.pathname).toBe("/6281298765433");
  await at.look("link");
  await at.fits();
  const [words = "", code = ""] = /pesanan-(\S+)/.exec(address.searchParams.get("text") ?? "") ?? [];
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.sees(/pesan apa/i);
  await chat.write(words);
  await chat.sees(/catatan dari telepon/);
  const late = await openScreen(at.browser, `${at.shop.url}/?pesanan=${code}`, PHONE);
  await new ChatScreen(late.page).sees(/sudah dipakai/);
});

async function writes(text: string): Promise<void> {
  await at.phone.getByLabel("Kata pelanggan").fill(text);
  await at.phone.getByRole("button", { name: "Catat", exact: true }).click();
  await at.phone.getByLabel("Kata pelanggan").and(at.phone.locator(":placeholder-shown")).waitFor();
}
