import { expect, it } from "vitest";
import { ChatScreen, openScreen, PHONE } from "../fixtures/screens.ts";
import { shopOnPhone } from "../fixtures/shop-on-phone.ts";

const at = shopOnPhone("kept-news");

it("in a held chat the seller keeps the news of a step, sees that it waits, and the bot tells it once it is back", async () => {
  const { page } = await openScreen(at.browser, at.shop.url, PHONE);
  const chat = new ChatScreen(page);
  await chat.askForBrownies();
  await chat.tap("Ya, pesan");
  const card = page.getByRole("article", { name: /Pesanan #\d+/ });
  await card.getByText(/sudah masuk/).waitFor();

  await at.phone.goto(`${at.shop.url}/console/pesanan`);
  await at.phone.getByRole("link", { name: /#\d+/ }).first().click();
  await at.phone.getByRole("button", { name: "Terima" }).waitFor();
  expect(await at.phone.getByLabel("Kabari pelanggan").count()).toBe(0);
  await at.phone.getByRole("link", { name: "Buka percakapan" }).click();
  await at.phone.getByRole("button", { name: "Ambil alih" }).click();
  await at.phone.getByRole("button", { name: "Kembalikan ke bot" }).waitFor();
  await at.phone.goBack();
  const tell = at.phone.getByLabel("Kabari pelanggan");
  await tell.selectOption({ label: "Tidak usah, sudah saya kabari" });
  await at.phone.getByRole("button", { name: "Terima" }).click();
  await at.phone.getByText(/dikabari sendiri oleh penjual/).waitFor();
  await tell.selectOption({ label: "Nanti, kalau chat sudah kembali ke bot" });
  await at.look("choice");
  await at.fits();
  await at.phone.getByRole("button", { name: "Mulai siapkan" }).click();
  await at.phone.getByText(/“.*” belum dikabarkan\./).waitFor();
  expect(await tell.inputValue()).toBe("now");
  await at.look("waits");
  await card.getByText(/sudah masuk/).waitFor();

  await at.phone.getByRole("link", { name: "Buka percakapan" }).click();
  await at.phone.getByRole("button", { name: "Kembalikan ke bot" }).click();
  await card.getByText(/sedang disiapkan/).waitFor();
  await at.phone.goBack();
  await at.phone.getByText(/dikabarkan setelah chat kembali ke bot/).waitFor();
  expect(await tell.count()).toBe(0);
  expect(at.faults).toEqual([]);
});
